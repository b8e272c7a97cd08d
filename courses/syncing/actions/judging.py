"""May this event be taken, and as what? Looks at one event at a time and knows no database."""

import re
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from uuid import UUID

import msgspec

from courses.engine import clock, events
from courses.learning.actions import NewEvent
from courses.syncing import wire
from courses.syncing.actions.standing import Standing

VERSIONS = (1,)
NOT_YOUR_LEARNER = "not-your-learner"
"""The code of what a device may not write: it was let in by nobody for this learner."""
_PLAIN = re.compile(r"[A-Za-z0-9._-]*")


def fault(event: wire.Event, standing: Standing) -> str | None:
    """The code with which the event is parked; None where it may be stored."""
    if standing.is_revoked:
        return "revoked-device"
    if not standing.learners[event.learner].may_write:
        return NOT_YOUR_LEARNER
    if event.v not in VERSIONS:
        return "unknown-version"
    if event.kind not in events.KINDS:
        return "unknown-kind"
    if not _is_a_place(event.kind, event.module or "", event.release or "", event.item or ""):
        return "bad-item"
    return None if events.fits(kind=event.kind, body=bytes(event.body)) else "bad-body"


@lru_cache(maxsize=4096)
def _is_a_place(kind: str, module: str, release: str, item: str) -> bool:
    """Whether these name something this kind of event can be about. Many events are about few places."""
    if not _PLAIN.fullmatch(module) or not _PLAIN.fullmatch(release) or not events.is_place(kind=kind, item=item):
        return False
    return bool(module and release) or not item


class _Stamp(msgspec.Struct, frozen=True, gc=False):
    """What the engine asks of an event's time, with whole milliseconds."""

    seq: int
    at: datetime
    session: UUID | None
    mono: int | None


def heard(request: wire.Request, *, now: datetime) -> clock.Heard:
    """What a phone's own request says of its clocks."""
    return clock.Heard(
        received_at=_to_milliseconds(now), device_at=request.now, session=request.session, mono=_whole(request.mono)
    )


def carried(*, now: datetime) -> clock.Heard:
    """For what somebody else hands over: the phone's clocks are not here, only those of its earlier syncs."""
    return clock.Heard(received_at=_to_milliseconds(now))


def ready(sent: Sequence[wire.Event], *, heard: clock.Heard, standing: Standing) -> list[NewEvent]:
    """The events as they are kept, with corrected times (whole milliseconds)."""
    stamps = [_Stamp(event.seq, event.at, event.session, _whole(event.mono)) for event in sent]
    earlier = []
    if standing.met_device_at and standing.met_server_at:
        earlier = [clock.Meeting(device_at=standing.met_device_at, server_at=standing.met_server_at)]
    follows = standing.latest_at and all(event.seq >= standing.next_seq for event in sent)
    after = standing.latest_at if follows and standing.latest_at else clock.EARLIEST
    times = clock.corrected(events=stamps, heard=heard, earlier=earlier, after=after)
    whose = standing.whose
    return [
        _ready(event, whose(event.learner), stamp, at, sureness)
        for event, stamp, (at, sureness) in zip(sent, stamps, times, strict=True)
    ]


def _ready(event: wire.Event, learner: UUID, stamp: _Stamp, corrected_at: datetime, sureness: int) -> NewEvent:
    return NewEvent(
        event.id,
        event.v,
        event.device,
        event.seq,
        learner,
        event.kind,
        event.at,
        _to_milliseconds(corrected_at),
        sureness,
        event.session,
        stamp.mono,
        event.module or "",
        event.release or "",
        event.item or "",
        event.body,
        wire.fingerprint(event),
    )


def _to_milliseconds(at: datetime) -> datetime:
    """What phones and stored progress can hold, so that a rebuild finds the same times."""
    beyond = at.microsecond % 1000
    return at.replace(microsecond=at.microsecond - beyond) if beyond else at


def _whole(mono: float | None) -> int | None:
    return None if mono is None else round(mono)
