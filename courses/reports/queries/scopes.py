"""Whom a report is about, always within what its reader may see."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from courses.people import queries as people
from courses.people.models import Centre, Group, Learner, Membership, Staff
from courses.refusals import NotFound


class UnknownScope(NotFound):
    """There is no such centre or group, or it is not for this person."""

    code = "unknown-scope"


@dataclass(frozen=True, kw_only=True)
class Scope:
    """Whom a report is about: the learners now in these centres, in one group where `group` is given."""

    centres: Sequence[Centre]
    group: Group | None
    unassigned: bool = False


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
