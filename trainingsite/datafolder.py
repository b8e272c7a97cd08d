"""The folder of all state: usable, held by one `up` at a time, and what it remembers between starts."""

import contextlib
import fcntl
import json
import os
import shutil
import sqlite3
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from trainingsite.terminal import CannotGoOn

LEAST_FREE_BYTES = 30_000_000
_LOCK_PATIENCE_SECONDS = 5.0


def make_usable(folder: Path) -> None:
    """Make the folder (mode 700) and try it; raises OSError where it cannot be written, CannotGoOn where full."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for inner in ("logs", "media", "static"):
        (folder / inner).mkdir(exist_ok=True)
    trial = folder / ".trial"
    try:
        trial.write_bytes(b"\0" * 4096)
    finally:
        with contextlib.suppress(OSError):
            trial.unlink(missing_ok=True)
    need_room(free_bytes=shutil.disk_usage(folder).free, folder=folder)


def need_room(*, free_bytes: int, folder: Path) -> None:
    """Refuse to start on a disk that would be full within the first hour."""
    if free_bytes < LEAST_FREE_BYTES:
        left = free_bytes / 1_000_000
        raise CannotGoOn(
            en=f"The disk under {folder} is full ({left:.0f} MB left). Make some room, then start again.",
            zh=f"{folder} 所在的磁盘满了（还剩 {left:.0f} MB）。先腾出一点地方，再启动一次。",
        )


@contextlib.contextmanager
def held(folder: Path) -> Iterator[int]:
    """Hold the folder for one `up`; yields the lock's file descriptor.

    All services inherit it, so the folder is free again only when the last of them is gone. A start right after a
    killed one waits a moment for the keeper to finish.
    """
    lock = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _lock(lock, folder=folder)
        yield lock
    finally:
        os.close(lock)


def _lock(lock: int, *, folder: Path) -> None:
    deadline = time.monotonic() + _LOCK_PATIENCE_SECONDS
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise CannotGoOn(
                    en=f"Xiangke already runs with the folder {folder}. Stop it first, or choose another folder.",
                    zh=f"乡课已经在用 {folder} 这个文件夹了。先停掉它，或者换一个文件夹。",
                ) from None
            time.sleep(0.1)
        else:
            return


def note_running(folder: Path, *, port: int, scheme: str, pids: Mapping[str, int]) -> None:
    """Write `running.json`: the address and the processes, for scripts and tests."""
    note = {
        "address": f"{scheme}://localhost:{port}/",
        "port": port,
        "supervisor": os.getpid(),
        "services": dict(pids),
    }
    with contextlib.suppress(OSError):
        fresh = folder / "running.json.new"
        fresh.write_text(json.dumps(note))
        fresh.replace(folder / "running.json")


def forget_running(folder: Path) -> None:
    with contextlib.suppress(OSError):
        (folder / "running.json").unlink(missing_ok=True)


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """Whether database and library are already as `sources`, a fingerprint of code and content, wants them.

    Known only for the embedded SQLite: a database elsewhere may have been changed by others and is always looked at.
    """

    folder: Path
    sources: str

    def is_current(self, *, demo: bool) -> bool:
        if os.environ.get("DATABASE_URL") or not (self.folder / "secret.key").exists():
            return False
        note = self._read()
        same = note.get("sources") == self.sources and note.get("database") == self._database()
        return same and (self.has_demo() or not demo)

    def has_demo(self) -> bool:
        return self._read().get("demo") is True

    def note(self, *, demo: bool) -> None:
        note = {"sources": self.sources, "database": self._database(), "demo": demo or self.has_demo()}
        self._file.write_text(json.dumps(note))

    @property
    def _file(self) -> Path:
        return self.folder / "prepared.json"

    def _read(self) -> dict[str, object]:
        try:
            note = json.loads(self._file.read_text())
        except (OSError, ValueError):
            return {}
        return note if isinstance(note, dict) else {}

    def _database(self) -> str:
        """The migrations that the SQLite file itself names; another file put in its place shows."""
        path = self.folder / "xiangke.sqlite3"
        try:
            with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
                rows = database.execute("SELECT count(*), max(applied) FROM django_migrations").fetchone()
        except sqlite3.Error:
            return "none"
        return str(rows)
