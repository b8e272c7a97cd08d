"""What was done under the wrong name on a shared phone goes to who did it; both records say so."""

import re
import uuid
from datetime import UTC
from typing import Any

import pytest
from django.db.models import Sum
from django.urls import reverse
from wagtail.models import ModelLogEntry

from courses.learning import actions as learning
from courses.learning import queries as record
from courses.learning.models import Answer, Event
from courses.people.models import Learner
from courses.privacy import actions, queries
from courses.reports import actions as reports
from courses.reports.models import LearnerDay
from courses.syncing.models import Device
from tests.builders import a_membership
from tests.cast import Cast, signed_in
from tests.learned import a_module
from tests.privacy.everything import NOW
from tests.syncing.phone import Phone

pytestmark = pytest.mark.django_db


class Household:
    """A mother and her daughter on one phone: the mother did ra1, and ra2 the daughter under her mother's name."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.phone = Phone(release=a_module())
        self.mother, self.daughter = uuid.UUID(self.phone.learner), uuid.uuid4()
        sitting = self.phone.open()
        self.phone.answer(sitting)
        self.wrong = self.phone.open("ra2")
        self.phone.answer(self.wrong, item="ra2/q1")
        self.phone.write("profile_set", body={"nickname": "春兰", "picture": "moon", "language": "en"})
        self.phone.write("taught", item="ra1", learner=str(self.daughter))
        self.phone.sync()
        for learner in (self.mother, self.daughter):
            a_membership(learner=Learner.objects.get(pk=learner), centre=cast.centre_a, group=cast.group_a)
            learning.fold_learner(learner)
            reports.count_learner(learner=learner)

    @property
    def device(self) -> Device:
        return Device.objects.get(pk=self.phone.device)

    def sitting(self) -> list[uuid.UUID]:
        done = queries.done_on(self.device.pk, by=self.cast.trainer_a, zone=UTC)
        return list(next(each.events for each in done if str(each.sitting) == self.wrong))

    def moved(self) -> list[uuid.UUID]:
        """Those that stand in the daughter's record now and carry the phone's stamp of her mother."""
        return [
            uuid.UUID(id) for id, event in self.phone.held.items() if self.wrong in (id, event["body"].get("sitting"))
        ]

    def move(self) -> int:
        return actions.reassign(
            self.sitting(), device=self.device.pk, to=self.daughter, by=self.cast.trainer_a, now=NOW
        )


@pytest.fixture
def household(cast: Cast) -> Household:
    return Household(cast)


def places(learner: uuid.UUID) -> set[tuple[str, str]]:
    return set(record.progress_of([learner])[learner])


def test_a_sitting_goes_over_with_its_answers_and_progress_of_both_follows(household: Household) -> None:
    assert places(household.mother) == {("ra", "ra1"), ("ra", "ra2")}

    assert household.move() == 2

    assert places(household.mother) == {("ra", "ra1")}
    assert ("ra", "ra2") in places(household.daughter)
    assert Answer.objects.get(item="q1", lesson="ra2").learner == household.daughter
    assert learning.rebuild_progress().changed == 0


def test_both_records_say_so_without_naming_the_other(household: Household) -> None:
    household.move()

    rows = {row.learner: row.body for row in Event.objects.filter(kind="reassigned")}
    assert {learner: body["way"] for learner, body in rows.items()} == {
        household.mother: "away",
        household.daughter: "here",
    }
    assert all(len(body["events"]) == 2 for body in rows.values())
    assert str(household.mother) not in repr(rows[household.daughter])
    assert ModelLogEntry.objects.get(action="privacy.reassign").data == {"events": 2}


def test_the_phone_is_told_what_is_not_hers_and_both_still_agree(household: Household) -> None:
    phone = household.phone
    household.move()

    reply = phone.send(phone.request([]))
    assert set(reply["changes"][phone.learner]["reassigned"]) == {str(id) for id in household.moved()}
    assert phone.sync() == 0
    again = phone.send({**phone.request(list(phone.held.values())), "digest": {"n": 0, "x": "0" * 32}})
    assert {verdict for _, verdict, _ in again["verdicts"]} == {"known"}
    assert ("ra", "ra2") not in places(household.mother)


def test_the_sums_of_reports_follow(household: Household) -> None:
    def answers(learner: uuid.UUID) -> Any:
        return LearnerDay.objects.filter(learner=learner).aggregate(n=Sum("answers"))["n"] or 0

    assert (answers(household.mother), answers(household.daughter)) == (2, 0)

    household.move()

    assert (answers(household.mother), answers(household.daughter)) == (1, 1)


def test_a_day_goes_over_but_what_she_said_of_herself_stays(household: Household) -> None:
    done = queries.done_on(household.device.pk, by=household.cast.trainer_a, zone=UTC)
    day = next(each for each in done if each.sitting is None and each.learner.pk == household.mother)

    moved = actions.reassign(
        day.events, device=household.device.pk, to=household.daughter, by=household.cast.trainer_a, now=NOW
    )

    assert moved == 4 and places(household.mother) == set()
    assert Event.objects.filter(learner=household.mother, kind="profile_set").exists()


def test_a_day_that_was_one_sitting_is_offered_once(cast: Cast) -> None:
    phone = Phone(release=a_module())
    phone.answer(phone.open())
    phone.sync()

    [done] = queries.done_on(uuid.UUID(phone.device), by=cast.operator, zone=UTC)

    assert done.sitting and len(done.events) == 2


def test_doing_it_twice_changes_nothing_and_it_can_be_moved_back(household: Household) -> None:
    ids = household.sitting()
    household.move()
    before = Event.objects.count()

    def move(to: uuid.UUID) -> int:
        return actions.reassign(ids, device=household.device.pk, to=to, by=household.cast.trainer_a, now=NOW)

    assert move(household.daughter) == 0 and Event.objects.count() == before
    assert move(household.mother) == 2
    assert places(household.mother) == {("ra", "ra1"), ("ra", "ra2")}


def test_only_among_those_who_learn_on_this_phone_and_whom_staff_see(household: Household) -> None:
    cast, ids = household.cast, household.sitting()

    for to, by in ((cast.learner_a.pk, cast.operator), (household.daughter, cast.manager_b)):
        with pytest.raises(actions.NotOnThisPhone):
            actions.reassign(ids, device=household.device.pk, to=to, by=by, now=NOW)


def test_a_phone_may_not_say_it_itself(household: Household) -> None:
    household.phone.write("reassigned", body={"way": "here", "events": []})

    reply = household.phone.send(household.phone.request(household.phone.waiting()))

    assert reply["verdicts"][0][1:] == ["parked", "unknown-kind"]


def test_staff_choose_what_was_done_and_who_it_was(household: Household) -> None:
    client = signed_in(household.cast.trainer_a)
    address = reverse("privacy_wrong_name", args=[household.device.pk])
    assert address in client.get(reverse("syncing_phone", args=[household.device.pk])).content.decode()
    page = client.get(address).content.decode()
    key = f"{household.mother}/{household.wrong}"
    assert key in page and re.search(r"All of \d+ \w+ \d{4} as 春兰 · 4 records", page)

    done = client.post(address, {"done": key, "to": str(household.daughter)}, follow=True)

    assert "2 records count for" in done.content.decode()
    assert ("ra", "ra2") in places(household.daughter)
