"""What hangs on a question comes after it, in parts, from the device that delivered the question.

Its bytes are held to the hash that the question named, so it does not matter who brings them or whether that phone was
blocked since. Once all of it is on the disk its id counts as delivered, like an event's: so the digest tells a phone
when a restored server lost it.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

import msgspec
from django.db import transaction

from courses.asking import actions as asking
from courses.asking import queries as asked
from courses.asking.models import Attachment
from courses.engine.copies import Carried
from courses.learning.models import Event
from courses.refusals import NotFound
from courses.syncing import wire
from courses.syncing.actions.standing import Standing, stand, stand_in_for
from courses.syncing.models import Delivered, Device


class UnknownAttachment(NotFound):
    """No question that this device delivered names it, yet. Nothing was written."""

    code = "unknown-attachment"


class Gone(NotFound):
    """This device delivered it, and whose it was has been erased since."""

    code = "gone"


class Held(msgspec.Struct, frozen=True):
    """What `PUT /api/v1/attachments/…` answers: `missing` are the parts that are not here."""

    stored: bool
    missing: Sequence[int]


def attach(sent: wire.Part, *, token: str, now: datetime) -> tuple[Held, bool]:
    """Keep a part, or only look what is lacking; and whether this completed it. Safe to repeat.

    Raises WrongToken, UnknownAttachment, Gone, WrongPart, TooManyQuestions, OtherBytes.
    """
    with transaction.atomic():
        standing = stand(device=sent.device, token=token, learners=[], reads={}, language="", now=now)
        attachment = _named(sent, device=sent.device)
        waits = attachment.state == Attachment.State.WAITS
        if waits and sent.part is not None:
            is_it = asking.keep_part(attachment, number=sent.part, data=sent.data, now=now)
        else:
            is_it = True
        is_stored = attachment.state != Attachment.State.WAITS
        if is_stored:
            _count(standing, attachment.pk)
    if not is_it:
        raise asking.OtherBytes  # only now: that the parts were thrown away has to stand
    return Held(stored=is_stored, missing=asked.missing_parts(attachment)), waits and is_stored


def _named(sent: wire.Part, *, device: UUID) -> Attachment:
    attachment = asking.lock(sent.id)
    if attachment is None:
        raise Gone if Delivered.objects.filter(device=device, event_id=sent.id).exists() else UnknownAttachment
    if attachment.sha256 != sent.sha256 or not _has_delivered(device, event=attachment.event):
        raise UnknownAttachment
    return attachment


def _has_delivered(device: UUID, *, event: UUID) -> bool:
    if Event.objects.filter(pk=event, device=device).exists():
        return True
    return Delivered.objects.filter(device=device, event_id=event).exists()


def _count(standing: Standing, id: UUID) -> None:
    """Once for each device."""
    _, is_new = Delivered.objects.get_or_create(device_id=standing.device, event_id=id)
    if is_new:
        Device.objects.filter(pk=standing.device).update(n=standing.n + 1, x=UUID(int=standing.x ^ id.int))


@transaction.atomic
def take_carried_attachment(carried: Carried, *, devices: Iterable[UUID], now: datetime) -> str | None:
    """One that a kept copy brought with it, after its events: `stored` or `known`; None where nobody named it so.

    It counts as delivered by those of the devices that delivered its question.
    """
    standings = [stand_in_for(each, learners=[], language="", now=now) for each in sorted(devices)]
    attachment = asking.lock(carried.attachment)
    if attachment is None or attachment.sha256 != carried.sha256:
        return None
    brought = [each for each in standings if _has_delivered(each.device, event=attachment.event)]
    waits = attachment.state == Attachment.State.WAITS
    if not brought or (waits and not asking.keep_whole(attachment, data=carried.data, now=now)):
        return None
    for standing in brought:
        _count(standing, attachment.pk)
    return "stored" if waits else "known"
