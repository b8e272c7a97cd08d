"""The steady state: a phone that is known hands over events of its own that nobody has seen.

Two statements, no transaction, nothing locked in between: the second one asks in its own condition whether the device
still stands where the first one found it, and does everything or nothing. Whatever is not so plain, and whatever went
otherwise, is left to `intake`, which begins again from the start. What is stored in the end is the same.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from functools import reduce
from operator import xor

from django.db import connection

from courses.learning import actions as learning
from courses.learning.actions import Gate, NewEvent
from courses.learning.facts import is_known
from courses.syncing import wire
from courses.syncing.actions import judging
from courses.syncing.actions.intake import PASSED_ON, Batch, Taken, refused
from courses.syncing.actions.standing import Standing, glance


def take_new(request: wire.Request, *, token: str, now: datetime) -> Taken | None:
    """What came of the batch; None, and nothing was written, where this is not the steady state.

    SQLite has one writer at a time and no network to it: there, this would only look up everything twice.
    """
    if connection.vendor != "postgresql":
        return None
    events = request.events
    reads = {reader.id: reader.read for reader in request.learners}
    learners = {event.learner.int: event.learner for event in events}.values()
    standing = glance(device=request.device, token=token, learners=learners, reads=reads)
    if standing is None or not _is_plain(events, standing=standing, now=now):
        return None
    new = judging.ready(events, heard=judging.heard(request, now=now), standing=standing)
    ids = [event.id.int for event in new]
    n, x = standing.n + len(ids), reduce(xor, ids, standing.x)
    gate = _gate(request, last=max(new, key=lambda event: event.seq), n=n, x=x, standing=standing, now=now)
    recorded = learning.record_all_new(new, gate=gate, now=now)
    if recorded is None:
        return None
    claimed = (request.digest.n + len(ids), reduce(xor, ids, int(request.digest.x, 16)))
    return Taken(
        standing=standing,
        verdicts=_stored(new),
        is_same=claimed == (n, x),
        rekey=None,
        before=recorded.before,
        after=recorded.after,
    )


def _is_plain(events: Sequence[wire.Event], *, standing: Standing, now: datetime) -> bool:
    """Whether each event is the device's own, newer than all it sent before, and asks for nothing but to be kept."""
    if not events or standing.is_revoked or standing.has_bare_ids:
        return False
    device, next_seq = standing.device.int, standing.next_seq
    for event in events:
        if event.seq < next_seq or event.device.int != device or event.kind in PASSED_ON:
            return False
    return not any(refused(events, batch=Batch(standing=standing, now=now)))


_GATE = """
UPDATE courses_device SET n = %s, x = %s, next_seq = %s, latest_at = %s, met_device_at = %s, met_server_at = %s,
  app = %s, abilities = %s, waiting = %s, last_heard_at = %s
WHERE id = %s AND n = %s AND x = %s AND next_seq = %s AND revoked_at IS NULL RETURNING 1
"""


def _gate(request: wire.Request, *, last: NewEvent, n: int, x: int, standing: Standing, now: datetime) -> Gate:
    """Bring the device up to date, if it is still as it was found."""
    heard_at = now.isoformat()
    values = [
        str(n),
        f"{x:032x}",
        str(last.seq + 1),
        last.corrected_at.isoformat(),
        request.now.isoformat(),
        heard_at,
        request.app,
        wire.abilities(request),
        str(max(0, request.waiting)),
        heard_at,
        standing.device.hex,
        str(standing.n),
        f"{standing.x:032x}",
        str(standing.next_seq),
    ]
    return Gate(_GATE, values)


def _stored(new: Collection[NewEvent]) -> list[wire.Verdict]:
    unknown = {release for release in {event.release for event in new} if release and not is_known(release)}
    if not unknown:
        return [(event.id, "stored", None) for event in new]
    return [(event.id, "stored", "unknown-release" if event.release in unknown else None) for event in new]
