"""How a learner stands in a module, as one row for each way, with a place in her sequence so that phones pull it."""

from typing import Any
from uuid import UUID

from django.db.models import F

from courses.learning.models import HandedIn, Proof, Signature, Way
from courses.people.models import Learner


def tell(*, learner: UUID, module: str, anew: bool = False) -> None:
    """Work out both ways again. A row that changed gets the next place; with `anew` every row does.

    Call it inside a transaction, after whatever changed. `anew` is for what stands beside the row: the certificate.
    """
    found = {Way.ASSESSMENT: _by_assessment(learner, module), Way.TRAINER: _by_trainer(learner, module)}
    for way, values in found.items():
        row = Proof.objects.filter(learner=learner, module=module, way=way).first()
        if values is None:
            continue
        if row is None or anew or any(getattr(row, name) != value for name, value in values.items()):
            Proof.objects.update_or_create(
                learner_id=learner, module=module, way=way, defaults=values | {"record_seq": _next_place(learner)}
            )


def _by_assessment(learner: UUID, module: str) -> dict[str, Any] | None:
    """The first that was passed; else the last one tried."""
    tried = list(HandedIn.objects.filter(draw__learner=learner, draw__module=module).order_by("at", "draw__nth"))
    if not tried:
        return None
    best = next((one for one in tried if one.passed), tried[-1])
    return {"passed": best.passed, "right": best.right, "of": best.of, "at": best.at, "again_at": best.again_at}


def _by_trainer(learner: UUID, module: str) -> dict[str, Any] | None:
    """The one that stands; else the last one."""
    rows = Signature.objects.filter(learner=learner, module=module).order_by("signed_at", "pk")
    signed = rows.filter(taken_back_at=None).last() or rows.last()
    if signed is None:
        return None
    at = signed.taken_back_at or signed.signed_at
    return {"passed": signed.taken_back_at is None, "right": None, "of": None, "at": at, "again_at": None}


def _next_place(learner: UUID) -> int:
    """Taken under a lock of her row, so that a cursor never skips it."""
    Learner.objects.filter(pk=learner).update(record_seq=F("record_seq") + 1)
    return Learner.objects.values_list("record_seq", flat=True).get(pk=learner)
