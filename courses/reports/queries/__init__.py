"""What a manager reads: who is learning what, when she was last heard from, and from how many this is known.

Figures are counted over all learners of a scope in a fixed number of queries; only the rows shown are read in full.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from courses.catalog import queries as catalog
from courses.people.models import Staff
from courses.reports.queries.behind import ahead_of_roll_ups
from courses.reports.queries.centres import OfCentre, side_by_side
from courses.reports.queries.figures import (
    Stage,
    Totals,
    Week,
    busiest_module,
    counted_up_to,
    reached_in,
    totals,
    weeks,
)
from courses.reports.queries.one_learner import Learned, ModuleOfOne, everything_of, learned_by
from courses.reports.queries.scopes import Scope, UnknownScope, learners_in, scope_of, scopes_seen_by
from courses.reports.queries.table import Cell, Column, Known, Row, columns, known_of, rows

__all__ = [
    "Cell",
    "Column",
    "Known",
    "Learned",
    "ModuleOfOne",
    "OfCentre",
    "Report",
    "Row",
    "Scope",
    "Stage",
    "Totals",
    "UnknownScope",
    "Week",
    "ahead_of_roll_ups",
    "busiest_module",
    "columns",
    "everything_of",
    "learned_by",
    "learners_in",
    "report",
    "rows",
    "scope_of",
    "scopes_seen_by",
    "weeks",
]

STALE_AFTER = timedelta(hours=2)


@dataclass(frozen=True, kw_only=True)
class Report:
    """All that the overview shows but its rows. `people` stand in the order of the table; `centres` where several."""

    scope: Scope
    columns: Sequence[Column]
    people: Sequence[Known]
    totals: Totals
    centres: Sequence[OfCentre]
    weeks: Sequence[Week]
    as_of: datetime
    is_stale: bool


def report(*, staff: Staff, scope: Scope, module: str, language: str, now: datetime) -> Report:
    """The overview of a scope and a module. Those come first who have not been heard from longest."""
    shown = columns(module=module, language=language)
    learners = learners_in(staff=staff, scope=scope)
    known = known_of(learners)
    reached, whole = reached_in(learners, module=module), catalog.lesson_sets(module=module)
    as_of = counted_up_to(learners, now=now)
    return Report(
        scope=scope,
        columns=shown,
        people=known,
        totals=totals(known=known, reached=reached, whole=whole, now=now),
        centres=side_by_side(scope=scope, known=known, reached=reached, whole=whole, now=now),
        weeks=weeks(scope=scope, now=now),
        as_of=as_of,
        is_stale=now - as_of >= STALE_AFTER,
    )
