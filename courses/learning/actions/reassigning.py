"""Somebody learned under another's name on the same phone: what was done goes over to who did it."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import uuid_utils
from django.db import transaction

from courses.engine.events import LEARNED, REASSIGNED
from courses.learning.actions.folding import fold_learner, rebuild_learner
from courses.learning.models import Answer, Event, Ungraded
from courses.people.models import Learner

OFFICE = UUID(int=0)
"""The device of what staff write into a record: no phone delivered it, so no phone's digest holds it."""


@transaction.atomic
def reassign(events: Sequence[UUID], *, learner: UUID, to: UUID, now: datetime) -> int:
    """Of these events of hers, those done in lessons go into the record of `to`; how many did. Safe to repeat.

    Each keeps its id and what the phone wrote, and gets a new place; both records say so with an event of their own.
    Progress of both is worked out again: the only way beside a merge and an erasure by which any goes back.
    """
    for one in sorted((learner, to)):
        fold_learner(one)  # holds both folds
    heads = {row.pk: row for row in Learner.objects.select_for_update().filter(pk__in=[learner, to]).order_by("pk")}
    moving = list(Event.objects.filter(pk__in=events, learner=learner, kind__in=LEARNED).order_by("record_seq"))
    if not moving or len(heads) < 2:
        return 0
    for event in moving:
        event.learner, event.record_seq = to, _next_place(heads[to])
    Event.objects.bulk_update(moving, ["learner", "record_seq"], batch_size=200)
    ids = [event.pk for event in moving]
    Answer.objects.filter(event__in=ids).update(learner=to)
    Ungraded.objects.filter(event__in=ids).update(learner=to)
    for row, way in ((heads[learner], "away"), (heads[to], "here")):
        _say(row, way=way, events=ids, now=now)
        row.save(update_fields=["record_seq"])
    rebuild_learner(learner)
    for one in (learner, to):
        while fold_learner(one):
            pass
    return len(moving)


def _next_place(row: Learner) -> int:
    row.record_seq += 1
    return row.record_seq


def _say(row: Learner, *, way: str, events: Sequence[UUID], now: datetime) -> None:
    Event.objects.create(
        id=UUID(bytes=uuid_utils.uuid7().bytes),
        v=1,
        device=OFFICE,
        seq=0,
        learner=row.pk,
        record_seq=_next_place(row),
        kind=REASSIGNED,
        at=now,
        corrected_at=now,
        sureness=Event.Sureness.AS_SENT,
        received_at=now,
        body={"way": way, "events": [str(id) for id in events]},
        fingerprint=0,
    )
