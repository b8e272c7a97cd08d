"""The second sign-in step: its code after the password, turning it on and off in the account, the operator's reset."""

from base64 import b32encode
from collections.abc import Sequence

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django_otp import login as remember_second_factor
from django_otp.middleware import is_verified
from django_otp.plugins.otp_totp.models import TOTPDevice
from wagtail.admin.views.account import BaseSettingsPanel

from courses.documents.qr import qr_svg
from courses.people import actions, queries
from courses.people.models import Staff
from courses.people.office.pages import Crumb, FormPage, OfficeForm, RefusableForm, StaffView, led_back
from courses.people.office.staff import OfOneColleague

SECRET = "second_factor_secret"
"""Where the session keeps the secret until the first code proves that an app has it: reloading changes no square."""


class CodeForm(forms.Form):
    """One field for both kinds of code; a phone shows its number keys and offers nothing it remembers."""

    code = forms.CharField(
        label=gettext_lazy("Code"),
        max_length=40,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )


class SignInCode(StaffView, RefusableForm):
    """Between the password and the office."""

    form_class = CodeForm
    template_name = "courses/people/sign_in_code.html"

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if is_verified(request.user) or queries.second_factor_of(self.staff) is None:
            return HttpResponseRedirect(self.get_success_url())
        return super().dispatch(request, *args, **kwargs)

    def get_success_url(self) -> str:
        """The page she came for, if it is one of the office."""
        return led_back(self.request.GET.get("next", ""), otherwise=reverse("wagtailadmin_home"))

    def get_form(self, form_class: type[forms.Form] | None = None) -> forms.Form:
        """With the cursor in its only field: a phone shows its keys at once."""
        form: forms.Form = super().get_form(form_class)
        form.fields["code"].widget.attrs["autofocus"] = True
        return form

    def respond(self, form: forms.Form) -> HttpResponse:
        before = queries.recovery_codes_left(self.staff)
        device = actions.enter_code(self.staff, code=form.cleaned_data["code"], now=self.now)
        _come_in(self.request, device)
        left = queries.recovery_codes_left(self.staff)
        if left < before:
            messages.warning(self.request, _words_after_recovery(left))
        return HttpResponseRedirect(self.get_success_url())


def _come_in(request: HttpRequest, device: TOTPDevice) -> None:
    """This session has given its code; it gets a new name, so that one known from before is worth nothing."""
    remember_second_factor(request, device)
    request.session.cycle_key()


def _words_after_recovery(left: int) -> str:
    return ngettext(
        "This recovery code is used up; %(left)s is left. New phone? Turn two-step sign-in off and on again.",
        "This recovery code is used up; %(left)s are left. New phone? Turn two-step sign-in off and on again.",
        left,
    ) % {"left": left}


class OfMyAccount(StaffView):
    """A page one step below the account; it is there while the second step is (not) on, as `while_on` says."""

    while_on = False

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if (queries.second_factor_of(self.staff) is not None) is not self.while_on:
            return HttpResponseRedirect(self.get_success_url())
        return super().dispatch(request, *args, **kwargs)

    def crumbs(self) -> Sequence[Crumb]:
        return [(_("Your account"), reverse("wagtailadmin_account"))]

    def get_success_url(self) -> str:
        return reverse("wagtailadmin_account")


class TurnOn(OfMyAccount, FormPage):
    """A square to scan, the secret to type, one field for the first code; then the recovery codes, once."""

    form_class = CodeForm
    template_name = "courses/people/second_factor_on.html"
    page_title = gettext_lazy("Turn on two-step sign-in")
    header_icon = "lock"

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        address = TOTPDevice(user=self.staff, key=self.secret()).config_url
        return {
            **super().get_context_data(**kwargs),
            "address": address,
            "qr": qr_svg(address, label=_("Square for your authenticator app")),
            "key": in_fours(b32encode(bytes.fromhex(self.secret())).decode()),
        }

    def secret(self) -> str:
        if SECRET not in self.request.session:
            self.request.session[SECRET] = actions.new_secret()
        return str(self.request.session[SECRET])

    def respond(self, form: forms.Form) -> HttpResponse:
        code = form.cleaned_data["code"]
        codes = actions.turn_on_second_factor(self.staff, secret=self.secret(), code=code, now=self.now)
        del self.request.session[SECRET]
        _come_in(self.request, queries.second_factor_of(self.staff))
        return _shown_once(self, codes)


def _shown_once(page: FormPage, codes: Sequence[str]) -> HttpResponse:
    """The recovery codes, to print or to write down."""
    page.page_title = gettext_lazy("Your recovery codes")
    context = FormPage.get_context_data(page, codes=[f"{code[:5]} {code[5:]}" for code in codes])
    return TemplateResponse(page.request, "courses/people/recovery_codes.html", context)


def in_fours(key: str) -> str:
    """As people copy it by hand."""
    return " ".join(key[start : start + 4] for start in range(0, len(key), 4))


class OffForm(CodeForm):
    password = forms.CharField(
        label=gettext_lazy("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    field_order = ["password", "code"]


class TurnOff(OfMyAccount, OfficeForm):
    while_on = True
    form_class = OffForm
    page_title = gettext_lazy("Turn off two-step sign-in")
    header_icon = "lock-open"
    submit_label = gettext_lazy("Turn off")
    intro = gettext_lazy("After this your password alone opens the office. A recovery code does for the code as well.")

    def act(self, form: forms.Form) -> str:
        given = form.cleaned_data
        actions.turn_off_second_factor(self.staff, password=given["password"], code=given["code"], now=self.now)
        return _("Two-step sign-in is off.")


class NewRecoveryCodes(OfMyAccount, FormPage):
    """Few are left, or somebody else may have seen them: new ones, while it stays on."""

    while_on = True
    form_class = OffForm
    page_title = gettext_lazy("New recovery codes")
    header_icon = "key"
    submit_label = gettext_lazy("Make new codes")
    intro = gettext_lazy("Ten new codes; the old ones let nobody in any more. Two-step sign-in stays on.")

    def respond(self, form: forms.Form) -> HttpResponse:
        given = form.cleaned_data
        codes = actions.new_recovery_codes(self.staff, password=given["password"], code=given["code"], now=self.now)
        return _shown_once(self, codes)


class ResetSecondFactor(OfOneColleague, OfficeForm):
    """The operator lets somebody in again who lost her phone and her recovery codes."""

    form_class = forms.Form
    header_icon = "lock-open"
    submit_label = gettext_lazy("Reset")
    intro = gettext_lazy(
        "After this she signs in with her password alone, until she turns it on again. "
        "First be sure that it is she who asks: see her or call her."
    )

    def get_page_title(self) -> str:
        return _("Reset two-step sign-in of %(name)s") % {"name": self.colleague}

    def is_allowed(self) -> bool:
        return queries.is_operator(self.staff) and self.kwargs["colleague"] != self.staff.pk

    def act(self, form: forms.Form) -> str:
        actions.reset_second_factor(self.colleague, by=self.staff, now=self.now)
        return _("%(name)s signs in with the password alone now.") % {"name": self.colleague}


class SecondFactorPanel(BaseSettingsPanel):  # type: ignore[misc]
    """On the account page: whether it is on, and the way to change that; it has no fields of its own."""

    name = "second_factor"
    title = gettext_lazy("Two-step sign-in")
    order = 600
    template_name = "courses/people/second_factor_panel.html"

    def get_form(self) -> forms.Form:
        return forms.Form()

    def get_context_data(self) -> dict[str, object]:
        is_on = queries.second_factor_of(self.user) is not None
        return {"is_on": is_on, "left": queries.recovery_codes_left(self.user)}


def account_panel(request: HttpRequest, user: Staff, profile: object) -> SecondFactorPanel:
    """For Wagtail's hook `register_account_settings_panel`."""
    return SecondFactorPanel(request, user, profile)
