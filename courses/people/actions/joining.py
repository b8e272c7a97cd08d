"""Naming, joining and moving learners. Each move takes a place in the learner's own sequence, so that whatever
counts her by centre or group notices that she has to be counted again."""

import secrets
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F

from courses.people import queries
from courses.people.actions.places import require
from courses.people.audit import note
from courses.people.models import Centre, Group, JoinCode, Language, Learner, Membership, Staff, Village
from courses.refusals import Conflict, Invalid, NotFound

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No 0 or O, no 1, I or L, no U: each can be read out and typed without doubt."""

CODE_LENGTH = 8
CODE_DAYS = 90


class UnknownLearner(NotFound):
    code = "unknown-learner"


class UnknownCode(NotFound):
    code = "unknown-code"


class ExpiredCode(Conflict):
    """It was good until its day, was withdrawn, or its group is closed."""

    code = "expired-code"


class CodeUsedUp(Conflict):
    code = "code-used-up"


class PlacesDiffer(Invalid):
    """The group or village belongs to another centre."""

    code = "places-differ"


def learner_named(learner: UUID, *, now: datetime, language: str = Language.CHINESE) -> bool:
    """Someone named this learner for the first time: keep her, in the default centre if there is one.

    Safe to repeat; True only the first time.
    """
    with transaction.atomic():
        found, is_new = Learner.objects.get_or_create(
            pk=learner, defaults={"created_at": now, "language": _language(language)}
        )
        centre = queries.default_centre() if is_new else None
        if centre:
            Membership.objects.create(learner=found, centre=centre, from_at=queries.SINCE_EVER)
    return is_new


def _language(language: str) -> str:
    return language if language in Language.values else Language.CHINESE


@transaction.atomic
def make_join_code(
    group: Group, *, by: Staff, now: datetime, seats: int | None = None, days: int = CODE_DAYS
) -> JoinCode:
    """A new code for the group; `seats` None seats many, 1 is for one person. `days` 1 to 365."""
    require(queries.may_see_centre(by, group.centre))
    if not 1 <= days <= 365 or (seats is not None and seats < 1):
        raise Invalid("code-out-of-range")
    code = JoinCode.objects.create(
        code="".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH)),
        group=group,
        seats=seats,
        created_at=now,
        expires_at=now + timedelta(days=days),
    )
    note(group, "people.make_code", by=by, now=now, data={"seats": seats})
    return code


@transaction.atomic
def withdraw_join_code(code: JoinCode, *, by: Staff, now: datetime) -> None:
    """It seats nobody any more."""
    require(queries.may_see_centre(by, code.group.centre))
    code.withdrawn_at = code.withdrawn_at or now
    code.save(update_fields=["withdrawn_at"])
    note(code.group, "people.withdraw_code", by=by, now=now)


@transaction.atomic
def seat_learner(code: str, *, learner: UUID, now: datetime) -> Membership:
    """Seat a learner in the code's group. Repeated, it changes nothing and uses no seat.

    Whoever was in no group yet brings her whole record along; whoever changes groups leaves hers behind.
    """
    person = _locked(learner)
    found = JoinCode.objects.select_for_update(of=("self",)).filter(code=queries.as_typed(code)).first()
    if found is None:
        raise UnknownCode
    here = Membership.objects.filter(learner=person, until_at__isnull=True).first()
    if here and here.group_id == found.group_id:
        return here
    _take_seat(found, now=now)
    group = found.group
    village = here.village if here and here.centre_id == group.centre_id else None
    return _place(person, here=here, centre=group.centre, group=group, village=village, now=now)


def _take_seat(code: JoinCode, *, now: datetime) -> None:
    if code.expires_at <= now or code.withdrawn_at or code.group.closed_at:
        raise ExpiredCode
    if code.seats is not None and code.used >= code.seats:
        raise CodeUsedUp
    JoinCode.objects.filter(pk=code.pk).update(used=F("used") + 1)


@transaction.atomic
def move_learner(
    learner: UUID, *, centre: Centre, group: Group | None, village: Village | None, by: Staff, now: datetime
) -> Membership:
    """Staff place a learner they see in a centre they see. What she did before stays with where she was then."""
    person = _locked(learner)
    require(queries.learners_seen_by(by).filter(pk=person.pk).exists() and queries.may_see_centre(by, centre))
    if any(place and place.centre_id != centre.pk for place in (group, village)):
        raise PlacesDiffer
    here = Membership.objects.filter(learner=person, until_at__isnull=True).first()
    wanted = (centre.pk, group and group.pk, village and village.pk)
    if here and (here.centre_id, here.group_id, here.village_id) == wanted:
        return here
    moved = _place(person, here=here, centre=centre, group=group, village=village, now=now)
    note(person, "people.move", by=by, now=now, data={"centre": centre.pk, "group": group and group.pk})
    return moved


def _locked(learner: UUID) -> Learner:
    """The learner's row, so that two moves at once wait for each other."""
    found = Learner.objects.select_for_update().filter(pk=learner).first()
    if found is None:
        raise UnknownLearner
    return found


def _place(
    person: Learner,
    *,
    here: Membership | None,
    centre: Centre,
    group: Group | None,
    village: Village | None,
    now: datetime,
) -> Membership:
    """End where she is and begin where she goes; the first real place is hers since ever."""
    Learner.objects.filter(pk=person.pk).update(record_seq=F("record_seq") + 1)
    from_at = now
    if here is not None and came_by_itself(here):
        from_at = here.from_at
        here.delete()
    elif here is not None:
        here.until_at = max(now, here.from_at)
        here.save(update_fields=["until_at"])
    elif not Membership.objects.filter(learner=person).exists():
        from_at = queries.SINCE_EVER
    return Membership.objects.create(learner=person, centre=centre, group=group, village=village, from_at=from_at)


def came_by_itself(membership: Membership) -> bool:
    """Nobody chose this place: the site put her into its default centre when it first heard of her."""
    return (
        membership.from_at == queries.SINCE_EVER
        and membership.group_id is None
        and membership.village_id is None
        and membership.centre.is_default
    )
