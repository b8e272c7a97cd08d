"""What the server answers to one phone at a time: verdicts, digests, who may write, bad days."""

import json
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from courses.learning.models import Event
from courses.people.models import Learner, Membership
from courses.syncing.models import Device, Erased, Parked
from tests.builders import a_centre, a_group, a_join_code
from tests.learned import a_module
from tests.syncing.phone import ANY_TIME, Phone, a_phone_that_learned, digest

pytestmark = pytest.mark.django_db


def _codes(reply: Any) -> list[tuple[str, str | None]]:
    return [(verdict, code) for _, verdict, code in reply["verdicts"]]


def test_events_are_stored_and_both_sides_agree() -> None:
    phone = a_phone_that_learned()
    reply = phone.send(phone.request(phone.waiting()))
    assert _codes(reply) == [("stored", None)] * 3
    assert reply["digest"] == "same"
    assert list(Event.objects.order_by("record_seq").values_list("record_seq", flat=True)) == [1, 2, 3]


def test_a_repeated_batch_changes_nothing() -> None:
    phone = a_phone_that_learned()
    request = phone.request(phone.waiting())
    phone.send(request)
    before = (list(Event.objects.order_by("pk").values()), list(Learner.objects.values()))
    again = phone.send(request)
    assert _codes(again) == [("known", None)] * 3
    assert again["digest"] == "same"
    assert (list(Event.objects.order_by("pk").values()), list(Learner.objects.values())) == before


def test_part_of_a_batch_may_be_known() -> None:
    phone = a_phone_that_learned()
    first, *rest = phone.waiting()
    phone.send(phone.request([first]))
    reply = phone.send(phone.request([first, *rest]))
    assert _codes(reply) == [("known", None), ("stored", None), ("stored", None)]
    assert reply["digest"] == "same"


def test_the_same_id_with_another_content_is_parked_and_the_first_stays() -> None:
    phone = a_phone_that_learned(answers=0)
    phone.sync()
    (event,) = phone.held.values()
    changed = {**event, "body": {"language": "zh-hans"}}
    reply = phone.send({**phone.request([]), "events": [changed], "digest": digest([])})
    assert _codes(reply) == [("parked", "same-id-other-content")]
    assert Event.objects.get().body == {"language": "en"}
    assert "zh-hans" in Parked.objects.get().raw


def test_the_same_id_twice_in_one_batch_is_judged_in_order() -> None:
    phone = a_phone_that_learned(answers=0)
    (event,) = phone.held.values()
    other = {**event, "body": {"language": "zh-hans"}}
    reply = phone.send({**phone.request([]), "events": [event, event, other]})
    assert _codes(reply) == [("stored", None), ("known", None), ("parked", "same-id-other-content")]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"kind": "dreamt"}, "unknown-kind"),
        ({"v": 7}, "unknown-version"),
        ({"body": {"language": "xx"}}, "bad-body"),
        ({"body": {"language": "en", "more": "\0"}}, "bad-body"),
        ({"item": "ra1/q1/x"}, "bad-item"),
        ({"release": "no hash!"}, "bad-item"),
        ({"seq": "five"}, "unreadable"),
        ({"at": "yesterday"}, "unreadable"),
        ({"learner": None}, "unreadable"),
    ],
)
def test_an_event_that_cannot_be_taken_is_kept_and_holds_no_other(change: dict[str, Any], code: str) -> None:
    phone = a_phone_that_learned()
    good = phone.waiting()
    poison = {**phone.write("lesson_opened", item="ra1", body={"language": "en"}), **change}
    reply = phone.send({**phone.request([]), "events": [good[0], poison, *good[1:]]})
    verdicts = {id: (verdict, why) for id, verdict, why in reply["verdicts"]}
    assert verdicts[poison["id"]] == ("parked", code)
    assert [verdicts[event["id"]] for event in good] == [("stored", None)] * 3
    assert reply["digest"] == "same"
    assert Parked.objects.get().code == code


def test_something_that_is_no_event_at_all_is_kept_too() -> None:
    phone = a_phone_that_learned(answers=0)
    reply = phone.send({**phone.request(phone.waiting()), "events": [*phone.waiting(), 17]})
    assert reply["verdicts"][1] == [None, "parked", "unreadable"]
    assert Parked.objects.get().raw == "17"


def test_a_release_the_server_never_had_is_stored_and_said_so() -> None:
    phone = Phone(release="f" * 64)
    phone.answer(phone.open())
    assert _codes(phone.send(phone.request(phone.waiting()))) == [("stored", "unknown-release")] * 2


def test_a_wrong_token_is_refused_and_nothing_is_written() -> None:
    phone = a_phone_that_learned()
    phone.sync()
    device = Device.objects.values().get()
    phone.write("lesson_opened", item="ra2", body={"language": "en"})
    thief = Phone(device=phone.device)
    response = thief.post("/api/v1/sync", phone.request(phone.waiting()))
    assert response.status_code == 401
    assert response.json()["code"] == "wrong-token"
    assert Event.objects.count() == 3
    assert Device.objects.values().get() == device


def test_no_token_is_refused_before_anything_is_read() -> None:
    response = Client().post("/api/v1/sync", b"{}", content_type="application/json")
    assert response.status_code == 401
    assert not Device.objects.exists()


def test_nobody_writes_for_a_learner_another_phone_named() -> None:
    mine, other = a_phone_that_learned(), Phone(release=a_module())
    mine.sync()
    other.write("lesson_opened", item="ra1", body={"language": "en"}, learner=mine.learner)
    other.open()
    reply = other.send(other.request(other.waiting()))
    assert _codes(reply) == [("parked", "not-your-learner"), ("stored", None)]
    assert reply["digest"] == "same"


def test_an_erased_learner_is_gone_and_not_kept() -> None:
    phone = a_phone_that_learned()
    Erased.objects.create(learner=phone.learner, at=ANY_TIME)
    reply = phone.send(phone.request(phone.waiting()))
    assert _codes(reply) == [("gone", None)] * 3
    assert reply["digest"] == "same"
    assert not Event.objects.exists() and not Parked.objects.exists() and not Learner.objects.exists()


def test_events_of_a_revoked_device_are_parked_not_lost() -> None:
    phone = a_phone_that_learned()
    phone.sync()
    Device.objects.update(revoked_at=ANY_TIME)
    phone.open("ra2")
    reply = phone.send(phone.request(phone.waiting()))
    assert _codes(reply) == [("parked", "revoked-device")]
    assert reply["changes"] == {}


def test_what_counts_already_is_not_parked_when_a_revoked_device_sends_it_again() -> None:
    """Its reply was lost, or somebody handed in a kept copy first: nobody has to decide about it."""
    phone = a_phone_that_learned()
    phone.send(phone.request(phone.waiting()))
    Device.objects.update(revoked_at=ANY_TIME)
    phone.open("ra2")
    changed = phone.waiting()[0] | {"body": {"language": "zh-hans"}}
    reply = phone.send(phone.request([*phone.waiting(), changed]))
    assert _codes(reply) == [
        *[("known", None)] * 3,
        *[("parked", "revoked-device")],
        ("parked", "same-id-other-content"),
    ]
    assert reply["digest"] == "same"
    assert Parked.objects.count() == 2


def test_parked_events_count_once_and_as_soon_as_the_device_is_let_in() -> None:
    mine, other = a_phone_that_learned(), Phone(release=a_module())
    mine.sync()
    other.learner, other.read = mine.learner, mine.read
    other.open()
    other.sync()
    code = a_join_code(group=a_group(), expires_at=ANY_TIME + timedelta(days=36500))
    body = {"code": code.code, "device": other.device, "learner": other.learner, "read": other.read, "language": "en"}
    assert other.post("/api/v1/join", body).status_code == 200
    reply = other.send(other.request([*other.held.values()]) | {"digest": digest([])})
    assert _codes(reply) == [("known", None)]
    assert reply["digest"] == "same"
    assert Event.objects.filter(learner=mine.learner, device=other.device).count() == 1
    assert Parked.objects.get().outcome == "stored"


def test_a_lost_event_is_found_by_the_digest_and_sent_again() -> None:
    phone = a_phone_that_learned()
    phone.sync()
    lost = next(iter(phone.held))
    Event.objects.filter(pk=lost).delete()  # the server came back from a backup
    kept = [uuid.UUID(id).int for id in phone.held if id != lost]
    Device.objects.update(n=2, x=uuid.UUID(int=kept[0] ^ kept[1]))
    assert phone.sync() == 1
    assert Event.objects.count() == 3


def test_a_copied_phone_gets_a_device_id_of_its_own() -> None:
    phone = a_phone_that_learned()
    phone.sync()
    copy = Phone(**{**vars(phone), "held": dict(phone.held), "delivered": set(phone.delivered)})
    phone.open("ra2")
    copy.open("ra3")
    phone.sync()
    copy.sync()
    assert copy.device != phone.device
    assert Event.objects.count() == 5
    assert phone.sync() <= 1  # it hears of what its copy handed over under its name
    assert phone.sync() == 0
    assert copy.sync() == 0


def test_a_rekeyed_copy_that_lost_the_reply_gets_the_same_id_again() -> None:
    phone = a_phone_that_learned()
    phone.sync()
    copy = Phone(**{**vars(phone), "held": dict(phone.held), "delivered": set(phone.delivered)})
    phone.open("ra2")
    copy.open("ra3")
    phone.sync()
    request = copy.request(copy.waiting())
    assert copy.send(request)["device"] == copy.send(request)["device"]


def test_a_code_seats_the_learner() -> None:
    phone, group = a_phone_that_learned(), a_group(centre=a_centre(name="Hongqi"))
    code = a_join_code(group=group, expires_at=ANY_TIME + timedelta(days=36500))
    body = {"code": code.code, "device": phone.device, "learner": phone.learner, "read": phone.read, "language": "en"}
    response = phone.post("/api/v1/join", body)
    assert response.json() == {"group": group.name, "centre": "Hongqi"}
    assert Membership.objects.get(until_at=None).group == group
    assert phone.sync() == 0


@pytest.mark.parametrize(
    ("code", "status", "name", "sentence"),
    [
        ("NOSUCHCD", 404, "unknown-code", "We do not know this code. Please compare each sign once more."),
        ("CLDCDEAA", 409, "expired-code", "This code is no longer valid. Your trainer can give you a new one."),
    ],
)
def test_a_code_that_opens_nothing_is_explained(code: str, status: int, name: str, sentence: str) -> None:
    a_join_code(code="CLDCDEAA", expires_at=ANY_TIME - timedelta(days=400))
    phone = Phone()
    body = {"code": code, "device": phone.device, "learner": phone.learner, "read": phone.read, "language": "en"}
    response = phone.post("/api/v1/join?language=en", body)
    assert (response.status_code, response.json()["code"]) == (status, name)
    assert response.json()["message"] == sentence
    assert not Learner.objects.exists()


def test_a_packed_body_is_read_like_a_plain_one() -> None:
    phone = a_phone_that_learned()
    response = phone.post("/api/v1/sync", phone.request(phone.waiting()), packed=True)
    assert _codes(response.json()) == [("stored", None)] * 3


def test_a_body_that_swells_beyond_measure_is_refused() -> None:
    phone = Phone()
    request = phone.request([]) | {"app": "x" * 2_000_000}
    response = phone.post("/api/v1/sync", request, packed=True)
    assert (response.status_code, response.json()["code"]) == (413, "too-large")


def test_more_than_a_hundred_events_are_too_many_at_once() -> None:
    phone = Phone(release=a_module())
    for _ in range(101):
        phone.open()
    response = phone.post("/api/v1/sync", phone.request(phone.waiting(), most=101))
    assert (response.status_code, response.json()["code"]) == (413, "too-large")
    assert phone.sync() == 0


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"\xff\xfe", json.dumps({"device": "x"}).encode()])
def test_a_broken_envelope_is_malformed(body: bytes) -> None:
    headers = {"authorization": f"Bearer {'t' * 32}"}
    response = Client().post("/api/v1/sync", body, content_type="application/json", headers=headers)
    assert (response.status_code, response.json()["code"]) == (400, "malformed")


def test_broken_gzip_is_malformed() -> None:
    headers = {"authorization": f"Bearer {'t' * 32}", "content-encoding": "gzip"}
    response = Client().post("/api/v1/sync", b"\x1f\x8b no", content_type="application/json", headers=headers)
    assert (response.status_code, response.json()["code"]) == (400, "malformed")


def test_a_wrong_clock_is_never_refused() -> None:
    phone = Phone(release=a_module())
    for year in (1, 1970, 9999):
        phone.write("lesson_opened", item="ra1", body={"language": "en"})["at"] = f"{year:04d}-01-01T00:00:00Z"
    assert _codes(phone.send(phone.request(phone.waiting()))) == [("stored", None)] * 3
    assert all(event.corrected_at <= event.received_at for event in Event.objects.all())


def test_an_event_of_the_same_session_is_dated_by_the_running_clock() -> None:
    phone = Phone(release=a_module())
    phone.open()
    phone.mono += 60_000
    phone.clock += timedelta(days=900)  # somebody set the phone's clock meanwhile
    phone.sync()
    event = Event.objects.get()
    assert event.received_at - event.corrected_at < timedelta(seconds=61)
    assert event.sureness == Event.Sureness.SAME_SESSION
