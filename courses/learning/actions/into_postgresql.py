"""Appending to the record on PostgreSQL: the whole batch as one JSON text, in one prepared statement.

JSON is what the database and our encoder both read and write fastest; an array for every column costs twice the time
to make.
"""

from collections.abc import Iterable
from contextlib import nullcontext
from datetime import datetime
from functools import lru_cache
from uuid import UUID

import msgspec
from django.db import IntegrityError, connection, transaction

from courses import database
from courses.learning.actions.new_events import Gate, LearnerGone, Numbered

_APPEND = """
WITH {gate} given AS (
  SELECT * FROM ROWS FROM (
    json_to_recordset(%s::json) AS (id uuid, v smallint, device uuid, seq bigint, learner uuid, kind text,
      at timestamptz, corrected_at timestamptz, sureness smallint, session uuid, mono bigint, module text, release text,
      item text, body jsonb, fingerprint bigint),
    unnest(%s::bigint[])
  ) AS given (id, v, device, seq, learner, kind, at, corrected_at, sureness, session, mono, module, release, item, body,
    fingerprint, nth)
), locked AS MATERIALIZED (
  SELECT id FROM courses_learner WHERE id = ANY(%s::uuid[]) {if_open} ORDER BY id FOR NO KEY UPDATE
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
  FROM given {matched} JOIN advanced ON advanced.id = given.learner {where_open}
  ORDER BY given.id
  {on_conflict}
  RETURNING 1
)
SELECT advanced.id, record_seq, total.n FROM (SELECT count(*) FROM inserted) AS total (n) LEFT JOIN advanced ON true
"""
_APPEND_NEW = _APPEND.format(gate="", if_open="", matched="", where_open="", on_conflict="ON CONFLICT (id) DO NOTHING")


def append(batch: Numbered, *, now: datetime) -> tuple[dict[UUID, int], int]:
    """Add those that are new. The last place of each learner now, and how many rows were new."""
    rows = database.rows(_APPEND_NEW, _values(batch, now=now))
    if len({learner for learner, _, _ in rows if learner}) < len(batch.counts):
        raise LearnerGone
    return {learner: record_seq for learner, record_seq, _ in rows}, rows[0][2]


def append_all(batch: Numbered, *, gate: Gate, now: datetime) -> dict[UUID, int] | None:
    """Add every one, behind the gate; or none, and None: it was shut, some are there already, or a learner is gone.

    An id that is there already breaks the primary key, a learner who is gone leaves `record_seq` without a value:
    either undoes the whole statement, the gate's part with it.
    """
    try:
        with transaction.atomic() if connection.in_atomic_block else nullcontext():
            rows = database.rows(_behind(gate.statement), [*gate.values, *_values(batch, now=now)])
    except IntegrityError:
        return None
    is_shut = rows[0][2] == 0
    return None if is_shut else {learner: record_seq for learner, record_seq, _ in rows}


@lru_cache
def _behind(gate: str) -> str:
    return _APPEND.format(
        gate=f"gate AS ({gate}),",
        if_open="AND EXISTS (SELECT FROM gate)",
        matched="LEFT",
        where_open="WHERE EXISTS (SELECT FROM gate)",
        on_conflict="",
    )


def _values(batch: Numbered, *, now: datetime) -> list[str | None]:
    """All as text: the driver would give a number another type with its size, and each needs a plan of its own."""
    learners = _array([learner.hex for learner in batch.counts])
    return [
        msgspec.json.encode(batch.events).decode(),
        _array(map(str, batch.places)),
        learners,
        learners,
        _array(map(str, batch.counts.values())),
        now.isoformat(),
    ]


def _array(values: Iterable[str]) -> str:
    return "{" + ",".join(values) + "}"
