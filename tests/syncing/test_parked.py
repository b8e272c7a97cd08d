"""What is parked waits to be judged again, and nothing of it is lost meanwhile."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from wagtail.models import ModelLogEntry

from courses.engine import events
from courses.learning.models import Event
from courses.people.models import Staff
from courses.syncing import actions
from courses.syncing.models import Admission, Device, Parked
from tests.builders import a_staff_member
from tests.learned import a_module
from tests.syncing.phone import ANY_TIME, Phone

pytestmark = pytest.mark.django_db
LATER = ANY_TIME + timedelta(days=3)


@pytest.fixture
def manager() -> Staff:
    return a_staff_member(role="operator")


def replay(by: Staff) -> list[tuple[str, str | None]]:
    """The verdicts, judged again now."""
    rows = Parked.objects.order_by("pk").values_list("pk", flat=True)
    return [(each.verdict, each.code) for each in actions.replay(rows, by=by, now=LATER)]


def a_phone_of_another() -> tuple[Phone, Phone]:
    """Hers, and one that wrote for her without being let in."""
    hers, other = Phone(release=a_module()), Phone(release=a_module())
    hers.open()
    hers.sync()
    other.learner = hers.learner
    other.open()
    other.sync()
    return hers, other


def test_a_record_whose_reason_is_gone_is_counted_after_all(manager: Staff) -> None:
    hers, other = a_phone_of_another()
    Admission.objects.create(device_id=UUID(other.device), learner_id=UUID(hers.learner), via="code", at=LATER)

    assert replay(manager) == [("stored", None)]

    row = Parked.objects.get()
    assert (row.outcome, row.settled_at) == ("stored", LATER)
    assert Event.objects.filter(learner=hers.learner).count() == 2


def test_phone_and_server_still_agree_after_a_replay(manager: Staff) -> None:
    hers, other = a_phone_of_another()
    Admission.objects.create(device_id=UUID(other.device), learner_id=UUID(hers.learner), via="code", at=LATER)
    replay(manager)

    assert other.sync() == 0
    assert Device.objects.get(pk=other.device).n == 1


def test_a_record_whose_reason_stands_stays_and_says_why(manager: Staff) -> None:
    a_phone_of_another()

    assert replay(manager) == [("parked", "not-your-learner")]

    row = Parked.objects.get()
    assert (row.tried_at, row.settled_at) == (LATER, None)


def test_a_kind_that_a_newer_server_knows_is_taken(manager: Staff, monkeypatch: pytest.MonkeyPatch) -> None:
    phone = Phone(release=a_module())
    with monkeypatch.context() as older:
        older.setattr(events, "KINDS", {name: kind for name, kind in events.KINDS.items() if name != "lesson_opened"})
        phone.open()
        phone.sync()
    assert Parked.objects.get().code == "unknown-kind"

    assert replay(manager) == [("stored", None)]


def test_what_cannot_be_read_stays_as_it_came(manager: Staff) -> None:
    phone = Phone()
    reply = phone.send(phone.request([{"id": "no id", "learner": phone.learner}]))
    assert reply["verdicts"][0][1] == "parked"

    assert replay(manager) == [("parked", "unreadable")]
    assert Parked.objects.get().learner == UUID(phone.learner)


def test_another_content_under_the_same_number_is_kept_once_however_often_it_comes() -> None:
    phone = Phone(release=a_module())
    sitting = phone.open()
    phone.sync()
    changed = {**phone.held[sitting], "body": {"language": "zh-hans"}}

    for _ in range(2):
        phone.clock += timedelta(hours=1)
        phone.send(phone.request([changed]))

    row = Parked.objects.get()
    assert row.code == "same-id-other-content"
    assert '"zh-hans"' in row.raw


def test_a_settled_record_is_not_judged_again(manager: Staff) -> None:
    a_phone_of_another()
    actions.put_aside(Parked.objects.get(), by=manager, now=LATER)

    assert replay(manager) == []
    assert Parked.objects.get().outcome == "aside"


def a_lost_phone(by: Staff) -> Phone:
    """One that wrote something before it heard that it was blocked."""
    phone = Phone(release=a_module())
    phone.open()
    phone.sync()
    actions.block(Device.objects.get(pk=phone.device), by=by, now=LATER)
    phone.open()
    phone.sync()
    return phone


def test_what_staff_trust_of_a_blocked_phone_counts_and_the_phone_stays_blocked(manager: Staff) -> None:
    phone = a_lost_phone(manager)
    assert replay(manager) == [("parked", "revoked-device")]

    (counted,) = actions.count_although_blocked(Parked.objects.get(), by=manager, now=LATER)

    assert counted.verdict == "stored" and Event.objects.filter(learner=phone.learner).count() == 2
    assert Device.objects.get(pk=phone.device).revoked_at == LATER
    assert phone.sync() == 0 and phone.is_revoked, "phone and server still agree"
    assert ModelLogEntry.objects.filter(action="syncing.count_although_blocked").count() == 1


def test_trust_names_a_learner_whom_only_the_blocked_phone_knew(manager: Staff) -> None:
    phone = a_lost_phone(manager)
    Parked.objects.all().delete()
    phone.learner = str(uuid4())
    phone.open()
    phone.sync()

    (counted,) = actions.count_although_blocked(Parked.objects.get(), by=manager, now=LATER)

    assert counted.verdict == "stored" and Event.objects.filter(learner=phone.learner).exists()


def test_what_was_put_aside_can_be_brought_back(manager: Staff) -> None:
    a_phone_of_another()
    actions.put_aside(Parked.objects.get(), by=manager, now=LATER)

    actions.bring_back(Parked.objects.get(), by=manager, now=LATER)

    assert replay(manager) == [("parked", "not-your-learner")]


def test_a_phone_may_say_what_its_browser_can() -> None:
    phone = Phone(release=a_module())
    phone.open()

    phone.send({**phone.request(phone.waiting()), "can": ["gzip", "worker", "flying"]})

    assert Device.objects.get().abilities == "worker gzip"


def test_a_phone_that_does_not_say_is_taken_as_before() -> None:
    phone = Phone(release=a_module())
    phone.open()
    phone.sync()

    assert Device.objects.get().abilities == ""
