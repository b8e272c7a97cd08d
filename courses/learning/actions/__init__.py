"""Writes of learning: events are appended, and what follows from them is worked out again whenever asked."""

from courses.learning.actions.folding import fold_learner, rebuild_progress
from courses.learning.actions.new_events import Gate, NewEvent, Recorded, StoredEvent
from courses.learning.actions.record import record_all_new, record_events

__all__ = [
    "Gate",
    "NewEvent",
    "Recorded",
    "StoredEvent",
    "fold_learner",
    "rebuild_progress",
    "record_all_new",
    "record_events",
]
