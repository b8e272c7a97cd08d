"""What of questions a member of staff may see: those of the learners she sees."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from courses.asking.models import Attachment, Question, TrainersAnswer
from courses.people import queries as people
from courses.people.models import Staff

_ANSWERED = Exists(TrainersAnswer.objects.filter(question=OuterRef("pk")))


def questions_seen_by(staff: Staff) -> QuerySet[Question]:
    seen = Question.objects.filter(learner__in=people.learners_seen_by(staff))
    return seen.select_related("learner").prefetch_related("answers__by")


def open_questions(staff: Staff) -> QuerySet[Question]:
    """Those that nobody answered, the one that waits longest first."""
    return questions_seen_by(staff).exclude(_ANSWERED).order_by("asked_at", "pk")


def answered_questions(staff: Staff) -> QuerySet[Question]:
    """The newest first."""
    return questions_seen_by(staff).filter(_ANSWERED).order_by("-asked_at", "-pk")


def attachments_of(questions: Collection[UUID]) -> Mapping[UUID, list[Attachment]]:
    """What hangs on each, without the bytes: the photo before the note."""
    found: defaultdict[UUID, list[Attachment]] = defaultdict(list)
    rows = Attachment.objects.filter(event__in=questions).defer("original", "shown")
    for row in rows.order_by("-type", "pk"):
        found[row.event].append(row)
    return found


def attachments_seen_by(staff: Staff) -> QuerySet[Attachment]:
    """Those that can be shown, of questions that count: what hangs on a parked one is nobody's to see yet."""
    seen = Attachment.objects.filter(event__in=questions_seen_by(staff).values("pk"), state=Attachment.State.READY)
    return seen.defer("original")
