"""The bytes of attachments, part by part or whole. What is kept is what its question named, by length and by hash."""

from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

from courses.asking import queries
from courses.asking.models import Attachment, AttachmentPart
from courses.engine import asking
from courses.refusals import Conflict, Invalid, NotAllowed

MOST_QUESTIONS = 20
"""Of one learner on one phone whose attachments may begin to come within DAY. The rest wait; no event ever does."""
DAY = timedelta(hours=24)


class WrongPart(Invalid):
    """There is no such part, or it is not as long as it should be."""

    code = "malformed"


class OtherBytes(Conflict):
    """All parts came, and together they are not what the question named. They were thrown away."""

    code = "other-bytes"


class TooManyQuestions(NotAllowed):
    code = "too-many"


def lock(attachment: UUID) -> Attachment | None:
    """The row without its bytes, held until the end of the caller's transaction."""
    rows = Attachment.objects.select_for_update(of=("self",)).defer("original", "shown")
    return rows.filter(pk=attachment).first()


def keep_part(attachment: Attachment, *, number: int, data: bytes, now: datetime) -> bool:
    """Keep one part of a locked attachment that waits; a part that is here already stays as it is.

    False where all parts are here now and are not what was named: they are gone, and it begins anew. Raises WrongPart,
    TooManyQuestions.
    """
    lengths = asking.lengths_of_parts(attachment.bytes)
    if not 0 <= number < len(lengths) or len(data) != lengths[number]:
        raise WrongPart(details={"part": number})
    _begin(attachment, now=now)
    AttachmentPart.objects.get_or_create(attachment=attachment, number=number, defaults={"data": data})
    if queries.missing_parts(attachment):
        return True
    parts = attachment.parts.order_by("number")
    whole = b"".join(bytes(data) for data in parts.values_list("data", flat=True))
    parts.all().delete()
    return _keep(attachment, whole, now=now)


def keep_whole(attachment: Attachment, *, data: bytes, now: datetime) -> bool:
    """Keep all of a locked attachment that waits, as a kept copy brings it. False: these are other bytes."""
    is_it = len(data) == attachment.bytes and _keep(attachment, data, now=now)
    if is_it:
        attachment.parts.all().delete()
    return is_it


def _begin(attachment: Attachment, *, now: datetime) -> None:
    if attachment.begun_at:
        return
    others = Attachment.objects.filter(
        learner=attachment.learner, device=attachment.device, begun_at__gt=now - DAY
    ).exclude(event=attachment.event)
    if others.values("event").distinct().count() >= MOST_QUESTIONS:
        raise TooManyQuestions
    attachment.begun_at = now
    attachment.save(update_fields=["begun_at"])


def _keep(attachment: Attachment, data: bytes, *, now: datetime) -> bool:
    if sha256(data).hexdigest() != attachment.sha256:
        return False
    attachment.state, attachment.stored_at, attachment.original = Attachment.State.CAME, now, data
    attachment.save(update_fields=["state", "stored_at", "original"])
    return True
