"""On PostgreSQL a new site stands in a schema of its own, until its tables take the place of the old ones at once."""

import os
from typing import TypeAlias

import psycopg
from psycopg import sql

from trainingsite.backups import telling

SCHEMA = "xiangke_restoring"
Server: TypeAlias = "psycopg.Connection[tuple[object, ...]]"


def address_of_server() -> str | None:
    return os.environ.get("DATABASE_URL") or None


def switch_tables(*, keep_as: str) -> None:
    """In one transaction: the old tables away, the new ones in their place. Nothing where that is done already."""
    if address_of_server() is None:
        raise telling.needs_its_server()
    try:
        with connect() as server:
            if not _tables(server, schema=SCHEMA):
                return
            place = schema_of(server)
            if _tables(server, schema=place):
                server.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(keep_as)))
                _move_tables(server, out_of=place, into=keep_as)
            _move_tables(server, out_of=SCHEMA, into=place)
            server.execute(sql.SQL("DROP SCHEMA {} CASCADE").format(sql.Identifier(SCHEMA)))
    except psycopg.Error as error:
        raise telling.database_refuses(error) from error


def schema_of(server: Server) -> str:
    """Where this site's tables stand: `public`, unless the address says otherwise."""
    row = server.execute("SELECT current_schema()").fetchone()
    return str(row[0]) if row and row[0] else "public"


def _move_tables(server: Server, *, out_of: str, into: str) -> None:
    for name in _tables(server, schema=out_of):
        table = sql.Identifier(out_of, name)
        server.execute(sql.SQL("ALTER TABLE {} SET SCHEMA {}").format(table, sql.Identifier(into)))


def connect() -> Server:
    """A connection to the server of DATABASE_URL. Raises CannotGoOn where it does not answer."""
    try:
        return psycopg.connect(address_of_server() or "")
    except psycopg.Error as error:
        raise telling.database_refuses(error) from error


def _tables(server: Server, *, schema: str) -> list[str]:
    """Its tables, but for those of an extension. Indexes and number sequences go with their tables."""
    rows = server.execute(
        "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace ="
        " (SELECT oid FROM pg_namespace WHERE nspname = %s) AND NOT EXISTS"
        " (SELECT 1 FROM pg_depend WHERE objid = pg_class.oid AND deptype = 'e')",
        [schema],
    )
    return [str(name) for (name,) in rows]
