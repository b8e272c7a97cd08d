"""A trainer's counter-signature: who may give it, what rests on it, and taking it back."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from courses.learning import actions, queries
from courses.learning.actions.signing import AlreadySigned, NotYetSeen
from courses.learning.models import Certificate, Signature
from courses.people.models import Learner, Role, Staff
from tests.assessed import an_assessment, handed_in
from tests.builders import a_centre, a_learner, a_staff_member
from tests.cast import signed_in
from tests.learned import Record, a_module

pytestmark = pytest.mark.django_db
SHANGHAI = "Asia/Shanghai"


@pytest.fixture
def learner() -> Learner:
    a_module()
    return a_learner(nickname="王桂兰", centre=a_centre())


@pytest.fixture
def trainer(learner: Learner) -> Staff:
    return a_staff_member(role=Role.TRAINER, centre=learner.memberships.get().centre)


def signs(learner: Learner, *, by: Staff, now: datetime, days_ago: int = 0) -> Signature:
    seen = (now - timedelta(days=days_ago)).date()
    return actions.sign(learner, module="ra", seen_date=seen, by=by, time_zone=SHANGHAI, now=now)


def told(learner: Learner) -> dict[str, tuple[bool, str | None]]:
    rows = queries.proofs_after(learner=learner.pk, record_seq=0)
    return {row["way"]: (row["passed"], row["certificate"] and row["certificate"]["state"]) for row in rows}


def test_a_signature_makes_a_certificate_verified_by_trainer(learner: Learner, trainer: Staff, now: datetime) -> None:
    signs(learner, by=trainer, now=now, days_ago=2)

    assert told(learner) == {"trainer": (True, "open")}
    certificate = Certificate.objects.get()
    assert (certificate.way, certificate.earned_at.date()) == ("trainer", (now - timedelta(days=2)).date())


def test_nobody_signs_twice_or_ahead_of_time(learner: Learner, trainer: Staff, now: datetime) -> None:
    signs(learner, by=trainer, now=now)

    with pytest.raises(AlreadySigned):
        signs(learner, by=trainer, now=now)
    with pytest.raises(NotYetSeen):
        signs(learner, by=trainer, now=now, days_ago=-1)


def test_taken_back_the_certificate_is_revoked_and_her_phone_is_told(
    learner: Learner, trainer: Staff, now: datetime
) -> None:
    signature = signs(learner, by=trainer, now=now)
    place = Learner.objects.get(pk=learner.pk).record_seq

    actions.take_back(signature, by=trainer, now=now)

    assert told(learner) == {"trainer": (False, "revoked")}
    assert queries.proofs_after(learner=learner.pk, record_seq=place)


def test_what_was_taken_back_can_be_signed_anew_with_a_new_code(
    learner: Learner, trainer: Staff, now: datetime
) -> None:
    actions.take_back(signs(learner, by=trainer, now=now), by=trainer, now=now)

    signs(learner, by=trainer, now=now)

    assert told(learner) == {"trainer": (True, "open")}
    assert len(set(Certificate.objects.values_list("code", flat=True))) == 2


def test_who_passed_the_assessment_too_keeps_a_certificate(learner: Learner, trainer: Staff, now: datetime) -> None:
    an_assessment()
    signature = signs(learner, by=trainer, now=now)
    record = Record(learner=learner, release=a_module())
    handed_in(record, actions.draw_assessment(learner=learner.pk, module="ra", now=now), at=now)
    assert Certificate.objects.count() == 1, "one certificate a module"

    actions.take_back(signature, by=trainer, now=now)

    assert told(learner) == {"trainer": (False, "open"), "assessment": (True, "open")}
    assert Certificate.objects.get(revoked_at=None).way == "assessment"


def test_a_certificate_that_was_revoked_does_not_come_back_by_a_rebuild(
    learner: Learner, trainer: Staff, now: datetime
) -> None:
    an_assessment()
    record = Record(learner=learner, release=a_module())
    handed_in(record, actions.draw_assessment(learner=learner.pk, module="ra", now=now), at=now)

    actions.revoke_certificate(Certificate.objects.get(), by=trainer, now=now)
    actions.rebuild_progress()

    assert told(learner) == {"assessment": (True, "revoked")}


def test_the_office_signs_and_takes_back_and_every_step_leaves_a_line_without_a_name(
    learner: Learner, trainer: Staff, now: datetime
) -> None:
    office = signed_in(trainer)
    page, sign = reverse("learning_proofs", args=[learner.pk]), reverse("learning_sign", args=[learner.pk])

    office.post(sign, {"module": "ra", "seen_date": "2026-03-02", "seen": "on"})
    shown = office.get(page).content.decode()
    office.post(reverse("learning_take_back", args=[Signature.objects.get().pk]))

    code = Certificate.objects.get().code
    assert f"/verify/{code}" in shown and "saw her do it on 2 Mar 2026" in shown
    assert Signature.objects.get().taken_back_at is not None
    lines = ModelLogEntry.objects.filter(action__startswith="learning.")
    assert [line.action for line in lines.order_by("timestamp")] == ["learning.sign", "learning.take_back"]
    assert all("王桂兰" not in line.label for line in lines)


def test_without_having_seen_it_nothing_is_signed(learner: Learner, trainer: Staff) -> None:
    answer = signed_in(trainer).post(
        reverse("learning_sign", args=[learner.pk]), {"module": "ra", "seen_date": "2026-03-02"}
    )

    assert answer.status_code == 200
    assert not Signature.objects.exists()


def may_open(staff: Staff, learner: Learner) -> bool:
    client: Client = signed_in(staff)
    return client.get(reverse("learning_sign", args=[learner.pk])).status_code == 200


def test_only_who_trains_where_she_belongs_may_sign(learner: Learner, trainer: Staff) -> None:
    centre = learner.memberships.get().centre
    manager_here = a_staff_member(role=Role.MANAGER, centre=centre)
    trainer_elsewhere = a_staff_member(role=Role.TRAINER, centre=a_centre())
    of_the_county = a_staff_member(role=Role.TRAINER, county=centre.county)

    assert may_open(trainer, learner) and may_open(of_the_county, learner)
    assert not may_open(manager_here, learner)
    assert not may_open(trainer_elsewhere, learner)
