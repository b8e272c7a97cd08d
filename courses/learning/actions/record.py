"""Appending events to the learning record, a whole batch at a time.

The same on PostgreSQL and SQLite, with the statements of each: PostgreSQL takes the batch as arrays in one prepared
statement, SQLite row by row inside its one write transaction. Inserting is idempotent by id; nothing is ever changed.
A learner's row is locked while her `record_seq` advances, so that a visible number never hides a smaller one to come.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import connection

from courses.learning.actions import into_postgresql, into_sqlite
from courses.learning.actions.new_events import Gate, NewEvent, Numbered, Recorded, StoredEvent, numbered
from courses.learning.models import Event
from courses.people.models import Learner


def record_events(events: Sequence[NewEvent], *, now: datetime) -> Recorded:
    """Append those that are new. Ids are distinct; the caller holds the transaction. Raises LearnerGone."""
    if not events:
        return Recorded({}, {}, {})
    batch = numbered(events)
    append = into_postgresql.append if connection.vendor == "postgresql" else into_sqlite.append
    after, inserted = append(batch, now=now)
    before = _before(batch, after=after)
    if inserted == len(events):
        return Recorded(before, after, {})
    known = _known(batch, before=before)
    return Recorded(before, _give_back(after, before, new=[each for each in events if each.id not in known]), known)


def record_all_new(events: Sequence[NewEvent], *, gate: Gate, now: datetime) -> Recorded | None:
    """Append every one behind the caller's gate, in one statement that needs no transaction (PostgreSQL only).

    None, and nothing was written: the gate was shut, something was there already, or a learner is gone.
    """
    batch = numbered(events)
    after = into_postgresql.append_all(batch, gate=gate, now=now)
    return None if after is None else Recorded(_before(batch, after=after), after, {})


def _before(batch: Numbered, *, after: Mapping[UUID, int]) -> dict[UUID, int]:
    return {learner: after[learner] - count for learner, count in batch.counts.items()}


def _give_back(after: Mapping[UUID, int], before: Mapping[UUID, int], *, new: Sequence[NewEvent]) -> dict[UUID, int]:
    """Places of learners who had nothing new: a repeated batch changes nothing."""
    grown = {event.learner for event in new}
    for learner in after.keys() - grown:
        Learner.objects.filter(pk=learner).update(record_seq=before[learner])
    return {learner: after[learner] for learner in grown}


def _known(batch: Numbered, *, before: Mapping[UUID, int]) -> dict[UUID, StoredEvent]:
    """Those whose place is not the one this batch gave were there before."""
    pairs = zip(batch.events, batch.places, strict=True)
    given = {event.id: (event.learner, before[event.learner] + place) for event, place in pairs}
    rows = Event.objects.filter(pk__in=list(given)).values_list("id", "learner", "record_seq", "fingerprint", "device")
    return {
        id: StoredEvent(fingerprint, device, learner)
        for id, learner, place, fingerprint, device in rows
        if given[id] != (learner, place)
    }
