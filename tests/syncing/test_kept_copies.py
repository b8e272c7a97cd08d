"""A learner's phone wrote what it could not send into a file, and a trainer hands that in."""

import json
from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

import pytest

from courses.learning import queries as learning
from courses.learning.models import Event
from courses.people.models import Staff
from courses.syncing import actions
from courses.syncing.actions.carried import Handed
from courses.syncing.models import Device, Parked
from tests.builders import a_staff_member
from tests.learned import a_module
from tests.syncing.phone import ANY_TIME, Json, Phone, as_text

pytestmark = pytest.mark.django_db
LATER = ANY_TIME + timedelta(days=3)


@pytest.fixture
def trainer() -> Staff:
    return a_staff_member(role="operator")


def a_copy(phone: Phone, events: Sequence[Json] | None = None) -> bytes:
    """What the phone's app writes: a head, then all that waits."""
    waiting = phone.waiting() if events is None else events
    head = {"copy": 1, "device": phone.device, "app": "x", "now": as_text(phone.clock), "events": len(waiting)}
    return "".join(json.dumps(each) + "\n" for each in [head, *waiting]).encode()


def take(raw: bytes, *, by: Staff) -> Handed:
    return actions.take_copy(raw, by=by, now=LATER)


def test_everything_in_the_file_is_counted_as_if_the_phone_had_sent_it(trainer: Staff) -> None:
    phone = Phone(release=a_module())
    sitting = phone.open()
    phone.answer(sitting)

    handed = take(a_copy(phone), by=trainer)

    assert {kind: dict(counts) for kind, counts in handed.by_kind.items()} == {
        "lesson_opened": {"stored": 1},
        "answered": {"stored": 1},
    }
    progress = learning.progress_of([UUID(phone.learner)])[UUID(phone.learner)]
    assert progress["ra", "ra1"].right


def test_the_same_file_twice_changes_nothing(trainer: Staff) -> None:
    phone = Phone(release=a_module())
    phone.answer(phone.open())
    take(a_copy(phone), by=trainer)

    again = take(a_copy(phone), by=trainer)

    assert (again.of("known"), again.of("stored")) == (2, 0)
    assert Event.objects.count() == 2


def test_a_phone_that_never_called_goes_on_by_itself_afterwards(trainer: Staff) -> None:
    phone = Phone(release=a_module())
    sitting = phone.open()
    take(a_copy(phone), by=trainer)

    phone.answer(sitting)
    phone.sync()

    assert Event.objects.count() == 2
    assert not Parked.objects.exists()
    assert phone.progress["ra/ra1"]["opened_at"]


def test_only_the_first_token_opens_a_phone_that_never_called(trainer: Staff) -> None:
    phone = Phone(release=a_module())
    phone.open()
    take(a_copy(phone), by=trainer)
    phone.sync()

    phone.token = "another token of 16 or more"

    assert phone.post("/api/v1/sync", phone.request([])).status_code == 401


def test_a_known_phone_and_the_server_agree_after_its_copy_was_handed_in(trainer: Staff) -> None:
    phone = Phone(release=a_module())
    phone.open()
    phone.sync()
    phone.answer(phone.open())

    take(a_copy(phone), by=trainer)

    assert phone.sync() <= 1
    device = Device.objects.get()
    assert device.n == Event.objects.count() == 3


def test_the_file_says_nothing_of_when_the_phone_was_heard_from(trainer: Staff) -> None:
    phone = Phone(release=a_module())
    phone.open()
    phone.sync()
    before = Device.objects.values("last_heard_at", "met_server_at", "waiting", "app").get()
    phone.open()

    take(a_copy(phone), by=trainer)

    assert Device.objects.values("last_heard_at", "met_server_at", "waiting", "app").get() == before


def test_times_are_corrected_by_the_phones_last_meeting_not_by_the_way_of_the_file(trainer: Staff) -> None:
    phone = Phone(release=a_module())
    phone.open()
    phone.sync()
    Device.objects.update(met_device_at=phone.clock, met_server_at=phone.clock - timedelta(hours=1))
    Device.objects.update(latest_at=phone.clock - timedelta(hours=2))
    late = phone.open()

    take(a_copy(phone), by=trainer)

    at = Event.objects.get(pk=late).corrected_at
    assert at == phone.clock - timedelta(hours=1)


def test_nobody_else_s_learner_is_written_for(trainer: Staff) -> None:
    hers, stranger = Phone(release=a_module()), Phone(release=a_module())
    hers.open()
    hers.sync()
    stranger.learner = hers.learner
    stranger.open()

    handed = take(a_copy(stranger), by=trainer)

    assert handed.reasons == {"not-your-learner": 1}
    assert Parked.objects.get().learner == UUID(hers.learner)
    assert Event.objects.count() == 1


def test_what_was_damaged_is_kept_and_holds_nothing_up(trainer: Staff) -> None:
    phone = Phone(release=a_module())
    phone.open()
    phone.open("ra2")

    handed = take(a_copy(phone)[:-40], by=trainer)

    assert {kind: dict(counts) for kind, counts in handed.by_kind.items()} == {
        "lesson_opened": {"stored": 1},
        "unreadable": {"parked": 1},
    }
    assert Parked.objects.get().device_id == UUID(phone.device)


def test_what_the_file_promised_and_did_not_hold_is_said(trainer: Staff) -> None:
    phone = Phone(release=a_module())
    phone.open()
    phone.open("ra2")

    handed = take(a_copy(phone).rsplit(b"\n", 2)[0], by=trainer)

    assert (handed.of("stored"), handed.missing) == (1, 1)


def test_a_file_of_several_phones_counts_each_event_for_its_own(trainer: Staff) -> None:
    first, second = Phone(release=a_module()), Phone(release=a_module())
    first.open()
    second.open()

    take(a_copy(first, [*first.waiting(), *second.waiting()]), by=trainer)

    assert dict(Device.objects.values_list("pk", "n")) == {UUID(first.device): 1, UUID(second.device): 1}


def test_more_events_than_go_at_once_are_all_taken(trainer: Staff) -> None:
    phone = Phone(release=a_module())
    for _ in range(450):
        phone.open()

    assert take(a_copy(phone), by=trainer).of("stored") == 450


@pytest.mark.parametrize("raw", [b"", b"not ours", b"\x00" * 50])
def test_any_other_file_is_refused_and_changes_nothing(raw: bytes, trainer: Staff) -> None:
    with pytest.raises(actions.NotACopy):
        take(raw, by=trainer)

    assert not Device.objects.exists()


def test_a_giant_file_is_refused(trainer: Staff) -> None:
    with pytest.raises(actions.CopyTooLarge):
        take(b" " * (16 * 1024 * 1024 + 1), by=trainer)
