"""Gathers what the features give to the office. It holds no view and no rule.

To add yours: in `courses/<feature>/office.py` (or a package of that name) make

    part = OfficePart(urls=[…], menu_items=[…], panels=[…], learner_panels=[…], log_actions={…}, pages={…}, hooks=[…])

(see `courses.people.office.parts`) and add one import and one name to PARTS below. Then say in
`tests/permission_table.py` who may open each new address; the permission walk fails until you do.
"""

from django.db.models import Model
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.admin_url_finder import register_admin_url_finder
from wagtail.admin.ui.components import Component
from wagtail.log_actions import LogActionRegistry

from courses.asking import office as asking_office
from courses.authoring import office as authoring_office
from courses.learning import office as learning_office
from courses.people import office as people_office
from courses.people.models import Staff
from courses.people.office.parts import LEARNER_PANELS
from courses.privacy import office as privacy_office
from courses.reminders import office as reminders_office
from courses.reports import office as reports_office
from courses.syncing import office as syncing_office

PARTS = [
    reports_office.part,
    people_office.part,
    learning_office.part,
    asking_office.part,
    reminders_office.part,
    syncing_office.part,
    authoring_office.part,
    privacy_office.part,
]


class PageFinder:
    """Where Wagtail finds the page of one thing. That page asks by itself who may see it."""

    address: str

    def __init__(self, user: Staff | None = None) -> None:
        """Wagtail asks for somebody."""

    def get_edit_url(self, thing: Model) -> str:
        return reverse(self.address, args=[thing.pk])


for part in PARTS:
    for make_item in part.menu_items:
        hooks.register("register_admin_menu_item", make_item)
    for make_panel in part.learner_panels:
        hooks.register(LEARNER_PANELS, make_panel)
    for name, function in part.hooks:
        hooks.register(name, function)
    for model, address in part.pages.items():
        register_admin_url_finder(model, type(f"{model.__name__}Page", (PageFinder,), {"address": address}))


def admin_urls() -> list[URLPattern | URLResolver]:
    return [url for part in PARTS for url in part.urls]


def viewsets() -> list[object]:
    return [viewset for part in PARTS for viewset in part.viewsets]


def log_actions(registry: LogActionRegistry) -> None:
    for part in PARTS:
        for action, words in part.log_actions.items():
            registry.register_action(action, words, words)


def homepage_panels(request: HttpRequest, panels: list[Component]) -> None:
    """The features' panels stand before Wagtail's own lists of pages."""
    made = (make(request) for part in PARTS for make in part.panels)
    panels[:0] = [panel for panel in made if panel is not None]


def office_style() -> SafeString:
    files = ((static(f"courses/{name}.css"),) for name in ("office", "office-rooms", "office-forms", "office-paper"))
    return format_html_join("", '<link rel="stylesheet" href="{}">', files)


def office_script() -> SafeString:
    return format_html('<script src="{}"></script>', static("courses/office.js"))


hooks.register("register_admin_urls", admin_urls)
hooks.register("register_admin_viewset", viewsets)
hooks.register("register_log_actions", log_actions)
hooks.register("construct_homepage_panels", homepage_panels)
hooks.register("insert_global_admin_css", office_style)
hooks.register("insert_global_admin_js", office_script)
