"""The inbox: each message has its place in the learner's own sequence, so a phone pulls it exactly once."""

import uuid
from datetime import datetime, timedelta

import pytest

from courses.inbox import actions, queries
from courses.inbox.models import Message
from courses.learning import actions as learning
from courses.people.models import Learner
from courses.syncing import queries as syncing
from tests.builders import a_learner
from tests.learned import Record, a_module

pytestmark = pytest.mark.django_db


def put(learner: Learner, *, now: datetime, title: str = "Go on") -> Message:
    return actions.put_message(
        learner=learner.pk, kind="reminder", language="en", title=title, text="It waits.", link="/", now=now
    )


def test_messages_and_events_share_one_sequence(now: datetime) -> None:
    learner = a_learner()
    record = Record(learner=learner, release=a_module())
    record.opened(at=now)
    assert put(learner, now=now).record_seq == 2
    record.opened(at=now)
    assert put(learner, now=now).record_seq == 4


def test_a_sync_pulls_a_message_once_and_never_again(now: datetime) -> None:
    learner = a_learner()
    put(learner, now=now)
    first = syncing.changes(learner=learner.pk, after=0)["inbox"]
    assert [row["title"] for row in first] == ["Go on"]
    learner.refresh_from_db()
    assert syncing.changes(learner=learner.pk, after=learner.record_seq)["inbox"] == []
    put(learner, now=now, title="Another")
    assert [row["title"] for row in syncing.changes(learner=learner.pk, after=learner.record_seq)["inbox"]] == [
        "Another"
    ]


def test_a_message_read_on_another_phone_meanwhile_is_pulled_once_with_its_time(now: datetime) -> None:
    learner = a_learner()
    message = put(learner, now=now)
    record = Record(learner=learner, release="", module="")
    record.add("message_read", item="", body={"message": str(message.pk)}, at=now)
    actions.mark_read(learner=learner.pk, messages=[message.pk], at=now)
    (row,) = syncing.changes(learner=learner.pk, after=0)["inbox"]
    assert row["read_at"] == now


def test_reading_keeps_the_first_time_and_only_the_learner_herself_can(now: datetime) -> None:
    learner, other = a_learner(), a_learner()
    message = put(learner, now=now)
    assert actions.mark_read(learner=other.pk, messages=[message.pk], at=now) == 0
    assert actions.mark_read(learner=learner.pk, messages=[str(message.pk)], at=now) == 1
    assert actions.mark_read(learner=learner.pk, messages=[message.pk], at=now + timedelta(days=1)) == 0
    message.refresh_from_db()
    assert message.read_at == now


def test_a_message_does_not_make_progress_look_unfolded(now: datetime) -> None:
    learner = a_learner()
    put(learner, now=now)
    learning.fold_learner(learner.pk)
    assert list(queries.messages_after(learner=learner.pk, record_seq=0)) == [Message.objects.get()]


def test_nobody_gets_a_message_who_is_not_there(now: datetime) -> None:
    with pytest.raises(actions.UnknownLearner):
        actions.put_message(learner=uuid.uuid4(), kind="reminder", language="en", title="", text="", link="", now=now)
