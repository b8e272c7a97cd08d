"""A learner's data in the office: saved as a file, or erased, by those who lead where she belongs."""

import unicodedata
from collections.abc import Sequence
from typing import Any, cast
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.components import Component

from courses.people import queries as people
from courses.people.models import Learner, Staff
from courses.people.office.learners import shown_name
from courses.people.office.pages import Crumb, OfficeForm, StaffView
from courses.privacy import actions


class OfOneLed(StaffView):
    """About one learner whom this member of staff leads."""

    @cached_property
    def learner(self) -> Learner:
        led = people.learners_led_by(self.staff)
        return get_object_or_404(led, pk=cast(UUID, self.kwargs["learner"]))


class SaveAsFile(OfOneLed):
    """All that is kept about her, as a file to hand to her."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        data = actions.export_learner(self.learner.pk, by=self.staff, now=self.now)
        response = HttpResponse(data, content_type="application/json; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="xiangke-{self.learner.sign}.json"'
        return response


def sign_of(learner: Learner) -> str:
    """What is to be typed, so that nobody erases one learner for another: her name, else the sign shown for it."""
    return learner.nickname or learner.sign


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


class EraseForm(forms.Form):
    typed = forms.CharField(label="", max_length=80)

    def __init__(self, *args: Any, sign: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sign = sign
        self.fields["typed"].label = _("Type “%(sign)s” to erase her") % {"sign": sign}
        self.fields["typed"].widget.attrs["autocomplete"] = "off"

    def clean_typed(self) -> str:
        typed = str(self.cleaned_data["typed"])
        if _plain(typed) != _plain(self.sign):
            raise forms.ValidationError(_("Please type it as it stands above."))
        return typed


class Erase(OfOneLed, OfficeForm):
    """What goes and what stays, and her name to be typed."""

    form_class = EraseForm
    template_name = "courses/privacy/erase.html"
    header_icon = "bin"
    submit_label = gettext_lazy("Erase for good")

    def get_page_title(self) -> str:
        return _("Erase %(name)s") % {"name": shown_name(self.learner)}

    def crumbs(self) -> Sequence[Crumb]:
        return [
            (_("People"), reverse("people_learners")),
            (shown_name(self.learner), reverse("people_learner", args=[self.learner.pk])),
        ]

    def get_form_kwargs(self) -> dict[str, object]:
        return {**super().get_form_kwargs(), "sign": sign_of(self.learner)}

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        return {**super().get_context_data(**kwargs), "learner": self.learner}

    def get_success_url(self) -> str:
        return reverse("people_learners")

    def act(self, form: forms.Form) -> str:
        actions.erase_learner(self.learner.pk, by=self.staff, now=self.now)
        return _("She was erased. Each phone that holds her lets go of her when it is next heard from.")


class HerData(Component):  # type: ignore[misc] # wagtail is untyped
    """On her page, for those who lead where she belongs."""

    template_name = "courses/privacy/her_data.html"
    order = 900

    def __init__(self, learner: Learner) -> None:
        self.learner = learner

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        return {"learner": self.learner, "csrf_token": parent_context["csrf_token"]}


def her_data(request: HttpRequest, learner: Learner) -> HerData | None:
    led = people.learners_led_by(cast(Staff, request.user)).filter(pk=learner.pk)
    return HerData(learner) if led.exists() else None
