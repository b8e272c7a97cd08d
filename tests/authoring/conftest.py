"""What every test of the editor begins with: the library on its pages, and a trainer who is signed in."""

from datetime import datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from courses.authoring import tasks
from courses.authoring.actions import compile_waiting, load_library
from courses.people.models import Role
from tests.builders import a_staff_member
from tests.rows_once import written_once


@pytest.fixture
def library(now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    """The library, loaded and released; tasks wait for a test to run them."""
    monkeypatch.setattr(tasks.compile_module, "delay", lambda **_: None)

    def load() -> None:
        load_library(Path(settings.CONTENT_DIR), now=now)
        compile_waiting(now=now)

    written_once("library", write=load)


@pytest.fixture
def trainer(client: Client) -> Client:
    client.force_login(a_staff_member(role=Role.TRAINER, language="en"))
    return client
