"""Authoring's share of the office: how each module's release stands, and the chooser of library files."""

from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from courses.authoring import queries
from courses.authoring.choosers import library_file_chooser
from courses.authoring.models import CoursePage, ModulePage
from courses.people.models import Staff
from courses.people.office.pages import OfficePage
from courses.people.office.parts import OfficePart


class Modules(OfficePage):
    """Every module: what phones are offered, what waits, and what kept a release back."""

    template_name = "courses/authoring/modules.html"
    page_title = _("Modules and their releases")
    header_icon = "folder-open-inverse"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = [*_rows(CoursePage, kind="outline"), *_rows(ModulePage, kind="module")]
        return super().get_context_data(**kwargs) | {"rows": [self._shown(row) for row in rows]}

    def _shown(self, row: dict[str, Any]) -> dict[str, Any]:
        language = "zh-hans" if (get_language() or "").startswith("zh") else "en"
        state: queries.ReleaseState = row["state"]
        return row | {
            "pages": [(page, self._editor(page)) for page in row["pages"]],
            "problems": [{"where": one["where"], "what": one[language]} for one in state.problems],
        }

    def _editor(self, page: Page) -> str:
        """Where this person may edit the page, or nothing."""
        may = page.permissions_for_user(self.staff)
        if not may.can_edit():
            return ""
        name = "wagtailadmin_explore" if page.get_children_count() else "wagtailadmin_pages:edit"
        return reverse(name, args=[page.pk])


def _rows(model: type[Page], *, kind: str) -> list[dict[str, Any]]:
    field = "course_id" if kind == "outline" else "module_id"
    found: dict[str, list[Page]] = {}
    for page in model.objects.select_related("locale").order_by("path"):
        found.setdefault(getattr(page, field), []).append(page)
    return [
        {"key": key, "kind": kind, "pages": pages, "state": queries.release_state(kind=kind, key=key)}
        for key, pages in found.items()
    ]


class _ForAuthors(MenuItem):  # type: ignore[misc] # wagtail comes without types
    def is_shown(self, request: HttpRequest) -> bool:
        return isinstance(request.user, Staff) and request.user.roles.filter(role__in=["trainer", "operator"]).exists()


def _modules_item() -> MenuItem:
    return _ForAuthors(
        _("Releases"), reverse("authoring_modules"), name="releases", icon_name="folder-open-inverse", order=140
    )


part = OfficePart(
    urls=[path("modules/", Modules.as_view(), name="authoring_modules")],
    menu_items=[_modules_item],
    viewsets=[library_file_chooser],
)
