"""What a phone reads: its own record, who she is, her messages, the library; once, and with the right key alone."""

import uuid

import pytest

from courses.inbox.actions import put_message
from courses.inbox.models import Message
from courses.people.models import Learner
from courses.syncing.models import Device, Erased
from tests.builders import a_group, a_membership
from tests.learned import a_module
from tests.syncing.phone import ANY_TIME, Phone, a_phone_that_learned

pytestmark = pytest.mark.django_db


def test_nobody_reads_with_a_wrong_key() -> None:
    mine = a_phone_that_learned()
    mine.sync()
    thief = Phone(learner=mine.learner)
    assert thief.send(thief.request([]))["changes"] == {}
    mine.read = "another key of her own phone"
    mine.cursor = None
    assert mine.send(mine.request([]))["changes"] == {}


def test_a_new_phone_reads_everything_and_then_only_what_is_new() -> None:
    phone = a_phone_that_learned()
    phone.sync()
    phone.cursor = None
    (everything,) = phone.send(phone.request([]))["changes"].values()
    assert [(row["lesson"], row["right"]) for row in everything["progress"]] == [("ra1", ["q1@1"])]
    phone.cursor = everything["cursor"]
    (nothing,) = phone.send(phone.request([]))["changes"].values()
    assert (nothing["progress"], nothing["inbox"]) == ([], [])


def test_a_phone_that_knows_nothing_of_her_is_told_who_she_is() -> None:
    phone = a_phone_that_learned()
    phone.write("profile_set", body={"nickname": "秀兰", "picture": "mushroom", "language": "zh-hans"})
    (first,) = phone.send(phone.request(phone.waiting()))["changes"].values()
    assert "about" not in first, "she is new, and what she just said is on her phone"
    group = a_group(name="One")
    a_membership(learner=Learner.objects.get(), centre=group.centre, group=group)

    (known,) = phone.send(phone.request([]))["changes"].values()

    assert known["about"] == {
        "nickname": "秀兰",
        "picture": "mushroom",
        "language": "zh-hans",
        "membership": {"group": "One", "centre": group.centre.name},
    }
    phone.cursor = known["cursor"]
    (again,) = phone.send(phone.request([]))["changes"].values()
    assert "about" not in again


def test_what_a_phone_sends_itself_is_not_sent_back() -> None:
    phone = a_phone_that_learned()
    phone.sync()
    phone.open("ra2")
    (changes,) = phone.send(phone.request(phone.waiting()))["changes"].values()
    assert changes["progress"] == []
    assert changes["cursor"]["record_seq"] == 4


def test_a_cursor_of_another_epoch_counts_as_none() -> None:
    phone = a_phone_that_learned()
    phone.sync()
    assert phone.cursor is not None
    phone.cursor = {**phone.cursor, "epoch": str(uuid.uuid4())}
    (changes,) = phone.send(phone.request([]))["changes"].values()
    assert len(changes["progress"]) == 1


def test_a_message_arrives_once_and_is_read_on_every_phone() -> None:
    phone = a_phone_that_learned()
    phone.sync()
    message = put_message(
        learner=uuid.UUID(phone.learner), kind="note", language="en", title="t", text="x", link="", now=ANY_TIME
    )
    phone.sync()
    assert list(phone.inbox) == [str(message.pk)]
    before = phone.cursor
    phone.write("message_read", body={"message": str(message.pk)})
    phone.sync()
    assert Message.objects.get().read_at is not None
    phone.cursor = before
    phone.sync()
    assert phone.inbox[str(message.pk)]["read_at"]


def test_who_only_looks_is_offered_the_library_and_is_not_written_down() -> None:
    phone = Phone(release=a_module())

    reply = phone.send(phone.request([]))

    assert [module["id"] for module in reply["catalogue"]["modules"]] == ["ra"]
    assert (reply["changes"], reply["digest"]) == ({}, "same")
    assert not Device.objects.exists()
    assert not Learner.objects.exists()
    phone.believe(reply)
    assert "catalogue" not in phone.send(phone.request([]))
    phone.open()
    phone.sync()
    assert (Device.objects.count(), Learner.objects.count()) == (1, 1)
    assert phone.cursor, "the key that came with her first event reads"


def test_who_was_erased_is_told_to_a_phone_that_has_nothing_of_hers_to_send() -> None:
    phone = a_phone_that_learned()
    Erased.objects.create(learner=phone.learner, at=ANY_TIME)
    assert phone.send(phone.request([]))["changes"] == {phone.learner: {"gone": True}}
    assert not Learner.objects.exists()
