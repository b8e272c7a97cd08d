"""What a manager reads: who is learning what, when she was last heard from, and from how many this is known."""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import TruncWeek

from courses.catalog import queries as catalog
from courses.engine.progress import Progress
from courses.learning import queries as learning
from courses.learning.models import Folded
from courses.people import queries as people
from courses.people.models import Centre, Group, Learner, Membership, Staff
from courses.reports.models import Counted, LearnerDay
from courses.syncing import queries as syncing

HEARD_WITHIN = timedelta(days=7)
WEEKS_SHOWN = 12
PAGE = 50


@dataclass(frozen=True, kw_only=True)
class Scope:
    """Whom a report is about: the learners now in these centres, in one group where `group` is given."""

    centres: Sequence[Centre]
    group: Group | None
    unassigned: bool = False

    @property
    def name(self) -> str:
        """The group's or centre's name, where it is one."""
        if self.group is not None:
            return self.group.name
        return self.centres[0].name if len(self.centres) == 1 else ""


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One learner and one lesson. `state` is the furthest reached: mastered, finished, opened, or empty."""

    title: str
    state: str
    at: datetime | None


@dataclass(frozen=True, kw_only=True)
class Row:
    """One learner: where she belongs, what she reached in each lesson, and what is known about when."""

    learner: Learner
    group: str
    village: str
    cells: Sequence[Cell]
    last_learned_at: datetime | None
    last_heard_at: datetime | None
    is_silent: bool

    @property
    def finished(self) -> int:
        """Lessons finished or mastered."""
        return sum(cell.state in ("finished", "mastered") for cell in self.cells)


@dataclass(frozen=True, kw_only=True)
class Column:
    """One lesson of the matrix."""

    module: str
    lesson: str
    title: str


@dataclass(frozen=True, kw_only=True)
class Totals:
    """People who reached each stage, and from how many this is known. `silent` were not heard from in 7 days."""

    joined: int
    started: int
    finished: int
    mastered: int
    heard: int

    @property
    def silent(self) -> int:
        return self.joined - self.heard

    def up_to(self, reached: int, before: int) -> int:
        """What a figure may rise to when silent phones report; never above the stage before."""
        return min(before, reached + self.silent)


@dataclass(frozen=True, kw_only=True)
class Week:
    """Lessons finished in the week that began on `monday_date`, in each learner's own calendar."""

    monday_date: date
    finished: int


@dataclass(frozen=True, kw_only=True)
class Report:
    """All that the progress page shows."""

    scope: Scope
    columns: Sequence[Column]
    rows: Sequence[Row]
    totals: Totals
    weeks: Sequence[Week]
    as_of: datetime


def scopes_seen_by(staff: Staff) -> tuple[Sequence[Centre], Sequence[Group]]:
    """The centres and groups this person may choose from."""
    return list(people.centres_seen_by(staff)), list(people.groups_seen_by(staff))


def columns(*, module: str, language: str) -> list[Column]:
    """The lessons on offer of one module, in order, titled in the reader's language where it is there."""
    return [
        Column(module=module, lesson=lesson.id, title=lesson.title)
        for lesson in catalog.lessons_of_module(module=module, language=language)
    ]


def learners_in(*, staff: Staff, scope: Scope) -> QuerySet[Learner]:
    """The learners of a scope, always within what this person may see."""
    here = Membership.objects.filter(learner=OuterRef("pk"), until_at=None)
    where = Q(centre__in=[centre.pk for centre in scope.centres])
    if scope.group is not None:
        where &= Q(group=scope.group)
    inside = Exists(here.filter(where))
    seen = people.learners_seen_by(staff)
    if scope.unassigned and scope.group is None:
        return seen.filter(inside | ~Exists(here))
    return seen.filter(inside)


def report(*, staff: Staff, scope: Scope, module: str, language: str, now: datetime) -> Report:
    """The progress page of a scope and a module. Rows come with those first who have not been heard from longest."""
    shown = columns(module=module, language=language)
    rows = list(_rows(learners=list(learners_in(staff=staff, scope=scope)), shown=shown, now=now))
    rows.sort(key=lambda row: (row.last_heard_at is not None, row.last_heard_at, row.learner.nickname))
    ids = [row.learner.pk for row in rows]
    return Report(
        scope=scope,
        columns=shown,
        rows=rows,
        totals=_totals(rows),
        weeks=weeks(learners=ids, now=now),
        as_of=now,
    )


def _rows(*, learners: Sequence[Learner], shown: Sequence[Column], now: datetime) -> Iterator[Row]:
    ids = [learner.pk for learner in learners]
    progress = learning.progress_of(ids)
    heard = syncing.heard_and_waiting(learners=ids)
    places = people.current_memberships(ids)
    for learner in learners:
        mine = progress.get(learner.pk, {})
        place = places.get(learner.pk)
        contact = heard.get(learner.pk)
        heard_at = contact.at if contact else None
        yield Row(
            learner=learner,
            group=place.group.name if place and place.group else "",
            village=place.village.name if place and place.village else "",
            cells=[_cell(column, mine.get((column.module, column.lesson))) for column in shown],
            last_learned_at=max((p.last_at for p in mine.values() if p.last_at), default=None),
            last_heard_at=heard_at,
            is_silent=heard_at is None or now - heard_at > HEARD_WITHIN,
        )


def _cell(column: Column, progress: Progress | None) -> Cell:
    if progress is not None:
        for state, at in (
            ("mastered", progress.mastered_at),
            ("finished", progress.finished_at),
            ("opened", progress.opened_at),
        ):
            if at is not None:
                return Cell(title=column.title, state=state, at=at)
    return Cell(title=column.title, state="", at=None)


def _totals(rows: Sequence[Row]) -> Totals:
    return Totals(
        joined=len(rows),
        started=sum(any(cell.state for cell in row.cells) for row in rows),
        finished=sum(row.finished > 0 for row in rows),
        mastered=sum(bool(row.cells) and all(cell.state == "mastered" for cell in row.cells) for row in rows),
        heard=sum(not row.is_silent for row in rows),
    )


def weeks(*, learners: Sequence[uuid.UUID], now: datetime) -> list[Week]:
    """Lessons finished in each of the last twelve weeks, this one last; from the roll-ups."""
    monday = now.date() - timedelta(days=now.weekday())
    first = monday - timedelta(weeks=WEEKS_SHOWN - 1)
    counted: Mapping[date, int] = dict(
        LearnerDay.objects.filter(learner__in=learners, day_date__gte=first)
        .annotate(week=TruncWeek("day_date"))
        .values("week")
        .annotate(n=Sum("finished"))
        .values_list("week", "n")
    )
    mondays = [first + timedelta(weeks=n) for n in range(WEEKS_SHOWN)]
    return [Week(monday_date=day, finished=counted.get(day, 0)) for day in mondays]


def ahead_of_roll_ups() -> Iterator[uuid.UUID]:
    """Learners with folded events that are not counted yet."""
    counted = Counted.objects.filter(learner=OuterRef("learner")).values("record_seq")
    ahead = Folded.objects.annotate(counted=Subquery(counted)).filter(
        Q(counted=None, record_seq__gt=0) | Q(record_seq__gt=F("counted"))
    )
    return ahead.values_list("learner", flat=True).iterator(chunk_size=500)


def seated_after_learning() -> list[uuid.UUID]:
    """Learners whose days were counted while they belonged nowhere, and who since were given a place for them."""
    placed = Membership.objects.filter(learner=OuterRef("learner"), from_at__lte=people.SINCE_EVER)
    return list(
        LearnerDay.objects.filter(centre=None).filter(Exists(placed)).values_list("learner", flat=True).distinct()
    )
