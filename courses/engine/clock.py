"""When an event really happened, whatever the phone's clock says (OFFLINE.md, section 1). Nothing is ever refused.

Same page session: received time minus the milliseconds since the event. Else the phone's clock, corrected by the
difference at the sync nearest to the event. Then never before an earlier event of the device, never after receipt.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import IntEnum
from typing import Protocol
from uuid import UUID

EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)


class Sureness(IntEnum):
    """How a corrected time was found; a smaller number is surer."""

    SAME_SESSION = 1
    NEAREST_SYNC = 2
    AS_SENT = 3


SAME_SESSION, NEAREST_SYNC, AS_SENT = Sureness  # intake asks for every event: plain names are quicker


class Stamped(Protocol):
    """What an event says of its time: `at` aware UTC by the device's clock, `mono` ms since its page session began."""

    @property
    def seq(self) -> int: ...
    @property
    def at(self) -> datetime: ...
    @property
    def session(self) -> UUID | None: ...
    @property
    def mono(self) -> int | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One request: when our clock received it, and the device's clocks as it was sent (None: it said nothing)."""

    received_at: datetime
    device_at: datetime | None = None
    session: UUID | None = None
    mono: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """Two clocks at one moment: an earlier sync of this device."""

    device_at: datetime
    server_at: datetime


def corrected(
    *, events: Sequence[Stamped], heard: Heard, earlier: Iterable[Meeting] = (), after: datetime = EARLIEST
) -> list[tuple[datetime, Sureness]]:
    """A time and its sureness for each event, in the order given.

    `events` are of one device. `after` is the corrected time of the device's last event with a smaller `seq`, if known.
    """
    meetings = list(earlier)
    if heard.device_at:
        meetings.append(Meeting(device_at=heard.device_at, server_at=heard.received_at))
    began_at = _sum(heard.received_at, _milliseconds(-heard.mono)) if heard.session and heard.mono is not None else None
    raw = [_raw(event, heard.session, began_at, meetings) for event in events]
    seqs = [event.seq for event in events]
    by_seq = sorted(range(len(events)), key=seqs.__getitem__)
    return _in_line(raw, by_seq, received_at=heard.received_at, after=after)


def _raw(
    event: Stamped, session: UUID | None, began_at: datetime | None, meetings: Sequence[Meeting]
) -> tuple[datetime, Sureness]:
    if began_at and event.mono is not None and event.session == session:
        return _sum(began_at, _milliseconds(event.mono)), SAME_SESSION
    if not meetings:
        return event.at, AS_SENT
    nearest = meetings[0] if len(meetings) == 1 else min(meetings, key=lambda each: abs(each.device_at - event.at))
    return _sum(event.at, nearest.server_at - nearest.device_at), NEAREST_SYNC


def _in_line(
    raw: Sequence[tuple[datetime, Sureness]], by_seq: Sequence[int], *, received_at: datetime, after: datetime
) -> list[tuple[datetime, Sureness]]:
    """Backwards first: a guess gives way to a sure time that follows it, not the other way round."""
    result = list(raw)
    limit = received_at
    for place in reversed(by_seq):
        at, sureness = result[place]
        if at > limit:
            at = limit
            result[place] = (limit, sureness)
        if sureness is SAME_SESSION:
            limit = at
    floor = min(max(after, EARLIEST), received_at)
    for place in by_seq:
        at, sureness = result[place]
        if at < floor:
            result[place] = (floor, sureness)
        else:
            floor = at
    return result


def _milliseconds(number: int) -> timedelta:
    try:
        return timedelta(milliseconds=number)
    except OverflowError:
        return timedelta.min if number < 0 else timedelta.max


def _sum(at: datetime, by: timedelta) -> datetime:
    try:
        return at + by
    except OverflowError:
        return EARLIEST if by < timedelta(0) else datetime.max.replace(tzinfo=UTC)
