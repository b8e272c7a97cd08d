"""Naming, joining, moving."""

import uuid
from datetime import datetime, timedelta

import pytest

from courses.people import actions, queries
from courses.people.actions.joining import ALPHABET, CodeUsedUp, ExpiredCode, UnknownCode, UnknownLearner
from courses.people.actions.places import MayNot
from courses.people.models import Learner, Membership
from courses.refusals import Invalid
from tests.builders import a_centre, a_group, a_join_code, a_learner, a_staff_member, a_village
from tests.cast import the_cast

pytestmark = pytest.mark.django_db


def test_a_learner_named_twice_is_kept_once(now: datetime) -> None:
    learner = uuid.uuid4()

    assert actions.learner_named(learner, now=now, language="en")
    assert not actions.learner_named(learner, now=now + timedelta(days=1))

    assert Learner.objects.get(pk=learner).created_at == now
    assert Learner.objects.get(pk=learner).language == "en"


def test_who_joins_nothing_is_unassigned_or_in_the_default_centre(now: datetime) -> None:
    before, after = uuid.uuid4(), uuid.uuid4()

    actions.learner_named(before, now=now)
    centre = a_centre(is_default=True)
    actions.learner_named(after, now=now)

    assert queries.membership_at(before, at=now) is None
    here = queries.membership_at(after, at=now - timedelta(days=30))
    assert here is not None and here.centre == centre and here.group is None


@pytest.mark.parametrize("with_default_centre", [False, True])
def test_joining_later_moves_the_whole_record(now: datetime, with_default_centre: bool) -> None:
    learner = uuid.uuid4()
    if with_default_centre:
        a_centre(is_default=True)
    actions.learner_named(learner, now=now)
    group = a_group()

    actions.seat_learner(a_join_code(group=group).code, learner=learner, now=now + timedelta(days=9))

    only = Membership.objects.get(learner=learner)
    assert (only.centre, only.group) == (group.centre, group)
    assert queries.membership_at(learner, at=now - timedelta(days=400)) == only


def test_whoever_changes_groups_leaves_what_she_did_with_the_old_one(now: datetime) -> None:
    old, new = a_group(), a_group()
    learner = a_learner(group=old)

    actions.seat_learner(a_join_code(group=new).code, learner=learner.pk, now=now)

    before = queries.membership_at(learner.pk, at=now - timedelta(seconds=1))
    after = queries.membership_at(learner.pk, at=now)
    assert before is not None and before.group == old
    assert after is not None and after.group == new


def test_a_code_is_read_as_people_type_it(now: datetime) -> None:
    code = a_join_code(code="ABCD2345")

    seated = actions.seat_learner(" abcd-2345 ", learner=a_learner().pk, now=now)

    assert seated.group == code.group


def test_an_unknown_code_is_refused(now: datetime) -> None:
    with pytest.raises(UnknownCode):
        actions.seat_learner("ABCD2345", learner=a_learner().pk, now=now)


def test_an_unknown_learner_is_refused(now: datetime) -> None:
    with pytest.raises(UnknownLearner):
        actions.seat_learner(a_join_code().code, learner=uuid.uuid4(), now=now)


def test_a_code_is_good_until_its_moment(now: datetime) -> None:
    code = a_join_code(expires_at=now)

    actions.seat_learner(code.code, learner=a_learner().pk, now=now - timedelta(seconds=1))
    with pytest.raises(ExpiredCode):
        actions.seat_learner(code.code, learner=a_learner().pk, now=now)


def test_a_withdrawn_code_and_one_of_a_closed_group_seat_nobody(now: datetime) -> None:
    withdrawn, closed = a_join_code(), a_join_code()
    operator = a_staff_member(role="operator")
    actions.withdraw_join_code(withdrawn, by=operator, now=now)
    actions.close_group(closed.group, by=operator, now=now)

    for code in (withdrawn, closed):
        with pytest.raises(ExpiredCode):
            actions.seat_learner(code.code, learner=a_learner().pk, now=now)


def test_a_single_seat_serves_one_and_the_same_one_again(now: datetime) -> None:
    code, first, second = a_join_code(seats=1), a_learner(), a_learner()

    actions.seat_learner(code.code, learner=first.pk, now=now)
    actions.seat_learner(code.code, learner=first.pk, now=now)
    with pytest.raises(CodeUsedUp):
        actions.seat_learner(code.code, learner=second.pk, now=now)

    code.refresh_from_db()
    assert code.used == 1


def test_a_group_code_seats_many(now: datetime) -> None:
    code = a_join_code(seats=None)

    for _ in range(5):
        actions.seat_learner(code.code, learner=a_learner().pk, now=now)

    assert Membership.objects.filter(group=code.group, until_at=None).count() == 5


def test_a_new_code_has_eight_plain_signs_and_lasts_ninety_days(now: datetime) -> None:
    group = a_group()
    trainer = a_staff_member(role="trainer", centre=group.centre)

    code = actions.make_join_code(group, by=trainer, now=now)

    assert len(code.code) == 8 and set(code.code) <= set(ALPHABET)
    assert code.expires_at == now + timedelta(days=90)


def test_staff_move_a_learner_and_the_past_stays_where_it_was(now: datetime) -> None:
    cast = the_cast()
    other = a_group(centre=cast.centre_a)

    actions.move_learner(
        cast.learner_a.pk, centre=cast.centre_a, group=other, village=cast.village_a, by=cast.trainer_a, now=now
    )

    was, is_now = queries.memberships_of([cast.learner_a.pk])[cast.learner_a.pk]
    assert (was.group, was.until_at) == (cast.group_a, now)
    assert (is_now.group, is_now.from_at, is_now.until_at) == (other, now, None)


def test_a_move_to_where_she_is_changes_nothing(now: datetime) -> None:
    cast = the_cast()

    actions.move_learner(
        cast.learner_a.pk,
        centre=cast.centre_a,
        group=cast.group_a,
        village=cast.village_a,
        by=cast.manager_a,
        now=now,
    )

    assert Membership.objects.filter(learner=cast.learner_a).count() == 1


def test_each_move_takes_a_place_in_the_learners_sequence(now: datetime) -> None:
    learner = a_learner()

    actions.seat_learner(a_join_code().code, learner=learner.pk, now=now)

    learner.refresh_from_db()
    assert learner.record_seq == 1


def test_nobody_moves_a_learner_of_another_centre_nor_into_one(now: datetime) -> None:
    cast = the_cast()

    for learner, centre in [(cast.learner_a, cast.centre_b), (cast.learner_b, cast.centre_a)]:
        with pytest.raises(MayNot):
            actions.move_learner(learner.pk, centre=centre, group=None, village=None, by=cast.manager_b, now=now)


def test_a_group_of_another_centre_is_refused(now: datetime) -> None:
    cast = the_cast()

    with pytest.raises(Invalid, match="places-differ"):
        actions.move_learner(
            cast.learner_a.pk,
            centre=cast.centre_a,
            group=cast.group_b,
            village=None,
            by=cast.county_officer,
            now=now,
        )


def test_the_county_places_the_unassigned(now: datetime) -> None:
    cast = the_cast()

    actions.move_learner(
        cast.unassigned.pk,
        centre=cast.centre_b,
        group=None,
        village=a_village(centre=cast.centre_b),
        by=cast.county_officer,
        now=now,
    )

    assert cast.unassigned in queries.learners_seen_by(cast.manager_b)
    assert cast.unassigned not in queries.learners_seen_by(cast.manager_a)
