"""Who is known again in a browser that threw everything away but one cookie."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from courses.syncing.hashing import hashed
from courses.syncing.models import RememberedLearner

KEPT_FOR = timedelta(days=400)
"""As long as browsers keep a cookie at most. Whoever did not learn there for so long is not shown any more."""
MOST_FACES = 6


def remembered(cookie: str, *, now: datetime) -> QuerySet[RememberedLearner]:
    """Who may come back with this cookie, the latest first; nobody for whom a blocked phone spoke."""
    known = RememberedLearner.objects.select_related("learner").filter(
        browser__cookie_hash=hashed(cookie),
        device__revoked_at=None,
        last_at__gt=now - KEPT_FOR,
    )
    return known.order_by("-last_at", "pk")


def faces(cookie: str, *, device: UUID | None, now: datetime) -> list[RememberedLearner]:
    """Whom to ask "Is this you?", without those who learn on this device already."""
    known = remembered(cookie, now=now)
    if device:
        known = known.exclude(learner__admissions__device=device)
    return list(known[:MOST_FACES])
