"""The quick way of the steady state stores what the careful way stores, and gives way where anything is different."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from courses.learning.models import Event
from courses.people.models import Learner
from courses.syncing.actions import batches, steady
from courses.syncing.actions.standing import Standing, glance
from courses.syncing.models import Device, Parked
from tests.learned import a_module
from tests.syncing.phone import Phone

pytestmark = pytest.mark.django_db


def _a_known_phone() -> Phone:
    phone = Phone(release=a_module())
    phone.open()
    phone.sync()
    return phone


def _kept() -> tuple[list[Any], list[Any], list[Any]]:
    """All that a batch leaves behind, without the moments of its arrival."""
    events = Event.objects.order_by("record_seq").values_list("seq", "record_seq", "kind", "at", "sureness", "item")
    devices = Device.objects.values_list("n", "next_seq", "met_device_at", "app", "waiting", "revoked_at")
    return list(events), list(devices), list(Learner.objects.values_list("record_seq"))


def _two_batches() -> Phone:
    phone = _a_known_phone()
    for _ in range(2):
        phone.answer(phone.open())
        phone.answer(phone.open(), right=False)
        phone.believe(phone.send(phone.request(phone.waiting())))
    return phone


def test_both_ways_keep_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    _two_batches()
    quick = _kept()
    for table in (Event, Device, Learner):
        table.objects.all().delete()

    monkeypatch.setattr(batches, "take_new", lambda *_, **__: None)
    _two_batches()

    assert _kept() == quick


def test_both_sides_agree_after_many_batches() -> None:
    phone = _two_batches()
    assert phone.sync() == 0
    assert Event.objects.count() == len(phone.held) == Device.objects.get().n


@pytest.mark.servers  # the quick way is PostgreSQL's
def test_a_device_that_changed_between_the_two_statements_counts_every_event_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    phone = _a_known_phone()
    phone.answer(phone.open())
    monkeypatch.setattr(steady, "glance", _stale(lambda standing: replace(standing, n=standing.n + 1)))

    reply = phone.send(phone.request(phone.waiting()))

    assert reply["digest"] == "same"
    assert Event.objects.count() == Device.objects.get().n == 3


@pytest.mark.servers  # the quick way is PostgreSQL's
def test_a_learner_who_is_gone_between_the_two_statements_leaves_no_count(monkeypatch: pytest.MonkeyPatch) -> None:
    phone = _a_known_phone()
    phone.answer(phone.open())

    def erase(standing: Standing) -> Standing:
        Event.objects.all().delete()
        Learner.objects.all().delete()
        return standing

    monkeypatch.setattr(steady, "glance", _stale(erase))
    reply = phone.send(phone.request(phone.waiting()))

    assert [verdict for _, verdict, _ in reply["verdicts"]] == ["stored", "stored"]
    assert reply["digest"] == "same"
    assert Event.objects.count() == 2


def test_a_batch_with_one_known_event_among_new_ones_is_taken_the_careful_way() -> None:
    phone = _a_known_phone()
    held = phone.answer(phone.open())
    phone.send(phone.request([held]))
    phone.delivered.discard(held["id"])

    reply = phone.send(phone.request(phone.waiting()))

    assert sorted(verdict for _, verdict, _ in reply["verdicts"]) == ["known", "stored"]
    assert not Parked.objects.exists()


def _stale(change: Callable[[Standing], Standing]) -> Callable[..., Standing | None]:
    def looked_up(**asked: Any) -> Standing | None:
        standing = glance(**asked)
        return change(standing) if standing else None

    return looked_up


def test_events_get_their_places_in_the_order_of_the_device() -> None:
    phone = _a_known_phone()
    for _ in range(3):
        phone.open()

    phone.send(phone.request(list(reversed(phone.waiting()))))

    assert list(Event.objects.order_by("record_seq").values_list("seq", flat=True)) == [1, 2, 3, 4]
    assert set(Event.objects.values_list("device", flat=True)) == {UUID(phone.device)}
