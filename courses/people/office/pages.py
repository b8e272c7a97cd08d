"""What all our office pages share: header and breadcrumbs as Wagtail's, who is asking, refusals as sentences."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import datetime

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise, cached_property
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, TemplateView, View
from wagtail.admin.auth import permission_denied
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton

from courses.people.models import Staff
from courses.people.office.sentences import sentence
from courses.refusals import Refusal

Crumb = tuple[str | Promise, str]
"""What it says and where it leads."""


class StaffView(View):
    """A view of the office: knows who asks and when; `is_allowed` says whether this page is hers at all.

    What exists but is not hers to see is 404, as if it were not there; a page that is not for her role leads home.
    """

    @property
    def staff(self) -> Staff:
        assert isinstance(self.request.user, Staff)  # the office's addresses are for signed-in staff only
        return self.request.user

    @cached_property
    def now(self) -> datetime:
        """One moment for all that this request reads and writes."""
        return timezone.now()

    def is_allowed(self) -> bool:
        return True

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if not self.is_allowed():
            refused: HttpResponse = permission_denied(request)
            return refused
        return super().dispatch(request, *args, **kwargs)


class Titled(WagtailAdminTemplateMixin):  # type: ignore[misc] # wagtail comes without types
    """Title, icon, way back and buttons in Wagtail's header."""

    def crumbs(self) -> Sequence[Crumb]:
        return []

    def buttons(self) -> Sequence[HeaderButton]:
        return []

    def get_breadcrumbs_items(self) -> list[dict[str, str | Promise]]:
        above = [{"url": url, "label": label} for label, url in self.crumbs()]
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            *above,
            {"url": "", "label": self.get_page_title()},
        ]

    def get_header_buttons(self) -> list[HeaderButton]:
        return list(self.buttons())


class OfficePage(Titled, StaffView, TemplateView):
    """A page to read."""


class RefusableForm(ABC, FormView):  # type: ignore[type-arg] # not subscriptable at run time
    """A form whose refusal stands above it, in the reader's language."""

    @abstractmethod
    def respond(self, form: forms.Form) -> HttpResponse:
        """Do what the form asks and answer; may raise a Refusal."""

    def form_valid(self, form: forms.Form) -> HttpResponse:
        try:
            return self.respond(form)
        except Refusal as refusal:
            form.add_error(None, sentence(refusal))
            return self.form_invalid(form)


class FormPage(Titled, StaffView, RefusableForm):
    """A page with one form."""

    template_name = "courses/people/form.html"
    submit_label: str | Promise = _("Save")
    intro: str | Promise = ""

    def up(self) -> Crumb | None:
        """Whom or what the form is about: Wagtail folds its breadcrumbs away, and a form has no other way back."""
        return next(reversed(self.crumbs()), None)


class OfficeForm(FormPage):
    """A page with one form that leads on to another: `act` does it and returns what to say there."""

    @abstractmethod
    def act(self, form: forms.Form) -> str:
        """Do it; returns what to say."""

    def respond(self, form: forms.Form) -> HttpResponse:
        messages.success(self.request, self.act(form))
        return HttpResponseRedirect(self.get_success_url())


def led_back(asked: str, *, otherwise: str) -> str:
    """The page of the office that was asked for; `otherwise` where it is none of ours."""
    is_ours = asked.startswith("/office/") and url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return asked if is_ours else otherwise


class OfficeAct(ABC, StaffView):
    """One button: POST does it, says so, and leads back."""

    http_method_names = ["post"]

    @abstractmethod
    def act(self) -> str:
        """Do it; returns what to say."""

    @abstractmethod
    def back(self) -> str:
        """Where to."""

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        try:
            messages.success(request, self.act())
        except Refusal as refusal:
            self.refused(refusal)
        return HttpResponseRedirect(self.back())

    def refused(self, refusal: Refusal) -> None:
        """Says why, above the page that comes next."""
        messages.error(self.request, sentence(refusal))


def add_button(label: str | Promise, *, url: str, icon: str = "plus") -> HeaderButton:
    """A button in the header that leads somewhere."""
    return HeaderButton(label, url=url, icon_name=icon)
