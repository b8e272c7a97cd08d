"""Reading a learner's inbox."""

import uuid
from typing import Any

from django.db.models import QuerySet

from courses.inbox.models import Message


def messages_after(*, learner: uuid.UUID, record_seq: int) -> QuerySet[Message]:
    """Messages whose place in the learner's sequence is after `record_seq`, oldest first."""
    return Message.objects.filter(learner_id=learner, record_seq__gt=record_seq).order_by("record_seq")


def everything_of(learner: uuid.UUID) -> dict[str, Any]:
    """All her messages, oldest first."""
    rows = Message.objects.filter(learner_id=learner).order_by("record_seq")
    return {"messages": list(rows.values("id", "kind", "language", "title", "text", "link", "created_at", "read_at"))}
