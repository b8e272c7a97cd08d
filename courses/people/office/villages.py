"""Villages: where learners live, as a centre sees it."""

from collections.abc import Sequence

from django import forms
from django.db.models import Count
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets.button import HeaderButton

from courses.people import actions, queries
from courses.people.models import Village
from courses.people.office.naming import NewInCentre, Rename
from courses.people.office.pages import Crumb, OfficePage, StaffView, add_button


class VillageList(OfficePage):
    template_name = "courses/people/villages.html"
    page_title = gettext_lazy("Villages")
    header_icon = "home"

    def buttons(self) -> Sequence[HeaderButton]:
        return [add_button(_("New village"), url=reverse("people_village_new"))]

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        villages = queries.villages_seen_by(self.staff).annotate(
            learners=Count("memberships", filter=queries.OPEN_MEMBERSHIPS, distinct=True)
        )
        return {**super().get_context_data(**kwargs), "villages": villages.order_by("centre__name", "name")}


class OfVillages(StaffView):
    """A form that leads back to the list."""

    def crumbs(self) -> Sequence[Crumb]:
        return [(_("Villages"), reverse("people_villages"))]

    def get_success_url(self) -> str:
        return reverse("people_villages")


class NewVillage(OfVillages, NewInCentre):
    page_title = gettext_lazy("New village")
    header_icon = "home"

    def act(self, form: forms.Form) -> str:
        chosen = form.cleaned_data
        actions.create_village(centre=chosen["centre"], name=chosen["name"], by=self.staff, now=self.now)
        return _("Saved.")


class EditVillage(OfVillages, Rename):
    def find(self) -> Village:
        return get_object_or_404(queries.villages_seen_by(self.staff), pk=self.kwargs["village"])
