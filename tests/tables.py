"""The test database begins as a copy of tables that were made once: 176 migrations cost each process 12 seconds."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from pytest_django import DjangoDbBlocker

from courses.people import actions as people
from tests import made_once
from tests.selection import ON_SERVERS


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """On SQLite the copy is there before Django asks for it; on a server Django makes it, and takes it away."""
    return not ON_SERVERS


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """Where the copy is, or of which database it is one."""
    database: dict[str, Any] = settings.DATABASES["default"]
    test = database.setdefault("TEST", {})
    if ON_SERVERS:
        made_once.migrate_the_server_once()
        test["TEMPLATE"] = database["NAME"]
        yield
        return
    copy = Path(tmp_path_factory.mktemp("database")) / made_once.TABLES
    test["NAME"] = shutil.copyfile(made_once.tables_on_sqlite(), copy)
    yield
    shutil.rmtree(copy.parent)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """The groups of the roles are there, as on every site that was started once."""
    with django_db_blocker.unblock():
        people.ensure_staff_groups()
