"""The second sign-in step of staff: the code of an authenticator app (TOTP, RFC 6238), and what helps when it is lost.

The tables are django-otp's; the judging is ours, because `now` comes from the edge, one row counts the wrong tries of
both kinds of code, and the pause after them has an end. The secret and the codes are in no log and no audit line.
"""

import hashlib
import math
import secrets
import unicodedata
from datetime import datetime, timedelta

from django.db import transaction
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from django_otp.util import random_hex

from courses.people import queries
from courses.people.actions.places import require
from courses.people.audit import note
from courses.people.models import Staff
from courses.refusals import Conflict, Invalid, NotFound, Refusal

CODE_DIGITS = 6
RECOVERY_CODES = 10
RECOVERY_DIGITS = 10
"""Digits, so that the phone's number keys are enough; 33 bits, behind a pause that grows."""

LONGEST_PAUSE = timedelta(minutes=5)
"""After wrong codes: 1, 2, 4, 8 … seconds up to this, which leaves a guesser 1 chance in 1,000 a day."""


class WrongCode(Invalid):
    code = "wrong-code"


class WrongRecoveryCode(WrongCode):
    """As long as a recovery code, and none of hers, or not any more."""

    code = "wrong-recovery-code"


class UsedCode(Conflict):
    """Right, but good only once."""

    code = "used-code"


class WaitForNextTry(Conflict):
    """`details["seconds"]` says how long, as a whole number from 1."""

    code = "wait-for-next-try"


class WrongPassword(Invalid):
    code = "wrong-password"


class SecondFactorIsOn(Conflict):
    code = "second-factor-is-on"


class SecondFactorIsOff(Conflict):
    code = "second-factor-is-off"


class UnknownStaff(NotFound):
    """No member of staff has this user name."""

    code = "unknown-staff"


def new_secret() -> str:
    """160 random bits in hex, as django-otp keeps them."""
    return str(random_hex(20))


@transaction.atomic
def turn_on_second_factor(staff: Staff, *, secret: str, code: str, now: datetime) -> list[str]:
    """Her app shows codes of this secret, as `code` proves. Returns her recovery codes, which are shown only once."""
    Staff.objects.select_for_update().get(pk=staff.pk)  # two windows: the first one wins
    if queries.second_factor_of(staff) is not None:
        raise SecondFactorIsOn
    device = TOTPDevice(user=staff, name="app", key=secret, confirmed=True)
    if not _is_current(device, code=_digits(code), now=now):
        raise WrongCode
    device.save()
    note(staff, "people.second_factor_on", by=staff, now=now)
    return _make_recovery_codes(staff)


def _make_recovery_codes(staff: Staff) -> list[str]:
    box = StaticDevice.objects.create(user=staff, name="recovery", confirmed=True)
    codes = [f"{secrets.randbelow(10**RECOVERY_DIGITS):0{RECOVERY_DIGITS}}" for _ in range(RECOVERY_CODES)]
    StaticToken.objects.bulk_create(StaticToken(device=box, token=_kept(code, staff=staff)) for code in codes)
    return codes


def _kept(code: str, *, staff: Staff) -> str:
    """What is stored of a recovery code: the start of a hash, as long as django-otp's column."""
    return hashlib.sha256(f"recovery code of {staff.pk}: {code}".encode()).hexdigest()[:16]


def enter_code(staff: Staff, *, code: str, now: datetime) -> TOTPDevice:
    """Take the app's code or a recovery code, once each; returns the device to sign her in with.

    Raises WrongCode, UsedCode, WaitForNextTry or SecondFactorIsOff; a wrong try stays counted.
    """
    return _judged(staff, password=None, code=code, now=now)


def turn_off_second_factor(staff: Staff, *, password: str, code: str, now: datetime) -> None:
    """She turns it off herself; raises what `enter_code` raises, or WrongPassword."""
    _judged(staff, password=password, code=code, now=now)
    with transaction.atomic():
        _remove(staff)
        note(staff, "people.second_factor_off", by=staff, now=now)


def new_recovery_codes(staff: Staff, *, password: str, code: str, now: datetime) -> list[str]:
    """Ten new ones, shown only once; the old ones let nobody in any more. Raises as `turn_off_second_factor`."""
    _judged(staff, password=password, code=code, now=now)
    with transaction.atomic():
        Staff.objects.select_for_update().get(pk=staff.pk)  # two windows: the codes of the second one count
        _must_be_on(staff)
        StaticDevice.objects.filter(user=staff).delete()
        note(staff, "people.new_recovery_codes", by=staff, now=now)
        return _make_recovery_codes(staff)


def _judged(staff: Staff, *, password: str | None, code: str, now: datetime) -> TOTPDevice:
    """The refusal is raised after the transaction, or the wrong try would be forgotten with it."""
    with transaction.atomic():
        device = TOTPDevice.objects.select_for_update().filter(user=staff, confirmed=True).first()
        refusal = _refusal(device, password=password, code=_digits(code), now=now) if device else SecondFactorIsOff()
    if refusal is not None:
        raise refusal
    return device


def _refusal(device: TOTPDevice, *, password: str | None, code: str, now: datetime) -> Refusal | None:
    """What stands against it; keeps what was used, and counts what was wrong."""
    if seconds := _seconds_to_wait(device, now=now):
        return WaitForNextTry(details={"seconds": seconds})
    if password is not None and not device.user.check_password(password):
        return _counted(device, WrongPassword(), now=now)
    if _is_current(device, code=code, now=now) or _use_recovery_code(device.user, code=code):
        device.throttling_failure_count, device.throttling_failure_timestamp = 0, None
        device.last_used_at = now
        device.save()
        return None
    if _fits(device, code=code, now=now, from_step=None) is not None:
        return UsedCode()
    return _counted(device, WrongRecoveryCode() if len(code) == RECOVERY_DIGITS else WrongCode(), now=now)


def _seconds_to_wait(device: TOTPDevice, *, now: datetime) -> int:
    """1, 2, 4 … seconds after as many wrong tries, never longer than LONGEST_PAUSE."""
    tries: int = device.throttling_failure_count
    last_at: datetime | None = device.throttling_failure_timestamp
    if last_at is None:
        return 0
    pause = min(timedelta(seconds=2 ** min(max(tries - 1, 0), 16)), LONGEST_PAUSE)
    return max(0, math.ceil((last_at + pause - now).total_seconds()))


def _counted(device: TOTPDevice, refusal: Refusal, *, now: datetime) -> Refusal:
    device.throttling_failure_count += 1
    device.throttling_failure_timestamp = now
    device.save(update_fields=["throttling_failure_count", "throttling_failure_timestamp"])
    return refusal


def _is_current(device: TOTPDevice, *, code: str, now: datetime) -> bool:
    """Whether it is the code of now, or of the step before or after, and newer than the last one used.

    What was needed to find it is kept on the device, not yet saved: a slow clock stays understood.
    """
    found = _fits(device, code=code, now=now, from_step=device.last_t + 1)
    if found is None:
        return False
    device.last_t, device.drift = found.t(), found.drift
    return True


def _fits(device: TOTPDevice, *, code: str, now: datetime, from_step: int | None) -> TOTP | None:
    totp = TOTP(device.bin_key, device.step, device.t0, device.digits, device.drift)
    totp.time = now.timestamp()
    fits = len(code) == CODE_DIGITS and totp.verify(int(code), device.tolerance, from_step)
    return totp if fits else None


def _use_recovery_code(staff: Staff, *, code: str) -> bool:
    kept = StaticToken.objects.filter(device__user=staff, token=_kept(code, staff=staff))
    return len(code) == RECOVERY_DIGITS and bool(kept.delete()[0])


def _digits(typed: str) -> str:
    """As typed, without spaces and dashes; digits of full width count too."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", typed) if sign in "0123456789")


@transaction.atomic
def reset_second_factor(staff: Staff, *, by: Staff, now: datetime) -> None:
    """The operator helps somebody who lost her phone and her recovery codes. One's own is turned off in the account."""
    require(queries.is_operator(by) and by.pk != staff.pk)
    _must_be_on(staff)
    _remove(staff)
    note(staff, "people.second_factor_reset", by=by, now=now)


@transaction.atomic
def second_factor_off_from_terminal(username: str, *, now: datetime) -> None:
    """For whoever runs the machine: an operator has lost her own phone. Raises UnknownStaff, SecondFactorIsOff."""
    staff = Staff.objects.filter(username=username).first()
    if staff is None:
        raise UnknownStaff
    _must_be_on(staff)
    _remove(staff)
    note(staff, "people.second_factor_reset", by=staff, now=now, data={"from": "terminal"})


def _must_be_on(staff: Staff) -> None:
    if queries.second_factor_of(staff) is None:
        raise SecondFactorIsOff


def _remove(staff: Staff) -> None:
    TOTPDevice.objects.filter(user=staff).delete()
    StaticDevice.objects.filter(user=staff).delete()
