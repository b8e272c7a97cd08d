"""The figures above the table: who reached which stage, lessons finished a week, and up to when this is known."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TypeAlias

from django.db.models import Count, F, Min, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce, TruncWeek
from django.utils import timezone

from courses.learning import queries as learning
from courses.learning.models import Event, LessonProgress
from courses.people.models import Learner
from courses.reports.models import Counted, LearnerDay
from courses.reports.queries.scopes import Scope
from courses.reports.queries.table import AT_ONCE, Known

WEEKS_SHOWN = 12
Whole: TypeAlias = Sequence[frozenset[str]]
"""The lessons of each release of a module: whoever mastered all of one of them mastered the module."""


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


@dataclass(frozen=True)
class Reached:
    """The lessons of one module that one learner opened, finished and mastered."""

    opened: set[str] = field(default_factory=set)
    finished: set[str] = field(default_factory=set)
    mastered: set[str] = field(default_factory=set)

    def note(self, lesson: str, *, opened: bool, finished: bool, mastered: bool) -> None:
        for those, is_there in ((self.opened, opened), (self.finished, finished), (self.mastered, mastered)):
            if is_there:
                those.add(lesson)


def reached_in(learners: QuerySet[Learner], *, module: str) -> Mapping[uuid.UUID, Reached]:
    """What is stored, and for those whose record is not folded yet what it adds up to at this moment."""
    found: defaultdict[uuid.UUID, Reached] = defaultdict(Reached)
    stored = LessonProgress.objects.filter(module=module, learner__in=learners.order_by().values("pk"))
    rows = stored.annotate(
        opened=Q(opened_at__isnull=False),
        finished=Q(finished_at__isnull=False),
        mastered=Q(mastered_at__isnull=False) | Q(checked_at__isnull=False),
    )
    for learner, lesson, opened, finished, mastered in rows.values_list(
        "learner", "lesson", "opened", "finished", "mastered"
    ):
        found[learner].note(lesson, opened=opened, finished=finished, mastered=mastered)
    for some in _in_parts(list(learners.filter(pk__in=learning.learners_ahead()).values_list("pk", flat=True))):
        for learner, lessons in learning.progress_of(some).items():
            for (of_module, lesson), progress in lessons.items():
                if of_module == module:
                    found[learner].note(
                        lesson,
                        opened=bool(progress.opened_at),
                        finished=bool(progress.finished_at),
                        mastered=bool(progress.mastery_at),
                    )
    return found


def busiest_module(learners: QuerySet[Learner], *, modules: Sequence[str]) -> str:
    """Where most of them opened a lesson, as far as it is folded: of equal ones the first; "" where there are none."""
    mine = LessonProgress.objects.filter(learner__in=learners.order_by().values("pk"), opened_at__isnull=False)
    people_in = dict(mine.values_list("module").annotate(people=Count("learner", distinct=True)).order_by())
    return max(modules, key=lambda module: people_in.get(module, 0), default="")


def _in_parts(learners: Sequence[uuid.UUID]) -> Iterator[Sequence[uuid.UUID]]:
    for start in range(0, len(learners), AT_ONCE):
        yield learners[start : start + AT_ONCE]


def totals(*, known: Sequence[Known], reached: Mapping[uuid.UUID, Reached], whole: Whole, now: datetime) -> Totals:
    """The figures of these people; what others reached is left out."""
    silent = {each.learner for each in known if each.is_silent(now)}
    theirs = {each.learner: reached[each.learner] for each in known if each.learner in reached}
    has_mastered = {who for who, what in theirs.items() if any(lessons <= what.mastered for lessons in whole)}
    has_finished = {who for who, what in theirs.items() if what.finished or what.mastered}
    has_started = {who for who, what in theirs.items() if what.opened or what.finished or what.mastered}
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


def counted_up_to(learners: QuerySet[Learner], *, now: datetime) -> datetime:
    """The latest moment up to which every event received from these learners is counted."""
    done = Counted.objects.filter(learner=OuterRef("pk")).values("record_seq")
    behind = learners.alias(done=Coalesce(Subquery(done), 0)).filter(record_seq__gt=F("done")).order_by().values("pk")
    if not behind.exists():
        return now
    counted = Counted.objects.filter(learner=OuterRef("learner")).values("record_seq")
    waiting = Event.objects.filter(learner__in=behind).alias(done=Coalesce(Subquery(counted), 0))
    oldest = waiting.filter(record_seq__gt=F("done")).aggregate(at=Min("received_at"))["at"]
    return min(now, oldest) if oldest else now
