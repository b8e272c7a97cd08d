"""Roll-ups: what is counted, where, and that counting again changes nothing."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db.models import Sum
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from courses.learning import actions as learning
from courses.people import actions as people
from courses.people.models import Learner
from courses.reports import actions, queries, tasks
from courses.reports.models import Counted, LearnerDay
from tests.builders import a_centre, a_group, a_join_code, a_learner, a_membership, a_staff_member
from tests.learned import Record, a_module

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 11, 16, 2, 0, tzinfo=UTC)  # ten in the morning in Shanghai
DAY = timedelta(days=1)

Days = set[tuple[date, int | None, int | None, int, int, int, int]]


def days(learner: Learner) -> Days:
    rows = LearnerDay.objects.filter(learner=learner.pk)
    return set(rows.values_list("day_date", "centre", "group", "opened", "finished", "answers", "right"))


def count(learner: Learner) -> None:
    learning.fold_learner(learner.pk)
    actions.count_learner(learner=learner.pk)


def test_a_day_counts_what_was_opened_finished_answered_and_right() -> None:
    group = a_group()
    learner = a_learner(group=group)
    record = Record(learner=learner, release=a_module())
    record.whole_lesson(at=MONDAY)
    sitting = record.opened(at=MONDAY + DAY, lesson="ra2")
    record.answered(at=MONDAY + DAY, sitting=sitting, item="ra2/q1", right=False)
    count(learner)
    assert days(learner) == {
        (date(2026, 11, 16), group.centre_id, group.pk, 1, 1, 2, 2),
        (date(2026, 11, 17), group.centre_id, group.pk, 1, 0, 1, 0),
    }


def test_a_day_is_that_of_the_centres_own_calendar() -> None:
    urumqi = a_learner(centre=a_centre(time_zone="Asia/Urumqi"))
    shanghai = a_learner(centre=a_centre())
    release = a_module()
    late = datetime(2026, 11, 16, 17, 0, tzinfo=UTC)  # 23:00 in Urumqi, 01:00 of the next day in Shanghai
    for learner in (urumqi, shanghai):
        Record(learner=learner, release=release).opened(at=late)
        count(learner)
    assert [day for day, *_ in days(urumqi)] == [date(2026, 11, 16)]
    assert [day for day, *_ in days(shanghai)] == [date(2026, 11, 17)]


def test_a_late_event_of_an_earlier_day_is_added_to_its_own_day() -> None:
    learner = a_learner(group=a_group())
    record = Record(learner=learner, release=a_module())
    record.whole_lesson(at=MONDAY)
    count(learner)
    record.whole_lesson(at=MONDAY - DAY, lesson="ra2")
    count(learner)
    assert {(day, finished) for day, _, _, _, finished, _, _ in days(learner)} == {
        (date(2026, 11, 15), 1),
        (date(2026, 11, 16), 1),
    }


moments = st.lists(st.tuples(st.integers(0, 20 * 24), st.booleans()), min_size=1, max_size=8)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moments=moments, data=st.data(), moved_after=st.integers(0, 20 * 24))
def test_any_order_and_any_number_of_counts_give_what_counting_once_gives(
    moments: list[tuple[int, bool]], data: st.DataObject, moved_after: int
) -> None:
    """The same events arrive in another order, are counted whenever, and she moves in between."""
    first, second = a_group(), a_group()
    release = a_module()
    learners = []
    for order in (moments, data.draw(st.permutations(moments))):
        learner = a_learner()
        moved_at = MONDAY + timedelta(hours=moved_after)
        a_membership(learner=learner, centre=first.centre, group=first, until_at=moved_at)
        a_membership(learner=learner, centre=second.centre, group=second, from_at=moved_at)
        record = Record(learner=learner, release=release)
        for hours, count_now in order:
            record.opened(at=MONDAY + timedelta(hours=hours))
            if count_now:
                count(learner)
        count(learner)
        count(learner)
        learners.append(learner)
    assert days(learners[0]) == days(learners[1])
    before = days(learners[0])
    actions.count_afresh(learners=[learners[0].pk])
    assert days(learners[0]) == before
    assert sum(opened for _, _, _, opened, *_ in before) == len(moments)


def test_what_she_did_before_a_move_stays_where_she_was(now: datetime) -> None:
    group, other = a_group(), a_group()
    learner = a_learner(group=group)
    operator = a_staff_member(role="operator")
    record = Record(learner=learner, release=a_module())
    record.whole_lesson(at=MONDAY)
    count(learner)
    people.move_learner(learner.pk, centre=other.centre, group=other, village=None, by=operator, now=MONDAY + DAY)
    record.whole_lesson(at=MONDAY + 2 * DAY, lesson="ra2")
    count(learner)
    assert {(day.day, group_id) for day, _, group_id, *_ in days(learner)} == {(16, group.pk), (18, other.pk)}


def test_whoever_joins_later_brings_her_whole_record(now: datetime) -> None:
    code = a_join_code()
    learner = a_learner()
    Record(learner=learner, release=a_module()).whole_lesson(at=MONDAY)
    count(learner)
    assert [centre for _, centre, *_ in days(learner)] == [None]
    people.seat_learner(code.code, learner=learner.pk, now=MONDAY + DAY)
    learning.fold_learner(learner.pk)
    tasks.count_all_ahead()
    assert [group for _, _, group, *_ in days(learner)] == [code.group_id]


def test_whoever_came_to_the_default_centre_by_herself_brings_her_record_to_her_group(now: datetime) -> None:
    default = a_centre(is_default=True)
    code = a_join_code(group=a_group())
    learner = a_learner()
    a_membership(learner=learner, centre=default)
    Record(learner=learner, release=a_module()).whole_lesson(at=MONDAY)
    count(learner)
    assert [centre for _, centre, *_ in days(learner)] == [default.pk]
    people.seat_learner(code.code, learner=learner.pk, now=MONDAY + DAY)
    learning.fold_learner(learner.pk)
    tasks.count_all_ahead()
    assert [centre for _, centre, *_ in days(learner)] == [code.group.centre_id]


def test_nothing_is_counted_before_it_is_folded() -> None:
    learner = a_learner(group=a_group())
    record = Record(learner=learner, release=a_module())
    record.whole_lesson(at=MONDAY)
    tasks.count_all_ahead()
    assert days(learner) == set()
    learning.fold_learner(learner.pk)
    record.opened(at=MONDAY + DAY, lesson="ra2")
    tasks.count_all_ahead()
    assert {day.day for day, *_ in days(learner)} == {16}


def test_an_answer_graded_long_after_is_counted_right_in_the_end() -> None:
    learner = a_learner(group=a_group())
    unheard_of = a_module(module="late", published=False)
    record = Record(learner=learner, release=unheard_of, module="late")
    record.answered(at=MONDAY, sitting=record.opened(at=MONDAY))
    count(learner)
    assert {right for *_, right in days(learner)} == {0}
    a_module(module="late")
    learning.fold_learner(learner.pk)
    tasks.count_all_ahead()
    assert {right for *_, right in days(learner)} == {1}


def test_counting_that_was_killed_half_way_counts_whole_the_next_time(monkeypatch: pytest.MonkeyPatch) -> None:
    learner = a_learner(group=a_group())
    Record(learner=learner, release=a_module()).whole_lesson(at=MONDAY)
    learning.fold_learner(learner.pk)

    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(Counted, "save", killed)
        with pytest.raises(KeyboardInterrupt):
            actions.count_learner(learner=learner.pk)
    assert days(learner) == set()
    tasks.count_all_ahead()
    assert {finished for _, _, _, _, finished, _, _ in days(learner)} == {1}


def test_the_sweep_leaves_nothing_ahead_and_then_finds_nothing() -> None:
    release = a_module()
    for learner in (a_learner(group=a_group()), a_learner()):
        Record(learner=learner, release=release).whole_lesson(at=MONDAY)
        learning.fold_learner(learner.pk)
    assert len(list(queries.ahead_of_roll_ups())) == 2
    tasks.count_all_ahead()
    assert list(queries.ahead_of_roll_ups()) == []
    assert LearnerDay.objects.aggregate(n=Sum("finished"))["n"] == 2


def test_a_message_of_the_inbox_does_not_keep_a_learner_ahead_for_ever() -> None:
    learner = a_learner(group=a_group())
    Learner.objects.filter(pk=learner.pk).update(record_seq=3)
    count(learner)
    assert list(queries.ahead_of_roll_ups()) == []
