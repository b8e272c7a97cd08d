"""Who is known again in a browser that threw everything away but one cookie."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from courses.syncing.models import RememberedLearner

KEPT_FOR = timedelta(days=400)
"""As long as browsers keep a cookie at most. Whoever did not learn there for so long is not shown any more."""
MOST_FACES = 6


@dataclass(frozen=True, kw_only=True)
class Face:
    """`which` says who it is to whoever shows the cookie, and is nothing without it."""

    which: int
    nickname: str
    picture: str
    language: str
    is_locked: bool


def remembered(cookie: str, *, now: datetime) -> QuerySet[RememberedLearner]:
    """Who may come back with this cookie, the latest first; nobody for whom a blocked phone spoke."""
    known = RememberedLearner.objects.select_related("learner").filter(
        browser__cookie_hash=hashlib.sha256(cookie.encode()).hexdigest(),
        device__revoked_at=None,
        last_at__gt=now - KEPT_FOR,
    )
    return known.order_by("-last_at", "pk")


def faces(cookie: str, *, device: UUID | None, now: datetime) -> list[Face]:
    """Whom to ask "Is this you?", without those who learn on this device already."""
    known = remembered(cookie, now=now)
    if device:
        known = known.exclude(learner__admissions__device=device)
    return [_face(row) for row in known[:MOST_FACES]]


def _face(row: RememberedLearner) -> Face:
    return Face(
        which=row.pk,
        nickname=row.learner.nickname,
        picture=row.learner.picture,
        language=row.learner.language,
        is_locked=row.is_locked,
    )
