"""The trainer's list at /office/reminders/: whom to tell what, with words ready to copy."""

from typing import Any

from django.urls import path, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from courses.people import queries as people
from courses.people.office.learners import shown_name
from courses.people.office.pages import OfficeAct, OfficePage
from courses.people.office.parts import OfficePart
from courses.refusals import Conflict, NotFound
from courses.reminders import actions, queries
from courses.reminders.models import Reason, Reminder

WHY: dict[str, str | Promise] = {
    Reason.STOPPED: _("Stopped in a lesson at least three days ago"),
    Reason.REVIEW_DUE: _("Something she learned is due again"),
    Reason.LESSONS_WAIT: _("Her phone has been silent for a week; what she learned is not known"),
}


class RemindersPage(OfficePage):
    """Reminders that wait for a person to pass them on."""

    template_name = "courses/reminders/list.html"
    page_title = _("Reminders")
    header_icon = "mail"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = list(queries.listed_for(self.staff))
        return super().get_context_data(**kwargs) | {"rows": _shown(rows), "now": self.now}


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
                "name": shown_name(row.learner),
                "learner": row.learner,
                "group": place.group if place else None,
                "village": place.village if place else None,
                "why": WHY[row.reason],
                "text": words.text,
            }
        )
    return shown


class PassOn(OfficeAct):
    """“I told her”: the reminder leaves the list."""

    def act(self) -> str:
        try:
            row = actions.pass_on(reminder=self.kwargs["reminder"], staff=self.staff, now=self.now)
        except (NotFound, Conflict):
            return gettext("This reminder is not on your list any more. Nothing else changed.")
        return gettext("Noted: %(name)s was told.") % {"name": shown_name(row.learner)}

    def back(self) -> str:
        return reverse("office_reminders")


def _menu_item() -> MenuItem:
    return MenuItem(_("Reminders"), reverse("office_reminders"), icon_name="mail", name="reminders", order=40)


part = OfficePart(
    urls=[
        path("reminders/", RemindersPage.as_view(), name="office_reminders"),
        path("reminders/<int:reminder>/told/", PassOn.as_view(), name="office_reminder_told"),
    ],
    menu_items=[_menu_item],
)
