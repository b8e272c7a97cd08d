"""The trainer's list at /office/reminders/: whom to tell what, with words ready to copy."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from courses.people import queries as people
from courses.people.models import Staff
from courses.refusals import Refusal
from courses.reminders import actions, queries
from courses.reminders.models import Reminder


class RemindersPage(WagtailAdminTemplateMixin, TemplateView):  # type: ignore[misc]  # Wagtail comes without types
    """Reminders that wait for a person to pass them on."""

    template_name = "courses/reminders/list.html"
    page_title = _("Reminders")
    header_icon = "mail"

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            {"url": reverse("office_progress"), "label": gettext("Overview")},
            {"url": "", "label": gettext("Reminders")},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        staff = self.request.user
        assert isinstance(staff, Staff), "Wagtail's admin lets only staff in"
        rows = list(queries.listed_for(staff))
        return super().get_context_data(**kwargs) | {"rows": _shown(rows), "now": timezone.now()}


def _shown(rows: list[Reminder]) -> list[dict[str, Any]]:
    """Each row with the words to copy, in the learner's language, and where she belongs."""
    places = people.current_memberships([row.learner_id for row in rows])
    shown = []
    for row in rows:
        place = places.get(row.learner_id)
        words = actions.message_of(row=row, language=row.learner.language)
        shown.append(
            {
                "reminder": row,
                "learner": row.learner,
                "group": place.group if place else None,
                "village": place.village if place else None,
                "text": words.text,
            }
        )
    return shown


@require_POST
def pass_on(request: HttpRequest, reminder: int) -> HttpResponse:
    """“I told her”: the reminder leaves the list."""
    staff = request.user
    assert isinstance(staff, Staff)
    try:
        row = actions.pass_on(reminder=reminder, staff=staff, now=timezone.now())
    except Refusal:
        messages.info(request, gettext("This reminder is not on the list any more. Nothing else changed."))
    else:
        name = row.learner.nickname or gettext("No name yet")
        messages.success(request, gettext("Noted: %(name)s was told.") % {"name": name})
    return redirect("office_reminders")


def menu_items() -> list[MenuItem]:
    """What this feature adds to the office's menu."""
    return [MenuItem(_("Reminders"), reverse("office_reminders"), icon_name="mail", order=40)]


urlpatterns: list[URLPattern] = [
    path("reminders/", RemindersPage.as_view(), name="office_reminders"),
    path("reminders/<int:reminder>/told/", pass_on, name="office_reminder_told"),
]
