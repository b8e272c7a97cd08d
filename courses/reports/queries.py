"""What a manager reads: who is learning what, when she was last heard from, and from how many this is known.

Figures are counted over all learners of a scope in a fixed number of queries; only the rows shown are read in full.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, F, Max, Min, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce, TruncWeek
from django.utils import timezone

from courses.catalog import queries as catalog
from courses.engine.progress import Progress
from courses.learning import queries as learning
from courses.learning.models import Event, Folded, LessonProgress, Ungraded
from courses.people import queries as people
from courses.people.models import Centre, Group, Learner, Membership, Staff
from courses.refusals import NotFound
from courses.reports.models import Counted, LearnerDay
from courses.syncing.models import Admission

HEARD_WITHIN = timedelta(days=7)
STALE_AFTER = timedelta(hours=2)
WEEKS_SHOWN = 12
AT_ONCE = 500


class UnknownScope(NotFound):
    """There is no such centre or group, or it is not for this person."""

    code = "unknown-scope"


@dataclass(frozen=True, kw_only=True)
class Scope:
    """Whom a report is about: the learners now in these centres, in one group where `group` is given."""

    centres: Sequence[Centre]
    group: Group | None
    unassigned: bool = False


@dataclass(frozen=True, kw_only=True)
class Column:
    """One lesson of the matrix."""

    module: str
    lesson: str
    title: str


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


@dataclass(frozen=True, kw_only=True)
class Stage:
    """People who reached a stage, and how many it may be once the silent phones report."""

    people: int
    up_to: int


@dataclass(frozen=True, kw_only=True)
class Totals:
    """People of a scope by the stage they reached in a module. `heard` were heard from in the last 7 days."""

    joined: int
    heard: int
    started: Stage
    finished: Stage
    mastered: Stage

    @property
    def silent(self) -> int:
        return self.joined - self.heard

    @property
    def is_partly_heard(self) -> bool:
        """Fewer than half were heard from: nothing can be said before the centre was called."""
        return self.heard * 2 < self.joined


@dataclass(frozen=True, kw_only=True)
class Week:
    """Lessons finished in the week that began on `monday_date`, in each learner's own calendar."""

    monday_date: date
    finished: int


@dataclass(frozen=True, kw_only=True)
class Known:
    """A learner of the scope, and the newest contact of any device that holds her."""

    learner: uuid.UUID
    nickname: str
    heard_at: datetime | None

    def is_silent(self, now: datetime) -> bool:
        return self.heard_at is None or now - self.heard_at > HEARD_WITHIN


@dataclass(frozen=True, kw_only=True)
class Report:
    """All that the overview shows but its rows. `people` stand in the order of the table."""

    scope: Scope
    columns: Sequence[Column]
    people: Sequence[Known]
    totals: Totals
    weeks: Sequence[Week]
    as_of: datetime
    is_stale: bool


def scopes_seen_by(staff: Staff) -> tuple[Sequence[Centre], Sequence[Group]]:
    """The centres and groups this person may choose from."""
    return list(people.centres_seen_by(staff)), list(people.groups_seen_by(staff))


def scope_of(*, staff: Staff, centre: int | None, group: int | None) -> Scope:
    """The scope of a group, of a centre, or of all this person may see. Raises UnknownScope."""
    centres, groups = scopes_seen_by(staff)
    if group is not None:
        found = next((each for each in groups if each.pk == group), None)
        if found is None:
            raise UnknownScope
        return Scope(centres=[found.centre], group=found)
    if centre is None:
        return Scope(centres=centres, group=None, unassigned=people.sees_unassigned(staff))
    chosen = [each for each in centres if each.pk == centre]
    if not chosen:
        raise UnknownScope
    return Scope(centres=chosen, group=None)


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
    """The overview of a scope and a module. Those come first who have not been heard from longest."""
    shown = columns(module=module, language=language)
    learners = learners_in(staff=staff, scope=scope)
    known = _known(learners)
    as_of = _as_of(learners, now=now)
    return Report(
        scope=scope,
        columns=shown,
        people=known,
        totals=_totals(known=known, reached=_reached(learners, module=module), module=module, now=now),
        weeks=weeks(scope=scope, now=now),
        as_of=as_of,
        is_stale=now - as_of >= STALE_AFTER,
    )


def rows(*, known: Sequence[Known], shown: Sequence[Column], now: datetime) -> Iterator[Row]:
    """The rows of these people in their order, read a few hundred at a time."""
    for start in range(0, len(known), AT_ONCE):
        yield from _rows(known[start : start + AT_ONCE], shown=shown, now=now)


def _rows(known: Sequence[Known], *, shown: Sequence[Column], now: datetime) -> Iterator[Row]:
    ids = [each.learner for each in known]
    progress = learning.progress_of(ids)
    places = people.current_memberships(ids)
    learners = Learner.objects.in_bulk(ids)
    for each in known:
        mine = progress[each.learner]
        place = places.get(each.learner)
        yield Row(
            learner=learners[each.learner],
            group=place.group.name if place and place.group else "",
            village=place.village.name if place and place.village else "",
            cells=[_cell(column, mine.get((column.module, column.lesson))) for column in shown],
            last_learned_at=max((p.last_at for p in mine.values() if p.last_at), default=None),
            last_heard_at=each.heard_at,
            is_silent=each.is_silent(now),
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


def _known(learners: QuerySet[Learner]) -> list[Known]:
    """All of them: never heard from first, then by their last contact, then by name."""
    contacts = Admission.objects.filter(learner=OuterRef("pk")).order_by().values("learner")
    newest = contacts.annotate(at=Max("device__last_heard_at")).values("at")
    found = learners.annotate(heard_at=Subquery(newest)).values_list("pk", "nickname", "heard_at")
    ordered = found.order_by(F("heard_at").asc(nulls_first=True), "nickname", "pk")
    return [Known(learner=pk, nickname=nickname, heard_at=heard_at) for pk, nickname, heard_at in ordered]


@dataclass(frozen=True)
class _Reached:
    """The lessons of one module that one learner opened, finished and mastered."""

    opened: set[str]
    finished: set[str]
    mastered: set[str]

    def note(self, lesson: str, *, opened: bool, finished: bool, mastered: bool) -> None:
        for those, is_there in ((self.opened, opened), (self.finished, finished), (self.mastered, mastered)):
            if is_there:
                those.add(lesson)


def _reached(learners: QuerySet[Learner], *, module: str) -> Mapping[uuid.UUID, _Reached]:
    """What is stored, and for those whose record is not folded yet what it adds up to at this moment."""
    found: defaultdict[uuid.UUID, _Reached] = defaultdict(lambda: _Reached(set(), set(), set()))
    stored = LessonProgress.objects.filter(module=module, learner__in=learners.order_by().values("pk"))
    rows = stored.annotate(
        opened=Q(opened_at__isnull=False), finished=Q(finished_at__isnull=False), mastered=Q(mastered_at__isnull=False)
    )
    for learner, lesson, opened, finished, mastered in rows.values_list(
        "learner", "lesson", "opened", "finished", "mastered"
    ):
        found[learner].note(lesson, opened=opened, finished=finished, mastered=mastered)
    for some in _in_parts(list(learners.filter(pk__in=learning.learners_ahead()).values_list("pk", flat=True))):
        for learner, lessons in learning.progress_of(some).items():
            for (of_module, lesson), now in lessons.items():
                if of_module == module:
                    found[learner].note(
                        lesson,
                        opened=bool(now.opened_at),
                        finished=bool(now.finished_at),
                        mastered=bool(now.mastered_at),
                    )
    return found


def _in_parts(learners: Sequence[uuid.UUID]) -> Iterator[Sequence[uuid.UUID]]:
    for start in range(0, len(learners), AT_ONCE):
        yield learners[start : start + AT_ONCE]


def _totals(*, known: Sequence[Known], reached: Mapping[uuid.UUID, _Reached], module: str, now: datetime) -> Totals:
    silent = {each.learner for each in known if each.is_silent(now)}
    whole = catalog.lesson_sets(module=module)
    has_mastered = {who for who, what in reached.items() if any(lessons <= what.mastered for lessons in whole)}
    has_finished = {who for who, what in reached.items() if what.finished or what.mastered}
    has_started = {who for who, what in reached.items() if what.opened or what.finished or what.mastered}
    return Totals(
        joined=len(known),
        heard=len(known) - len(silent),
        started=_stage(has_started, silent=silent),
        finished=_stage(has_finished, silent=silent),
        mastered=_stage(has_mastered, silent=silent),
    )


def _stage(people_there: Iterable[uuid.UUID], *, silent: set[uuid.UUID]) -> Stage:
    there = set(people_there)
    return Stage(people=len(there), up_to=len(there | silent))


def weeks(*, scope: Scope, now: datetime) -> list[Week]:
    """Lessons finished in each of the last twelve weeks, this one last; by where each learner was on that day."""
    today = timezone.localdate(now)
    first = today - timedelta(days=today.weekday(), weeks=WEEKS_SHOWN - 1)
    days = LearnerDay.objects.filter(_days_of(scope), day_date__gte=first)
    counted: Mapping[date, int] = dict(
        days.annotate(week=TruncWeek("day_date")).values("week").annotate(n=Sum("finished")).values_list("week", "n")
    )
    mondays = [first + timedelta(weeks=n) for n in range(WEEKS_SHOWN)]
    return [Week(monday_date=day, finished=counted.get(day, 0)) for day in mondays]


def _days_of(scope: Scope) -> Q:
    if scope.group is not None:
        return Q(group=scope.group)
    here = Q(centre__in=[centre.pk for centre in scope.centres])
    return here | Q(centre=None) if scope.unassigned else here


def _as_of(learners: QuerySet[Learner], *, now: datetime) -> datetime:
    """The latest moment up to which every event received from these learners is counted."""
    done = Counted.objects.filter(learner=OuterRef("pk")).values("record_seq")
    behind = learners.alias(done=Coalesce(Subquery(done), 0)).filter(record_seq__gt=F("done")).order_by().values("pk")
    if not behind.exists():
        return now
    counted = Counted.objects.filter(learner=OuterRef("learner")).values("record_seq")
    waiting = Event.objects.filter(learner__in=behind).alias(done=Coalesce(Subquery(counted), 0))
    oldest = waiting.filter(record_seq__gt=F("done")).aggregate(at=Min("received_at"))["at"]
    return min(now, oldest) if oldest else now


def ahead_of_roll_ups() -> Iterator[uuid.UUID]:
    """Learners with something folded that is not counted yet, or with answers that could be graded since."""
    counted = Counted.objects.filter(learner=OuterRef("learner")).values("record_seq")
    ahead = Folded.objects.annotate(counted=Subquery(counted)).filter(
        Q(counted=None, record_seq__gt=0) | Q(record_seq__gt=F("counted"))
    )
    yield from ahead.values_list("learner", flat=True)
    yield from _graded_since()


def _graded_since() -> Iterator[uuid.UUID]:
    then = dict(Counted.objects.filter(ungraded__gt=0).values_list("learner", "ungraded"))
    rows = Ungraded.objects.filter(event__learner__in=list(then)).values_list("event__learner", flat=True)
    still: defaultdict[uuid.UUID, int] = defaultdict(int)
    for learner in rows:
        still[learner] += 1
    return (learner for learner, n in then.items() if still[learner] != n)
