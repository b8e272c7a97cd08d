"""The forms that give a name: to a county, a centre's village, a group."""

from abc import abstractmethod
from collections.abc import Mapping
from typing import cast

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from courses.people import actions, queries
from courses.people.models import Centre, County, Staff, Village
from courses.people.office.pages import OfficeForm


class NameForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Name"), max_length=120)


class NamedInCentreForm(forms.Form):
    """A name in one of the centres that the member of staff sees."""

    centre = forms.ModelChoiceField(Centre.objects.none(), label=gettext_lazy("Centre"))
    name = forms.CharField(label=gettext_lazy("Name"), max_length=120)

    def __init__(self, *args: object, staff: Staff, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type] # handed on as they came
        field = cast(Mapping[str, forms.ModelChoiceField], self.fields)["centre"]  # type: ignore[type-arg]
        field.queryset = queries.centres_seen_by(staff)
        field.initial = field.queryset.first()


class NewInCentre(OfficeForm):
    """Makes something with a name in a centre; while there is none, it leads to where one is made."""

    form_class = NamedInCentreForm

    def get(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if queries.centres_seen_by(self.staff).exists():
            return super().get(request, *args, **kwargs)
        messages.warning(request, _("There is no centre yet. First make one, then come back here."))
        return HttpResponseRedirect(
            reverse("people_places" if queries.is_operator(self.staff) else "wagtailadmin_home")
        )

    def get_form_kwargs(self) -> dict[str, object]:
        return {**super().get_form_kwargs(), "staff": self.staff}


class Rename(OfficeForm):
    """Gives a county or a village another name."""

    form_class = NameForm
    page_title = gettext_lazy("Change")
    header_icon = "edit"

    @abstractmethod
    def find(self) -> County | Village:
        """The one of the address, where this person may see it; else 404."""

    @cached_property
    def place(self) -> County | Village:
        return self.find()

    def get_initial(self) -> dict[str, object]:
        return {"name": self.place.name}

    def act(self, form: forms.Form) -> str:
        actions.rename(self.place, name=form.cleaned_data["name"], by=self.staff, now=self.now)
        return _("Saved.")
