"""A county's centres beside each other: the same figures as above the table, for each centre on its own."""

import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from courses.people.models import Centre, Membership
from courses.reports.queries.figures import Reached, Totals, Whole, totals
from courses.reports.queries.scopes import Scope
from courses.reports.queries.table import Known


@dataclass(frozen=True, kw_only=True)
class OfCentre:
    """The figures of one centre; `centre` is None for those who have none yet."""

    centre: Centre | None
    totals: Totals


def side_by_side(
    *, scope: Scope, known: Sequence[Known], reached: Mapping[uuid.UUID, Reached], whole: Whole, now: datetime
) -> list[OfCentre]:
    """Each centre of a scope of several, in their order, then those without one; empty where there is but one centre.

    Everybody counts once, where she belongs now.
    """
    if len(scope.centres) < 2:
        return []
    people = _by_centre(scope.centres, known=known)

    def row(centre: Centre | None) -> OfCentre:
        theirs = people[centre.pk if centre else None]
        return OfCentre(centre=centre, totals=totals(known=theirs, reached=reached, whole=whole, now=now))

    return [*map(row, scope.centres), *([row(None)] if people[None] else [])]


def _by_centre(centres: Sequence[Centre], *, known: Sequence[Known]) -> defaultdict[int | None, list[Known]]:
    places = Membership.objects.filter(centre__in=[centre.pk for centre in centres], until_at=None)
    where: dict[uuid.UUID, int] = dict(places.values_list("learner", "centre"))
    found: defaultdict[int | None, list[Known]] = defaultdict(list)
    for each in known:
        found[where.get(each.learner)].append(each)
    return found
