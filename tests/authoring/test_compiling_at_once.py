"""Several workers compile at the same moment, on a real PostgreSQL: one does it, the last edit wins."""

import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, transaction

from courses.authoring.actions import ask_for_compile, compile_waiting, compile_what_was_asked, load_library
from courses.authoring.models import CompileRequest, LessonPage
from courses.catalog import queries as catalog
from courses.catalog.models import CurrentRelease

pytestmark = [pytest.mark.servers, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

OLD, NEW = "She searched for them", "She asked for them"


def test_of_two_workers_one_compiles_and_the_other_finds_nothing_to_do(now: datetime) -> None:
    load_library(Path(settings.CONTENT_DIR), now=now)
    both_are_ready = threading.Barrier(2)
    compiled: list[bool] = []

    def work() -> None:
        try:
            both_are_ready.wait()
            compiled.append(compile_what_was_asked(kind="module", key="ra", now=now))
        finally:
            connection.close()

    in_parallel(work, work)

    assert sorted(compiled) == [False, True]
    assert CurrentRelease.objects.filter(key="ra").count() == 2


def test_an_edit_published_during_a_compile_is_compiled_after_it(now: datetime) -> None:
    load_library(Path(settings.CONTENT_DIR), now=now)
    has_begun, has_edited = threading.Event(), threading.Event()

    def compile_slowly() -> None:
        try:
            with transaction.atomic():
                compile_what_was_asked(kind="module", key="ra", now=now)
                has_begun.set()
                # The editor now waits for this transaction's lock; it cannot say so, only be seen waiting.
                until_somebody_waits_for_a_lock()
        finally:
            connection.close()

    def edit() -> None:
        try:
            has_begun.wait()
            with transaction.atomic():
                publish_edit()
                ask_for_compile(kind="module", key="ra", now=now + timedelta(minutes=1))
            has_edited.set()
        finally:
            connection.close()

    in_parallel(compile_slowly, edit)

    assert has_edited.is_set() and CompileRequest.objects.filter(key="ra").exists()
    assert OLD in first_card()
    compile_waiting(now=now + timedelta(minutes=2))
    assert NEW in first_card()


def in_parallel(*works: Callable[[], None]) -> None:
    threads = [threading.Thread(target=work) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def until_somebody_waits_for_a_lock() -> None:
    """Within a transaction PostgreSQL shows the same picture of its sessions again until it is told to forget it."""
    with connection.cursor() as cursor:
        while True:
            cursor.execute("SELECT pg_stat_clear_snapshot()")
            cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
            if cursor.fetchone()[0]:
                return
            time.sleep(0.02)


def publish_edit() -> None:
    """As the editor saves it; the signal that asks for a compile is asked for by hand, to choose its moment."""
    page = LessonPage.objects.get(lesson_id="ra1", locale__language_code="en")
    raw = page.body.get_prep_value()
    raw[0]["value"]["text"] = raw[0]["value"]["text"].replace(OLD, NEW)
    LessonPage.objects.filter(pk=page.pk).update(body=raw)


def first_card() -> str:
    release = catalog.current_release(kind="module", key="ra", language="en")
    assert release
    lesson = catalog.lesson_of(release=release.pk, lesson="ra1")
    assert lesson
    return lesson.cards[0].text
