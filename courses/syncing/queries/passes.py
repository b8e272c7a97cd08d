"""Passes and one-time codes that are good now."""

from datetime import datetime
from uuid import UUID

from courses.people.models import Learner
from courses.syncing.hashing import hashed
from courses.syncing.models import OneTimeCode, Pass


def learner_with_pass(code: str) -> Learner | None:
    """Whose pass this is, if nobody ended it. `code` is in capitals, without blanks and dashes."""
    found = Pass.objects.select_related("learner").filter(code_hash=hashed(code), ended_at=None).first()
    return found.learner if found else None


def open_passes(learner: UUID) -> int:
    """How many of her passes are good."""
    return Pass.objects.filter(learner=learner, ended_at=None).count()


def open_code(learner: UUID, *, now: datetime) -> OneTimeCode | None:
    """Her one-time code that nobody used yet."""
    return OneTimeCode.objects.filter(learner=learner, used_at=None, expires_at__gt=now).first()
