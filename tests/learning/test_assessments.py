"""Assessments: given again until handed in, graded once by their own draw, and nothing a bad day does takes it back."""

import uuid
from datetime import datetime, timedelta

import pytest

from courses.catalog.actions import withdraw_assessment
from courses.catalog.models import AssessmentRelease
from courses.learning import actions, queries
from courses.learning.actions.drawing import NoAssessment, RestFirst
from courses.learning.models import Certificate, Draw, HandedIn, Proof
from courses.people.models import Learner
from tests.assessed import an_assessment, handed_in, responses_to
from tests.builders import a_learner
from tests.learned import Record, a_module

pytestmark = pytest.mark.django_db


def a_record() -> Record:
    return Record(learner=a_learner(), release=a_module())


def drawn(record: Record, *, now: datetime) -> Draw:
    return actions.draw_assessment(learner=record.learner.pk, module="ra", now=now)


def told(record: Record) -> list[tuple[str, bool, int | None]]:
    rows = queries.proofs_after(learner=record.learner.pk, record_seq=0)
    return [(row["way"], row["passed"], row["right"]) for row in rows]


def test_a_draw_that_is_not_handed_in_is_given_again(now: datetime) -> None:
    an_assessment()
    record = a_record()

    first, again = drawn(record, now=now), drawn(record, now=now + timedelta(days=3))

    assert first == again
    assert len(set(first.items)) == 5


def test_a_module_without_an_assessment_says_so(now: datetime) -> None:
    with pytest.raises(NoAssessment):
        drawn(a_record(), now=now)


def test_neighbours_are_asked_different_exercises(now: datetime) -> None:
    an_assessment()

    assert len({tuple(drawn(a_record(), now=now).items) for _ in range(8)}) > 4


def test_four_of_five_is_passed_and_makes_a_certificate_without_a_name(now: datetime) -> None:
    an_assessment()
    record = a_record()

    handed_in(record, drawn(record, now=now), at=now, right=4)

    assert told(record) == [("assessment", True, 4)]
    certificate = Certificate.objects.get()
    assert (certificate.state, certificate.name, certificate.way) == ("open", "", "assessment")
    assert certificate.says["en"] == {"title": "Module ra", "can": ["I can do it."] * 2}


def test_after_one_not_passed_she_may_try_again_from_the_next_day(now: datetime) -> None:
    an_assessment()
    record = a_record()
    first = drawn(record, now=now)
    handed_in(record, first, at=now, right=3)

    with pytest.raises(RestFirst) as refused:
        drawn(record, now=now + timedelta(hours=1))

    assert refused.value.details == {"again_at": "2026-11-21T16:00:00Z"}
    assert Certificate.objects.count() == 0
    tomorrow = drawn(record, now=now + timedelta(hours=6))
    assert tomorrow.pk != first.pk and tomorrow.items != first.items
    handed_in(record, tomorrow, at=now + timedelta(hours=7))
    assert told(record) == [("assessment", True, 5)]


def test_one_passed_stays_passed_whatever_comes_after(now: datetime) -> None:
    an_assessment()
    record = a_record()
    handed_in(record, drawn(record, now=now), at=now, right=5)

    handed_in(record, drawn(record, now=now), at=now + timedelta(days=1), right=0)

    assert told(record) == [("assessment", True, 5)]


def test_a_draw_is_graded_by_its_own_release_after_the_module_was_published_again(now: datetime) -> None:
    an_assessment()
    record = a_record()
    draw = drawn(record, now=now)
    an_assessment(answer=False)

    assert drawn(record, now=now) == draw, "it is still hers to hand in"
    handed_in(record, draw, at=now, right=5)

    assert told(record) == [("assessment", True, 5)]


def test_a_draw_can_be_handed_in_after_the_assessment_was_withdrawn(now: datetime) -> None:
    an_assessment()
    record = a_record()
    draw = drawn(record, now=now)
    withdraw_assessment("ra")

    handed_in(record, draw, at=now)

    assert told(record) == [("assessment", True, 5)]


def test_of_a_draw_handed_in_twice_the_first_counts(now: datetime) -> None:
    an_assessment()
    record = a_record()
    draw = drawn(record, now=now)
    handed_in(record, draw, at=now, right=2)
    place = Proof.objects.get().record_seq

    handed_in(record, draw, at=now - timedelta(hours=2), right=5)

    assert told(record) == [("assessment", False, 2)]
    assert HandedIn.objects.count() == 1
    assert Proof.objects.get().record_seq == place, "phones have nothing new to pull"


def test_two_phones_that_hand_in_one_draw_in_one_fold_count_once(now: datetime) -> None:
    an_assessment()
    record = a_record()
    other_phone = Record(learner=record.learner, release=record.release)
    draw = drawn(record, now=now)

    handed_in(record, draw, at=now, right=5, fold=False)
    handed_in(other_phone, draw, at=now, right=0)

    assert told(record) == [("assessment", True, 5)]


def test_what_was_not_asked_counts_for_nothing(now: datetime) -> None:
    an_assessment()
    record = a_record()
    draw = drawn(record, now=now)
    others: dict[str, object] = {f"p{number}": True for number in range(16) if f"p{number}" not in draw.items}
    body = {"draw": str(draw.pk), "responses": responses_to(draw, right=1, others=others | {"nonsense": True})}

    record.add("assessed", item="", body=body, at=now)
    actions.fold_learner(record.learner.pk)

    assert told(record) == [("assessment", False, 1)]


def test_nobody_hands_in_for_somebody_else(now: datetime) -> None:
    an_assessment()
    hers, other = a_record(), a_record()

    handed_in(other, drawn(hers, now=now), at=now)

    assert HandedIn.objects.count() == 0


def test_a_draw_that_was_never_given_is_kept_in_the_record_and_breaks_nothing(now: datetime) -> None:
    an_assessment()
    record = a_record()
    body = {"draw": str(uuid.uuid4()), "responses": {"p1": True}}

    record.add("assessed", item="", body=body, at=now)
    actions.fold_learner(record.learner.pk)

    assert told(record) == []
    assert drawn(record, now=now)


def test_a_draw_lost_in_a_restore_is_made_again_when_it_is_handed_in(now: datetime) -> None:
    an_assessment()
    record = a_record()
    draw = drawn(record, now=now)
    an_assessment(answer=False)
    Draw.objects.filter(pk=draw.pk).delete()  # the backup was older than the draw

    handed_in(record, draw, at=now, right=4)

    assert told(record) == [("assessment", True, 4)]
    assert Draw.objects.get().items == draw.items


def test_a_lost_draw_whose_release_comes_back_later_counts_when_she_draws_again(now: datetime) -> None:
    release = an_assessment()
    record = a_record()
    draw = drawn(record, now=now)
    Draw.objects.all().delete()
    withdraw_assessment("ra")

    AssessmentRelease.objects.filter(pk=release).delete()
    handed_in(record, draw, at=now)
    assert told(record) == []
    an_assessment()

    drawn(record, now=now)

    assert told(record) == [("assessment", True, 5)]


def test_folding_and_rebuilding_once_more_change_nothing(now: datetime) -> None:
    an_assessment()
    record = a_record()
    handed_in(record, drawn(record, now=now), at=now, right=4)
    before = list(Proof.objects.values()), list(HandedIn.objects.values()), list(Certificate.objects.values())

    actions.fold_learner(record.learner.pk)
    rebuilt = actions.rebuild_progress()

    assert rebuilt.changed == 0
    assert before == (list(Proof.objects.values()), list(HandedIn.objects.values()), list(Certificate.objects.values()))


def test_a_grade_that_was_spoilt_is_mended_by_a_rebuild(now: datetime) -> None:
    an_assessment()
    record = a_record()
    handed_in(record, drawn(record, now=now), at=now, right=4)
    HandedIn.objects.update(right=1, credits={})

    rebuilt = actions.rebuild_progress()

    assert rebuilt.changed == 1
    assert told(record) == [("assessment", True, 4)]


def test_a_learner_who_is_erased_takes_her_name_and_proofs_along(now: datetime) -> None:
    an_assessment()
    record = a_record()
    handed_in(record, drawn(record, now=now), at=now)
    actions.claim_certificate(
        learner=record.learner.pk, module="ra", name="王桂兰", show_name=True, language="zh-hans", now=now
    )

    Learner.objects.filter(pk=record.learner.pk).delete()

    assert not Certificate.objects.exists() and not Proof.objects.exists() and not Draw.objects.exists()
