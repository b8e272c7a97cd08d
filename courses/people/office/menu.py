"""The office's main menu: our items about people, and of Wagtail's own only what is somebody's business."""

import copy

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from courses.people import queries
from courses.people.models import Role, Staff


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
    # Short: "Counties and centres", as its page is called, does not fit into the menu.
    return _ForOperators(_("Centres"), reverse("people_places"), name="places", icon_name="site", order=810)


ITEMS = (_people_item, _groups_item, _staff_item, _places_item)

OPERATORS_ONLY = {"explorer", "reports"}
AUTHORS_ONLY = {"images"}
NOBODYS = {"help", "documents", "settings"}
"""Wagtail's own: a guide to itself, files that no lesson uses, settings that our pages and the command line have."""

OWN_WORDS = {"explorer": _("All pages"), "images": _("Photos"), "reports": _("Changes")}


def fit_to_role(request: HttpRequest, items: list[MenuItem]) -> None:
    """Leave out Wagtail's own items that are nobody's business in this role; mark the one she is in."""
    roles = set(request.user.roles.values_list("role", flat=True)) if isinstance(request.user, Staff) else set()
    hidden = set(NOBODYS)
    if Role.OPERATOR not in roles:
        hidden |= OPERATORS_ONLY
        hidden |= AUTHORS_ONLY if Role.TRAINER not in roles else set()
    items[:] = [_seen_from(request.path, item) for item in items if item.name not in hidden]


def _seen_from(path: str, item: MenuItem) -> MenuItem:
    """The item as this page shows it; a copy, for Wagtail keeps one for all requests.

    Wagtail marks the item whose address the page's own begins with. Every address begins with the home page's, so
    elsewhere that one ends in a question mark; a lesson's editor is marked as a part of the modules.
    """
    item = copy.copy(item)
    item.label = OWN_WORDS.get(item.name, item.label)
    home = reverse("wagtailadmin_home")
    if item.url == home != path:
        item.url = f"{home}?"
    if item.name == "modules" and path.startswith(f"{home}pages/"):
        item.classname = "x-current"
    return item


def only_the_history(_request: HttpRequest, items: list[MenuItem]) -> None:
    """Of Wagtail's lists the operator reads one: who changed what."""
    items[:] = [item for item in items if item.name == "site-history"]
