"""Rows of any table as plain JSON values, the same from SQLite and PostgreSQL, and back into either.

Tables and columns are those of the migrations that the database itself says it had, not of today's models, so a
backup can be made before the database is brought up to date, and an older backup can be read for ever.
"""

import base64
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import chain, islice
from typing import Any
from uuid import UUID

from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.migrations.loader import MigrationLoader
from django.db.models import Field, Model

from trainingsite.backups.archive import Table

NOT_KEPT = frozenset({"django_session", "wagtailsearch_indexentry", "wagtailsearch_indexentry_fts"})
"""Who is signed in, and the office's search index, which differs by database and is made again."""

_KIND_OF = {
    "UUIDField": "uuid",
    "DateTimeField": "at",
    "DateField": "date",
    "TimeField": "time",
    "DecimalField": "decimal",
    "BooleanField": "flag",
    "JSONField": "json",
    "BinaryField": "bytes",
    **dict.fromkeys(("AutoField", "BigAutoField", "IntegerField", "BigIntegerField", "SmallIntegerField"), "number"),
    **dict.fromkeys(("PositiveIntegerField", "PositiveBigIntegerField", "PositiveSmallIntegerField"), "number"),
    "FloatField": "float",
    **dict.fromkeys(("CharField", "TextField", "SlugField", "FileField", "EmailField", "URLField"), "text"),
}
_AT_ONCE = 1000
_WITH_BYTES_AT_ONCE = 50
"""Photos and packs: a thousand of them would be more than a small machine has."""
Convert = Callable[[Any], Any]
Change = tuple[int, Convert]


def are_known(migrations: Iterable[tuple[str, str]]) -> bool:
    """Whether this version of Xiangke has heard of all of them; a newer one has more. Asks no database."""
    loader = MigrationLoader(None)
    replaced = {old for each in loader.replacements.values() for old in each.replaces}
    return set(migrations) <= {*loader.disk_migrations, *replaced}


def historic_models(applied: Iterable[tuple[str, str]]) -> list[type[Model]]:
    """The models of all tables as they were after these migrations."""
    loader = MigrationLoader(connection)
    nodes = [node for node in applied if node in loader.graph.nodes]
    models = loader.project_state(nodes).apps.get_models(include_auto_created=True)
    return [model for model in models if model._meta.managed and not model._meta.proxy]


def columns_of(model: type[Model]) -> list[tuple[str, str]]:
    """(name, kind) of every column."""
    return [(str(field.column), kind_of(field)) for field in model._meta.local_concrete_fields]


def kind_of(field: "Field[Any, Any]") -> str:
    """What its column holds; a reference holds what it refers to. KeyError: a type that nobody has met here yet."""
    while field.remote_field is not None:
        field = field.target_field  # type: ignore[attr-defined] # every reference has one
    return _KIND_OF[field.get_internal_type()]


@contextmanager
def one_moment() -> Iterator[None]:
    """All that is read inside is of one moment, while others go on writing; nobody waits for anybody."""
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield
        return
    with connection.cursor() as cursor:  # atomic() would take SQLite's one lock for writing
        cursor.execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def read(table: str, *, columns: Sequence[tuple[str, str]]) -> Iterator[list[Any]]:
    """All rows, a few at a time."""
    quote = connection.ops.quote_name
    names = ", ".join(quote(name) for name, _ in columns)
    with connection.chunked_cursor() as cursor:
        cursor.execute(f"SELECT {names} FROM {quote(table)}")
        most = _at_once(columns)
        found = iter(lambda: cursor.fetchmany(most), [])
        yield from _converted(chain.from_iterable(found), _changes(columns, _COMING_OUT))


def clear(models: Iterable[type[Model]]) -> None:
    """Takes away what the migrations themselves wrote. Inside a transaction: references are looked at by its end."""
    with connection.cursor() as cursor:
        for model in models:
            if model._meta.db_table not in NOT_KEPT:
                cursor.execute(f"DELETE FROM {connection.ops.quote_name(model._meta.db_table)}")


def write(table: Table, rows: Iterable[Sequence[Any]]) -> None:
    """All rows into an empty table. Raises a DatabaseError where they do not fit."""
    quote = connection.ops.quote_name
    names = ", ".join(quote(name) for name, _ in table.columns)
    fitting = _converted(rows, _changes(table.columns, _GOING_IN))
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {quote(table.name)} ({names}) FROM STDIN") as copy:
                for row in fitting:
                    copy.write_row(row)
            return
        marks = ", ".join(["%s"] * len(table.columns))
        while some := list(islice(fitting, _at_once(table.columns))):
            cursor.executemany(f"INSERT INTO {quote(table.name)} ({names}) VALUES ({marks})", some)


def count_on(models: Sequence[type[Model]]) -> None:
    """New rows get numbers above those that came."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(models)):
            cursor.execute(statement)


def _at_once(columns: Sequence[tuple[str, str]]) -> int:
    return _WITH_BYTES_AT_ONCE if any(kind == "bytes" for _, kind in columns) else _AT_ONCE


def _changes(columns: Sequence[tuple[str, str]], known: Mapping[str, Mapping[str, Convert]]) -> list[Change]:
    converts = known[connection.vendor]
    return [(place, converts[kind]) for place, (_, kind) in enumerate(columns) if kind in converts]


def _converted(rows: Iterable[Sequence[Any]], changes: Sequence[Change]) -> Iterator[list[Any]]:
    for row in rows:
        values = list(row)
        for place, convert in changes:
            if values[place] is not None:
                values[place] = convert(values[place])
        yield values


def _sqlite_time(text: str) -> str:
    return str(datetime.fromisoformat(text).astimezone(UTC).replace(tzinfo=None))


_COMING_OUT: dict[str, dict[str, Convert]] = {
    "sqlite": {
        "uuid": lambda value: str(UUID(value)),
        "at": lambda value: value.replace(tzinfo=UTC),
        "flag": bool,
        "decimal": str,
    },
    "postgresql": {},  # psycopg's own values, which the encoder writes in the same words
}
_GOING_IN: dict[str, dict[str, Convert]] = {
    "sqlite": {"uuid": lambda value: UUID(value).hex, "at": _sqlite_time, "flag": int, "bytes": base64.b64decode},
    "postgresql": {"bytes": base64.b64decode},  # COPY reads the rest as it is written
}
