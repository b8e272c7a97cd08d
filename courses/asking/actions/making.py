"""Making what came fit to be shown, in a child process that a hostile file may break."""

from uuid import UUID

from courses.asking import child
from courses.asking.models import Attachment

MOST_TRIES = 3


def make_shown(attachment: UUID) -> None:
    """Make one that came anew, and keep it beside what came. Safe to run twice, and by two at once.

    What cannot be read stays as it is and is marked so; whatever broke off in the middle is tried again, a few times.
    """
    row = Attachment.objects.filter(pk=attachment, state=Attachment.State.CAME).defer("shown").first()
    if row is None or row.original is None:
        return
    came = Attachment.objects.filter(pk=attachment, state=Attachment.State.CAME)
    try:
        made = child.make_anew(bytes(row.original), type=row.type)
    except child.BrokenOff:
        is_last = row.tries + 1 >= MOST_TRIES
        came.update(tries=row.tries + 1, **({"state": Attachment.State.UNREADABLE} if is_last else {}))
    except child.Unreadable:
        came.update(state=Attachment.State.UNREADABLE)
    else:
        came.update(
            state=Attachment.State.READY,
            shown=made.data,
            shown_type=made.type,
            seconds=made.seconds,
            width=made.width,
            height=made.height,
        )
