"""Counting what learners did into daily roll-ups. Counting again changes nothing."""

import hashlib
import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import F, Min

from courses.learning.models import Event, Folded, Ungraded
from courses.people import queries as people
from courses.people.models import Learner, Membership
from courses.reports.models import NOBODY, Counted, LearnerDay

COUNTED_KINDS = ("lesson_opened", "lesson_finished", "answered")
UNASSIGNED_ZONE = "Asia/Shanghai"


@dataclass
class _Tally:
    """What one learner did on one day in one place."""

    opened: int = 0
    finished: int = 0
    answers: int = 0
    right: int = 0


@dataclass(frozen=True, kw_only=True)
class _Place:
    """A day under one membership (or under none)."""

    day_date: date
    centre: int | None = None
    group: int | None = None
    village: int | None = None


@dataclass
class _Count:
    """Tallies by place, of the days from `first_date` on."""

    first_date: date
    tallies: defaultdict[_Place, _Tally] = field(default_factory=lambda: defaultdict(_Tally))


@transaction.atomic
def count_learner(*, learner: uuid.UUID, afresh: bool = False) -> None:
    """Bring one learner's roll-ups up to what is folded. `afresh` counts every day again.

    Days touched by new events are counted again as a whole, by the membership at each event's corrected time; so a
    late, repeated or reordered event needs no care, and a day is never counted twice. Where she was given another
    place, or an answer could be graded at last, every day is counted again.
    """
    Counted.objects.get_or_create(learner=learner)
    row = Counted.objects.select_for_update().filter(learner=learner).first()
    if row is None or not Learner.objects.filter(pk=learner).exists():  # erased meanwhile
        Counted.objects.filter(learner=learner).delete()
        return
    folded = Folded.objects.filter(learner=learner).values_list("record_seq", flat=True).first() or 0
    memberships = people.memberships_of([learner])[learner]
    places, ungraded = _fingerprint(memberships), Ungraded.objects.filter(learner=learner).count()
    afresh = afresh or (places, ungraded) != (row.places, row.ungraded)
    if folded <= row.record_seq and not afresh:
        return
    if afresh:
        LearnerDay.objects.filter(learner=learner).delete()
    first_at = _first_at(learner=learner, since=0 if afresh else row.record_seq, folded=folded)
    if first_at is not None:
        count = _count(learner=learner, memberships=memberships, first_at=first_at, folded=folded)
        _replace_days(learner=learner, count=count)
    row.record_seq, row.places, row.ungraded = max(folded, row.record_seq), places, ungraded
    row.save()


@transaction.atomic
def erase_learner(learner: uuid.UUID) -> None:
    """Her part of an erasure: her days go into the sums of their weeks, in which nobody's days can be told apart."""
    for row in LearnerDay.objects.filter(learner=learner).select_related("centre", "group"):
        monday = row.day_date - timedelta(days=row.day_date.weekday())
        kept, _ = LearnerDay.objects.get_or_create(
            learner=NOBODY, day_date=monday, centre=row.centre, group=row.group, village=None
        )
        LearnerDay.objects.filter(pk=kept.pk).update(
            opened=F("opened") + row.opened,
            finished=F("finished") + row.finished,
            answers=F("answers") + row.answers,
            right=F("right") + row.right,
        )
        row.delete()
    Counted.objects.filter(learner=learner).delete()


@transaction.atomic
def merge_learner(old: uuid.UUID, *, into: uuid.UUID) -> None:
    """Her part of a merge, after all that she did went over and was folded: everything is counted under one id."""
    LearnerDay.objects.filter(learner=old).delete()
    Counted.objects.filter(learner=old).delete()
    count_learner(learner=into, afresh=True)


def count_afresh(*, learners: Iterable[uuid.UUID]) -> None:
    """Count all days of these learners again, one transaction each."""
    for learner in learners:
        count_learner(learner=learner, afresh=True)


def _fingerprint(memberships: Sequence[Membership]) -> str:
    """Who she belonged to and when, as one short text."""
    places = [(row.centre_id, row.group_id, row.village_id, row.from_at, row.until_at) for row in memberships]
    return hashlib.sha256(repr(places).encode()).hexdigest()


def _first_at(*, learner: uuid.UUID, since: int, folded: int) -> datetime | None:
    new = Event.objects.filter(learner=learner, record_seq__gt=since, record_seq__lte=folded, kind__in=COUNTED_KINDS)
    first: datetime | None = new.aggregate(at=Min("corrected_at"))["at"]
    return first


def _count(*, learner: uuid.UUID, memberships: Sequence[Membership], first_at: datetime, folded: int) -> _Count:
    """All days from the one of `first_at` on, in whichever calendar it is earliest."""
    zones = {UNASSIGNED_ZONE, *(row.centre.time_zone for row in memberships)}
    first_date = min(first_at.astimezone(ZoneInfo(zone)).date() for zone in zones)
    # a day before, so that the first day is whole in every time zone
    start = datetime.combine(first_date - timedelta(days=1), time(), tzinfo=UTC)
    events = Event.objects.filter(
        learner=learner, record_seq__lte=folded, kind__in=COUNTED_KINDS, corrected_at__gte=start
    ).values_list("kind", "corrected_at", "answer__credit")
    count = _Count(first_date=first_date)
    for kind, at, credit in events.iterator():
        place = _place(at, people.membership_then(memberships, at=at))
        if place.day_date >= first_date:
            _tally(count.tallies[place], kind=kind, credit=credit)
    return count


def _tally(tally: _Tally, *, kind: str, credit: float | None) -> None:
    if kind == "lesson_opened":
        tally.opened += 1
    elif kind == "lesson_finished":
        tally.finished += 1
    else:
        tally.answers += 1
        tally.right += credit == 1.0


def _place(at: datetime, membership: Membership | None) -> _Place:
    """The day in the calendar of where she belonged then."""
    if membership is None:
        return _Place(day_date=at.astimezone(ZoneInfo(UNASSIGNED_ZONE)).date())
    return _Place(
        day_date=at.astimezone(ZoneInfo(membership.centre.time_zone)).date(),
        centre=membership.centre_id,
        group=membership.group_id,
        village=membership.village_id,
    )


def _replace_days(*, learner: uuid.UUID, count: _Count) -> None:
    LearnerDay.objects.filter(learner=learner, day_date__gte=count.first_date).delete()
    LearnerDay.objects.bulk_create(
        LearnerDay(
            learner=learner,
            day_date=place.day_date,
            centre_id=place.centre,
            group_id=place.group,
            village_id=place.village,
            opened=tally.opened,
            finished=tally.finished,
            answers=tally.answers,
            right=tally.right,
        )
        for place, tally in count.tallies.items()
    )
