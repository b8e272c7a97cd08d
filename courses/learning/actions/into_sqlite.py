"""Appending to the record on SQLite: row by row. It has one writer at a time, so there is nothing to lock."""

from datetime import datetime
from uuid import UUID

from django.db import connection

from courses.learning.actions.new_events import LearnerGone, NewEvent, Numbered

_INSERT = """
INSERT INTO courses_event (id, v, device, seq, learner, record_seq, kind, at, corrected_at, sureness, received_at,
  session, mono, module, release, item, body, fingerprint)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s) ON CONFLICT (id) DO NOTHING
"""
_ADVANCE = "UPDATE courses_learner SET record_seq = record_seq + %s WHERE id = %s RETURNING record_seq"


def append(batch: Numbered, *, now: datetime) -> tuple[dict[UUID, int], int]:
    """Add those that are new. The last place of each learner now, and how many rows were new."""
    after: dict[UUID, int] = {}
    with connection.cursor() as cursor:
        for learner, count in batch.counts.items():
            cursor.execute(_ADVANCE, [count, learner.hex])
            if advanced := cursor.fetchone():
                after[learner] = advanced[0]
        if len(after) < len(batch.counts):
            raise LearnerGone
        start = {learner: after[learner] - count for learner, count in batch.counts.items()}
        received_at = _moment(now)
        pairs = zip(batch.events, batch.places, strict=True)
        rows = [_row(event, start[event.learner] + place, received_at) for event, place in pairs]
        cursor.executemany(_INSERT, rows)
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
        bytes(event.body).decode(),
        event.fingerprint,
    )


def _moment(at: datetime) -> str:
    return str(connection.ops.adapt_datetimefield_value(at))
