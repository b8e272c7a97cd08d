"""Appending to the record on PostgreSQL: the whole batch as arrays, in one prepared statement."""

from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from datetime import datetime
from uuid import UUID

import psycopg
from django.db import connection, transaction

from courses.learning.actions.new_events import Gate, Numbered

_APPEND = """
WITH {gate} given AS (
  SELECT * FROM unnest(
    %s::uuid[], %s::smallint[], %s::uuid[], %s::bigint[], %s::uuid[], %s::bigint[], %s::text[], %s::timestamptz[],
    %s::timestamptz[], %s::smallint[], %s::uuid[], %s::bigint[], %s::text[], %s::text[], %s::text[], %s::jsonb[],
    %s::bigint[]
  ) AS given (id, v, device, seq, learner, nth, kind, at, corrected_at, sureness, session, mono, module, release, item,
    body, fingerprint)
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
  FROM given JOIN advanced ON advanced.id = given.learner
  ORDER BY given.id
  ON CONFLICT (id) DO NOTHING
  RETURNING 1
)
SELECT advanced.id, record_seq, total.n FROM (SELECT {result} FROM inserted) AS total (n) LEFT JOIN advanced ON true
"""
_APPEND_NEW = _APPEND.format(gate="", if_open="", result="count(*)")
_GATED = "gate AS ({statement}),"
_IF_OPEN = "AND EXISTS (SELECT 1 FROM gate)"
_ALL_OR_NOTHING = "1 / (count(*) = %s::bigint)::int"
"""Division by zero ends the whole statement, and with it all that it did."""


def append(batch: Numbered, *, now: datetime) -> tuple[dict[UUID, int], int]:
    """Add those that are new. The last place of each learner now, and how many rows were new."""
    rows = _run(_APPEND_NEW, _values(batch, now=now))
    return {learner: record_seq for learner, record_seq, _ in rows}, rows[0][2]


def append_all(batch: Numbered, *, gate: Gate, now: datetime) -> dict[UUID, int] | None:
    """Add every one, behind the gate; or none, and None: it was shut, some are there already, or a learner is gone."""
    statement = _APPEND.format(gate=_GATED.format(statement=gate.statement), if_open=_IF_OPEN, result=_ALL_OR_NOTHING)
    try:
        with transaction.atomic() if connection.in_atomic_block else nullcontext():
            rows = _run(statement, [*gate.values, *_values(batch, now=now), str(len(batch.events))])
    except psycopg.errors.DivisionByZero:
        return None
    return {learner: record_seq for learner, record_seq, _ in rows}


def _run(statement: str, values: Sequence[str | None]) -> list[tuple[UUID, int, int]]:
    # Django's own cursor writes values into the text of a statement, which PostgreSQL then parses and plans each time.
    with psycopg.Cursor(connection.connection) as cursor:
        return cursor.execute(statement, values, prepare=True).fetchall()


def _values(batch: Numbered, *, now: datetime) -> list[str | None]:
    """All as text: the driver would give a number another type with its size, and each needs a plan of its own."""
    events = batch.events
    learners = _array([learner.hex for learner in batch.counts])
    return [
        _array([event.id.hex for event in events]),
        _array([str(event.v) for event in events]),
        _array(_hexes([event.device for event in events])),
        _array([str(event.seq) for event in events]),
        _array(_hexes([event.learner for event in events])),
        _array([str(place) for place in batch.places]),
        _texts([event.kind for event in events]),
        _array([event.at.isoformat() for event in events]),
        _array([event.corrected_at.isoformat() for event in events]),
        _array([str(event.sureness) for event in events]),
        _array(_hexes([event.session for event in events])),
        _array(["NULL" if event.mono is None else str(event.mono) for event in events]),
        _texts([event.module for event in events]),
        _texts([event.release for event in events]),
        _texts([event.item for event in events]),
        _texts([event.body for event in events]),
        _array([str(event.fingerprint) for event in events]),
        learners,
        learners,
        _array([str(count) for count in batch.counts.values()]),
        now.isoformat(),
    ]


def _hexes(ids: Sequence[UUID | None]) -> list[str]:
    """Few ids, each many times."""
    numbers = [id.int if id else None for id in ids]
    texts = {number: "NULL" if number is None else f"{number:032x}" for number in set(numbers)}
    return [texts[number] for number in numbers]


def _array(values: Iterable[str]) -> str:
    """An array as PostgreSQL writes it; ten times quicker than letting the driver look at every value."""
    return "{" + ",".join(values) + "}"


def _texts(values: Iterable[str]) -> str:
    """The same for texts of any content. No text of PostgreSQL holds a zero byte, so it can stand between them."""
    quoted = "\0".join(values).replace("\\", "\\\\").replace('"', '\\"').replace("\0", '","')
    return f'{{"{quoted}"}}'
