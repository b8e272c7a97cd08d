"""A backup goes from PostgreSQL to SQLite and from SQLite to PostgreSQL; the old tables give way at once."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from psycopg import sql

from courses.learning.tasks import fold_all_ahead
from tests.backups.site import Site
from tests.learned import a_module
from tests.syncing.phone import Phone
from trainingsite.backups import making, occupied, server
from trainingsite.backups.archive import Reader
from trainingsite.terminal import CannotGoOn

pytestmark = pytest.mark.servers
ANY_TIME = datetime(2026, 11, 22, 7, 0, tzinfo=UTC)


@pytest.fixture
def empty_database(tmp_path: Path) -> Iterator[str]:
    """The address of a database of its own on the server of the run."""
    name = f"of_{os.getpid()}_{abs(hash(tmp_path))}"
    given = urlsplit(os.environ["DATABASE_URL"])
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as main:
        main.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield urlunsplit(given._replace(path=f"/{name}"))
        finally:
            main.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_from_postgresql_to_sqlite_and_back_every_row_is_the_same(tmp_path: Path, empty_database: str) -> None:
    phone = Phone(release=a_module())
    sitting = phone.open()
    phone.answer(sitting)
    phone.finish(sitting)
    phone.sync()
    fold_all_ahead()
    making.make(tmp_path / "first.tar", now=ANY_TIME)
    small, large = Site(data=tmp_path / "small"), Site(data=tmp_path / "large", server=empty_database)

    _does(small, "restore", str(tmp_path / "first.tar"))
    _does(small, "backup", str(tmp_path / "second.tar"))
    _does(large, "restore", str(tmp_path / "second.tar"))
    _does(large, "backup", str(tmp_path / "third.tar"))

    first, second, third = (_rows(tmp_path / f"{name}.tar") for name in ("first", "second", "third"))
    assert first["courses_event"] == second["courses_event"] == third["courses_event"] != []
    of_the_index = {"django_content_type", "auth_permission"}  # SQLite's search index has a model of its own
    assert {name for name in first if first[name] != second[name]} == {"courses_epoch", *of_the_index}
    assert all(set(first[name]) <= set(second[name]) for name in of_the_index)
    assert {name for name in first if second[name] != third[name]} == {"courses_epoch"}
    refused = large.command("restore", str(tmp_path / "second.tar"))
    assert refused.returncode == 1
    assert "has 1 learners" in refused.stderr


def test_the_old_tables_give_way_at_once_and_are_kept(empty_database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", empty_database)
    with psycopg.connect(empty_database) as database:
        database.execute("CREATE TABLE learner (id serial PRIMARY KEY, of text DEFAULT 'old')")
        database.execute("CREATE TABLE of_a_newer_version (id int)")
        database.execute("INSERT INTO learner DEFAULT VALUES")
        database.execute(f"CREATE SCHEMA {server.SCHEMA}")
        database.execute(f"CREATE TABLE {server.SCHEMA}.learner (id serial PRIMARY KEY, of text DEFAULT 'new')")
        database.execute(f"INSERT INTO {server.SCHEMA}.learner DEFAULT VALUES")

    server.switch_tables(keep_as="replaced_now")
    server.switch_tables(keep_as="replaced_now")  # killed after it, the next start comes here again

    with psycopg.connect(empty_database) as database:
        database.execute("INSERT INTO learner DEFAULT VALUES")
        assert database.execute("SELECT id, of FROM learner").fetchall() == [(1, "new"), (2, "new")]
        assert database.execute("SELECT of FROM replaced_now.learner").fetchall() == [("old",)]
        assert database.execute("SELECT to_regclass('of_a_newer_version')").fetchone() == (None,)


def test_while_another_program_is_connected_nothing_is_restored(
    empty_database: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DATABASE_URL", empty_database)
    with psycopg.connect(empty_database), pytest.raises(CannotGoOn, match="Something still uses"):
        occupied.may_be_replaced(tmp_path, replace=True)
    occupied.may_be_replaced(tmp_path, replace=False)


def test_a_server_that_does_not_answer_is_one_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATABASE_URL", f"postgres://nobody@/none?host={tmp_path}")
    with pytest.raises(CannotGoOn, match="The database does not go along"):
        occupied.may_be_replaced(tmp_path, replace=True)


def _does(site: Site, *arguments: str) -> None:
    done = site.command(*arguments)
    assert done.returncode == 0, done.stderr + done.stdout


def _rows(file: Path) -> dict[str, list[Any]]:
    with Reader(file) as backup:
        return {table.name: sorted(map(repr, backup.rows(table))) for table in backup.manifest.tables}
