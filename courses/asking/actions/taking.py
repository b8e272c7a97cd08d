"""Questions as they come in with a batch. The caller's transaction holds the device; all of it is safe to repeat."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from courses.asking.models import Attachment, Question
from courses.engine import asking
from courses.learning.actions import NewEvent


def take_questions(events: Iterable[NewEvent], *, now: datetime) -> None:
    """Each stored `asked` event becomes a question, and what it names is waited for."""
    for event in events:
        question = Question(
            id=event.id,
            learner_id=event.learner,
            device=event.device,
            asked_at=event.corrected_at,
            sureness=event.sureness,
            module=event.module,
            lesson=event.item,
            text=asking.read_question(bytes(event.body)).text,
        )
        Question.objects.bulk_create([question], ignore_conflicts=True)
        name_attachments(bytes(event.body), event=event.id, learner=event.learner, device=event.device, now=now)


def name_attachments(body: bytes, *, event: UUID, learner: UUID, device: UUID, now: datetime) -> None:
    """What a question names is known from now on, were the question itself only parked. The first naming stands."""
    rows = [
        Attachment(
            id=named.id,
            event=event,
            learner=learner,
            device=device,
            sha256=named.sha256,
            bytes=named.bytes,
            type=named.type,
            named_at=now,
        )
        for named in asking.read_question(body).attachments
    ]
    Attachment.objects.bulk_create(rows, ignore_conflicts=True)
