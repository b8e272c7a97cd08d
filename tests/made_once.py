"""What takes long to make and is alike for every test process: the first that needs it makes it, all others copy it."""

import atexit
import fcntl
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from contextlib import closing
from functools import cache
from pathlib import Path

from trainingsite.bootstrap import ROOT
from trainingsite.testrun import FOLDER_OF_THE_RUN

TABLES = "xiangke.sqlite3"


@cache
def _shared() -> Path:
    """A folder of all processes of one `manage.py test`; where pytest runs by itself, of this process alone."""
    if of_the_run := os.environ.get(FOLDER_OF_THE_RUN):
        folder = Path(of_the_run) / "made-once"
        folder.mkdir(exist_ok=True)
        return folder
    own = tempfile.TemporaryDirectory(prefix="xiangke-made-")
    atexit.register(own.cleanup)
    return Path(own.name)


def made_once(name: str, *, make: Callable[[Path], None]) -> Path:
    """The folder of that name, filled by `make`. Nobody sees it half made; who comes meanwhile waits."""
    place = _shared() / name
    with (_shared() / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not place.exists():
            begun = Path(tempfile.mkdtemp(dir=_shared()))
            make(begun)
            begun.rename(place)
    return place


def tables_on_sqlite() -> Path:
    """A database file with all tables and what the migrations write into them."""
    return made_once("tables-on-sqlite", make=_migrate_sqlite) / TABLES


def migrate_the_server_once() -> None:
    """The same in the database of DATABASE_URL."""
    made_once("tables-on-the-server", make=lambda _: migrate(os.environ))


def _migrate_sqlite(data: Path) -> None:
    migrate(on_sqlite(data))
    write_back(data / TABLES)


def migrate(environment: Mapping[str, str]) -> None:
    command = [sys.executable, "-m", "django", "migrate", "--verbosity=0"]
    own = {"DJANGO_SETTINGS_MODULE": "trainingsite.settings", "PYTHONPATH": str(ROOT)}
    subprocess.run(command, cwd=ROOT, env={**environment, **own}, check=True)


def on_sqlite(data: Path) -> dict[str, str]:
    """The environment of a program that works on this data folder and on no server."""
    own = {"DJANGO_SETTINGS_MODULE": "trainingsite.settings", "PYTHONPATH": str(ROOT), "XIANGKE_DATA": str(data)}
    return {**{name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "REDIS_URL"}}, **own}


def write_back(database: Path) -> None:
    """All of it in the one file, so that a copy of that file is whole."""
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
