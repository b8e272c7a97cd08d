"""Staff: the first operator, invitations, roles, passwords, language.

Wagtail asks Django's groups what somebody may do with pages and pictures; our roles decide, and the groups follow them.
What a person may see of learners is never asked of groups: `people.queries` answers it from the roles.
"""

import contextlib
import hashlib
import secrets
from datetime import datetime, timedelta

from django.contrib.auth.models import Group as DjangoGroup
from django.contrib.auth.models import Permission
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page
from wagtail.users.models import UserProfile

from courses.people import queries
from courses.people.actions.places import require
from courses.people.audit import note
from courses.people.models import Centre, County, Invitation, Language, Role, Staff, StaffRole
from courses.refusals import Conflict, Invalid, NotFound

INVITATION_DAYS = 14

DJANGO_GROUPS = {Role.TRAINER: "Trainers", Role.MANAGER: "Managers", Role.OPERATOR: "Operators"}
PAGE_PERMISSIONS = {
    Role.TRAINER: ["add", "change", "publish", "lock", "unlock"],
    Role.OPERATOR: ["add", "change", "publish", "lock", "unlock", "bulk_delete"],
}
COLLECTION_PERMISSIONS = [
    "add_image",
    "change_image",
    "choose_image",
    "add_document",
    "change_document",
    "choose_document",
]
OPERATORS_APPS = ["wagtailcore", "wagtailimages", "wagtaildocs", "wagtailadmin"]

SEE_AUDIT_LINES = [
    f"view_{thing}"
    for thing in ("county", "centre", "group", "village", "learner", "staff", "device", "parked", "factcheck")
]
"""Wagtail's site history shows the lines about what somebody may look at."""


class UnknownInvitation(NotFound):
    """There is no such invitation, or it was used or withdrawn."""

    code = "unknown-invitation"


class ExpiredInvitation(Conflict):
    code = "expired-invitation"


class UserNameTaken(Conflict):
    code = "user-name-taken"


class WeakPassword(Invalid):
    """`details["reasons"]` says why, in the reader's language."""

    code = "weak-password"


class PlaceMissing(Invalid):
    """Trainers and managers are it somewhere: in one centre or in one county."""

    code = "place-missing"


class UnknownOperator(NotFound):
    """No operator has this user name."""

    code = "unknown-operator"


class LastOperator(Conflict):
    """Somebody has to be left who runs the site."""

    code = "last-operator"


def ensure_staff_groups() -> None:
    """Make Wagtail's groups for our three roles and give them their permissions. Every start does it again, so that a
    new version's permissions reach old sites."""
    root, collection = Page.get_first_root_node(), Collection.get_first_root_node()
    enter = Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    pictures = Permission.objects.filter(codename__in=COLLECTION_PERMISSIONS)
    for role, name in DJANGO_GROUPS.items():
        group, _ = DjangoGroup.objects.get_or_create(name=name)
        group.permissions.add(enter)
        for kind in PAGE_PERMISSIONS.get(role, []):
            permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=f"{kind}_page")
            GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)
        for permission in pictures if role in PAGE_PERMISSIONS else []:
            GroupCollectionPermission.objects.get_or_create(group=group, collection=collection, permission=permission)
        if role == Role.OPERATOR:
            group.permissions.add(*Permission.objects.filter(content_type__app_label__in=OPERATORS_APPS))
            group.permissions.add(
                *Permission.objects.filter(content_type__app_label="courses", codename__in=SEE_AUDIT_LINES)
            )


def keep_groups_in_step(staff: Staff) -> None:
    """Put the person into exactly the groups of her roles."""
    names = {DJANGO_GROUPS[Role(role)] for role in staff.roles.values_list("role", flat=True)}
    wanted = DjangoGroup.objects.filter(name__in=names)
    if len(wanted) < len(names):  # nothing was prepared here
        ensure_staff_groups()
        wanted = wanted.all()
    staff.groups.set(wanted)


@transaction.atomic
def create_first_operator(*, now: datetime, username: str = "operator") -> str | None:
    """On a new site: somebody who runs it. Returns the one-time password to print once; None: there is one already."""
    if StaffRole.objects.filter(role=Role.OPERATOR).exists():
        return None
    password = one_time_password()
    # No language is chosen for her: the office follows her browser until she chooses one.
    staff = Staff(username=username, password_once=True)
    staff.set_password(password)
    staff.save()
    StaffRole.objects.create(staff=staff, role=Role.OPERATOR)
    keep_groups_in_step(staff)
    note(staff, "people.assign_role", by=staff, now=now, data={"role": Role.OPERATOR})
    return password


def one_time_password() -> str:
    """Three groups of four characters that can be read out: about 58 bits."""
    characters = "23456789abcdefghjkmnpqrstvwxyz"
    return "-".join("".join(secrets.choice(characters) for _ in range(4)) for _ in range(3))


def acceptable_password(*, username: str) -> str:
    """One that our rules take for somebody of that user name: by chance a random one may look too much like it."""
    while True:
        password = one_time_password()
        with contextlib.suppress(WeakPassword):
            _check_password(password, staff=Staff(username=username))
            return password


@transaction.atomic
def new_one_time_password(staff: Staff, *, by: Staff, now: datetime) -> str:
    """Somebody forgot her password: a new one to read out to her, good for one sign-in. Ends her sessions."""
    require(_leads(by, staff))
    return _set_one_time_password(staff, by=by, now=now)


def _set_one_time_password(staff: Staff, *, by: Staff, now: datetime, data: dict[str, str] | None = None) -> str:
    password = one_time_password()
    staff.set_password(password)
    staff.password_once = True
    staff.save(update_fields=["password", "password_once"])
    note(staff, "people.new_password", by=by, now=now, data=data or {})
    return password


@transaction.atomic
def operator_password_from_terminal(username: str, *, now: datetime) -> str:
    """For whoever runs the machine and lost the password: a new one for an operator, good for one sign-in.

    Raises UnknownOperator, with the operators' user names in its details.
    """
    operators = Staff.objects.filter(roles__role=Role.OPERATOR).distinct()
    staff = operators.filter(username=username).first()
    if staff is None:
        names = ", ".join(sorted(operators.values_list("username", flat=True)))
        raise UnknownOperator(details={"operators": names or "–"})
    return _set_one_time_password(staff, by=staff, now=now, data={"from": "terminal"})


def _leads(by: Staff, staff: Staff) -> bool:
    """All roles of that person are ones that `by` may give."""
    roles = set(staff.roles.values_list("pk", flat=True))
    led = set(queries.roles_led_by(by).filter(staff=staff).values_list("pk", flat=True))
    return queries.is_operator(by) or (bool(roles) and roles == led)


@transaction.atomic
def change_one_time_password(staff: Staff, *, password: str, now: datetime) -> None:
    """The person chooses a password that only she knows."""
    if staff.check_password(password):
        raise Invalid("same-password")
    _check_password(password, staff=staff)
    staff.set_password(password)
    staff.password_once = False
    staff.save(update_fields=["password", "password_once"])
    note(staff, "people.change_password", by=staff, now=now)


def _check_password(password: str, *, staff: Staff) -> None:
    try:
        validate_password(password, user=staff)
    except ValidationError as error:
        raise WeakPassword(details={"reasons": error.messages}) from error


@transaction.atomic
def invite_staff(
    *,
    name: str,
    role: str,
    by: Staff,
    now: datetime,
    email: str = "",
    centre: Centre | None = None,
    county: County | None = None,
    language: str = Language.CHINESE,
) -> tuple[Invitation, str]:
    """Invite somebody, with or without an e-mail. Returns the invitation and the token for its link.

    Only the token's hash is kept.
    """
    _check_place(role, centre=centre, county=county)
    require(queries.may_invite(by, role=role, centre=centre, county=county))
    token = secrets.token_urlsafe(24)
    invitation = Invitation.objects.create(
        email=email,
        name=name.strip(),
        role=role,
        centre=centre,
        county=county,
        language=language,
        token_hash=_hash(token),
        invited_by=by,
        created_at=now,
        expires_at=now + timedelta(days=INVITATION_DAYS),
    )
    note(by, "people.invite", by=by, now=now, data={"role": role})
    return invitation, token


def _check_place(role: str, *, centre: Centre | None, county: County | None) -> None:
    places = sum(place is not None for place in (centre, county))
    if role not in Role.values or places > 1 or (role != Role.OPERATOR and not places):
        raise PlaceMissing
    if role == Role.OPERATOR and places:
        raise PlaceMissing


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


@transaction.atomic
def withdraw_invitation(invitation: Invitation, *, by: Staff, now: datetime) -> None:
    """Its link opens nothing any more."""
    require(queries.invitations_seen_by(by).filter(pk=invitation.pk).exists())
    note(by, "people.withdraw_invitation", by=by, now=now, data={"role": invitation.role})
    invitation.delete()


def invitation_of(token: str, *, now: datetime) -> Invitation:
    """The open invitation of this link."""
    waiting = Invitation.objects.select_related("centre", "county", "invited_by")
    found = waiting.filter(token_hash=_hash(token), accepted_at__isnull=True).first()
    if found is None:
        raise UnknownInvitation
    if found.expires_at <= now:
        raise ExpiredInvitation
    return found


@transaction.atomic
def accept_invitation(token: str, *, username: str, password: str, now: datetime) -> Staff:
    """Whoever has the link becomes staff, once."""
    found = invitation_of(token, now=now)
    if not Invitation.objects.filter(pk=found.pk, accepted_at__isnull=True).update(accepted_at=now):
        raise UnknownInvitation
    username = username.strip()
    if Staff.objects.filter(username__iexact=username).exists():
        raise UserNameTaken
    staff = Staff(username=username, email=found.email, first_name=found.name, language=found.language)
    _check_password(password, staff=staff)
    staff.set_password(password)
    staff.save()
    _set_language(staff, found.language)
    StaffRole.objects.create(staff=staff, role=found.role, centre=found.centre, county=found.county)
    keep_groups_in_step(staff)
    note(staff, "people.accept_invitation", by=staff, now=now, data={"role": found.role})
    return staff


@transaction.atomic
def assign_role(
    staff: Staff, *, role: str, by: Staff, now: datetime, centre: Centre | None = None, county: County | None = None
) -> StaffRole:
    """Give one more role; the same once more changes nothing."""
    _check_place(role, centre=centre, county=county)
    require(queries.may_invite(by, role=role, centre=centre, county=county))
    given, is_new = StaffRole.objects.get_or_create(staff=staff, role=role, centre=centre, county=county)
    keep_groups_in_step(staff)
    if is_new:
        note(staff, "people.assign_role", by=by, now=now, data={"role": role})
    return given


@transaction.atomic
def remove_role(role: StaffRole, *, by: Staff, now: datetime) -> None:
    """Take one role away. Whoever has none left can enter nothing; the last operator stays."""
    require(queries.roles_led_by(by).filter(pk=role.pk).exists())
    staff = role.staff
    operators = StaffRole.objects.filter(role=Role.OPERATOR, staff__is_active=True)
    if role.role == Role.OPERATOR and operators.exclude(pk=role.pk).count() == 0:
        raise LastOperator
    note(staff, "people.remove_role", by=by, now=now, data={"role": role.role})
    role.delete()
    keep_groups_in_step(staff)


@transaction.atomic
def set_language(staff: Staff, *, language: str) -> None:
    """The language of the office for this person; Wagtail's own profile says the same."""
    if language not in Language.values:
        raise Invalid("unknown-language")
    _set_language(staff, language)


def _set_language(staff: Staff, language: str) -> None:
    staff.language = language
    staff.save(update_fields=["language"])
    profile = UserProfile.get_for_user(staff)
    profile.preferred_language = language
    profile.save(update_fields=["preferred_language"])
