"""What is parked is looked at again: judged once more after something was mended, or put aside by somebody."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from courses.people import audit
from courses.people.models import Staff
from courses.syncing import wire
from courses.syncing.actions import judging
from courses.syncing.actions.carried import AUDIT_WORDS_COPY, take_carried
from courses.syncing.models import Parked

AUDIT_WORDS: dict[str, str | Promise] = {
    AUDIT_WORDS_COPY: _("Took in a kept copy"),
    "syncing.replay": _("Tried a parked record again"),
    "syncing.count_although_blocked": _("Counted a record of a lost phone"),
    "syncing.put_aside": _("Put a parked record aside"),
    "syncing.bring_back": _("Brought a parked record back"),
    "syncing.block": _("Blocked a lost phone"),
    "syncing.let_in_again": _("Let a phone in again"),
    "syncing.open_lock": _("Read out an answer that opens a lock"),
    "syncing.give_code": _("Gave a one-time code"),
    "syncing.print_pass": _("Printed a learner's pass"),
    "syncing.end_passes": _("Ended a learner's passes"),
}


@dataclass(frozen=True, kw_only=True)
class Replayed:
    """What became of one record. `code` is why it stays parked;"""

    parked: int
    verdict: wire.Code
    code: str | None


def replay(parked: Iterable[int], *, by: Staff, now: datetime) -> list[Replayed]:
    """Judge each again, with the device that sent it. What is settled already is left out. Safe to repeat."""
    return [replayed for pk in parked if (replayed := _replay_one(pk, by=by, now=now))]


def count_although_blocked(parked: Parked, *, by: Staff, now: datetime) -> list[Replayed]:
    """Judge it as if its phone were not blocked: somebody knows that it was she. The phone stays blocked."""
    replayed = _replay_one(parked.pk, by=by, is_trusted=True, now=now)
    return [replayed] if replayed else []


def judge_again_after_admission(device: UUID, *, learner: UUID, now: datetime) -> None:
    """What a device sent for somebody before it was let in for her. The caller's transaction holds the device."""
    of_hers = Parked.objects.filter(device=device, learner=learner, code=judging.NOT_YOUR_LEARNER, settled_at=None)
    for row in of_hers.order_by("pk"):
        _judge_again(row, now=now)


@transaction.atomic
def _replay_one(pk: int, *, by: Staff, is_trusted: bool = False, now: datetime) -> Replayed | None:
    row = Parked.objects.select_for_update().filter(pk=pk, settled_at=None).first()
    if row is None:
        return None
    verdict, code = _judge_again(row, is_trusted=is_trusted, now=now)
    audited = "syncing.count_although_blocked" if is_trusted else "syncing.replay"
    audit.note(row, audited, by=by, now=now, data={"verdict": verdict})
    return Replayed(parked=pk, verdict=verdict, code=code)


def _judge_again(row: Parked, *, is_trusted: bool = False, now: datetime) -> tuple[wire.Code, str | None]:
    event = wire.read_event(row.raw.encode())
    readable, unreadable = ([event], []) if isinstance(event, wire.Event) else ([], [event])
    judged, _still = take_carried(readable, unreadable, device=row.device_id, is_trusted=is_trusted, now=now)
    _id, verdict, code = judged.verdicts[0]
    row.tried_at = now
    if verdict != "parked":
        row.settled_at, row.outcome = now, verdict
    else:
        row.code = code or row.code
    row.save(update_fields=["tried_at", "settled_at", "outcome", "code"])
    return verdict, code


def counted(replayed: Iterable[Replayed]) -> Counter[str]:
    """How many of them had each verdict."""
    return Counter(each.verdict for each in replayed)


@transaction.atomic
def put_aside(parked: Parked, *, by: Staff, now: datetime) -> None:
    """Somebody looked and leaves it so: it is kept and asks for nobody's attention any more. Safe to repeat."""
    if Parked.objects.filter(pk=parked.pk, settled_at=None).update(settled_at=now, outcome=Parked.Outcome.ASIDE):
        audit.note(parked, "syncing.put_aside", by=by, now=now)


@transaction.atomic
def bring_back(parked: Parked, *, by: Staff, now: datetime) -> None:
    """What was put aside waits again. Safe to repeat."""
    if Parked.objects.filter(pk=parked.pk, outcome=Parked.Outcome.ASIDE).update(settled_at=None, outcome=""):
        audit.note(parked, "syncing.bring_back", by=by, now=now)
