"""Check sets: graded again from the raw responses, by the release she saw; passed once, a lesson counts as mastered."""

from datetime import UTC, datetime, timedelta

import pytest

from courses.catalog.models import Release
from courses.learning import actions, queries
from courses.learning.models import LessonProgress, Ungraded
from courses.learning.tasks import fold_all_ahead
from courses.people.models import Learner
from courses.reports.queries import figures
from courses.syncing import queries as syncing
from tests.builders import a_learner
from tests.learned import Record, a_module

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 11, 16, 8, 0, tzinfo=UTC)


def _somebody(*, exercises: int = 5) -> Record:
    return Record(learner=a_learner(), release=a_module(exercises=exercises))


def _checks(record: Record, *, right: int, of: int = 5, says: int = 5, at: datetime = MONDAY) -> None:
    """Her check set of ra1: the first `right` exercises rightly, the rest wrongly; her phone claims `says`."""
    responses = {f"q{n + 1}": n < right for n in range(of)}
    record.add("checked", item="ra1", body={"responses": responses, "right": says}, at=at)


def test_four_of_five_make_the_lesson_mastered_by_its_check_set_and_nothing_else() -> None:
    record = _somebody()
    _checks(record, right=4)
    fold_all_ahead()
    row = LessonProgress.objects.get()
    assert (row.checked_at, row.mastered_at, row.opened_at, row.right) == (MONDAY, None, None, {})


def test_the_phones_own_count_is_not_believed() -> None:
    record = _somebody()
    _checks(record, right=3, says=5)
    fold_all_ahead()
    assert LessonProgress.objects.get().checked_at is None


def test_what_she_left_out_is_not_right() -> None:
    record = _somebody()
    _checks(record, right=3, of=3)
    fold_all_ahead()
    assert LessonProgress.objects.get().checked_at is None


def test_a_response_of_another_shape_is_not_right_and_breaks_nothing() -> None:
    record = _somebody()
    responses = {"q1": ["a"], "q2": {"a": "b"}, "q3": True, "q4": True, "q5": True, "q99": True}
    record.add("checked", item="ra1", body={"responses": responses, "right": 5}, at=MONDAY)
    fold_all_ahead()
    assert LessonProgress.objects.get().checked_at is None


def test_progress_before_the_fold_knows_it_already_and_a_rebuild_changes_nothing() -> None:
    record = _somebody()
    _checks(record, right=5)
    her = record.learner.pk
    assert queries.progress_of([her])[her]["ra", "ra1"].checked_at == MONDAY
    fold_all_ahead()
    assert queries.progress_of([her])[her]["ra", "ra1"].checked_at == MONDAY
    assert actions.rebuild_progress().changed == 0


def test_a_check_set_of_an_unknown_release_is_graded_when_the_release_is_known() -> None:
    late = Release.objects.get(pk=a_module(exercises=5))
    record = Record(learner=a_learner(), release="d" * 64)
    _checks(record, right=5)
    fold_all_ahead()
    assert (Ungraded.objects.count(), LessonProgress.objects.count()) == (1, 0)
    late.pk = record.release
    late.save(force_insert=True)
    fold_all_ahead()
    assert (Ungraded.objects.count(), LessonProgress.objects.get().checked_at) == (0, MONDAY)


def test_it_stands_in_what_her_other_phone_hears() -> None:
    record = _somebody()
    _checks(record, right=5)
    (row,) = syncing.changes(learner=record.learner.pk, after=0)["progress"]
    assert (row["checked_at"], row["mastered_at"]) == ("2026-11-16T08:00:00.000Z", None)


def test_a_module_of_which_she_checked_one_lesson_and_learned_the_other_is_mastered() -> None:
    record = _somebody()
    _checks(record, right=4)
    record.whole_lesson(at=MONDAY + timedelta(hours=1), lesson="ra2", exercises=5)
    for folded in (False, True):
        if folded:
            fold_all_ahead()
        reached = figures.reached_in(Learner.objects.all(), module="ra")
        assert reached[record.learner.pk].mastered == {"ra1", "ra2"}
