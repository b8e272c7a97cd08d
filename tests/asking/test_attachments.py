"""What hangs on a question comes in parts, whatever happens on the way; docs/events.md, "Questions"."""

import gzip
import random
from uuid import UUID

import pytest

from courses.asking.models import Attachment, AttachmentPart, Question
from courses.learning.models import Event
from courses.syncing.models import Delivered, Device
from tests.learned import a_module
from tests.syncing.hanging import Hanging
from tests.syncing.phone import Phone, a_uuid7

pytestmark = pytest.mark.django_db

PHOTO = random.Random(1).randbytes(61_440)
NOTE = random.Random(2).randbytes(70_001)


@pytest.fixture
def phone() -> Phone:
    return Phone(release=a_module())


def _asked(phone: Phone, *, photo: bytes = PHOTO) -> Hanging:
    """A question on the server whose photo is still on the phone."""
    phone.ask("Is this mould?", photo=photo)
    phone.believe(phone.send(phone.request(phone.waiting())))
    return phone.waiting_attachments()[0]


def _stored(hanging: Hanging) -> bytes | None:
    data = Attachment.objects.get(pk=hanging.id).original
    return None if data is None else bytes(data)


def test_a_question_is_there_with_its_first_sync_and_what_hangs_on_it_after_its_parts(phone: Phone) -> None:
    event = phone.ask("Is this mould?", photo=PHOTO, note=NOTE, lesson="ra1")
    phone.sync()
    question = Question.objects.get()
    assert (str(question.pk), str(question.learner_id)) == (event["id"], phone.learner)
    assert (question.module, question.lesson, question.text) == ("ra", "ra1", "Is this mould?")
    assert question.asked_at == Event.objects.get(pk=question.pk).corrected_at
    assert {each.type: _stored(each) for each in phone.hanging.values()} == {"image/jpeg": PHOTO, "audio/webm": NOTE}
    assert not AttachmentPart.objects.exists()


def test_a_question_from_nowhere_is_asked_in_no_lesson(phone: Phone) -> None:
    phone.ask("When do we meet?")
    phone.sync()
    question = Question.objects.get()
    assert (question.module, question.lesson) == ("", "")


def test_parts_come_in_any_order_and_twice(phone: Phone) -> None:
    hanging = _asked(phone)
    assert phone.put(hanging).json() == {"stored": False, "missing": [0, 1]}
    assert phone.put(hanging, part=1).json() == {"stored": False, "missing": [0]}
    assert phone.put(hanging, part=1).json() == {"stored": False, "missing": [0]}
    assert phone.put(hanging, part=0).json() == {"stored": True, "missing": []}
    assert phone.put(hanging, part=0).json() == {"stored": True, "missing": []}
    assert _stored(hanging) == PHOTO


def test_its_id_counts_as_delivered_once_and_the_digests_agree(phone: Phone) -> None:
    hanging = _asked(phone)
    phone.upload(hanging)
    phone.upload(hanging)
    assert Delivered.objects.filter(device=UUID(phone.device)).count() == 1
    reply = phone.send(phone.request([]))
    assert reply["digest"] == "same"
    assert Device.objects.get(pk=phone.device).n == 2


def test_a_server_that_lost_it_is_told_by_the_digest_and_gets_it_again(phone: Phone) -> None:
    hanging = _asked(phone)
    phone.upload(hanging)
    Attachment.objects.update(state="waits", original=None, stored_at=None)
    Delivered.objects.all().delete()
    Device.objects.update(n=1, x=UUID(hanging.event))
    assert phone.sync() == 1
    assert _stored(hanging) == PHOTO


def test_a_phone_with_a_new_id_sends_nothing_again_and_it_counts_for_it_too(phone: Phone) -> None:
    hanging = _asked(phone)
    phone.upload(hanging)
    copy = Phone(
        device=str(a_uuid7()), token=phone.token, learner=phone.learner, read=phone.read, release=phone.release,
        held=phone.held, hanging=phone.hanging,
    )  # fmt: skip
    copy.believe(copy.send(copy.request(copy.waiting())))
    assert copy.put(hanging).json() == {"stored": True, "missing": []}
    copy.delivered.add(hanging.id)
    assert copy.send(copy.request([]))["digest"] == "same"


def test_other_bytes_are_thrown_away_and_it_begins_anew(phone: Phone) -> None:
    hanging = _asked(phone)
    phone.put(hanging, part=0, data=bytes(32_768))
    response = phone.put(hanging, part=1)
    assert (response.status_code, response.json()["code"]) == (409, "other-bytes")
    assert phone.put(hanging).json() == {"stored": False, "missing": [0, 1]}
    phone.upload(hanging)
    assert _stored(hanging) == PHOTO


@pytest.mark.parametrize(("part", "size"), [(0, 32_767), (1, 28_673), (1, 0), (2, 1), (-1, 1), (10**9, 1)])
def test_a_part_of_a_wrong_length_is_refused(phone: Phone, part: int, size: int) -> None:
    response = phone.put(_asked(phone), part=part, data=bytes(size))
    assert (response.status_code, response.json()["code"]) == (400, "malformed")
    assert not AttachmentPart.objects.exists()


@pytest.mark.parametrize("size", [32_769, 6 * 1024 * 1024])
def test_more_than_a_part_is_too_large(phone: Phone, size: int) -> None:
    response = phone.put(_asked(phone), part=0, data=bytes(size))
    assert (response.status_code, response.json()["code"]) == (413, "too-large")


def test_a_part_that_grows_when_it_is_unpacked_is_too_large(phone: Phone) -> None:
    hanging = _asked(phone)
    response = phone.client.put(
        f"/api/v1/attachments/{hanging.sha256}?device={phone.device}&id={hanging.id}&part=0",
        gzip.compress(bytes(30_000_000)),
        content_type="application/octet-stream",
        headers={"authorization": f"Bearer {phone.token}", "content-encoding": "gzip"},
    )
    assert (response.status_code, response.json()["code"]) == (413, "too-large")


@pytest.mark.parametrize("changed", [{"device": "me"}, {"id": "1"}, {"part": "first"}, {"part": "1e9"}])
def test_an_address_that_makes_no_sense_is_refused(phone: Phone, changed: dict[str, str]) -> None:
    response = phone.put(_asked(phone), changed=changed)
    assert (response.status_code, response.json()["code"]) == (422, "invalid")


def test_bytes_without_a_number_are_refused(phone: Phone) -> None:
    assert phone.put(_asked(phone), data=b"x").status_code == 400


def test_what_no_question_names_is_unknown_and_makes_no_device(phone: Phone) -> None:
    hanging = Hanging(id=str(a_uuid7()), event="", type="image/jpeg", data=PHOTO)
    response = phone.put(hanging, part=0)
    assert (response.status_code, response.json()["code"]) == (404, "unknown-attachment")
    assert not Device.objects.exists()


def test_another_phone_and_another_hash_do_not_find_it(phone: Phone) -> None:
    hanging = _asked(phone)
    stranger = Phone(release=phone.release)
    stranger.open()
    stranger.sync()
    assert stranger.put(hanging, part=0).status_code == 404
    for sha256 in ("0" * 64, "..%2f..%2fetc%2fpasswd", "%00"):
        assert phone.put(hanging, part=0, changed={"sha256": sha256}).status_code == 404
    assert not AttachmentPart.objects.exists()


def test_a_wrong_token_writes_nothing(phone: Phone) -> None:
    hanging = _asked(phone)
    phone.token = "f" * 32
    response = phone.put(hanging, part=0)
    assert (response.status_code, response.json()["code"]) == (401, "wrong-token")
    assert not AttachmentPart.objects.exists()


def test_a_parked_question_keeps_what_hangs_on_it_and_counting_it_finds_it(phone: Phone) -> None:
    stranger = Phone(release=phone.release, learner=phone.learner)
    phone.open()
    phone.sync()
    hanging = _asked(stranger)
    assert not Question.objects.exists()
    stranger.upload(hanging)
    assert stranger.send(stranger.request([]))["digest"] == "same"
    assert _stored(hanging) == PHOTO


def test_beyond_twenty_questions_a_day_attachments_wait_and_no_event_does(phone: Phone) -> None:
    for _ in range(21):
        phone.ask(photo=b"a" * 100)
    phone.believe(phone.send(phone.request(phone.waiting())))
    assert not phone.waiting()
    assert Question.objects.count() == 21
    *others, last = phone.waiting_attachments()
    for hanging in others:
        assert phone.put(hanging, part=0).json()["stored"]
    response = phone.put(last, part=0)
    assert (response.status_code, response.json()["code"]) == (429, "too-many")
    assert int(response["Retry-After"]) > 0
