"""Statements of our own, run as each database likes them best: prepared once a connection on PostgreSQL."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import psycopg
from django.db import connection, connections

Value = str | int | datetime | UUID | None


def rows(statement: str, values: Sequence[Value]) -> list[tuple[Any, ...]]:
    """Run it, inside the caller's transaction if there is one, and return its rows."""
    database = connections["default"]  # `connection` looks itself up at every use
    database.ensure_connection()
    if database.vendor == "postgresql":
        # Django's own cursor writes values into the text, which PostgreSQL then parses and plans every time.
        with database.wrap_database_errors, psycopg.Cursor(database.connection) as cursor:
            return cursor.execute(statement, values, prepare=True).fetchall()
    with database.cursor() as plain:
        plain.execute(statement, [_for_sqlite(value) for value in values])
        return list(plain.fetchall())


def run(statement: str, values: Sequence[Value]) -> None:
    """Run a statement that gives no rows."""
    if connection.vendor == "postgresql":
        with connection.wrap_database_errors, psycopg.Cursor(connection.connection) as cursor:
            cursor.execute(statement, values, prepare=True)
        return
    with connection.cursor() as plain:
        plain.execute(statement, [_for_sqlite(value) for value in values])


def _for_sqlite(value: Value) -> str | int | None:
    if isinstance(value, UUID):
        return value.hex
    return str(connection.ops.adapt_datetimefield_value(value)) if isinstance(value, datetime) else value
