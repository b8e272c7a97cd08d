"""How far the bytes of attachments have come."""

from collections.abc import Sequence
from uuid import UUID

from courses.asking.models import Attachment
from courses.engine import asking


def missing_parts(attachment: Attachment) -> Sequence[int]:
    """The numbers of the parts that are not here, were it none."""
    if attachment.state != Attachment.State.WAITS:
        return []
    here = set(attachment.parts.values_list("number", flat=True))
    return [number for number in range(len(asking.lengths_of_parts(attachment.bytes))) if number not in here]


def waiting_to_be_made(*, most: int) -> list[UUID]:
    """What is here and was not looked at yet, the oldest first."""
    rows = Attachment.objects.filter(state=Attachment.State.CAME).order_by("stored_at", "pk")
    return list(rows.values_list("pk", flat=True)[:most])
