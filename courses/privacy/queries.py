"""Everything that is kept about one learner, as plain values; and who may be joined with whom."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Case, Exists, OuterRef, QuerySet, Value, When

from courses.inbox import queries as inbox
from courses.learning import queries as learning
from courses.people import queries as people
from courses.people.models import Learner, Membership, Staff
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


def sees_both(one: UUID, other: UUID, *, by: Staff) -> bool:
    return people.learners_seen_by(by).filter(pk__in=[one, other]).count() == 2


def may_merge(old: UUID, *, into: UUID, by: Staff) -> bool:
    """This person sees both, and they belong to one centre, or one of them to none yet."""
    places = people.current_memberships([old, into])
    return sees_both(old, into, by=by) and len({place.centre_id for place in places.values()}) <= 1


def perhaps_same(learner: Learner, *, by: Staff) -> QuerySet[Learner]:
    """Those whom this person may join with her."""
    others = people.learners_seen_by(by).exclude(pk=learner.pk)
    place = people.current_memberships([learner.pk]).get(learner.pk)
    if place is None:
        return others
    elsewhere = Membership.objects.filter(learner=OuterRef("pk"), until_at=None).exclude(centre=place.centre_id)
    return others.exclude(Exists(elsewhere))


def likeliest_first(found: QuerySet[Learner], *, learner: Learner) -> QuerySet[Learner]:
    """Those of the same name before all others; then the newest."""
    is_other = Case(When(nickname=learner.nickname, then=0), default=1) if learner.nickname else Value(1)
    return found.annotate(is_other=is_other).order_by("is_other", "-created_at", "pk")


@dataclass(frozen=True, kw_only=True)
class Glimpse:
    """One of two profiles, as whoever has to tell people apart looks at them."""

    learner: Learner
    place: Membership | None
    lessons: int
    events: int
    last_at: datetime | None
    phones: int


def glimpse(learner: Learner) -> Glimpse:
    progress = learning.progress_of([learner.pk])[learner.pk]
    return Glimpse(
        learner=learner,
        place=people.current_memberships([learner.pk]).get(learner.pk),
        lessons=sum(each.finished_at is not None for each in progress.values()),
        events=learning.events_after(learner=learner.pk, record_seq=0).count(),
        last_at=max((each.last_at for each in progress.values() if each.last_at), default=None),
        phones=len(syncing.everything_of(learner.pk)["phones"]),
    )
