"""What goes wrong at the server: it dies between two statements, loses its database, comes back from a backup."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from django.apps import apps
from django.db import OperationalError, connection

from courses import database
from courses.syncing import actions as syncing

_ROOMS = ("people", "learning", "inbox", "asking", "syncing", "reminders", "reports", "privacy")


class Killed(BaseException):
    """As `kill -9`: nobody catches it, the transaction it was in is no more."""


@contextmanager
def failing(*, at: int, error: Callable[[], BaseException]) -> Iterator[None]:
    """The statement of that number (from 0) is not run: `error` comes instead, once. Savepoints are not counted."""
    left = [at]

    def count(statement: object) -> None:
        if str(statement).startswith(("SAVEPOINT", "RELEASE", "ROLLBACK")):
            return
        left[0] -= 1
        if left[0] == -1:
            raise error()

    def wrapped(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        with connection.wrap_database_errors:
            count(sql)
        return execute(sql, *rest)

    own = database._prepared  # on PostgreSQL, past Django's wrappers

    def ours(session: Any, statement: str, values: Any) -> Any:
        count(statement)
        return own(session, statement, values)

    with connection.execute_wrapper(wrapped), patch.object(database, "_prepared", ours):
        yield


def is_killed(*, at: int) -> Any:
    return failing(at=at, error=Killed)


def loses_its_database(*, at: int) -> Any:
    return failing(at=at, error=lambda: OperationalError("the connection is lost"))


def _tables() -> list[str]:
    """Everything about people and what they did. What is published stays: it has another way back."""
    models = apps.get_app_config("courses").get_models(include_auto_created=True)
    ours = [model for model in models if model.__module__.split(".")[1] in _ROOMS]
    return [model._meta.db_table for model in ours if model.__name__ != "Epoch"]


class Backup:
    """A copy of all rows, inside the database itself, so that a test's rollback takes it away too."""

    _number = 0

    def __init__(self) -> None:
        Backup._number += 1
        self._copies: dict[str, str] = {}
        with connection.cursor() as cursor:
            for table in _tables():
                cursor.execute(f"SELECT EXISTS (SELECT 1 FROM {table})")
                if cursor.fetchone()[0]:
                    copy = self._copies[table] = f"backup_{Backup._number}_{table}"
                    cursor.execute(f"CREATE TEMP TABLE {copy} AS SELECT * FROM {table}")

    def restore(self) -> None:
        """Every row as it was; cursors that phones have of the lost history are worth nothing any more."""
        with connection.cursor() as cursor:
            for table in _tables():
                cursor.execute(f"DELETE FROM {table}")
            for table, copy in self._copies.items():
                cursor.execute(f"INSERT INTO {table} SELECT * FROM {copy}")
        syncing.begin_new_epoch()
