"""Statements of our own, run as each database likes them best: prepared once a connection on PostgreSQL."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID
from weakref import WeakKeyDictionary

import psycopg
from django.db import connection, connections
from psycopg.adapt import Transformer
from psycopg.pq import ConnStatus, ExecStatus
from psycopg.pq.abc import PGconn, PGresult

Value = str | int | datetime | UUID | None


def rows(statement: str, values: Sequence[Value]) -> list[tuple[Any, ...]]:
    """Run it, inside the caller's transaction if there is one, and return its rows."""
    database = connections["default"]  # `connection` looks itself up at every use
    database.ensure_connection()
    if database.vendor == "postgresql":
        with database.wrap_database_errors:
            return _prepared(database.connection, statement, values)
    with database.cursor() as plain:
        plain.execute(statement, [_for_sqlite(value) for value in values])
        return list(plain.fetchall()) if plain.description else []


# -- PostgreSQL -------------------------------------------------------------------------------------------------------
# Django's own cursor writes values into the text of a statement, which is then parsed and planned every time. The
# driver's cursor prepares it, and spends four times as much on it in Python as the call of libpq that it comes to.

_OURS: WeakKeyDictionary["psycopg.Connection[Any]", set[bytes]] = WeakKeyDictionary()
"""The names of what is prepared, by connection."""
_BINARY = 1


def _prepared(session: "psycopg.Connection[Any]", statement: str, values: Sequence[Value]) -> list[tuple[Any, ...]]:
    if not session.autocommit:  # then it is the driver that begins the transaction
        with psycopg.Cursor(session) as cursor:
            cursor.execute(statement, values, prepare=True)
            return cursor.fetchall() if cursor.description else []
    sent: list[Any] = [None if value is None else str(value).encode() for value in values]  # typed as without NULL
    try:
        result = _executed(session, statement, sent)
    except psycopg.errors.InvalidSqlStatementName:  # with a rollback the driver forgets all that was prepared before it
        _OURS[session].discard(_for_libpq(statement)[0])
        result = _executed(session, statement, sent)
    reader = Transformer(session)
    reader.set_pgresult(result)
    return reader.load_rows(0, result.ntuples, tuple)


def _executed(session: "psycopg.Connection[Any]", statement: str, values: list[Any]) -> PGresult:
    name, text = _for_libpq(statement)
    known = _OURS.setdefault(session, set())
    if name not in known:
        _checked(session.pgconn, session.pgconn.prepare(name, text))
        known.add(name)
    return _checked(session.pgconn, session.pgconn.exec_prepared(name, values, result_format=_BINARY))


@lru_cache
def _for_libpq(statement: str) -> tuple[bytes, bytes]:
    """A name for it, and its text with $1, $2 … where values stand."""
    first, *others = statement.split("%s")
    text = first + "".join(f"${number}{part}" for number, part in enumerate(others, start=1))
    return f"courses_{hashlib.sha256(text.encode()).hexdigest()[:16]}".encode(), text.encode()


def _checked(session: PGconn, result: PGresult) -> PGresult:
    if result.status in (ExecStatus.TUPLES_OK, ExecStatus.COMMAND_OK):
        return result
    if session.status == ConnStatus.BAD:
        raise psycopg.OperationalError(session.get_error_message())
    raise psycopg.errors.error_from_result(result)


# -- SQLite -----------------------------------------------------------------------------------------------------------


def _for_sqlite(value: Value) -> str | int | None:
    if isinstance(value, UUID):
        return value.hex
    return str(connection.ops.adapt_datetimefield_value(value)) if isinstance(value, datetime) else value
