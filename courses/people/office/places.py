"""Counties and centres: the operator's pages."""

from collections.abc import Sequence
from zoneinfo import available_timezones

from django import forms
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from courses.people import actions, queries
from courses.people.models import Centre, County
from courses.people.office.naming import NameForm, Rename
from courses.people.office.pages import Crumb, OfficeForm, OfficePage, StaffView


class ForOperators(StaffView):
    """Only the operator opens these."""

    def is_allowed(self) -> bool:
        return queries.is_operator(self.staff)

    def crumbs(self) -> Sequence[Crumb]:
        return [(_("Counties and centres"), reverse("people_places"))]

    def get_success_url(self) -> str:
        return reverse("people_places")


class Places(ForOperators, OfficePage):
    template_name = "courses/people/places.html"
    page_title = gettext_lazy("Counties and centres")
    header_icon = "site"

    def crumbs(self) -> Sequence[Crumb]:
        return []

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        return {**super().get_context_data(**kwargs), "counties": County.objects.prefetch_related("centres")}


class NewCounty(ForOperators, OfficeForm):
    form_class = NameForm
    page_title = gettext_lazy("New county")
    header_icon = "site"

    def act(self, form: forms.Form) -> str:
        actions.create_county(name=form.cleaned_data["name"], by=self.staff, now=self.now)
        return _("Saved.")


class EditCounty(ForOperators, Rename):
    def find(self) -> County:
        return get_object_or_404(County, pk=self.kwargs["county"])


def _time_zones() -> list[tuple[str, str]]:
    return [(name, name) for name in sorted(available_timezones())]


class CentreForm(forms.Form):
    """Its fields are what `actions.create_centre` and `change_centre` take."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=120)
    time_zone = forms.ChoiceField(label=gettext_lazy("Time zone"), choices=_time_zones, initial="Asia/Shanghai")
    is_default = forms.BooleanField(label=gettext_lazy("Learners who join no group come here"), required=False)


class NewCentreForm(CentreForm):
    county = forms.ModelChoiceField(County.objects.all(), label=gettext_lazy("County"))
    field_order = ["county", "name", "time_zone", "is_default"]


class NewCentre(ForOperators, OfficeForm):
    form_class = NewCentreForm
    page_title = gettext_lazy("New centre")
    header_icon = "site"

    def get_initial(self) -> dict[str, object]:
        return {"county": self.request.GET.get("county") or County.objects.first()}

    def act(self, form: forms.Form) -> str:
        actions.create_centre(**form.cleaned_data, by=self.staff, now=self.now)
        return _("Saved.")


class EditCentre(ForOperators, OfficeForm):
    form_class = CentreForm
    page_title = gettext_lazy("Change")
    header_icon = "edit"

    @cached_property
    def centre(self) -> Centre:
        return get_object_or_404(Centre, pk=self.kwargs["centre"])

    def get_initial(self) -> dict[str, object]:
        return {name: getattr(self.centre, name) for name in CentreForm.base_fields}

    def act(self, form: forms.Form) -> str:
        actions.change_centre(self.centre, **form.cleaned_data, by=self.staff, now=self.now)
        return _("Saved.")
