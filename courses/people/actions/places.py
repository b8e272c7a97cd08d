"""Counties, centres, villages and groups."""

from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar
from zoneinfo import available_timezones

from django.db import IntegrityError, models, transaction

from courses.people import queries
from courses.people.audit import note
from courses.people.models import Centre, County, Group, Role, Staff, Village
from courses.refusals import Conflict, Invalid, NotAllowed

Place = TypeVar("Place", County, Centre, Village, Group)


class MayNot(NotAllowed):
    """This person has no role that allows it there."""

    code = "may-not"


class NameTaken(Conflict):
    """Another one in the same place has this name."""

    code = "name-taken"


class NameMissing(Invalid):
    code = "name-missing"


class UnknownTimeZone(Invalid):
    code = "unknown-time-zone"


def require(allowed: bool) -> None:
    """Refuse what this person may not."""
    if not allowed:
        raise MayNot


@transaction.atomic
def create_county(*, name: str, by: Staff, now: datetime) -> County:
    """Operators only."""
    require(queries.is_operator(by))
    return _created(County(name=_name(name)), by=by, now=now)


@transaction.atomic
def create_centre(
    *, county: County, name: str, by: Staff, now: datetime, time_zone: str = "Asia/Shanghai", is_default: bool = False
) -> Centre:
    """Operators only. A new default centre takes the place of the old one."""
    require(queries.is_operator(by))
    if is_default:
        Centre.objects.update(is_default=False)
    centre = Centre(county=county, name=_name(name), time_zone=_time_zone(time_zone), is_default=is_default)
    return _created(centre, by=by, now=now)


@transaction.atomic
def change_centre(centre: Centre, *, name: str, time_zone: str, is_default: bool, by: Staff, now: datetime) -> None:
    """Operators only. Learners who came to the old default centre stay there."""
    require(queries.is_operator(by))
    if is_default:
        Centre.objects.exclude(pk=centre.pk).update(is_default=False)
    centre.name, centre.time_zone, centre.is_default = _name(name), _time_zone(time_zone), is_default
    _save(centre)
    note(centre, "people.change", by=by, now=now)


@transaction.atomic
def create_village(*, centre: Centre, name: str, by: Staff, now: datetime) -> Village:
    """Anybody of the centre."""
    require(queries.may_see_centre(by, centre))
    return _created(Village(centre=centre, name=_name(name)), by=by, now=now)


@transaction.atomic
def create_group(*, centre: Centre, name: str, by: Staff, now: datetime, trainers: Iterable[Staff] = ()) -> Group:
    """Anybody of the centre."""
    require(queries.may_see_centre(by, centre))
    group = _created(Group(centre=centre, name=_name(name), created_at=now), by=by, now=now)
    group.trainers.set(_trainers_of(centre, trainers))
    return group


@transaction.atomic
def rename(place: County | Village | Group, *, name: str, by: Staff, now: datetime) -> None:
    """A county: operators only. A village or a group: anybody of its centre."""
    is_hers = queries.is_operator(by) if isinstance(place, County) else queries.may_see_centre(by, place.centre)
    require(is_hers)
    place.name = _name(name)
    _save(place)
    note(place, "people.change", by=by, now=now)


@transaction.atomic
def set_trainers(group: Group, *, trainers: Iterable[Staff], by: Staff, now: datetime) -> None:
    """Who teaches the group; people without a role in its centre or county are left out."""
    require(queries.may_see_centre(by, group.centre))
    group.trainers.set(_trainers_of(group.centre, trainers))
    note(group, "people.change", by=by, now=now)


@transaction.atomic
def close_group(group: Group, *, by: Staff, now: datetime) -> None:
    """The class is over: its codes seat nobody any more; its learners stay where they are."""
    require(queries.may_see_centre(by, group.centre))
    group.closed_at = group.closed_at or now
    group.save(update_fields=["closed_at"])
    note(group, "people.close_group", by=by, now=now)


@transaction.atomic
def reopen_group(group: Group, *, by: Staff, now: datetime) -> None:
    """Closed by mistake: its codes work again until their own day."""
    require(queries.may_see_centre(by, group.centre))
    group.closed_at = None
    group.save(update_fields=["closed_at"])
    note(group, "people.reopen_group", by=by, now=now)


def _trainers_of(centre: Centre, trainers: Iterable[Staff]) -> list[Staff]:
    wanted = {trainer.pk for trainer in trainers}
    return list(trainers_for(centre).filter(pk__in=wanted))


def trainers_for(centre: Centre) -> models.QuerySet[Staff]:
    """Who can teach a group of this centre: its own trainers and managers, and its county's."""
    here = models.Q(roles__centre=centre) | models.Q(roles__county=centre.county_id)
    return Staff.objects.filter(here, roles__role__in=[Role.TRAINER, Role.MANAGER], is_active=True).distinct()


def _name(name: str) -> str:
    """The name without blanks around it."""
    if not name.strip():
        raise NameMissing
    return name.strip()


def _time_zone(time_zone: str) -> str:
    if time_zone not in available_timezones():
        raise UnknownTimeZone(details={"time_zone": time_zone})
    return time_zone


def _created(place: Place, *, by: Staff, now: datetime) -> Place:
    """The new place, kept and noted."""
    _save(place)
    note(place, "people.create", by=by, now=now)
    return place


def _save(thing: models.Model) -> None:
    """Save; the database decides whether the name is free."""
    try:
        with transaction.atomic():
            thing.save()
    except IntegrityError as error:
        raise NameTaken from error
