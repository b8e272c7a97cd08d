"""What staff hand over for a phone: a kept copy, and records that were parked. The judgement is intake's own.

Who may write for whom stays as it is: each event is judged as if the device that wrote it had sent it. That device was
not in contact, so nothing is said of when it was heard from, of its clock, or of what it still keeps.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from uuid import UUID

from django.db import transaction

from courses.engine import copies
from courses.people import audit
from courses.people.models import Staff
from courses.refusals import Invalid
from courses.syncing import wire
from courses.syncing.actions import attaching, judging, parking
from courses.syncing.actions.intake import Batch, Judged, count_on, judge
from courses.syncing.actions.standing import Standing, stand_in_for
from courses.syncing.models import Device, Parked

AT_ONCE = 200
"""Events a transaction: a large file must not hold up phones that sync meanwhile."""

AUDIT_WORDS_COPY = "syncing.take_copy"
UNREADABLE = "unreadable"
ATTACHMENT = "attachment"


class NotACopy(Invalid):
    """The file is none that a phone of ours wrote."""

    code = "not-a-copy"


class CopyTooLarge(Invalid):
    code = "copy-too-large"


@dataclass(slots=True, kw_only=True)
class Handed:
    """What became of a copy. `by_kind`: kind of event → verdict → how many; what cannot be read is `unreadable`,
    what hangs on questions `attachment`.

    `reasons`: code → how many were parked for it. `missing`: how many the head promised and the file did not
    hold, or not whole.
    """

    by_kind: dict[str, Counter[str]] = field(default_factory=dict)
    reasons: Counter[str] = field(default_factory=Counter)
    learners: set[UUID] = field(default_factory=set)
    devices: set[UUID] = field(default_factory=set)
    missing: int = 0

    def of(self, verdict: str) -> int:
        return sum(counts[verdict] for counts in self.by_kind.values())


def take_copy(raw: bytes, *, by: Staff, now: datetime) -> Handed:
    """Take everything in the file that can be read. Safe to repeat. Raises NotACopy, CopyTooLarge."""
    if len(raw) > copies.MOST_BYTES:
        raise CopyTooLarge
    try:
        copy = copies.read_copy(raw)
    except copies.NotACopy as error:
        raise NotACopy from error
    handed = Handed(missing=copy.missing)
    for device, lines in _by_device(copy).items():
        rest = iter(lines)
        while some := list(islice(rest, AT_ONCE)):
            _take_some(some, device=device, language=copy.language, handed=handed, now=now)
        handed.devices.add(device)
    for carried in copy.attachments:
        verdict = attaching.take_carried_attachment(carried, devices=handed.devices, now=now)
        if verdict is None:
            handed.missing += 1
        else:
            handed.by_kind.setdefault(ATTACHMENT, Counter())[verdict] += 1
    data = {"new": handed.of("stored"), "known": handed.of("known"), "parked": handed.of("parked")}
    audit.note(Device.objects.get(pk=copy.device), AUDIT_WORDS_COPY, by=by, now=now, data=data)
    return handed


def _by_device(copy: copies.Copy) -> Mapping[UUID, list[bytes]]:
    """Each line with the device that it names; what names none came with the device that wrote the file."""
    lines: dict[UUID, list[bytes]] = {copy.device: []}
    for line in copy.lines:
        lines.setdefault(copies.device_of(line) or copy.device, []).append(line)
    return lines


@transaction.atomic  # what is parked is kept with the mark that it was delivered, or neither
def _take_some(lines: Sequence[bytes], *, device: UUID, language: str, handed: Handed, now: datetime) -> None:
    events, unreadable = _read(lines)
    judged, parked = take_carried(events, unreadable, device=device, language=language, now=now)
    parking.keep(parked, now=now)
    kinds = [*(event.kind for event in events), *(UNREADABLE for _ in unreadable)]
    for kind, (_id, verdict, code) in zip(kinds, judged.verdicts, strict=True):
        handed.by_kind.setdefault(kind, Counter())[verdict] += 1
        if verdict == "parked" and code:
            handed.reasons[code] += 1
    handed.learners |= judged.recorded.after.keys()


def _read(lines: Iterable[bytes]) -> tuple[list[wire.Event], list[wire.Unreadable]]:
    read = [wire.read_event(line) for line in lines]
    return (
        [each for each in read if isinstance(each, wire.Event)],
        [each for each in read if isinstance(each, wire.Unreadable)],
    )


@transaction.atomic
def take_carried(
    events: Sequence[wire.Event],
    unreadable: Sequence[wire.Unreadable],
    *,
    device: UUID,
    language: str = "zh-hans",
    is_trusted: bool = False,
    now: datetime,
) -> tuple[Judged, list[Parked]]:
    """A verdict for each event as if this device had sent it, and what would have to be kept of the parked ones.

    `is_trusted`: as if it were not blocked.
    """
    learners = {event.learner for event in events}
    standing = stand_in_for(device, learners=learners, language=language, is_trusted=is_trusted, now=now)
    batch = Batch(standing=standing, now=now)
    judged = judge(events, unreadable, heard=judging.carried(now=now), batch=batch)
    _save(standing, judged=judged)
    return judged, batch.parked


def _save(standing: Standing, *, judged: Judged) -> None:
    """Its digest, and how far its own counter is known to have come."""
    count_on(judged.new, standing=standing)
    Device.objects.filter(pk=standing.device).update(
        n=standing.n, x=UUID(int=standing.x), next_seq=standing.next_seq, latest_at=standing.latest_at
    )
