"""Reset keys: what phones and the office both know, so that staff can open a lock from afar."""

import secrets
from datetime import datetime
from uuid import UUID

from django.db import transaction

from courses.engine import locks
from courses.people import audit
from courses.people.models import Learner, Staff
from courses.refusals import Conflict, Invalid
from courses.syncing.models import LockKey


class NoLockKey(Conflict):
    """No phone of hers ever asked for a key, so none of them can have a lock."""

    code = "no-lock-key"


class NotSixDigits(Invalid):
    code = "not-six-digits"


def lock_key(learner: UUID, *, now: datetime) -> str:
    """Her reset key as 32 hex digits, made at the first asking."""
    made = {"key": secrets.token_hex(locks.KEY_BYTES), "at": now}
    row, _ = LockKey.objects.get_or_create(learner_id=learner, is_current=True, defaults=made)
    return row.key


@transaction.atomic
def answers_for(learner: Learner, *, typed: str, by: Staff, now: datetime) -> list[str]:
    """What to read back to whoever reads six digits off her phone; the likeliest first. Noted without the digits.

    More than one only after a merge: a phone that was not heard from since then knows the other profile's key.
    Raises NotSixDigits, NoLockKey.
    """
    digits = locks.read_digits(typed)
    if digits is None:
        raise NotSixDigits
    keys = LockKey.objects.filter(learner=learner).order_by("-is_current", "-at", "pk")
    answers = [locks.answer(bytes.fromhex(row.key), digits=digits) for row in keys]
    if not answers:
        raise NoLockKey
    audit.note(learner, "syncing.open_lock", by=by, now=now)
    return answers
