"""Reading a learner's inbox."""

import uuid

from django.db.models import QuerySet

from courses.inbox.models import Message


def messages_after(*, learner: uuid.UUID, record_seq: int) -> QuerySet[Message]:
    """Messages whose place in the learner's sequence is after `record_seq`, oldest first."""
    return Message.objects.filter(learner_id=learner, record_seq__gt=record_seq).order_by("record_seq")
