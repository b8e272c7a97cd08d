"""Writes of learning: events are appended, and what follows from them is worked out again whenever asked."""

from courses.learning.actions.certifying import AUDIT_WORDS, claim_certificate, revoke_certificate
from courses.learning.actions.drawing import draw_assessment
from courses.learning.actions.erasing import erase_learner
from courses.learning.actions.folding import fold_learner, rebuild_progress
from courses.learning.actions.handing_in import grade_again
from courses.learning.actions.merging import merge_learner
from courses.learning.actions.new_events import Gate, LearnerGone, NewEvent, Recorded, StoredEvent
from courses.learning.actions.reassigning import reassign
from courses.learning.actions.record import record_all_new, record_events
from courses.learning.actions.signing import sign, take_back

__all__ = [
    "AUDIT_WORDS",
    "Gate",
    "LearnerGone",
    "NewEvent",
    "Recorded",
    "StoredEvent",
    "claim_certificate",
    "draw_assessment",
    "erase_learner",
    "fold_learner",
    "grade_again",
    "merge_learner",
    "reassign",
    "rebuild_progress",
    "record_all_new",
    "record_events",
    "revoke_certificate",
    "sign",
    "take_back",
]
