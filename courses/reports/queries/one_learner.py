"""What one learner reached: the modules she has begun, lesson by lesson."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from courses.catalog import queries as catalog
from courses.learning import queries as learning
from courses.reports.models import LearnerDay
from courses.reports.queries.table import Cell, cell, columns
from courses.syncing import queries as syncing


@dataclass(frozen=True, kw_only=True)
class ModuleOfOne:
    """A module with all its lessons in their order. `mastered` of them, "mastered (checked)" among them."""

    title: str
    lessons: Sequence[Cell]

    @property
    def mastered(self) -> int:
        return sum(lesson.state == "mastered" for lesson in self.lessons)


@dataclass(frozen=True, kw_only=True)
class Learned:
    """Only modules in which something was opened; both times None where it never happened."""

    modules: Sequence[ModuleOfOne]
    last_learned_at: datetime | None
    last_heard_at: datetime | None


def learned_by(learner: UUID, *, language: str) -> Learned:
    """What is known of her learning, in words of the reader's language."""
    progress = learning.progress_of([learner])[learner]
    modules = [
        ModuleOfOne(
            title=module.title,
            lessons=[
                cell(column, progress.get((column.module, column.lesson)))
                for column in columns(module=module.id, language=language)
            ],
        )
        for module in catalog.modules_offered(language=language)
    ]
    return Learned(
        modules=[module for module in modules if any(lesson.state for lesson in module.lessons)],
        last_learned_at=max((each.last_at for each in progress.values() if each.last_at), default=None),
        last_heard_at=syncing.last_heard([learner]).get(learner),
    )


def everything_of(learner: UUID) -> dict[str, Any]:
    """What was counted of her, a row a day and place."""
    rows = LearnerDay.objects.filter(learner=learner).order_by("day_date", "pk")
    fields = ("day_date", "centre__name", "group__name", "village__name", "opened", "finished", "answers", "right")
    return {"days": list(rows.values(*fields))}
