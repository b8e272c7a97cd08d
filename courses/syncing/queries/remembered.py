"""Who is known again in a browser that threw everything away but one cookie."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from courses.syncing.hashing import hashed
from courses.syncing.models import Device, RememberedLearner

KEPT_FOR = timedelta(days=400)
"""As long as browsers keep a cookie at most. Whoever did not learn there for so long is not shown any more."""
MOST_FACES = 6


def remembered(cookie: str, *, now: datetime) -> QuerySet[RememberedLearner]:
    """Who may come back with this cookie, the latest first; nobody where a blocked phone spoke for one of them.

    A browser that lost its store begins as a new device, so all its devices are one phone in somebody's hand.
    """
    known = RememberedLearner.objects.select_related("learner").filter(
        browser__cookie_hash=hashed(cookie), last_at__gt=now - KEPT_FOR
    )
    blocked = RememberedLearner.objects.filter(browser=OuterRef("browser"), device__revoked_at__isnull=False)
    return known.filter(~Exists(blocked)).order_by("-last_at", "pk")


def in_same_browser(device: UUID) -> QuerySet[Device]:
    """Other devices that spoke in the browser of this one and are not blocked: very likely the same phone."""
    browsers = RememberedLearner.objects.filter(device=device).values("browser")
    others = RememberedLearner.objects.filter(browser__in=browsers).exclude(device=device).values("device")
    return Device.objects.filter(pk__in=others, revoked_at=None)


def faces(cookie: str, *, device: UUID | None, now: datetime) -> list[RememberedLearner]:
    """Whom to ask "Is this you?", without those who learn on this device already."""
    known = remembered(cookie, now=now)
    if device:
        known = known.exclude(learner__admissions__device=device)
    return list(known[:MOST_FACES])
