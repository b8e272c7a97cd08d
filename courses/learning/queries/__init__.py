"""Reads of learning: the record, progress as it stands at this moment, and proof of what somebody can."""

from courses.learning.queries.record import (
    events_after,
    learners_ahead,
    places_after,
    progress_of,
    stored_progress,
)

__all__ = ["events_after", "learners_ahead", "places_after", "progress_of", "stored_progress"]
