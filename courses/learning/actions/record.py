"""Appending events to the learning record, a whole batch at a time.

The same on PostgreSQL and SQLite, with the statements of each: PostgreSQL takes the batch as arrays in one prepared
statement, SQLite row by row inside its one write transaction. Inserting is idempotent by id; nothing is ever changed.
A learner's row is locked while her `record_seq` advances, so that a visible number never hides a smaller one to come.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

import msgspec
import psycopg
from django.db import connection

from courses.learning.models import Event
from courses.people.models import Learner


class NewEvent(msgspec.Struct, gc=False, frozen=True):
    """An event ready to be kept. `body` is JSON text; `fingerprint` as in the model."""

    id: UUID
    v: int
    device: UUID
    seq: int
    learner: UUID
    kind: str
    at: datetime
    corrected_at: datetime
    sureness: int
    session: UUID | None
    mono: int | None
    module: str
    release: str
    item: str
    body: str
    fingerprint: int


class StoredEvent(msgspec.Struct, gc=False, frozen=True):
    """What the record already held under an id."""

    fingerprint: int
    device: UUID
    learner: UUID


class Recorded(msgspec.Struct, gc=False, frozen=True):
    """`before` is each learner's last place before this batch, `after` the new one of those with something new.

    `known` are the events that were there already.
    """

    before: Mapping[UUID, int]
    after: Mapping[UUID, int]
    known: Mapping[UUID, StoredEvent]


def record_events(events: Sequence[NewEvent], *, now: datetime) -> Recorded:
    """Append those that are new. Their learners exist; ids are distinct; the caller holds the transaction."""
    if not events:
        return Recorded({}, {}, {})
    numbered, counts = _numbered(events)
    append = _append_postgresql if connection.vendor == "postgresql" else _append_sqlite
    after, inserted = append(numbered, counts=counts, now=now)
    before = {learner: after[learner] - count for learner, count in counts.items()}
    if inserted == len(events):
        return Recorded(before, after, {})
    known = _known(numbered, before=before)
    return Recorded(before, _give_back(after, before, new=[each for each in events if each.id not in known]), known)


def _give_back(after: Mapping[UUID, int], before: Mapping[UUID, int], *, new: Sequence[NewEvent]) -> dict[UUID, int]:
    """Places of learners who had nothing new: a repeated batch changes nothing."""
    grown = {event.learner for event in new}
    for learner in after.keys() - grown:
        Learner.objects.filter(pk=learner).update(record_seq=before[learner])
    return {learner: after[learner] for learner in grown}


Numbered = Sequence[tuple[NewEvent, int]]
"""Events with their place, from 1, among those of the same learner in the batch."""


def _numbered(events: Sequence[NewEvent]) -> tuple[Numbered, dict[UUID, int]]:
    """Sorted by id, so that two batches never wait for each other; numbered as the device did. Also: how many each."""
    learners = {event.learner.int: event.learner for event in events}
    counts = dict.fromkeys(learners, 0)  # a number hashes ten times as fast as a UUID
    numbered = []
    for event in sorted(events, key=lambda event: (event.device.int, event.seq)):
        nth = counts[event.learner.int] = counts[event.learner.int] + 1
        numbered.append((event, nth))
    numbered.sort(key=lambda pair: pair[0].id.int)
    return numbered, {learners[number]: count for number, count in counts.items()}


def _known(numbered: Numbered, *, before: Mapping[UUID, int]) -> dict[UUID, StoredEvent]:
    """Those whose place is not the one this batch gave were there before."""
    given = {event.id: (event.learner, before[event.learner] + nth) for event, nth in numbered}
    rows = Event.objects.filter(pk__in=list(given)).values_list("id", "learner", "record_seq", "fingerprint", "device")
    return {
        id: StoredEvent(fingerprint, device, learner)
        for id, learner, place, fingerprint, device in rows
        if given[id] != (learner, place)
    }


_APPEND = """
WITH given AS (
  SELECT * FROM unnest(
    %s::uuid[], %s::smallint[], %s::uuid[], %s::bigint[], %s::uuid[], %s::bigint[], %s::text[], %s::timestamptz[],
    %s::timestamptz[], %s::smallint[], %s::uuid[], %s::bigint[], %s::text[], %s::text[], %s::text[], %s::jsonb[],
    %s::bigint[]
  ) AS given (id, v, device, seq, learner, nth, kind, at, corrected_at, sureness, session, mono, module, release, item,
    body, fingerprint)
), locked AS MATERIALIZED (
  SELECT id FROM courses_learner WHERE id = ANY(%s::uuid[]) ORDER BY id FOR NO KEY UPDATE
), advanced AS (
  UPDATE courses_learner SET record_seq = record_seq + counted.n
  FROM locked JOIN unnest(%s::uuid[], %s::bigint[]) AS counted (learner, n) ON counted.learner = locked.id
  WHERE courses_learner.id = locked.id
  RETURNING courses_learner.id, courses_learner.record_seq, counted.n
), inserted AS (
  INSERT INTO courses_event (id, v, device, seq, learner, record_seq, kind, at, corrected_at, sureness, received_at,
    session, mono, module, release, item, body, fingerprint)
  SELECT given.id, v, device, seq, learner, advanced.record_seq - advanced.n + nth, kind, at, corrected_at, sureness,
    %s::timestamptz, session, mono, module, release, item, body, fingerprint
  FROM given JOIN advanced ON advanced.id = given.learner
  ORDER BY given.id
  ON CONFLICT (id) DO NOTHING
  RETURNING 1
)
SELECT id, record_seq, (SELECT count(*) FROM inserted) FROM advanced
"""


def _append_postgresql(numbered: Numbered, *, counts: Mapping[UUID, int], now: datetime) -> tuple[dict[UUID, int], int]:
    """The last place of each learner now, and how many rows were new."""
    events = [event for event, _ in numbered]
    learners = [learner.hex for learner in counts]
    values = (
        _array(event.id.hex for event in events),
        _array(str(event.v) for event in events),
        _array(event.device.hex for event in events),
        _array(str(event.seq) for event in events),
        _array(event.learner.hex for event in events),
        _array(str(nth) for _, nth in numbered),
        _texts(event.kind for event in events),
        _array(event.at.isoformat() for event in events),
        _array(event.corrected_at.isoformat() for event in events),
        _array(str(event.sureness) for event in events),
        _array(event.session.hex if event.session else "NULL" for event in events),
        _array("NULL" if event.mono is None else str(event.mono) for event in events),
        _texts(event.module for event in events),
        _texts(event.release for event in events),
        _texts(event.item for event in events),
        _texts(event.body for event in events),
        _array(str(event.fingerprint) for event in events),
        _array(learners),
        _array(learners),
        _array(map(str, counts.values())),
        now,
    )
    # Django's own cursor writes values into the text of a statement, which PostgreSQL then parses and plans each time.
    with psycopg.Cursor(connection.connection) as cursor:
        rows = cursor.execute(_APPEND, values, prepare=True).fetchall()
    return {learner: record_seq for learner, record_seq, _ in rows}, rows[0][2]


def _array(values: Iterable[str]) -> str:
    """An array as PostgreSQL writes it; ten times quicker than letting the driver look at every value."""
    return "{" + ",".join(values) + "}"


def _texts(values: Iterable[str]) -> str:
    """The same for texts of any content. No text of PostgreSQL holds a zero byte, so it can stand between them."""
    quoted = "\0".join(values).replace("\\", "\\\\").replace('"', '\\"').replace("\0", '","')
    return f'{{"{quoted}"}}'


_INSERT = """
INSERT INTO courses_event (id, v, device, seq, learner, record_seq, kind, at, corrected_at, sureness, received_at,
  session, mono, module, release, item, body, fingerprint)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s) ON CONFLICT (id) DO NOTHING
"""
_ADVANCE = "UPDATE courses_learner SET record_seq = record_seq + %s WHERE id = %s RETURNING record_seq"


def _append_sqlite(numbered: Numbered, *, counts: Mapping[UUID, int], now: datetime) -> tuple[dict[UUID, int], int]:
    """As above. SQLite has one writer at a time, so there is nothing to lock."""
    after: dict[UUID, int] = {}
    with connection.cursor() as cursor:
        for learner, count in counts.items():
            cursor.execute(_ADVANCE, [count, learner.hex])
            after[learner] = cursor.fetchone()[0]
        start = {learner: after[learner] - count for learner, count in counts.items()}
        received_at = _moment(now)
        cursor.executemany(_INSERT, [_row(event, start[event.learner] + nth, received_at) for event, nth in numbered])
        return after, cursor.rowcount


def _row(event: NewEvent, record_seq: int, received_at: str) -> tuple[str | int | None, ...]:
    return (
        event.id.hex,
        event.v,
        event.device.hex,
        event.seq,
        event.learner.hex,
        record_seq,
        event.kind,
        _moment(event.at),
        _moment(event.corrected_at),
        event.sureness,
        received_at,
        event.session.hex if event.session else None,
        event.mono,
        event.module,
        event.release,
        event.item,
        event.body,
        event.fingerprint,
    )


def _moment(at: datetime) -> str:
    return str(connection.ops.adapt_datetimefield_value(at))
