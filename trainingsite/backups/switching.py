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
from typing import TypeAlias

import psycopg
from psycopg import sql

from trainingsite.backups import telling

BEGUN = "restoring"
READY = "restore-ready"
SCHEMA = "xiangke_restoring"
_NOTE = "note.json"
_OLD_ONLY = ("xiangke.sqlite3-wal", "xiangke.sqlite3-shm", "valkey", "prepared.json")
"""What belongs to the old site alone: its last writes, its tasks and cache, what its last start remembered."""
Server: TypeAlias = "psycopg.Connection[tuple[object, ...]]"
_NEW = ("xiangke.sqlite3", "media", "secret.key")


def decide(data: Path, *, keep_as: str, on_server: bool) -> None:
    """From here on the new site is the site. `keep_as`: the folder, and the schema, in which the old one is kept."""
    begun = data / BEGUN
    note = {"keep_as": keep_as, "schema": SCHEMA if on_server else None}
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
    except (FileNotFoundError, NotADirectoryError):
        return
    if note["schema"]:
        _switch_tables(keep_as=note["keep_as"])
    old = data / note["keep_as"]
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
    (ready / _NOTE).unlink()
    shutil.rmtree(ready)


def _move(here: Path, there: Path) -> None:
    if here.is_dir() and not any(here.iterdir()):
        here.rmdir()
    elif here.exists():
        here.rename(there)


def address_of_server() -> str | None:
    return os.environ.get("DATABASE_URL") or None


def _switch_tables(*, keep_as: str) -> None:
    """In one transaction: the old tables away, the new ones in their place. Nothing where that is done already."""
    url = address_of_server()
    if url is None:
        raise telling.needs_its_server()
    try:
        with psycopg.connect(url) as server:
            if not _tables(server, schema=SCHEMA):
                return
            place = schema_of(server)
            if _tables(server, schema=place):
                server.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(keep_as)))
                _move_tables(server, out_of=place, into=keep_as)
            _move_tables(server, out_of=SCHEMA, into=place)
            server.execute(sql.SQL("DROP SCHEMA {} CASCADE").format(sql.Identifier(SCHEMA)))
    except psycopg.Error as error:
        raise telling.database_refuses(str(error).strip().partition("\n")[0]) from error


def schema_of(server: Server) -> str:
    """Where this site's tables stand: `public`, unless the address says otherwise."""
    row = server.execute("SELECT current_schema()").fetchone()
    return str(row[0]) if row and row[0] else "public"


def _move_tables(server: Server, *, out_of: str, into: str) -> None:
    for name in _tables(server, schema=out_of):
        table = sql.Identifier(out_of, name)
        server.execute(sql.SQL("ALTER TABLE {} SET SCHEMA {}").format(table, sql.Identifier(into)))


def _tables(server: Server, *, schema: str) -> list[str]:
    """Its tables, but for those of an extension. Indexes and number sequences go with their tables."""
    rows = server.execute(
        "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace ="
        " (SELECT oid FROM pg_namespace WHERE nspname = %s) AND NOT EXISTS"
        " (SELECT 1 FROM pg_depend WHERE objid = pg_class.oid AND deptype = 'e')",
        [schema],
    )
    return [str(name) for (name,) in rows]


def sync(path: Path) -> None:
    """A file's content, or the names in a folder, are on the disk."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
