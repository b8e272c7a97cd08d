"""A learner comes to one more phone: her pass shows who she is, or a one-time code that staff read out to her."""

import secrets
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from courses.people import audit
from courses.people import queries as people
from courses.people.actions.joining import ALPHABET, ExpiredCode, UnknownCode
from courses.people.models import Learner, Staff
from courses.refusals import Conflict
from courses.syncing import wire
from courses.syncing.actions.recognising import recognise
from courses.syncing.actions.settling import judge_again_after_admission
from courses.syncing.actions.standing import RevokedDevice, stand
from courses.syncing.hashing import hashed
from courses.syncing.models import Admission, OneTimeCode, Pass, ReadKey

PASS_LENGTH = 16
"""About 78 bits: it may lie on paper for years."""
CODE_LENGTH = 8
CODE_LASTS = timedelta(hours=24)


class UsedCode(Conflict):
    """The one-time code brought her to another phone already."""

    code = "used-code"


def make_pass(request: wire.PassRequest, *, token: str, now: datetime) -> str:
    """Her own phone asks for a pass: its code. Raises WrongToken, WrongRead."""
    learner = recognise(request, token=token, now=now)
    return _new_pass(learner, device=request.device, now=now)


@transaction.atomic
def print_pass(learner: Learner, *, by: Staff, now: datetime) -> str:
    """Staff make one for her, to print. Only the paper knows its code."""
    code = _new_pass(learner.pk, device=None, now=now)
    audit.note(learner, "syncing.print_pass", by=by, now=now)
    return code


def _new_pass(learner: UUID, *, device: UUID | None, now: datetime) -> str:
    code = _random(PASS_LENGTH)
    Pass.objects.create(learner_id=learner, code_hash=hashed(code), device_id=device, at=now)
    return code


@transaction.atomic
def end_passes(learner: Learner, *, by: Staff, now: datetime) -> int:
    """All her passes open nothing any more; how many there were. Phones that she was brought to keep her."""
    ended = Pass.objects.filter(learner=learner, ended_at=None).update(ended_at=now)
    if ended:
        audit.note(learner, "syncing.end_passes", by=by, now=now)
    return ended


@transaction.atomic
def give_code(learner: Learner, *, by: Staff, now: datetime) -> tuple[str, datetime]:
    """A one-time code to read out, and until when it is good. An earlier one that nobody used ends."""
    OneTimeCode.objects.filter(learner=learner, used_at=None, expires_at__gt=now).update(expires_at=now)
    code, expires_at = _random(CODE_LENGTH), now + CODE_LASTS
    OneTimeCode.objects.create(learner=learner, code_hash=hashed(code), by=by, at=now, expires_at=expires_at)
    audit.note(learner, "syncing.give_code", by=by, now=now)
    return code, expires_at


def _random(length: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


@transaction.atomic
def admit(request: wire.AdmissionRequest, *, token: str, now: datetime) -> Learner:
    """This device may write for the learner whose pass or code it shows, and read with its own key. Safe to repeat.

    Raises WrongToken, RevokedDevice, UnknownCode, ExpiredCode, UsedCode.
    """
    standing = stand(device=request.device, token=token, learners=[], reads={}, language=request.language, now=now)
    if standing.is_revoked:
        raise RevokedDevice
    code_hash, read_hash = hashed(people.as_typed(request.code)), hashed(request.read)
    learner, via = _shown(code_hash, device=request.device, read_hash=read_hash, now=now)
    let_in(request.device, learner=learner.pk, read=request.read, via=via, now=now)
    return learner


def let_in(device: UUID, *, learner: UUID, read: str, via: str, now: datetime) -> None:
    """From now on this device writes for her and reads with this key; what it sent before, too early, counts now."""
    Admission.objects.get_or_create(device_id=device, learner_id=learner, defaults={"via": via, "at": now})
    standing_key = {"device_id": device, "ended_at": None}
    ReadKey.objects.update_or_create(
        learner_id=learner,
        key_hash=hashed(read),
        defaults=standing_key,
        create_defaults=standing_key | {"at": now},
    )
    judge_again_after_admission(device, learner=learner, now=now)


def _shown(code_hash: str, *, device: UUID, read_hash: str, now: datetime) -> tuple[Learner, str]:
    """Whose pass or code this is, and which of them."""
    shown = Pass.objects.select_related("learner").filter(code_hash=code_hash).first()
    if shown is not None:
        if shown.ended_at:
            raise ExpiredCode
        return shown.learner, "pass"
    code = OneTimeCode.objects.select_for_update(of=("self",)).filter(code_hash=code_hash).first()
    if code is None:
        raise UnknownCode
    _use(code, device=device, read_hash=read_hash, now=now)
    return code.learner, "code"


def _use(code: OneTimeCode, *, device: UUID, read_hash: str, now: datetime) -> None:
    """Once; but whoever used it and never heard the answer may ask again."""
    if code.used_at:
        if (code.used_by_id, code.used_read_hash) != (device, read_hash):
            raise UsedCode
        return
    if code.expires_at <= now:
        raise ExpiredCode
    code.used_at, code.used_by_id, code.used_read_hash = now, device, read_hash
    code.save(update_fields=["used_at", "used_by", "used_read_hash"])
