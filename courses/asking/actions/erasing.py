"""Questions, when a learner is erased, or two profiles turn out to be one person's."""

from uuid import UUID

from courses.asking.models import Attachment, Question


def erase_learner(learner: UUID) -> None:
    """Her part of an erasure: her questions, their answers, and all that hung on them, parked or not."""
    Attachment.objects.filter(learner=learner).delete()
    Question.objects.filter(learner_id=learner).delete()


def merge_learner(old: UUID, *, into: UUID) -> None:
    """Her part of a merge: her questions go over with all that hangs on them."""
    Question.objects.filter(learner_id=old).update(learner_id=into)
    Attachment.objects.filter(learner=old).update(learner=into)
