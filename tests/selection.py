"""Which tests run. Without servers: all but those marked `servers`. On servers: those, and all that touch a database
and are not about pages alone (`pages`; with `--long` these too).

"On servers" means that DATABASE_URL and REDIS_URL are set, as `python -m tests.servers python -m pytest …` does.
Tests marked `long` run with `--long`.
"""

import os

import pytest
from django.conf import settings

ON_SERVERS = bool(os.environ.get("REDIS_URL")) and bool(os.environ.get("DATABASE_URL"))
_DATABASE_FIXTURES = {"db", "transactional_db", "live_server"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="also the long runs")


def pytest_configure(config: pytest.Config) -> None:
    """Test processes beside each other empty their caches; on one Valkey each gets a database of its own."""
    process = os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")
    if ON_SERVERS:
        cache = settings.CACHES["default"]
        cache["LOCATION"] = f"{cache['LOCATION']}?db={int(process) + 1}"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    with_long = bool(config.getoption("--long"))
    left_out = [item for item in items if not _belongs(item, with_long=with_long)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in set(left_out)]


def _belongs(item: pytest.Item, *, with_long: bool) -> bool:
    if item.get_closest_marker("long") and not with_long:
        return False
    if item.get_closest_marker("servers"):
        return ON_SERVERS
    if not ON_SERVERS or item.get_closest_marker("browser"):
        return True
    return _touches_a_database(item) and (with_long or item.get_closest_marker("pages") is None)


def _touches_a_database(item: pytest.Item) -> bool:
    marked = item.get_closest_marker("django_db") is not None
    return marked or bool(set(getattr(item, "fixturenames", ())) & _DATABASE_FIXTURES)
