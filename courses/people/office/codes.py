"""Join codes of a group, and the poster that shows one."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from django import forms
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from courses.documents.qr import qr_svg
from courses.people import actions, queries
from courses.people.models import JoinCode, Language
from courses.people.office.groups import OfOneGroup
from courses.people.office.links import phone_address
from courses.people.office.pages import OfficeAct, OfficeForm, OfficePage, StaffView


class CodeForm(forms.Form):
    seats = forms.IntegerField(
        label=gettext_lazy("Seats"),
        required=False,
        min_value=1,
        max_value=9999,
        help_text=gettext_lazy("Empty: for everybody of the group. 1: for one person."),
    )
    days = forms.IntegerField(label=gettext_lazy("Days it lasts"), initial=90, min_value=1, max_value=365)


class NewCode(OfOneGroup, OfficeForm):
    form_class = CodeForm
    page_title = gettext_lazy("New code")
    header_icon = "key"
    submit_label = gettext_lazy("Make a code")

    def act(self, form: forms.Form) -> str:
        seats, days = form.cleaned_data["seats"], form.cleaned_data["days"]
        code = actions.make_join_code(self.group, seats=seats, days=days, by=self.staff, now=self.now)
        return _("The code is %(code)s.") % {"code": spelled(code.code)}


class OfOneCode(StaffView):
    """A view about one code of a group this person sees."""

    @cached_property
    def code(self) -> JoinCode:
        return get_object_or_404(queries.codes_seen_by(self.staff), pk=self.kwargs["code"])

    def back(self) -> str:
        return reverse("people_group", args=[self.code.group_id])


class WithdrawCode(OfOneCode, OfficeAct):
    def act(self) -> str:
        actions.withdraw_join_code(self.code, by=self.staff, now=self.now)
        return _("The code seats nobody any more.")


def spelled(code: str) -> str:
    """In two halves, as people read it out."""
    return f"{code[:4]} {code[4:]}"


STEPS = [
    gettext_lazy("Open the camera or WeChat, scan the square."),
    gettext_lazy("Tap Join. No name, no number, no password."),
]
LAST_STEP = gettext_lazy("Learn. After the first time it also works without a network.")
LAST_STEP_ON_HTTP = gettext_lazy("Learn, a few minutes a day.")
"""Browsers keep lessons for the time without a network only at https addresses: a poster promises what holds."""


class Poster(OfOneCode, OfficePage):
    """An A4 page for the wall: the square, the code, three steps in both languages."""

    template_name = "courses/people/poster.html"

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        link = phone_address(self.request) + f"/join/{self.code.code}"
        return {
            **super().get_context_data(**kwargs),
            "code": self.code,
            "spelled": spelled(self.code.code),
            "link": link,
            "qr": qr_svg(link, label=_("Join %(group)s") % {"group": self.code.group.name}),
            "words": [self.words(language) for language in (Language.CHINESE, Language.ENGLISH)],
            "only_here": urlsplit(link).hostname in ("localhost", "127.0.0.1"),
            "back": self.back(),
        }

    def is_safe(self) -> bool:
        return phone_address(self.request).startswith("https://")

    def words(self, language: str) -> Mapping[str, object]:
        with override(language):
            return {
                "language": {"zh-hans": "zh-Hans"}.get(language, language),
                "title": _("Learn on your phone"),
                "steps": [str(step) for step in [*STEPS, LAST_STEP if self.is_safe() else LAST_STEP_ON_HTTP]],
                "or_type": _("Or type this code in the app"),
                "until": _("Good until"),
            }
