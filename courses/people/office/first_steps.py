"""What an operator does first on an empty site: a county, a centre, somebody to run it, a group."""

from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.translation import gettext as _

from courses.people import queries
from courses.people.models import Centre, County, Group, Invitation, Role, Staff, StaffRole


@dataclass(frozen=True, kw_only=True)
class Step:
    """One thing to do: its words, why, where, whether it is done, and whether it is the next one."""

    title: str
    why: str
    url: str
    is_done: bool
    is_next: bool = False


def first_steps(staff: Staff) -> list[Step]:
    """The steps for an operator while one is left; else none."""
    if not queries.is_operator(staff):
        return []
    steps = _steps(staff)
    left = [step for step in steps if not step.is_done]
    return [replace(step, is_next=step is left[0]) for step in steps] if left else []


def _steps(staff: Staff) -> list[Step]:
    has_colleagues = StaffRole.objects.exclude(staff=staff).exists() or Invitation.objects.exists()
    return [
        Step(
            title=_("Make a county"),
            why=_("The office over your centres."),
            url=reverse("people_county_new"),
            is_done=County.objects.exists(),
        ),
        Step(
            title=_("Make a centre in it"),
            why=_("Where people learn together and staff work."),
            url=reverse("people_centre_new") if County.objects.exists() else "",
            is_done=Centre.objects.exists(),
        ),
        Step(
            title=_("Invite a manager"),
            why=_("You get a link to send. She then invites her trainers herself."),
            url=f"{reverse('people_staff_invite')}?role={Role.MANAGER}" if Centre.objects.exists() else "",
            is_done=has_colleagues,
        ),
        Step(
            title=_("Make a first group and print its poster"),
            why=_("People scan the poster and learn; no account is needed."),
            url=reverse("people_group_new") if Centre.objects.exists() else "",
            is_done=Group.objects.exists(),
        ),
    ]
