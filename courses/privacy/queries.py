"""Everything that is kept about one learner, as plain values; and who may be joined with whom."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Any
from uuid import UUID

from django.db.models import Case, Exists, OuterRef, QuerySet, Value, When

from courses.asking import queries as asking
from courses.engine.events import LEARNED
from courses.inbox import queries as inbox
from courses.learning import queries as learning
from courses.learning.models import Event
from courses.people import queries as people
from courses.people.models import Learner, Membership, Staff
from courses.reminders import queries as reminders
from courses.reports import queries as reports
from courses.syncing import queries as syncing

MOST_SHOWN = 1000
"""The newest events of a phone that are looked through for what was done under a wrong name."""


def everything_of(learner: UUID, *, now: datetime) -> dict[str, Any]:
    """One part a feature, under its name: ids, text, numbers, times and lists of rows. Empty parts stand there too."""
    features = {
        "people": people,
        "learning": learning,
        "syncing": syncing,
        "inbox": inbox,
        "asking": asking,
        "reminders": reminders,
        "reports": reports,
    }
    parts = {name: queries.everything_of(learner) for name, queries in features.items()}
    return {"format": 1, "kind": "learner", "id": learner, "made_at": now, **parts}


def sees_both(one: UUID, other: UUID, *, by: Staff) -> bool:
    return people.learners_seen_by(by).filter(pk__in=[one, other]).count() == 2


def perhaps_same(learner: Learner, *, by: Staff) -> QuerySet[Learner]:
    """Those whom this person may join with her: both are seen, and belong to one centre, or one of them to none yet."""
    others = people.learners_seen_by(by).exclude(pk=learner.pk)
    place = people.current_memberships([learner.pk]).get(learner.pk)
    if place is None:
        return others
    elsewhere = Membership.objects.filter(learner=OuterRef("pk"), until_at=None).exclude(centre=place.centre_id)
    return others.exclude(Exists(elsewhere))


def may_merge(old: UUID, *, into: UUID, by: Staff) -> bool:
    learner = people.learners_seen_by(by).filter(pk=old).first()
    return learner is not None and perhaps_same(learner, by=by).filter(pk=into).exists()


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


def those_on(device: UUID, *, by: Staff) -> list[Learner]:
    """Who learns on this phone, of those whom this person sees."""
    seen = people.learners_seen_by(by)
    return list(seen.filter(admissions__device=device).order_by("admissions__at", "pk"))


@dataclass(frozen=True, kw_only=True)
class Done:
    """Something done on a phone under one name: a sitting, or all that she did there on one day (`sitting` None).

    `place` is module and lesson of a sitting.
    """

    learner: Learner
    day_date: date
    sitting: UUID | None
    place: tuple[str, str] | None
    first_at: datetime
    events: Sequence[UUID]

    @property
    def key(self) -> str:
        """Names it in a form."""
        return f"{self.learner.pk}/{self.sitting or self.day_date}"


def done_on(device: UUID, *, by: Staff, zone: tzinfo) -> list[Done]:
    """The newest days on this phone, each followed by its sittings, oldest first; by the calendar of `zone`.

    A day that was one sitting stands once, as that.
    """
    learners = {each.pk: each for each in those_on(device, by=by)}
    newest = Event.objects.filter(device=device, learner__in=learners, kind__in=LEARNED).order_by("-corrected_at", "pk")
    events = sorted(newest[:MOST_SHOWN], key=lambda event: (event.corrected_at, event.seq))
    days: dict[tuple[date, UUID], list[Event]] = defaultdict(list)
    for event in events:
        days[event.corrected_at.astimezone(zone).date(), event.learner].append(event)
    found = []
    for (day_date, learner), those in sorted(days.items(), key=lambda item: item[1][0].corrected_at, reverse=True):
        sittings = []
        for opened in (event for event in those if event.kind == "lesson_opened"):
            sat = [event for event in events if event is opened or event.body.get("sitting") == str(opened.pk)]
            sittings.append(_done(learners[learner], sat, day_date=day_date, opened=opened))
        day = _done(learners[learner], those, day_date=day_date)
        is_one_sitting = len(sittings) == 1 and set(sittings[0].events) == set(day.events)
        found += sittings if is_one_sitting else [day, *sittings]
    return found


def _done(learner: Learner, events: Sequence[Event], *, day_date: date, opened: Event | None = None) -> Done:
    return Done(
        learner=learner,
        day_date=day_date,
        sitting=opened.pk if opened else None,
        place=(opened.module, opened.item) if opened else None,
        first_at=events[0].corrected_at,
        events=[event.pk for event in events],
    )
