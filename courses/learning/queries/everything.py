"""What a learner did and what follows from it, as plain values she may have."""

from typing import Any
from uuid import UUID

from courses.learning.models import Answer, Certificate, Draw, Event, HandedIn, LessonProgress, Signature

_EVENT = ("id", "v", "device", "seq", "kind", "at", "corrected_at", "received_at", "module", "release", "item", "body")
_ANSWER = ("event", "module", "lesson", "item", "sitting", "attempt", "credit", "at")
_PROGRESS = ("module", "lesson", "opened_at", "finished_at", "mastered_at", "checked_at", "last_at", "right")
_HANDED_IN = ("draw", "draw__module", "event", "right", "of", "passed", "at", "again_at")
_CERTIFICATE = ("code", "module", "way", "says", "earned_at", "name", "show_name", "claimed_at", "revoked_at")


def everything_of(learner: UUID) -> dict[str, Any]:
    """Her record and all derived from it. Which answers of an assessment were right is left out: keys stay here."""
    handed_in = HandedIn.objects.filter(draw__learner=learner).order_by("at")
    signatures = Signature.objects.filter(learner=learner).order_by("signed_at")
    return {
        "events": list(Event.objects.filter(learner=learner).order_by("record_seq").values(*_EVENT)),
        "answers": list(Answer.objects.filter(learner=learner).order_by("at", "pk").values(*_ANSWER)),
        "progress": list(
            LessonProgress.objects.filter(learner=learner).order_by("module", "lesson").values(*_PROGRESS)
        ),
        "draws": list(Draw.objects.filter(learner=learner).order_by("given_at").values("id", "module", "given_at")),
        "handed_in": list(handed_in.values(*_HANDED_IN)),
        "signatures": list(signatures.values("module", "seen_date", "signed_at", "taken_back_at")),
        "certificates": list(Certificate.objects.filter(learner=learner).order_by("earned_at").values(*_CERTIFICATE)),
    }
