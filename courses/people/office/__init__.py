"""People in the office: learners, groups and codes, villages, centres and counties, staff, and the way in.

`part` is what `courses.wagtail_hooks` gathers; `public_urls` are those below /office/ that need no sign-in.
"""

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from courses.people import queries
from courses.people.audit import ACTIONS
from courses.people.models import Role, Staff
from courses.people.office import entrance, groups, learners, places, staff
from courses.people.office.entrance import account
from courses.people.office.parts import OfficePart

__all__ = ["account", "part", "public_urls"]

public_urls = [
    path("invitation/<str:token>/", entrance.AcceptInvitation.as_view(), name="people_invitation"),
]

_learners = [
    path("people/", learners.LearnerList.as_view(), name="people_learners"),
    path("people/results/", learners.LearnerList.as_view(results_only=True), name="people_learners_results"),
    path("people/export/", learners.LearnerExport.as_view(), name="people_learners_export"),
    path("people/<uuid:learner>/", learners.LearnerPage.as_view(), name="people_learner"),
    path("people/<uuid:learner>/move/", learners.MoveLearner.as_view(), name="people_learner_move"),
    path("people/<uuid:learner>/about/", learners.EditAbout.as_view(), name="people_learner_about"),
    path("people/<uuid:learner>/consent/", learners.SetConsent.as_view(), name="people_learner_consent"),
    path("people/<uuid:learner>/contact/", learners.AddContact.as_view(), name="people_contact_new"),
    path("people/contact/<int:contact>/withdraw/", learners.WithdrawContact.as_view(), name="people_contact_withdraw"),
]
_groups = [
    path("people/groups/", groups.GroupList.as_view(), name="people_groups"),
    path("people/groups/new/", groups.NewGroup.as_view(), name="people_group_new"),
    path("people/groups/<int:group>/", groups.GroupPage.as_view(), name="people_group"),
    path("people/groups/<int:group>/edit/", groups.EditGroup.as_view(), name="people_group_edit"),
    path("people/groups/<int:group>/close/", groups.CloseGroup.as_view(), name="people_group_close"),
    path("people/groups/<int:group>/reopen/", groups.ReopenGroup.as_view(), name="people_group_reopen"),
    path("people/groups/<int:group>/code/", groups.NewCode.as_view(), name="people_code_new"),
    path("people/codes/<int:code>/withdraw/", groups.WithdrawCode.as_view(), name="people_code_withdraw"),
    path("people/codes/<int:code>/poster/", groups.Poster.as_view(), name="people_poster"),
    path("people/villages/", groups.VillageList.as_view(), name="people_villages"),
    path("people/villages/new/", groups.NewVillage.as_view(), name="people_village_new"),
    path("people/villages/<int:village>/", groups.EditVillage.as_view(), name="people_village_edit"),
]
_places = [
    path("people/places/", places.Places.as_view(), name="people_places"),
    path("people/places/county/new/", places.NewCounty.as_view(), name="people_county_new"),
    path("people/places/county/<int:county>/", places.EditCounty.as_view(), name="people_county_edit"),
    path("people/places/centre/new/", places.NewCentre.as_view(), name="people_centre_new"),
    path("people/places/centre/<int:centre>/", places.EditCentre.as_view(), name="people_centre_edit"),
]
_staff = [
    path("people/staff/", staff.StaffList.as_view(), name="people_staff"),
    path("people/staff/invite/", staff.Invite.as_view(), name="people_staff_invite"),
    path("people/staff/<int:colleague>/", staff.ColleaguePage.as_view(), name="people_colleague"),
    path("people/staff/<int:colleague>/role/", staff.NewRole.as_view(), name="people_role_new"),
    path("people/staff/<int:colleague>/password/", staff.NewPassword.as_view(), name="people_new_password"),
    path("people/staff/role/<int:role>/remove/", staff.RemoveRole.as_view(), name="people_role_remove"),
    path(
        "people/staff/invitation/<int:invitation>/withdraw/",
        staff.WithdrawInvitation.as_view(),
        name="people_invitation_withdraw",
    ),
    path("own-password/", entrance.OwnPassword.as_view(), name="people_own_password"),
]


class _ForLeaders(MenuItem):  # type: ignore[misc]
    def is_shown(self, request: HttpRequest) -> bool:
        return isinstance(request.user, Staff) and queries.may_lead(request.user)


class _ForOperators(MenuItem):  # type: ignore[misc]
    def is_shown(self, request: HttpRequest) -> bool:
        return isinstance(request.user, Staff) and queries.is_operator(request.user)


def _people_item() -> MenuItem:
    return MenuItem(_("People"), reverse("people_learners"), name="people", icon_name="group", order=110)


def _groups_item() -> MenuItem:
    return MenuItem(_("Groups"), reverse("people_groups"), name="groups", icon_name="tasks", order=120)


def _staff_item() -> MenuItem:
    return _ForLeaders(_("Staff"), reverse("people_staff"), name="staff", icon_name="user", order=800)


def _places_item() -> MenuItem:
    return _ForOperators(
        _("Counties and centres"), reverse("people_places"), name="places", icon_name="site", order=810
    )


OPERATORS_ONLY = {"explorer", "reports"}
AUTHORS_ONLY = {"images"}
NOBODYS = {"help", "documents", "settings"}
"""Wagtail's own: a guide to itself, files that no lesson uses, settings that our pages and the command line have."""


def _only_what_makes_sense(request: HttpRequest, items: list[MenuItem]) -> None:
    """Wagtail's own menu items that are nobody's business in this role are left out."""
    roles = set(request.user.roles.values_list("role", flat=True)) if isinstance(request.user, Staff) else set()
    hidden = set(NOBODYS)
    if Role.OPERATOR not in roles:
        hidden |= OPERATORS_ONLY
        hidden |= AUTHORS_ONLY if Role.TRAINER not in roles else set()
    items[:] = [item for item in items if item.name not in hidden]
    for item in items:
        item.label = OWN_WORDS.get(item.name, item.label)


OWN_WORDS = {"explorer": _("All pages"), "images": _("Photos"), "reports": _("Who changed what")}


def _only_the_history(request: HttpRequest, items: list[MenuItem]) -> None:
    """Of Wagtail's lists the operator reads one: who changed what."""
    items[:] = [item for item in items if item.name == "site-history"]


part = OfficePart(
    urls=[*_learners, *_groups, *_places, *_staff],
    menu_items=[_people_item, _groups_item, _staff_item, _places_item],
    log_actions=ACTIONS,
    hooks=[
        ("construct_main_menu", _only_what_makes_sense),
        ("construct_reports_menu", _only_the_history),
        ("register_account_settings_panel", entrance.language_panel),
    ],
)
