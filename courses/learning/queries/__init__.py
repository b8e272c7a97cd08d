"""Reads of learning: the record, progress as it stands at this moment, and proof of what somebody can."""

from courses.learning.queries.everything import everything_of
from courses.learning.queries.proofs import (
    asked,
    certificate_key,
    certificate_with,
    certificates_seen_by,
    claimed_certificate,
    may_sign_for,
    proofs_after,
    signatures_seen_by,
    standings_of,
)
from courses.learning.queries.record import (
    events_after,
    learners_ahead,
    places_after,
    progress_of,
    stored_progress,
)
from courses.learning.queries.reviews import learners_with_a_review

__all__ = [
    "asked",
    "certificate_key",
    "certificate_with",
    "certificates_seen_by",
    "claimed_certificate",
    "events_after",
    "everything_of",
    "learners_ahead",
    "learners_with_a_review",
    "may_sign_for",
    "places_after",
    "progress_of",
    "proofs_after",
    "signatures_seen_by",
    "standings_of",
    "stored_progress",
]
