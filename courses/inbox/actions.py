"""Putting messages into a learner's inbox, and marking them read."""

import uuid
from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.db.models import F

from courses.inbox.models import Message
from courses.people.models import Learner
from courses.refusals import NotFound


class UnknownLearner(NotFound):
    code = "unknown-learner"


@transaction.atomic
def put_message(
    *, learner: uuid.UUID, kind: str, language: str, title: str, text: str, link: str, now: datetime
) -> Message:
    """One row in the inbox, with the next place in the learner's own sequence, taken under a lock of her row.

    Raises UnknownLearner.
    """
    row = Learner.objects.select_for_update().filter(pk=learner).first()
    if row is None:
        raise UnknownLearner(details={"learner": str(learner)})
    row.record_seq += 1
    row.save(update_fields=["record_seq"])
    return Message.objects.create(
        learner=row,
        record_seq=row.record_seq,
        kind=kind,
        language=language,
        title=title,
        text=text,
        link=link,
        created_at=now,
    )


def mark_read(*, learner: uuid.UUID, messages: Collection[uuid.UUID | str], at: datetime) -> int:
    """Mark messages of this learner (ids, or their texts) read at `at`; those read before keep their time.

    Returns how many changed.
    """
    return Message.objects.filter(learner_id=learner, pk__in=messages, read_at=None).update(read_at=at)


def merge_learner(old: uuid.UUID, *, into: uuid.UUID, offset: int) -> None:
    """Her part of a merge: her messages go over, each with a place after `offset`."""
    Message.objects.filter(learner_id=old).update(learner_id=into, record_seq=F("record_seq") + offset)


def erase_learner(learner: uuid.UUID) -> None:
    """Her part of an erasure: all her messages."""
    Message.objects.filter(learner_id=learner).delete()
