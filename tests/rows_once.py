"""Rows that take long to make are made once for a run. Every other test copies them into its own tables."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from django.apps import apps
from django.db import connection, transaction
from django.db.models import Model

from tests.made_once import made_once
from trainingsite.backups import rows
from trainingsite.backups.archive import Table

Row = list[Any]
ROWS = "rows.json"


class Changed(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a table: how many rows stood there before, and all that stand there afterwards."""

    before: int
    rows: list[Row]


_CHANGES = msgspec.json.Decoder(dict[str, Changed])


def written_once(name: str, *, write: Callable[[], object]) -> None:
    """Do to the database what `write` does, which is nothing else. Where others wrote into its tables, it is called."""
    made = made_once(f"{name}-on-{connection.vendor}", make=lambda folder: _keep(folder / ROWS, write))
    changes = _CHANGES.decode((made / ROWS).read_bytes())
    models = {model: changes[model._meta.db_table] for model in _models() if model._meta.db_table in changes}
    if any(_count(model) != changed.before for model, changed in models.items()):
        write()
        return
    with transaction.atomic():
        rows.clear(models)
        for model, changed in models.items():
            table = Table(name=model._meta.db_table, columns=rows.columns_of(model), rows=len(changed.rows))
            rows.write(table, changed.rows)
        rows.count_on(list(models))


def _keep(file: Path, write: Callable[[], object]) -> None:
    with transaction.atomic():
        before = {model: _rows(model) for model in _models()}
        write()
        changes = {
            model._meta.db_table: Changed(before=len(earlier), rows=later)
            for model, earlier in before.items()
            if (later := _rows(model)) != earlier
        }
        transaction.set_rollback(True)
    file.write_bytes(msgspec.json.encode(changes))


def _rows(model: type[Model]) -> list[Row]:
    return list(rows.read(model._meta.db_table, columns=rows.columns_of(model)))


def _count(model: type[Model]) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(model._meta.db_table)}")
        return int(cursor.fetchone()[0])


def _models() -> list[type[Model]]:
    """Of every table that is kept."""
    models = apps.get_models(include_auto_created=True)
    tables = {model._meta.db_table: model for model in models if model._meta.managed and not model._meta.proxy}
    return [model for table, model in tables.items() if table not in rows.NOT_KEPT]
