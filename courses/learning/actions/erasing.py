"""Erasing what a learner did, and all that follows from it."""

from uuid import UUID

from django.db import transaction

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
)


@transaction.atomic
def erase_learner(learner: UUID) -> None:
    """Her part of an erasure: record, progress, grades, assessments, signatures and certificates.

    Whoever looks one of her certificates up is told that there is none (docs/decisions/0046-proof.md).
    """
    for proof in (Certificate, Proof, Signature):
        proof.objects.filter(learner=learner).delete()
    Draw.objects.filter(learner=learner).delete()  # with what she handed in
    for derived in (Answer, Ungraded, LessonProgress, Folded):
        derived.objects.filter(learner=learner).delete()
    Event.objects.filter(learner=learner).delete()
