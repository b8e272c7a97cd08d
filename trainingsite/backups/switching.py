"""Puts a site that was built beside the old one in its place.

The one moment that decides is a rename: from then on `restore-ready` stands in the data folder, and whoever comes
first (the restore itself, `up`, any command) finishes what is written in it. Every step may be repeated, so a kill
anywhere leaves either the old site whole or the new one to be finished.
"""

import contextlib
import json
import os
import shutil
from pathlib import Path

from trainingsite.backups import telling

BEGUN = "restoring"
READY = "restore-ready"
_NOTE = "note.json"
_OLD_ONLY = ("xiangke.sqlite3-wal", "xiangke.sqlite3-shm", "valkey", "prepared.json")
"""What belongs to the old site alone: its last writes, its tasks and cache, what its last start remembered."""
_NEW = ("xiangke.sqlite3", "media", "secret.key")


def decide(data: Path, *, keep_as: str, on_server: bool) -> None:
    """From here on the new site is the site. `keep_as`: the folder, and the schema, in which the old one is kept."""
    begun = data / BEGUN
    note = {"keep_as": keep_as, "on_server": on_server}
    (begun / _NOTE).write_text(json.dumps(note))
    for path in [*begun.rglob("*"), begun]:
        sync(path)
    begun.rename(data / READY)
    sync(data)


def finish(data: Path) -> None:
    """Where a restore was decided, put everything in its place; else nothing. Hold the data folder while calling."""
    ready = data / READY
    try:
        note = json.loads((ready / _NOTE).read_text())
    except FileNotFoundError:
        return
    if note["on_server"]:
        from trainingsite.backups import server  # noqa: PLC0415 - `up` loads no database where nothing is to be done

        server.switch_tables(keep_as=note["keep_as"])
    try:
        _switch_files(data, old=data / note["keep_as"])
    except OSError as error:
        raise telling.not_finished(error, place=data) from error


def _switch_files(data: Path, *, old: Path) -> None:
    ready = data / READY
    old.mkdir(mode=0o700, exist_ok=True)
    for name in _OLD_ONLY:
        _move(data / name, old / name)
    for name in _NEW:
        if (ready / name).exists():
            _move(data / name, old / name)
            (ready / name).rename(data / name)
    sync(data)
    with contextlib.suppress(OSError):
        old.rmdir()  # on a new machine there was nothing to keep
    ready.rename(data / BEGUN)  # from here on nothing is left to finish, only to sweep
    shutil.rmtree(data / BEGUN)


def _move(here: Path, there: Path) -> None:
    if here.is_dir() and not any(here.iterdir()):
        here.rmdir()
    elif here.exists():
        here.rename(there)


def sync(path: Path) -> None:
    """A file's content, or the names in a folder, are on the disk."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
