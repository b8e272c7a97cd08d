"""The table of learners and lessons: who stands in it, and one row of it."""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import F, Max, OuterRef, QuerySet, Subquery

from courses.catalog import queries as catalog
from courses.engine.progress import Progress
from courses.learning import queries as learning
from courses.people import queries as people
from courses.people.models import Learner
from courses.syncing.models import Admission

HEARD_WITHIN = timedelta(days=7)
AT_ONCE = 500


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
    centre: str
    group: str
    village: str
    cells: Sequence[Cell]
    last_learned_at: datetime | None
    last_heard_at: datetime | None
    is_silent: bool


@dataclass(frozen=True, kw_only=True)
class Known:
    """A learner of the scope, and the newest contact of any device that holds her."""

    learner: uuid.UUID
    nickname: str
    heard_at: datetime | None

    def is_silent(self, now: datetime) -> bool:
        return self.heard_at is None or now - self.heard_at > HEARD_WITHIN


def columns(*, module: str, language: str) -> list[Column]:
    """The lessons on offer of one module, in order, titled in the reader's language where it is there."""
    return [
        Column(module=module, lesson=lesson.id, title=lesson.title)
        for lesson in catalog.lessons_of_module(module=module, language=language)
    ]


def known_of(learners: QuerySet[Learner]) -> list[Known]:
    """All of them: never heard from first, then by their last contact, then by name."""
    contacts = Admission.objects.filter(learner=OuterRef("pk")).order_by().values("learner")
    newest = contacts.annotate(at=Max("device__last_heard_at")).values("at")
    found = learners.annotate(heard_at=Subquery(newest)).values_list("pk", "nickname", "heard_at")
    ordered = found.order_by(F("heard_at").asc(nulls_first=True), "nickname", "pk")
    return [Known(learner=pk, nickname=nickname, heard_at=heard_at) for pk, nickname, heard_at in ordered]


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
            centre=place.centre.name if place else "",
            group=place.group.name if place and place.group else "",
            village=place.village.name if place and place.village else "",
            cells=[cell(column, mine.get((column.module, column.lesson))) for column in shown],
            last_learned_at=max((p.last_at for p in mine.values() if p.last_at), default=None),
            last_heard_at=each.heard_at,
            is_silent=each.is_silent(now),
        )


def cell(column: Column, progress: Progress | None) -> Cell:
    """What was reached in one lesson."""
    if progress is not None:
        for state, at in (
            ("mastered", progress.mastery_at),
            ("finished", progress.finished_at),
            ("opened", progress.opened_at),
        ):
            if at is not None:
                return Cell(title=column.title, state=state, at=at)
    return Cell(title=column.title, state="", at=None)
