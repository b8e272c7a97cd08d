"""Statements of our own, run as each database likes them best: prepared once a connection on PostgreSQL."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import psycopg
from django.db import connection


def run(statement: str, values: Sequence[str | int | datetime | UUID | None]) -> list[tuple[Any, ...]]:
    """Run it, inside the caller's transaction if there is one, and return its rows, if it gives any."""
    connection.ensure_connection()
    if connection.vendor == "postgresql":
        # Django's own cursor writes values into the text, which PostgreSQL then parses and plans every time.
        with psycopg.Cursor(connection.connection) as cursor:
            cursor.execute(statement, values, prepare=True)
            return cursor.fetchall() if cursor.description else []
    with connection.cursor() as plain:
        plain.execute(statement, [_for_sqlite(value) for value in values])
        return plain.fetchall() if plain.description else []


def _for_sqlite(value: str | int | datetime | UUID | None) -> str | int | None:
    if isinstance(value, UUID):
        return value.hex
    return str(connection.ops.adapt_datetimefield_value(value)) if isinstance(value, datetime) else value
