"""A new database out of a backup, on the connection that Django was set up with: tables, rows, a new epoch."""

from collections.abc import Collection
from uuid import UUID

from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from trainingsite.backups import rows, telling
from trainingsite.backups.archive import Reader
from trainingsite.backups.server import SCHEMA


def bring_back(backup: Reader, *, erased: Collection[UUID] = ()) -> None:
    """From nothing to today's tables, filled. What an older version wrote comes in first, then is brought up to date.

    Those of the learners `erased` who are in it are taken out again.

    Raises CannotGoOn where the backup contradicts itself, DatabaseError where the database refuses.
    """
    if connection.vendor == "postgresql":
        new_schema(make=True)
    _make_tables_as_of(backup)
    fill(backup)
    call_command("migrate", verbosity=0, interactive=False)
    call_command("new_epoch", verbosity=0)
    if erased:
        call_command("erase_again", *map(str, sorted(erased)))
    call_command("update_index", verbosity=0)
    close()


def fill(backup: Reader) -> None:
    """All rows of the backup in the place of what is there, in one transaction."""
    models = rows.historic_models(backup.manifest.migrations)
    try:
        with transaction.atomic():
            rows.clear(models)
            for table in backup.manifest.tables:
                rows.write(table, backup.rows(table))
            rows.count_on(models)
            connection.check_constraints()
    except IntegrityError as error:
        raise telling.does_not_fit_together(backup.path, error=error) from error


def _make_tables_as_of(backup: Reader) -> None:
    """The tables as the version that made the backup had them."""
    executor = MigrationExecutor(connection)
    graph = executor.loader.graph
    wanted = {(app, name) for app, name in backup.manifest.migrations if (app, name) in graph.nodes}
    last = [
        node
        for node in sorted(wanted)
        if not any(child.key[0] == node[0] and child.key in wanted for child in graph.node_map[node].children)
    ]
    executor.migrate(last)


def new_schema(*, make: bool) -> None:
    """On PostgreSQL the new site stands in a schema of its own until the switch; what was left of another goes."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")
        if make:
            cursor.execute(f"CREATE SCHEMA {SCHEMA}")


def close() -> None:
    """Nobody holds the new database any more; on SQLite all of it is in the one file."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA journal_mode=DELETE")
    connection.close()
    if hasattr(connection, "close_pool"):
        connection.close_pool()
