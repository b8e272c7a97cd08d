"""`/healthz` and `/readyz` tell the truth about every part."""

from datetime import UTC, datetime

import pytest
from django.test import Client

from courses.catalog.models import CurrentRelease, PackFile, Release
from courses.web import heartbeat
from trainingsite.celery import app

NOW = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)


def _publish_something() -> None:
    file = PackFile.objects.create(sha256="f" * 64, content_type="application/json", plain=b"{}", created_at=NOW)
    release = Release.objects.create(
        sha256="a" * 64,
        kind=Release.Kind.MODULE,
        key="ra",
        language="en",
        format=1,
        body=b"{}",
        manifest=file,
        pack_bytes=2,
        created_at=NOW,
    )
    CurrentRelease.objects.create(kind=release.kind, key="ra", language="en", release=release, since_at=NOW)


def test_healthz_answers_without_asking_anything() -> None:
    response = Client().get("/healthz")

    assert (response.status_code, response.json()) == (200, {"ready": True})
    assert response["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_readyz_names_what_is_missing() -> None:
    response = Client().get("/readyz")

    assert response.status_code == 503
    assert response.json() == {
        "ready": False,
        "database": True,
        "migrations": True,
        "content": False,
        "broker": True,
        "worker": False,
    }


@pytest.mark.django_db
def test_readyz_is_200_when_every_part_is_up() -> None:
    _publish_something()
    heartbeat.note(now=NOW)

    response = Client().get("/readyz")

    assert (response.status_code, response.json()["ready"]) == (200, True)


@pytest.mark.django_db
def test_a_worker_that_begins_anew_is_not_believed_by_the_old_heartbeat() -> None:
    heartbeat.note(now=NOW)

    heartbeat.forget()

    assert Client().get("/readyz").json()["worker"] is False


@pytest.mark.django_db
def test_a_broker_that_is_away_is_said_and_breaks_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    away = app.connection_for_write(url="redis+socket:///tmp/no-such-place/valkey.sock")
    monkeypatch.setattr(app, "connection_for_write", lambda: away)

    response = Client().get("/readyz")

    assert response.status_code == 503
    assert response.json()["broker"] is False
    assert response.json()["database"] is True
