"""Reads of asking."""

from courses.asking.queries.everything import everything_of
from courses.asking.queries.parts import missing_parts, waiting_to_be_made
from courses.asking.queries.seen import (
    answered_questions,
    attachments_of,
    attachments_seen_by,
    open_questions,
    questions_seen_by,
)

__all__ = [
    "answered_questions",
    "attachments_of",
    "attachments_seen_by",
    "everything_of",
    "missing_parts",
    "open_questions",
    "questions_seen_by",
    "waiting_to_be_made",
]
