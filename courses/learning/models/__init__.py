"""The tables of learning: the record with what is derived from it, and proof of what somebody can."""

from courses.learning.models.proofs import Certificate, Draw, HandedIn, Proof, Signature, Way
from courses.learning.models.record import Answer, Event, Folded, LessonProgress, Ungraded

__all__ = [
    "Answer",
    "Certificate",
    "Draw",
    "Event",
    "Folded",
    "HandedIn",
    "LessonProgress",
    "Proof",
    "Signature",
    "Ungraded",
    "Way",
]
