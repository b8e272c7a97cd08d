"""When a release is made: at once, at a set time, by one worker at a time, and by the sweep where one was killed."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from kombu.exceptions import OperationalError
from wagtail.models import Revision

from courses.authoring import queries, tasks
from courses.authoring.actions import ask_for_compile, compile_waiting, compile_what_was_asked
from courses.authoring.models import CompileRequest, ModulePage
from courses.catalog import queries as catalog
from courses.catalog.models import CurrentRelease
from tests.authoring.editor import current, lesson_page, publish_retitled

pytestmark = pytest.mark.django_db


def test_an_unpublished_module_is_no_longer_offered_and_phones_keep_their_release(
    library: None, trainer: Client
) -> None:
    release = current()
    for page in ModulePage.objects.all():
        trainer.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]), {"include_descendants": "on"})

    compile_waiting(now=timezone.now())

    assert not CurrentRelease.objects.filter(key="ra").exists()
    assert catalog.catalogue(language="en")["modules"] == []
    assert catalog.lesson_of(release=release, lesson="ra1") is not None


def test_a_deleted_lesson_leaves_the_release_once_both_languages_are_without_it(library: None) -> None:
    for language in ("en", "zh-hans"):
        lesson_page(language, "ra2").delete()

    compile_waiting(now=timezone.now())

    body = catalog.release_body(current())
    assert body is not None and list(body.lessons) == ["ra1"]


def test_a_lesson_of_one_country_is_released_as_such_and_says_so_on_phones(library: None) -> None:
    released = catalog.lesson_of(release=current("zh-hans", key="ra"), lesson="ra2")
    offered = catalog.offered_lesson(module="ra", lesson="ra2", language="zh-hans")

    assert released is not None and released.country == "cn"
    assert offered is not None and "<small>这一课讲的是中国的规定。</small>" in offered.file["html"]


def test_facts_and_glossary_go_to_phones_without_their_country(library: None) -> None:
    outline = catalog.release_body(current("en", key="village-ecommerce"))

    assert outline is not None and {fact["id"] for fact in outline.json["facts"]} >= {"V10", "V18"}
    assert not [one for one in [*outline.json["facts"], *outline.json["glossary"]] if "country" in one]


def _let_a_day_pass(revision: Revision) -> None:
    """The time that was set is now past."""
    past = timezone.now() - timedelta(minutes=1)
    revision.refresh_from_db()
    revision.content["go_live_at"] = past.isoformat()
    revision.approved_go_live_at = past
    revision.save()


def test_publishing_at_a_set_time_becomes_a_release(library: None) -> None:
    page, release = lesson_page(), current()
    page.title = "Tomorrow's title"
    page.go_live_at = timezone.now() + timedelta(days=1)
    revision = page.save_revision()
    revision.publish()
    tasks.publish_scheduled()
    assert lesson_page().title != "Tomorrow's title"

    _let_a_day_pass(revision)
    tasks.publish_scheduled()
    tasks.compile_waiting()

    assert lesson_page().title == "Tomorrow's title"
    assert current() != release


def test_whoever_comes_second_finds_nothing_to_compile(library: None, now: datetime) -> None:
    ask_for_compile(kind="module", key="ra", now=now)

    assert compile_what_was_asked(kind="module", key="ra", now=now)
    assert not compile_what_was_asked(kind="module", key="ra", now=now)


def test_asking_twice_waits_once(library: None, now: datetime) -> None:
    ask_for_compile(kind="module", key="ra", now=now)
    ask_for_compile(kind="module", key="ra", now=now + timedelta(minutes=1))

    [request] = CompileRequest.objects.all()

    assert request.asked_at == now + timedelta(minutes=1)


def test_a_compile_that_is_killed_is_done_by_the_sweep(library: None, monkeypatch: pytest.MonkeyPatch) -> None:
    release = current()
    publish_retitled(lesson_page())

    class Killed(BaseException):
        pass

    def killed(*_: object, **__: object) -> None:
        raise Killed

    with monkeypatch.context() as patch, pytest.raises(Killed), transaction.atomic():
        patch.setattr("courses.catalog.actions.publish", killed)
        tasks.compile_module(kind="module", key="ra")
    assert current() == release

    tasks.compile_waiting()

    assert current() != release


def test_a_broker_that_is_away_costs_no_release(
    library: None,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: Callable[..., Any],
) -> None:
    def away(**_: object) -> None:
        raise OperationalError("away")

    monkeypatch.setattr(tasks.compile_module, "delay", away)
    release = current()
    with django_capture_on_commit_callbacks(execute=True):
        publish_retitled(lesson_page())
    assert current() == release

    tasks.compile_waiting()

    assert current() != release


def test_the_office_says_what_waits_and_what_is_published(library: None, trainer: Client, now: datetime) -> None:
    assert "published" in trainer.get(reverse("authoring_modules")).content.decode()
    ask_for_compile(kind="module", key="ra", now=now)

    assert "waits" in trainer.get(reverse("authoring_modules")).content.decode()
    assert queries.release_state(kind="module", key="ra").languages == ["en", "zh-hans"]
