"""Statements of our own, run as each database likes them best: prepared once a connection on PostgreSQL."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import psycopg
from django.db import connection


def run(statement: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
    """Run it inside the caller's transaction and return its rows, if it gives any."""
    if connection.vendor == "postgresql":
        # Django's own cursor writes values into the text, which PostgreSQL then parses and plans every time.
        with psycopg.Cursor(connection.connection) as cursor:
            cursor.execute(statement, values, prepare=True)  # type: ignore[arg-type]  # built from constants only
            return cursor.fetchall() if cursor.description else []
    with connection.cursor() as plain:
        plain.execute(statement, [_for_sqlite(value) for value in values])
        return plain.fetchall() if plain.description else []


def _for_sqlite(value: object) -> object:
    if isinstance(value, UUID):
        return value.hex
    return connection.ops.adapt_datetimefield_value(value) if isinstance(value, datetime) else value
