"""What is known of devices, and what a phone may read."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db.models import Max

from courses.engine.progress import progress_json
from courses.inbox import queries as inbox
from courses.inbox.models import Message
from courses.learning import queries as learning
from courses.learning.models import Event
from courses.syncing.models import Admission, Device, Epoch


def last_heard(learners: Collection[UUID]) -> dict[UUID, datetime]:
    """When any device that holds the learner was last in contact; who was never heard from is missing."""
    rows = Admission.objects.filter(learner__in=learners).values_list("learner_id")
    return dict(rows.annotate(at=Max("device__last_heard_at")))


@dataclass(frozen=True, kw_only=True)
class Contact:
    """One device's last contact, and how many events it said it had left to send (None: it never said)."""

    heard_at: datetime
    waiting: int | None


def heard_and_waiting(learners: Collection[UUID]) -> dict[UUID, list[Contact]]:
    """The last contact of each device that may write for the learner, newest first."""
    rows = Admission.objects.filter(learner__in=learners, device__revoked_at=None).order_by("-device__last_heard_at")
    found: dict[UUID, list[Contact]] = {learner: [] for learner in learners}
    for learner, heard_at, waiting in rows.values_list("learner_id", "device__last_heard_at", "device__waiting"):
        found[learner].append(Contact(heard_at=heard_at, waiting=waiting))
    return found


def epoch() -> UUID:
    """The name of this history of the database."""
    row, _ = Epoch.objects.get_or_create(pk=1, defaults={"value": uuid4()})
    return row.value


def changes(*, learner: UUID, after: int) -> dict[str, list[dict[str, Any]]]:
    """What a phone lacks that read a learner's record up to `after`: progress and inbox rows, as they stand now."""
    places = learning.places_after(learner=learner, record_seq=after)
    progress = learning.progress_of([learner])[learner]
    rows = [
        {"module": module, "lesson": lesson, **progress_json(progress[module, lesson])}
        for module, lesson in sorted(places & progress.keys())
    ]
    return {"progress": rows, "inbox": [_message(row) for row in _messages(learner=learner, after=after)]}


def _messages(*, learner: UUID, after: int) -> Iterable[Message]:
    """New messages, and those that were read on some phone meanwhile."""
    read = Event.objects.filter(learner=learner, record_seq__gt=after, kind="message_read")
    ids = [body["message"] for body in read.values_list("body", flat=True)]
    new = {row.pk: row for row in inbox.messages_after(learner=learner, record_seq=after)}
    return [*new.values(), *Message.objects.filter(learner=learner, pk__in=set(ids) - new.keys())]


def _message(row: Message) -> Mapping[str, Any]:
    return {
        "id": row.pk,
        "kind": row.kind,
        "language": row.language,
        "title": row.title,
        "text": row.text,
        "link": row.link,
        "created_at": row.created_at,
        "read_at": row.read_at,
    }
