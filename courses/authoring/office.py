"""Authoring's share of the office: the one page of all modules and lessons, photos, the chooser of library files."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.admin import messages
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import Page

from courses.authoring import actions, dates, queries, shelves
from courses.authoring.choosers import drawing_chooser, sound_chooser
from courses.authoring.models import AssessmentPage, LessonPage
from courses.people.language import reading_language
from courses.people.models import Staff
from courses.people.office.pages import Crumb, OfficeAct, OfficePage, add_button
from courses.people.office.parts import OfficePart

AUTHORS = ["trainer", "operator"]
PHOTO_TYPES = {".webp": "image/webp", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png"}


def _is_author(user: object) -> bool:
    return isinstance(user, Staff) and user.roles.filter(role__in=AUTHORS).exists()


class Modules(OfficePage):
    """Course by course: every lesson in its languages, how it stands, what kept a release back, and advice."""

    template_name = "courses/authoring/modules.html"
    page_title = _("Modules")
    header_icon = "folder-open-inverse"

    def is_allowed(self) -> bool:
        return _is_author(self.staff)

    def buttons(self) -> Sequence[HeaderButton]:
        return [add_button(_("Numbers that change"), url=reverse("authoring_facts"), icon="date")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = [
            {
                "course": course,
                "shelves": [
                    (shelf, _told(shelf.release.problems), _told(shelf.release.advice)) for shelf in course.shelves
                ],
            }
            for course in shelves.all_shelves()
        ]
        return super().get_context_data(**kwargs) | {"found": found}


class Facts(OfficePage):
    """Every dated fact, of those that lessons use the one that waits longest for a look first."""

    template_name = "courses/authoring/facts.html"
    page_title = _("Numbers that change")
    header_icon = "date"

    def is_allowed(self) -> bool:
        return _is_author(self.staff)

    def crumbs(self) -> Sequence[Crumb]:
        return [(_("Modules"), reverse("authoring_modules"))]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        today = timezone.localdate(self.now)
        found = dates.dated_facts(language=reading_language(), today=today)
        return super().get_context_data(**kwargs) | {"found": found, "today": today}


class StillHolds(OfficeAct):
    """She looked the number up: as back_to_modules, the outline that says so is compiled here and now."""

    def is_allowed(self) -> bool:
        return _is_author(self.staff)

    def act(self) -> str:
        fact, course = str(self.kwargs["fact"]), str(self.kwargs["course"])
        actions.still_holds(fact, course=course, by=self.staff, now=self.now)
        actions.compile_what_was_asked(kind="outline", key=course, now=self.now)
        return gettext("%(fact)s: looked up today. Phones learn of it by themselves.") % {"fact": fact}

    def back(self) -> str:
        return reverse("authoring_facts")


def _told(remarks: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    """Problems or advice in the reader's language. `lesson` is the row that each is about, empty for the module."""
    return [{"lesson": one.get("lesson", ""), "where": _where(one), "what": one[reading_language()]} for one in remarks]


def _where(remark: Mapping[str, Any]) -> str:
    """Such as `ra1 · 简体中文 · card 3`, or `ra1 · q1` where it is about all languages."""
    card = remark.get("card")
    parts = [
        remark.get("lesson"),
        dict(settings.LANGUAGES).get(remark.get("language", "")),
        _("card %(number)s") % {"number": card} if card else None,
        None if card else remark.get("item"),
    ]
    return " · ".join(part for part in parts if part)


def back_to_modules(request: HttpRequest, page: Page) -> HttpResponse | None:
    """For Wagtail's hooks: whoever published a lesson or an assessment reads next that it is, above all modules.

    So it is compiled here and now, unless the worker was quicker. Where it is kept back a link leads to the reason.
    """
    if "action-publish" not in request.POST or not isinstance(page, LessonPage | AssessmentPage):
        return None
    actions.compile_what_was_asked(kind="module", key=page.module_id, now=timezone.now())
    if queries.release_state(kind="module", key=page.module_id).problems:
        reason = messages.button(f"#{page.module_id}", gettext("Read why"))
        messages.warning(request, gettext("Not on phones yet: they keep what they have."), buttons=[reason])
    return HttpResponseRedirect(reverse("authoring_modules"))


def publish_before_unpublish(items: list[ActionMenuItem], _request: HttpRequest, _context: Mapping[str, Any]) -> None:
    """For Wagtail's hook: what takes a page away stands last in the menu of what can be done with it."""
    items.sort(key=lambda item: item.name == "action-unpublish")


@require_safe
def photo(request: HttpRequest, name: str) -> HttpResponse:
    """A small form of an uploaded photo, for the office. The file as it was uploaded is never sent."""
    folder = Path(settings.MEDIA_ROOT) / "images"
    file = folder / name
    kind = PHOTO_TYPES.get(file.suffix.lower())
    if kind is None or file.parent != folder or not file.is_file():
        raise Http404
    return HttpResponse(
        file.read_bytes(),
        content_type=kind,
        headers={
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "Cache-Control": "private, max-age=86400",
        },
    )


class _ForAuthors(MenuItem):  # type: ignore[misc] # wagtail comes without types
    def is_shown(self, request: HttpRequest) -> bool:
        return _is_author(request.user)


def _modules_item() -> MenuItem:
    return _ForAuthors(
        _("Modules"), reverse("authoring_modules"), name="modules", icon_name="folder-open-inverse", order=140
    )


part = OfficePart(
    urls=[
        path("modules/", Modules.as_view(), name="authoring_modules"),
        path("modules/facts/", Facts.as_view(), name="authoring_facts"),
        path("modules/facts/<str:course>/<str:fact>/holds/", StillHolds.as_view(), name="authoring_still_holds"),
        path("media/images/<str:name>", photo, name="authoring_photo"),
    ],
    menu_items=[_modules_item],
    log_actions=actions.AUDIT_WORDS,
    viewsets=[drawing_chooser, sound_chooser],
    hooks=[
        ("after_edit_page", back_to_modules),
        ("after_create_page", back_to_modules),
        ("construct_page_action_menu", publish_before_unpublish),
    ],
)
