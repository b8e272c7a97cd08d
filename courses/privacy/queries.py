"""Everything that is kept about one learner, as plain values."""

from datetime import datetime
from typing import Any
from uuid import UUID

from courses.inbox import queries as inbox
from courses.learning import queries as learning
from courses.people import queries as people
from courses.reminders import queries as reminders
from courses.reports import queries as reports
from courses.syncing import queries as syncing


def everything_of(learner: UUID, *, now: datetime) -> dict[str, Any]:
    """One part a feature, under its name: ids, text, numbers, times and lists of rows. Empty parts stand there too."""
    features = {
        "people": people,
        "learning": learning,
        "syncing": syncing,
        "inbox": inbox,
        "reminders": reminders,
        "reports": reports,
    }
    parts = {name: queries.everything_of(learner) for name, queries in features.items()}
    return {"format": 1, "kind": "learner", "id": learner, "made_at": now, **parts}
