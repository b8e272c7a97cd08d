"""Keeping what could not be taken, with what hangs on it."""

from collections.abc import Sequence
from datetime import datetime

from courses.asking import actions as asking
from courses.engine import events
from courses.syncing import wire
from courses.syncing.models import Parked


def keep(parked: Sequence[Parked], *, now: datetime) -> None:
    """Safe to repeat. What a parked question names is waited for as if it were stored: a wipe must lose nothing."""
    if not parked:
        return
    Parked.objects.bulk_create(parked, ignore_conflicts=True)
    for row in parked:
        event = wire.read_event(row.raw.encode()) if '"asked"' in row.raw else None
        if not isinstance(event, wire.Event) or event.kind != "asked" or row.learner is None:
            continue
        if events.fits(kind=event.kind, body=bytes(event.body)):
            asking.name_attachments(
                bytes(event.body), event=event.id, learner=row.learner, device=row.device_id, now=now
            )
