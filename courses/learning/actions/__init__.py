"""Writes of learning: events are appended, and what follows from them is worked out again whenever asked."""

from courses.learning.actions.folding import fold_learner, rebuild_progress
from courses.learning.actions.record import NewEvent, Recorded, StoredEvent, record_events

__all__ = ["NewEvent", "Recorded", "StoredEvent", "fold_learner", "rebuild_progress", "record_events"]
