"""All that a learner asked and was answered, with what hung on it."""

import base64
from typing import Any
from uuid import UUID

from courses.asking.models import Attachment, AttachmentPart, Question, TrainersAnswer


def everything_of(learner: UUID) -> dict[str, Any]:
    """Her questions, answers, and attachments with their bytes as they came, in base64; parts that came of others."""
    questions = Question.objects.filter(learner=learner).order_by("asked_at", "pk")
    answers = TrainersAnswer.objects.filter(question__learner=learner).order_by("at", "pk")
    attachments = Attachment.objects.filter(learner=learner).order_by("named_at", "pk").defer("shown")
    parts = AttachmentPart.objects.filter(attachment__learner=learner).order_by("attachment", "number")
    return {
        "questions": list(questions.values("id", "asked_at", "module", "lesson", "text")),
        "answers": list(answers.values("question", "at", "text")),
        "attachments": [_as_values(each) for each in attachments],
        "parts": [
            {"attachment": each.attachment_id, "number": each.number, "data": _as_text(each.data)} for each in parts
        ],
    }


def _as_values(row: Attachment) -> dict[str, Any]:
    """With the names that a kept copy uses, so that a program reads both."""
    return {
        "attachment": row.pk,
        "question": row.event,
        "sha256": row.sha256,
        "type": row.type,
        "bytes": row.bytes,
        "state": row.state,
        "stored_at": row.stored_at,
        "data": _as_text(row.original),
    }


def _as_text(data: bytes | memoryview | None) -> str | None:
    return None if data is None else base64.b64encode(data).decode()
