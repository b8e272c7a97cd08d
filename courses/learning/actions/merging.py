"""Two profiles of one person: what the one did goes over to the other, and is folded there as if it came late."""

from uuid import UUID

from django.db import transaction
from django.db.models import F, Max

from courses.learning.actions.telling import tell
from courses.learning.models import (
    Answer,
    Certificate,
    Draw,
    Event,
    Folded,
    LessonProgress,
    Proof,
    Signature,
    Ungraded,
    Way,
)


@transaction.atomic
def merge_learner(old: UUID, *, into: UUID, offset: int) -> None:
    """Her part of a merge: record, grades, assessments, signatures, certificates. Fold `into` afterwards.

    Each event keeps its id and gets a place after `offset`, the last one that `into` had: so phones that read on from
    there are told of it. Both learners' rows are locked by the caller.
    """
    Event.objects.filter(learner=old).update(learner=into, record_seq=F("record_seq") + offset)
    Answer.objects.filter(learner=old).update(learner=into)
    Ungraded.objects.filter(learner=old).update(learner=into)
    for derived in (LessonProgress, Folded, Proof):
        derived.objects.filter(learner=old).delete()
    _move_draws(old, into=into)
    _move_signatures(old, into=into)
    _move_certificates(old, into=into)
    proved = {*Draw.objects.filter(learner=into).values_list("module", flat=True).distinct()}
    proved |= {*Signature.objects.filter(learner=into).values_list("module", flat=True).distinct()}
    for module in sorted(proved):
        tell(learner=into, module=module, anew=True)


def _move_draws(old: UUID, *, into: UUID) -> None:
    """They keep their ids, which phones know, and are counted after those that are there."""
    there = dict(Draw.objects.filter(learner=into).values_list("module").annotate(last=Max("nth")))
    for module in Draw.objects.filter(learner=old).values_list("module", flat=True).distinct():
        after = there[module] + 1 if module in there else 0
        Draw.objects.filter(learner=old, module=module).update(learner=into, nth=F("nth") + after)


def _move_signatures(old: UUID, *, into: UUID) -> None:
    """Where both were signed for, the first signature stands; the other is kept as one that was taken back."""
    for row in Signature.objects.filter(learner=old, taken_back_at=None):
        twin = Signature.objects.filter(learner=into, module=row.module, taken_back_at=None).first()
        if twin:
            _first, second = sorted((row, twin), key=lambda each: (each.signed_at, each.pk))
            Signature.objects.filter(pk=second.pk).update(taken_back_at=second.signed_at)
    Signature.objects.filter(learner=old).update(learner=into)


def _move_certificates(old: UUID, *, into: UUID) -> None:
    """Where both have one, each stays valid for whoever looks it up: one stands, the other beside it."""
    for row in Certificate.objects.filter(learner=old, revoked_at=None, beside=None):
        twin = Certificate.objects.filter(learner=into, module=row.module, revoked_at=None, beside=None).first()
        if twin:
            standing, other = sorted((row, twin), key=_rank)
            Certificate.objects.filter(beside=other).update(beside=standing)
            Certificate.objects.filter(pk=other.pk).update(beside=standing)
    Certificate.objects.filter(learner=old).update(learner=into)


def _rank(certificate: Certificate) -> tuple[bool, bool, object]:
    """An assessment cannot be taken back, a signature can; then the one that has her name."""
    return certificate.way != Way.ASSESSMENT, certificate.claimed_at is None, certificate.earned_at
