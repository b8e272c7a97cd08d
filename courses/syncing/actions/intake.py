"""Taking a batch of events: a verdict for each, in one transaction, safe to repeat.

Whatever its verdict, an id that was sent counts as delivered by this device: through the event itself where that
carries this device, else as a bare id. So the digest tells a phone when the server lost something, and only then.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import reduce
from hashlib import sha256
from operator import xor
from uuid import UUID, uuid5

import msgspec
from django.db import transaction

from courses import database
from courses.asking import actions as asking
from courses.engine.clock import Heard
from courses.inbox import actions as inbox
from courses.learning import actions as learning
from courses.learning.actions import NewEvent, Recorded, StoredEvent
from courses.learning.facts import is_known
from courses.learning.models import Event
from courses.syncing import wire
from courses.syncing.actions import judging, parking
from courses.syncing.actions.standing import Standing, stand
from courses.syncing.actions.tokens import name_copy
from courses.syncing.models import Delivered, Device, Parked


@dataclass(slots=True, kw_only=True)
class Taken:
    """What came of a batch. `before` and `after` are places in the records of the learners who have new events."""

    standing: Standing
    verdicts: list[wire.Verdict]
    is_same: bool
    rekey: UUID | None
    before: Mapping[UUID, int]
    after: Mapping[UUID, int]


@dataclass(slots=True, kw_only=True)
class Batch:
    """A batch at work: what is kept of that which cannot be stored, and releases that the server never had."""

    standing: Standing
    now: datetime
    unknown: Collection[str] = ()
    parked: list[Parked] = field(default_factory=list)

    def park(self, id: UUID | None, *, code: str, raw: bytes) -> wire.Verdict:
        text = raw.decode(errors="backslashreplace").replace("\0", "\\0")
        stamped = wire.learner_of(raw)
        row = Parked(
            device_id=self.standing.device,
            event_id=id,
            code=code,
            raw=text,
            raw_hash=sha256(raw).hexdigest(),
            received_at=self.now,
            learner=self.standing.whose(stamped) if stamped else None,
        )
        self.parked.append(row)
        return id, "parked", code


@dataclass(slots=True, kw_only=True)
class Judged:
    """A verdict for each event in the order given; `new` are those fit to be stored. `ids`: of all that now count as
    delivered, by their number. What is `gone` does not, so that a phone is told of it until it lets go of her.
    """

    verdicts: list[wire.Verdict]
    new: Sequence[NewEvent]
    ids: Mapping[int, UUID]
    recorded: Recorded


def take_events(request: wire.Request, unreadable: Sequence[wire.Unreadable], *, token: str, now: datetime) -> Taken:
    """Store what can be stored and keep the rest as it came. Raises WrongToken, and then nothing was written."""
    reads = {reader.id: reader.read for reader in request.learners}
    learners = {event.learner for event in request.events}
    with transaction.atomic():
        standing = stand(
            device=request.device, token=token, learners=learners, reads=reads, language=request.language, now=now
        )
        return take_from(request, unreadable, standing=standing, now=now)


def take_from(
    request: wire.Request, unreadable: Sequence[wire.Unreadable], *, standing: Standing, now: datetime
) -> Taken:
    """The same for a device that is locked already, inside the caller's transaction."""
    batch = Batch(standing=standing, now=now)
    judged = judge(request.events, unreadable, heard=judging.heard(request, now=now), batch=batch)
    parking.keep(batch.parked, now=now)
    rekey = _rekeyed(judged.new, standing=standing, now=now)
    _save(request, new=judged.new, standing=standing, now=now)
    claimed = (request.digest.n + len(judged.ids), reduce(xor, judged.ids, int(request.digest.x, 16)))
    return Taken(
        standing=standing,
        verdicts=judged.verdicts,
        is_same=claimed == (standing.n, standing.x),
        rekey=rekey,
        before=judged.recorded.before,
        after=judged.recorded.after,
    )


def judge(events: Sequence[wire.Event], unreadable: Sequence[wire.Unreadable], *, heard: Heard, batch: Batch) -> Judged:
    """Store what can be stored, and say of each what became of it; `batch.parked` is left to the caller to keep."""
    standing = batch.standing
    refusals = refused(events, batch=batch)
    fit = [event for event, verdict in zip(events, refusals, strict=True) if verdict is None]
    new = judging.ready(fit, heard=heard, standing=standing)
    recorded = learning.record_events(new, now=batch.now)
    batch.unknown = {release for release in {event.release for event in new} if release and not is_known(release)}
    kept = zip(fit, new, strict=True)
    verdicts = [verdict or _kept(*next(kept), known=recorded.known, batch=batch) for verdict in refusals]
    verdicts += [batch.park(each.id, code="unreadable", raw=each.raw) for each in unreadable]
    stored = [event for event in new if event.id not in recorded.known] if recorded.known else new
    ids = {id.int: id for id, verdict, _ in verdicts if id is not None and verdict != "gone"}
    _count(ids.values(), stored=stored, known=recorded.known, standing=standing)
    _pass_on(stored, now=batch.now)
    return Judged(verdicts=verdicts, new=new, ids=ids, recorded=recorded)


def refused(events: Sequence[wire.Event], *, batch: Batch) -> list[wire.Verdict | None]:
    """For each event in the order sent: why it is not stored, or None where it may be."""
    first: dict[int, wire.Event] = {}
    erased, counted = batch.standing.erased, _counted_already(events, standing=batch.standing)
    verdicts: list[wire.Verdict | None] = []
    for event in events:
        if erased and event.learner in erased:
            verdicts.append((event.id, "gone", None))
        elif (earlier := first.setdefault(event.id.int, event)) is not event:
            verdicts.append(_repeated(event, earlier, batch=batch))
        elif counted and counted.get(event.id) == wire.fingerprint(event):
            verdicts.append((event.id, "known", None))
        elif code := judging.fault(event, batch.standing):
            verdicts.append(batch.park(event.id, code=code, raw=wire.as_sent(event)))
        else:
            verdicts.append(None)
    return verdicts


def _counted_already(events: Sequence[wire.Event], *, standing: Standing) -> Mapping[UUID, int]:
    """Fingerprints of what a blocked phone sends though it counts already, by a kept copy or before: it counts on."""
    if not standing.is_revoked:
        return {}
    rows = Event.objects.filter(pk__in=[event.id for event in events])
    return dict(rows.values_list("pk", "fingerprint"))


def _repeated(event: wire.Event, first: wire.Event, *, batch: Batch) -> wire.Verdict:
    """The same id twice in one batch."""
    if wire.fingerprint(event) == wire.fingerprint(first):
        return event.id, "known", None
    return batch.park(event.id, code="same-id-other-content", raw=wire.as_sent(event))


def _kept(sent: wire.Event, event: NewEvent, *, known: Mapping[UUID, StoredEvent], batch: Batch) -> wire.Verdict:
    stood = known.get(event.id) if known else None
    if stood is None:
        return event.id, "stored", "unknown-release" if event.release in batch.unknown else None
    if stood.fingerprint != event.fingerprint:
        return batch.park(event.id, code="same-id-other-content", raw=wire.as_sent(sent))
    return event.id, "known", None


def _count(
    ids: Collection[UUID], *, stored: Sequence[NewEvent], known: Mapping[UUID, StoredEvent], standing: Standing
) -> None:
    """Bring the device's digest up to date: each id once, whether by an event of its own or bare."""
    own_only = len(stored) == len(ids) and all(event.device.int == standing.device.int for event in stored)
    if own_only and not standing.has_bare_ids:
        standing.n += len(stored)
        standing.x = reduce(xor, (event.id.int for event in stored), standing.x)
        return
    own = {event.id for event in stored if event.device == standing.device}
    counted = {id for id, event in known.items() if event.device == standing.device}
    others = set(ids) - own - counted
    if others:
        counted |= _own_events(others - known.keys(), standing=standing)
        others -= counted
    bare = _bare(others | own, standing=standing) if standing.has_bare_ids else set()
    if bare & own:
        Delivered.objects.filter(device=standing.device, event_id__in=bare & own).delete()
    Delivered.objects.bulk_create([Delivered(device_id=standing.device, event_id=id) for id in sorted(others - bare)])
    for id in (own | others) - bare:
        standing.n += 1
        standing.x ^= id.int
    if foreign := [event for event in stored if event.device != standing.device]:
        _count_for_their_devices(foreign)


def _own_events(ids: Collection[UUID], *, standing: Standing) -> set[UUID]:
    """Those of these ids under which an event of this device is stored."""
    return set(Event.objects.filter(pk__in=ids, device=standing.device).values_list("pk", flat=True))


def _bare(ids: Collection[UUID], *, standing: Standing) -> set[UUID]:
    rows = Delivered.objects.filter(device=standing.device, event_id__in=ids)
    return set(rows.values_list("event_id", flat=True))


def _count_for_their_devices(events: Sequence[NewEvent]) -> None:
    """Handed over by a copy of the phone that wrote them: they carry its id, so its digest grows as well."""
    for id in sorted({event.device for event in events}):
        device = Device.objects.select_for_update().filter(pk=id).first()
        if device is None:
            continue
        own = [event.id for event in events if event.device == id]
        bare = Delivered.objects.filter(device=device, event_id__in=own)
        new = set(own) - set(bare.values_list("event_id", flat=True))
        bare.delete()
        device.n += len(new)
        device.x = UUID(int=reduce(xor, (each.int for each in new), device.x.int))
        device.save(update_fields=["n", "x"])


def _rekeyed(new: Sequence[NewEvent], *, standing: Standing, now: datetime) -> UUID | None:
    """A new device id for a copy: its counter gave a number that another event of the same device has already.

    Made from what was found, so that a lost reply gives the same once more.
    """
    own = {event.seq: event.id for event in new if event.device == standing.device}
    if not own or min(own) >= standing.next_seq:
        return None
    others = Event.objects.filter(device=standing.device, seq__in=own).exclude(pk__in=own.values())
    seq = others.order_by("seq").values_list("seq", flat=True).first()
    if seq is None:
        return None
    copy = uuid5(standing.device, str(own[seq]))
    hers = [standing.whose(learner) for learner, known in standing.learners.items() if known.may_write]
    name_copy(copy, standing=standing, learners=hers, now=now)
    return copy


PASSED_ON = frozenset({"message_read", "asked"})
"""Kinds that do more than stand in the record."""


def _pass_on(stored: Sequence[NewEvent], *, now: datetime) -> None:
    for event in stored:
        if event.kind not in PASSED_ON:
            continue
        if event.kind == "asked":
            asking.take_questions([event], now=now)
        else:
            message = msgspec.json.decode(event.body)["message"]
            inbox.mark_read(learner=event.learner, messages=[message], at=event.corrected_at)


_SAVE = """
UPDATE courses_device SET n = %s, x = %s, next_seq = %s, latest_at = %s, met_device_at = %s, met_server_at = %s,
  app = %s, abilities = %s, waiting = %s, last_heard_at = %s WHERE id = %s
"""


def count_on(new: Sequence[NewEvent], *, standing: Standing) -> None:
    """How far the device's own counter is known to have come, by its newest event."""
    own = [event for event in new if event.device == standing.device]
    last = max(own, key=lambda event: event.seq, default=None)
    if last and last.seq >= standing.next_seq:
        standing.next_seq, standing.latest_at = last.seq + 1, last.corrected_at


def _save(request: wire.Request, *, new: Sequence[NewEvent], standing: Standing, now: datetime) -> None:
    count_on(new, standing=standing)
    database.rows(
        _SAVE,
        [
            standing.n,
            UUID(int=standing.x),
            standing.next_seq,
            standing.latest_at,
            request.now,
            now,
            request.app,
            wire.abilities(request),
            max(0, request.waiting),
            now,
            standing.device,
        ],
    )
