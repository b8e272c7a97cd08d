"""What may be seen, and who belonged where. Every office page begins with one of the `…_seen_by` functions."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from courses.people import audit
from courses.people.models import (
    Centre,
    Consent,
    Contact,
    County,
    Group,
    Invitation,
    JoinCode,
    Learner,
    Membership,
    Role,
    Staff,
    StaffRole,
    Village,
)

SINCE_EVER = datetime(2000, 1, 1, tzinfo=UTC)
"""The start of every learner's first membership: events written before the server heard of her belong to it too."""

OPEN_MEMBERSHIPS = Q(memberships__until_at__isnull=True, memberships__isnull=False)
"""To count who belongs to a group or village now."""

LEADING = [Role.MANAGER, Role.OPERATOR]


def is_operator(staff: Staff) -> bool:
    """Runs the site: sees and may do everything."""
    return staff.is_active and staff.roles.filter(role=Role.OPERATOR).exists()


def sees_unassigned(staff: Staff) -> bool:
    """Learners without a centre are seen by the operator and by county staff, who can place them."""
    return staff.is_active and staff.roles.filter(Q(role=Role.OPERATOR) | Q(county__isnull=False)).exists()


def may_lead(staff: Staff) -> bool:
    """Manager or operator of anything: sees the staff page."""
    return staff.is_active and staff.roles.filter(role__in=LEADING).exists()


def second_factor_of(staff: Staff) -> TOTPDevice | None:
    """Her authenticator app, where she has turned the second step on."""
    return TOTPDevice.objects.filter(user=staff, confirmed=True).first()


def recovery_codes_left(staff: Staff) -> int:
    return int(StaticToken.objects.filter(device__user=staff).count())


def should_have_second_factor(staff: Staff) -> bool:
    """Whoever sees more than one centre, and does not have it yet."""
    sees_much = staff.roles.filter(Q(role=Role.OPERATOR) | Q(county__isnull=False)).exists()
    return sees_much and second_factor_of(staff) is None


def counties_seen_by(staff: Staff) -> QuerySet[County]:
    """The counties this person has a role in as a whole; all for operators."""
    if is_operator(staff):
        return County.objects.all()
    if not staff.is_active:
        return County.objects.none()
    return County.objects.filter(pk__in=staff.roles.values("county"))


def centres_seen_by(staff: Staff) -> QuerySet[Centre]:
    """The centres whose people this person may see: her own, her county's, or all."""
    return _centres(staff, roles=staff.roles.all())


def centres_led_by(staff: Staff) -> QuerySet[Centre]:
    """The centres where this person is a manager (or the operator)."""
    return _centres(staff, roles=staff.roles.filter(role__in=LEADING))


def _centres(staff: Staff, *, roles: QuerySet[StaffRole]) -> QuerySet[Centre]:
    if not staff.is_active:
        return Centre.objects.none()
    if is_operator(staff):
        return Centre.objects.all()
    return Centre.objects.filter(Q(pk__in=roles.values("centre")) | Q(county__in=roles.values("county")))


def groups_seen_by(staff: Staff) -> QuerySet[Group]:
    """The groups of the centres seen, closed ones too."""
    return Group.objects.filter(centre__in=centres_seen_by(staff)).select_related("centre")


def villages_seen_by(staff: Staff) -> QuerySet[Village]:
    """The villages of the centres seen."""
    return Village.objects.filter(centre__in=centres_seen_by(staff)).select_related("centre")


def codes_seen_by(staff: Staff) -> QuerySet[JoinCode]:
    """The join codes of the groups seen."""
    return JoinCode.objects.filter(group__in=groups_seen_by(staff)).select_related("group__centre")


def learners_seen_by(staff: Staff) -> QuerySet[Learner]:
    """The learners who belong now to a centre this person sees, and the unassigned where she may place them."""
    if not staff.is_active:
        return Learner.objects.none()
    return _learners_of(centres_seen_by(staff), and_unassigned=sees_unassigned(staff))


def learners_led_by(staff: Staff) -> QuerySet[Learner]:
    """The learners who belong now to a centre this person leads, and, for who leads a county, those who belong nowhere.

    Everybody for operators. Only they may give out or erase what is kept about her.
    """
    if is_operator(staff):
        return Learner.objects.all()
    return _learners_of(centres_led_by(staff), and_unassigned=counties_led_by(staff).exists())


def _learners_of(centres: QuerySet[Centre], *, and_unassigned: bool) -> QuerySet[Learner]:
    open_memberships = Membership.objects.filter(learner=OuterRef("pk"), until_at__isnull=True)
    theirs = Exists(open_memberships.filter(centre__in=centres))
    return Learner.objects.filter(theirs | ~Exists(open_memberships) if and_unassigned else theirs)


def staff_seen_by(staff: Staff) -> QuerySet[Staff]:
    """Those who have a role in a centre or county this person leads; everybody for operators."""
    if is_operator(staff):
        return Staff.objects.all()
    return Staff.objects.filter(roles__in=roles_led_by(staff)).distinct()


def roles_led_by(staff: Staff) -> QuerySet[StaffRole]:
    """The roles this person may give and take: those in the centres and counties she leads."""
    if is_operator(staff):
        return StaffRole.objects.all()
    return StaffRole.objects.filter(Q(centre__in=centres_led_by(staff)) | Q(county__in=counties_led_by(staff))).exclude(
        role=Role.OPERATOR
    )


def counties_led_by(staff: Staff) -> QuerySet[County]:
    """The counties where this person is a manager; all for operators."""
    if is_operator(staff):
        return County.objects.all()
    return counties_seen_by(staff).filter(pk__in=staff.roles.filter(role__in=LEADING).values("county"))


def invitations_seen_by(staff: Staff) -> QuerySet[Invitation]:
    """The open invitations into the centres and counties this person leads."""
    waiting = Invitation.objects.filter(accepted_at__isnull=True)
    if is_operator(staff):
        return waiting
    return waiting.filter(Q(centre__in=centres_led_by(staff)) | Q(county__in=counties_led_by(staff))).exclude(
        role=Role.OPERATOR
    )


def may_see_centre(staff: Staff, centre: Centre) -> bool:
    return centres_seen_by(staff).filter(pk=centre.pk).exists()


def may_manage(staff: Staff, centre: Centre) -> bool:
    """May invite into this centre, change its name and its rules."""
    return centres_led_by(staff).filter(pk=centre.pk).exists()


def may_invite(staff: Staff, *, role: str, centre: Centre | None, county: County | None) -> bool:
    """Operators invite anybody; managers invite trainers and managers into what they lead."""
    if is_operator(staff):
        return True
    if role == Role.OPERATOR:
        return False
    if centre is not None:
        return may_manage(staff, centre)
    return county is not None and counties_led_by(staff).filter(pk=county.pk).exists()


def current_memberships(learners: Iterable[UUID]) -> dict[UUID, Membership]:
    """Where each of these learners belongs now; the unassigned are missing."""
    rows = Membership.objects.filter(learner__in=list(learners), until_at__isnull=True)
    return {row.learner_id: row for row in rows.select_related("centre", "group", "village")}


def memberships_of(learners: Iterable[UUID]) -> dict[UUID, list[Membership]]:
    """All memberships of these learners, oldest first; for `membership_then` over many events."""
    found: dict[UUID, list[Membership]] = {learner: [] for learner in learners}
    rows = Membership.objects.filter(learner__in=list(found)).select_related("centre")
    for row in rows.order_by("from_at", "pk"):
        found[row.learner_id].append(row)
    return found


def membership_then(memberships: Iterable[Membership], *, at: datetime) -> Membership | None:
    """The one of these that held at that moment: from its first moment, until just before its last."""
    for row in memberships:
        if row.from_at <= at and (row.until_at is None or at < row.until_at):
            return row
    return None


def membership_at(learner: UUID, *, at: datetime) -> Membership | None:
    """Where a learner belonged at that moment; None: nowhere yet."""
    return membership_then(memberships_of([learner])[learner], at=at)


def everything_of(learner: UUID) -> dict[str, Any]:
    """Who she is, where she belonged, what she agreed to, how she is reached, and what staff wrote down about her."""
    about = ("nickname", "picture", "language", "birth_year", "gender", "created_at")
    belonged = ("centre__name", "group__name", "village__name", "from_at", "until_at")
    return {
        "about": Learner.objects.filter(pk=learner).values(*about).first(),
        "memberships": list(Membership.objects.filter(learner=learner).order_by("from_at").values(*belonged)),
        "consents": list(Consent.objects.filter(learner=learner).order_by("at").values("purpose", "given", "at")),
        "contacts": list(Contact.objects.filter(learner=learner).values("kind", "value", "consent_at", "withdrawn_at")),
        "log": list(audit.lines_about(learner).values("action", "timestamp", "data")),
    }


def nickname_of_both(one: Learner, other: Learner) -> str:
    """Under which she is known once `other` went over to `one`: the newest, or the only one."""
    is_others = (other.profile_at or SINCE_EVER) > (one.profile_at or SINCE_EVER)
    newest, older = (other, one) if is_others else (one, other)
    return newest.nickname or older.nickname


def consents_of(learner: UUID) -> Mapping[str, Consent]:
    """The newest line of the ledger for each purpose; a purpose never asked about is missing."""
    return {line.purpose: line for line in Consent.objects.filter(learner=learner).order_by("at", "pk")}


def has_consented(learner: UUID, *, purpose: str) -> bool:
    """True only where the newest line says yes."""
    line = consents_of(learner).get(purpose)
    return line is not None and line.given


def as_typed(code: str) -> str:
    """A join code without blanks and dashes, in capitals."""
    return "".join(character for character in code.upper() if character.isalnum())


def group_to_join(code: str, *, now: datetime) -> Group | None:
    """The group that this code would seat somebody in now, with its centre; None where it would not."""
    still_open = JoinCode.objects.filter(expires_at__gt=now, withdrawn_at=None, group__closed_at=None)
    has_seats = still_open.filter(Q(seats=None) | Q(used__lt=F("seats")))
    found = has_seats.select_related("group__centre").filter(code=as_typed(code)).first()
    return found.group if found else None


def default_centre() -> Centre | None:
    """Where learners go who join no group, if the operator chose one."""
    return Centre.objects.filter(is_default=True).first()
