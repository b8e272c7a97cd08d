"""What every test stands on: no server is needed, nothing is written outside a temporary folder."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.test import override_settings
from pytest_django import Settings
from whitenoise.middleware import WhiteNoiseMiddleware

from tests.small_library import small_library
from trainingsite.celery import app as celery_app

pytest_plugins = ["tests.chromium", "tests.selection", "tests.sharing", "tests.tables"]


@pytest.fixture
def now() -> datetime:
    """A Saturday evening in the village: 18:00 in Shanghai. Time is passed in, never slept on."""
    return datetime(2026, 11, 21, 10, 0, tzinfo=UTC)


@pytest.fixture(scope="session", autouse=True)
def _no_static_root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Static files come from where they were written; the live server starts before any test's own settings."""
    with override_settings(STATIC_ROOT=tmp_path_factory.mktemp("static")):
        yield


@pytest.fixture(scope="session", autouse=True)
def _static_files_are_listed_once() -> Iterator[None]:
    """Every test client has middleware of its own, and 3,000 files of Wagtail would be looked at again for each."""
    listed: dict[str, Any] = {}
    lists = WhiteNoiseMiddleware.add_files_from_finders

    def list_once(middleware: WhiteNoiseMiddleware) -> None:
        if not listed:
            lists(middleware)
            listed.update(middleware.files)
        middleware.files |= listed

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(WhiteNoiseMiddleware, "add_files_from_finders", list_once)
        yield


@pytest.fixture(autouse=True)
def _no_servers(settings: Settings, tmp_path: Path) -> Iterator[None]:
    """Cache and task queue in memory, unless the run says which servers to use; files in a folder of the test,
    two lessons in the library."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.STATIC_ROOT = tmp_path
    settings.DATA_DIR = tmp_path
    settings.CONTENT_DIR = small_library()
    if not os.environ.get("REDIS_URL"):
        settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
        celery_app.conf.update(broker_url="memory://")
    yield
    cache.clear()
