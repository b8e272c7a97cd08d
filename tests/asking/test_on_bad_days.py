"""Questions and what hangs on them when the server is restored, its disk is full, a phone is lost, she is erased."""

import base64
import json
import random
import threading
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from django.db import connection
from django.utils import timezone

from courses.asking.models import Attachment, AttachmentPart, Question
from courses.privacy import actions as privacy
from courses.syncing import actions as syncing
from courses.syncing.models import Delivered, Device, Parked
from tests.builders import a_learner, a_staff_member
from tests.learned import a_module
from tests.syncing.hanging import Hanging
from tests.syncing.phone import Phone, as_text
from tests.syncing.test_disk_full import a_full_disk
from trainingsite.backups import building
from trainingsite.backups.archive import Reader
from trainingsite.backups.making import make

PHOTO = random.Random(3).randbytes(61_440)


def _asked(phone: Phone) -> Hanging:
    """A question on the server whose photo is still on the phone."""
    phone.ask("Is this mould?", photo=PHOTO)
    phone.believe(phone.send(phone.request(phone.waiting())))
    return phone.waiting_attachments()[0]


def _stored(hanging: Hanging) -> bytes | None:
    data = Attachment.objects.values_list("original", flat=True).filter(pk=hanging.id).first()
    return None if data is None else bytes(data)


def a_copy(phone: Phone) -> bytes:
    """What the app writes: a head, the events that wait, what hangs on questions and is not stored."""
    hanging = [
        {"attachment": each.id, "sha256": each.sha256, "type": each.type, "bytes": len(each.data)}
        | {"data": base64.b64encode(each.data).decode()}
        for id, each in phone.hanging.items()
        if id not in phone.delivered
    ]
    head = {"copy": 1, "device": phone.device, "app": "x", "now": as_text(phone.clock), "events": len(phone.waiting())}
    lines = [head | {"attachments": len(hanging)}, *phone.waiting(), *hanging]
    return "".join(json.dumps(each) + "\n" for each in lines).encode()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_backup_holds_the_photo_and_what_came_after_it_comes_again(tmp_path: Path) -> None:
    phone = Phone(release=a_module())
    first = _asked(phone)
    phone.upload(first)
    make(tmp_path / "backup.tar", now=timezone.now())
    second = _asked(phone)
    phone.sync()

    with Reader(tmp_path / "backup.tar") as backup:
        building.fill(backup)

    assert _stored(first) == PHOTO and _stored(second) is None
    assert phone.sync() == 1
    assert _stored(second) == PHOTO and Question.objects.count() == 2


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_full_disk_keeps_nothing_by_half_and_the_part_comes_again() -> None:
    phone = Phone(release=a_module())
    hanging = _asked(phone)
    phone.put(hanging, part=0)
    with a_full_disk():
        response = phone.put(hanging, part=1)
    assert (response.status_code, response.json()["code"]) == (503, "busy")
    assert int(response["Retry-After"]) > 0
    assert AttachmentPart.objects.count() == 1 and _stored(hanging) is None
    assert not Delivered.objects.exists()
    phone.upload(hanging)
    assert _stored(hanging) == PHOTO


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_windows_that_send_the_same_at_once_make_one() -> None:
    phone = Phone(release=a_module())
    hanging, failures = _asked(phone), list[int]()
    one_at_a_time = threading.Lock()

    def sends(parts: list[int]) -> None:
        try:
            for part in parts:
                if connection.vendor == "postgresql":
                    response = phone.put(hanging, part=part)
                else:
                    with one_at_a_time:
                        response = phone.put(hanging, part=part)
                if response.status_code != 200:
                    failures.append(response.status_code)
        finally:
            connection.close()

    windows = [threading.Thread(target=sends, args=(parts,)) for parts in ([0, 1], [1, 0], [0, 1], [1, 0])]
    for window in windows:
        window.start()
    for window in windows:
        window.join()

    assert failures == []
    assert _stored(hanging) == PHOTO
    assert Device.objects.get(pk=phone.device).n == 2 and Delivered.objects.count() == 1


@pytest.mark.django_db
class TestKeptCopy:
    def test_it_brings_question_and_photo_and_the_phone_learns_that_nothing_waits(self) -> None:
        phone, trainer = Phone(release=a_module()), a_staff_member(role="operator")
        phone.ask("Is this mould?", photo=PHOTO)
        (hanging,) = phone.hanging.values()
        handed = syncing.take_copy(a_copy(phone), by=trainer, now=phone.clock + timedelta(days=3))
        assert {kind: dict(counts) for kind, counts in handed.by_kind.items()} == {
            "asked": {"stored": 1},
            "attachment": {"stored": 1},
        }
        assert handed.missing == 0 and _stored(hanging) == PHOTO
        again = syncing.take_copy(a_copy(phone), by=trainer, now=phone.clock + timedelta(days=3))
        assert again.by_kind["attachment"] == {"known": 1}
        phone.sync()
        assert hanging.id in phone.delivered and phone.send(phone.request([]))["digest"] == "same"

    def test_a_torn_line_and_one_that_no_question_names_are_missing_and_harm_nothing(self) -> None:
        phone, trainer = Phone(release=a_module()), a_staff_member(role="operator")
        phone.ask("Is this mould?", photo=PHOTO)
        (hanging,) = phone.hanging.values()
        head, event, line = a_copy(phone).splitlines()
        other = json.loads(line) | {"data": base64.b64encode(PHOTO[::-1]).decode()}
        for wrong in (line[:5000], json.dumps(other).encode(), line.replace(hanging.id.encode(), b"x" * 36)):
            handed = syncing.take_copy(b"\n".join([head, event, wrong]), by=trainer, now=phone.clock)
            assert handed.missing == 1
        assert _stored(hanging) is None and not Parked.objects.exists()
        assert Question.objects.count() == 1

    def test_her_own_data_as_one_file_is_read_with_what_hangs_on_it(self) -> None:
        phone, trainer = Phone(release=a_module()), a_staff_member(role="operator")
        phone.ask("Is this mould?", photo=PHOTO)
        (hanging,) = phone.hanging.values()
        _head, event, line = map(json.loads, a_copy(phone).splitlines())
        whole = json.dumps({"events": [event], "attachments": [line]}, indent=1).encode()
        syncing.take_copy(whole, by=trainer, now=phone.clock)
        assert _stored(hanging) == PHOTO


@pytest.mark.django_db
def test_a_lost_phone_hands_over_all_before_it_clears_itself_and_a_replay_finds_it() -> None:
    phone, operator = Phone(release=a_module()), a_staff_member(role="operator")
    phone.open()
    phone.sync()
    device = Device.objects.get(pk=phone.device)
    syncing.block(device, by=operator, now=timezone.now())
    hanging = _asked(phone)
    assert phone.is_revoked and not Question.objects.exists()
    phone.upload(hanging)
    assert _stored(hanging) == PHOTO
    assert phone.send(phone.request([]))["digest"] == "same"

    device.refresh_from_db()
    syncing.let_in_again(device, by=operator, now=timezone.now())
    syncing.replay(Parked.objects.values_list("pk", flat=True), by=operator, now=timezone.now())
    question = Question.objects.get()
    assert Attachment.objects.get(event=question.pk).original is not None


@pytest.mark.django_db
def test_what_hangs_on_a_question_of_somebody_erased_is_gone_and_both_agree() -> None:
    phone, operator = Phone(release=a_module()), a_staff_member(role="operator")
    phone.ask("And this?", note=b"a note")
    _asked(phone)
    note, photo = sorted(phone.hanging.values(), key=lambda each: each.type)
    phone.upload(note)
    privacy.erase_learner(UUID(phone.learner), by=operator, now=timezone.now())

    late = phone.put(note)
    assert (late.status_code, late.json()["code"]) == (410, "gone")
    assert phone.put(photo, part=0).status_code == 404
    assert not Attachment.objects.exists() and not AttachmentPart.objects.exists()
    phone.hanging.clear()  # as the app does when it hears `gone`
    phone.sync()
    assert phone.gone


@pytest.mark.django_db
def test_when_two_profiles_are_joined_questions_go_over_and_what_is_still_on_the_phone_follows() -> None:
    phone, operator, other = Phone(release=a_module()), a_staff_member(role="operator"), a_learner()
    hanging = _asked(phone)
    privacy.merge_learners(UUID(phone.learner), into=other.pk, by=operator, now=timezone.now())
    phone.upload(hanging)
    late = _asked(phone)
    phone.upload(late)
    assert set(Question.objects.values_list("learner", flat=True)) == {other.pk}
    assert set(Attachment.objects.values_list("learner", flat=True)) == {other.pk}
    assert (_stored(hanging), _stored(late)) == (PHOTO, PHOTO)
