"""Answers of a review on the server: their sitting is one that no `lesson_opened` began (docs/decisions/0040)."""

import uuid
from datetime import UTC, datetime, timedelta

import pytest

from courses.learning.models import Answer, LessonProgress
from courses.learning.tasks import fold_all_ahead
from courses.reminders.queries import situations
from tests.builders import a_learner
from tests.learned import Record, a_module

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 11, 16, 8, 0, tzinfo=UTC)
LATER = MONDAY + timedelta(days=3)


def _somebody() -> Record:
    return Record(learner=a_learner(), release=a_module())


def test_a_review_answered_wrongly_is_graded_and_takes_nothing_back() -> None:
    record = _somebody()
    record.whole_lesson(at=MONDAY)
    fold_all_ahead()
    before = LessonProgress.objects.get()
    review = uuid.uuid4()
    for attempt in (1, 2):
        record.answered(at=LATER, sitting=review, right=False, attempt=attempt)
    fold_all_ahead()
    after = LessonProgress.objects.get()
    assert before.mastered_at
    assert (after.finished_at, after.mastered_at, after.right) == (before.finished_at, before.mastered_at, before.right)
    assert list(Answer.objects.filter(sitting=review).values_list("credit", flat=True)) == [0.0, 0.0]


def test_a_review_answered_rightly_can_master_a_lesson() -> None:
    record = _somebody()
    sitting = record.opened(at=MONDAY)
    record.answered(at=MONDAY, sitting=sitting)
    for attempt in (1, 2):
        record.answered(at=MONDAY, sitting=sitting, item="ra1/q2", right=False, attempt=attempt)
    record.finished(at=MONDAY, sitting=sitting)
    fold_all_ahead()
    assert LessonProgress.objects.get().mastered_at is None
    record.answered(at=LATER, sitting=uuid.uuid4(), item="ra1/q2")
    fold_all_ahead()
    assert LessonProgress.objects.get().mastered_at == LATER


def test_a_review_left_in_the_middle_is_no_lesson_that_was_stopped() -> None:
    record = _somebody()
    record.whole_lesson(at=MONDAY)
    record.answered(at=LATER, sitting=uuid.uuid4(), right=False)
    fold_all_ahead()
    [situation] = situations(learners=[record.learner.pk], now=LATER + timedelta(days=9))
    assert situation.signals.open_sitting is None
