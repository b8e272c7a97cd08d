"""From events to progress: graded by the release she saw, folded once, rebuilt the same."""

import uuid
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import call_command

from courses.catalog.models import CurrentRelease, PackFile, Release
from courses.learning import actions, queries
from courses.learning.models import Answer, Folded, LessonProgress, Ungraded
from courses.learning.tasks import fold, fold_all_ahead
from courses.people.models import Consent
from tests.builders import a_learner
from tests.learned import Record, a_module

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 11, 16, 8, 0, tzinfo=UTC)


def _somebody(*, release: str | None = None) -> Record:
    return Record(learner=a_learner(), release=release or a_module())


def test_an_answer_is_graded_once_by_the_release_she_saw() -> None:
    record = _somebody()
    sitting = record.opened(at=MONDAY)
    record.answered(at=MONDAY + timedelta(minutes=1), sitting=sitting, right=False)
    record.answered(at=MONDAY + timedelta(minutes=2), sitting=sitting, attempt=2)
    for _ in range(2):
        fold(learners=[str(record.learner.pk)])
    assert list(Answer.objects.order_by("attempt").values_list("credit", flat=True)) == [0.0, 1.0]
    assert Answer.objects.filter(release=record.release).count() == 2


def test_a_whole_lesson_is_opened_finished_and_mastered() -> None:
    record = _somebody()
    record.whole_lesson(at=MONDAY)
    fold_all_ahead()
    row = LessonProgress.objects.get()
    assert (row.opened_at, row.finished_at) == (MONDAY, MONDAY + timedelta(minutes=3))
    assert row.mastered_at == MONDAY + timedelta(minutes=2)


def test_the_phones_own_credit_counts_for_nothing() -> None:
    record = _somebody()
    sitting = record.opened(at=MONDAY)
    body = {"sitting": str(sitting), "try": 1, "response": False, "credit": 1}
    record.add("answered", item="ra1/q1", body=body, at=MONDAY)
    fold_all_ahead()
    assert Answer.objects.get().credit == 0
    assert LessonProgress.objects.get().right == {}


def test_a_third_try_is_kept_and_makes_nothing_right() -> None:
    record = _somebody()
    record.answered(at=MONDAY, sitting=record.opened(at=MONDAY), attempt=3)
    fold_all_ahead()
    assert (Answer.objects.get().credit, LessonProgress.objects.get().right) == (1, {})


def test_progress_read_before_the_fold_is_the_same_as_after_it() -> None:
    record = _somebody()
    record.whole_lesson(at=MONDAY)
    fold_all_ahead()
    record.whole_lesson(at=MONDAY + timedelta(days=1), lesson="ra2")
    before = queries.progress_of([record.learner.pk])
    fold_all_ahead()
    assert queries.progress_of([record.learner.pk]) == before
    assert set(before[record.learner.pk]) == {("ra", "ra1"), ("ra", "ra2")}


def test_an_answer_of_an_unknown_release_is_graded_when_the_release_is_known() -> None:
    release = a_module(published=True)
    kept = Release.objects.get(pk=release), list(CurrentRelease.objects.all())
    record = _somebody(release="e" * 64)
    record.answered(at=MONDAY, sitting=record.opened(at=MONDAY))
    fold_all_ahead()
    assert not Answer.objects.exists()
    assert Ungraded.objects.get().release == "e" * 64
    assert Ungraded.objects.get().learner == record.learner.pk
    assert list(queries.learners_ahead()) == []
    late = kept[0]
    late.pk = "e" * 64
    late.save(force_insert=True)
    assert PackFile.objects.exists()
    assert list(queries.learners_ahead()) == [record.learner.pk]
    fold_all_ahead()
    assert not Ungraded.objects.exists()
    assert list(LessonProgress.objects.get().right) == ["q1@1"]


def test_an_exercise_the_release_does_not_have_is_no_answer() -> None:
    record = _somebody()
    record.answered(at=MONDAY, sitting=record.opened(at=MONDAY), item="ra1/q77")
    fold_all_ahead()
    assert not Answer.objects.exists() and not Ungraded.objects.exists()
    assert list(queries.learners_ahead()) == []


def test_a_release_of_another_module_masters_nothing() -> None:
    record = _somebody(release=a_module(module="pc", lessons=("ra1",)))
    record.answered(at=MONDAY, sitting=record.opened(at=MONDAY))
    fold_all_ahead()
    assert not Answer.objects.exists()


def test_what_a_learner_says_of_herself_counts_by_its_time_not_its_arrival() -> None:
    record = _somebody()
    body = {"nickname": "Mei", "picture": "kiwi", "language": "zh-hans"}
    record.add("profile_set", item="", body=body, at=MONDAY)
    record.add("profile_set", item="", body={**body, "nickname": "Old"}, at=MONDAY - timedelta(days=1))
    record.add("survey_answered", item="", body={"question": "birth-year", "answer": 1980}, at=MONDAY)
    record.add("survey_answered", item="", body={"question": "gender", "answer": "woman"}, at=MONDAY)
    record.add("survey_answered", item="", body={"question": "birth-year", "answer": 9}, at=MONDAY)
    record.add("consent_set", item="", body={"purpose": "needs", "given": True}, at=MONDAY)
    fold_all_ahead()
    record.learner.refresh_from_db()
    person = record.learner
    assert (person.nickname, person.picture, person.birth_year, person.gender) == ("Mei", "kiwi", 1980, "woman")
    assert Consent.objects.get().given


def test_rebuilding_changes_nothing_and_mends_what_was_broken() -> None:
    record = _somebody()
    record.whole_lesson(at=MONDAY)
    fold_all_ahead()
    before = LessonProgress.objects.values("right", "mastered_at", "releases").get()
    assert actions.rebuild_progress().changed == 0
    LessonProgress.objects.update(mastered_at=None, right={})
    said = StringIO()
    call_command("rebuild_progress", stdout=said)
    assert said.getvalue() == "1 learners, 2 answers, 1 lessons worked out again; 2 differed.\n"
    assert LessonProgress.objects.values("right", "mastered_at", "releases").get() == before


def test_a_learner_nobody_knows_is_folded_into_nothing() -> None:
    assert actions.fold_learner(uuid.uuid4()) == 0
    assert not Folded.objects.exists()
