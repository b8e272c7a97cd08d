"""Whether the place into which a backup shall go is free: nobody works on it, and no learner would be lost."""

import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from psycopg import sql

from trainingsite.backups import telling
from trainingsite.backups.server import address_of_server, connect, schema_of

_PATIENCE_SECONDS = 2.0
"""A connection that was just closed is still listed for a moment."""
_TABLE = "courses_learner"


def may_be_replaced(data: Path, *, replace: bool) -> None:
    """Raises CannotGoOn where the site still runs, or has learners and nobody said that it may go."""
    media = data / "media"
    if media.is_symlink() or os.path.ismount(media):
        raise telling.media_elsewhere(media)
    is_idle(data)
    learners = _learners_on_server() if address_of_server() else _learners_in(data / "xiangke.sqlite3")
    if learners and not replace:
        raise telling.has_learners(learners, place="DATABASE_URL" if address_of_server() else str(data))


def is_idle(data: Path) -> None:
    """Raises CannotGoOn where any program is connected to the database."""
    if address_of_server():
        _server_is_idle()
    elif (data / "xiangke.sqlite3").exists():
        _file_is_idle(data / "xiangke.sqlite3")


def _file_is_idle(database: Path) -> None:
    """Leaving WAL needs the file for oneself alone. It also brings the last writes into the one file that is kept."""
    try:
        with closing(sqlite3.connect(database, timeout=1)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE").fetchone()
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise telling.still_used(str(database)) from error
    except sqlite3.DatabaseError:
        return  # a broken database is a good reason to restore


def _server_is_idle() -> None:
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while _others_on_server():
        if time.monotonic() > deadline:
            raise telling.still_used("DATABASE_URL")
        time.sleep(0.1)


def _others_on_server() -> int:
    with connect() as server:
        row = server.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            " AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
        ).fetchone()
    return int(str(row[0])) if row else 0


def _learners_in(database: Path) -> int:
    if not database.exists():
        return 0
    try:
        with closing(sqlite3.connect(database)) as connection:
            return int(connection.execute(f"SELECT count(*) FROM {_TABLE}").fetchone()[0])
    except sqlite3.DatabaseError:
        return 0  # no such table yet, or broken beyond reading; it is kept beside the new one in any case


def _learners_on_server() -> int:
    with connect() as server:
        table = sql.Identifier(schema_of(server), _TABLE)
        known = server.execute("SELECT to_regclass(%s)", [table.as_string(server)]).fetchone()
        if known is None or known[0] is None:
            return 0
        row = server.execute(sql.SQL("SELECT count(*) FROM {}").format(table)).fetchone()
        return int(str(row[0])) if row else 0
