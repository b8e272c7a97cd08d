"""The way into the office: sign-in with a limit, the first password of one's own, invitations, language."""

from collections.abc import Callable
from contextlib import nullcontext
from typing import Any, ClassVar, cast
from urllib.parse import urlencode

from django import forms
from django.conf import settings
from django.contrib.auth import login, update_session_auth_hash
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from django_otp.middleware import is_verified
from wagtail.admin.auth import require_admin_access
from wagtail.admin.forms.auth import LoginForm
from wagtail.admin.views.account import AccountView, BaseSettingsPanel

from courses.people import actions, limits, queries
from courses.people.models import Invitation, Staff
from courses.people.office.pages import OfficeForm, RefusableForm
from courses.people.office.sentences import sentence
from courses.refusals import Refusal


class SignInForm(LoginForm):  # type: ignore[misc]
    """Wagtail's sign-in; after ten wrong passwords for a name, or sixty from one place, it waits 15 minutes."""

    error_messages: ClassVar = {
        **LoginForm.error_messages,
        "invalid_login": gettext_lazy("Sign-in name and password do not fit together. Please type both again."),
    }

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        for name, words in {"username": _("Sign-in name"), "password": _("Password")}.items():
            self.fields[name].label = words
            self.fields[name].widget.attrs.pop("placeholder", None)

    def clean(self) -> dict[str, object]:
        name, address = str(self.cleaned_data.get("username", "")).lower(), limits.address_of(self.request)
        tried = [(limits.SIGN_IN_BY_NAME, name), (limits.SIGN_IN_BY_ADDRESS, address)]
        if any(limits.is_over(limit, who=who) for limit, who in tried):
            raise forms.ValidationError(_("Too many tries. Please wait 15 minutes, then try again."), code="wait")
        try:
            cleaned: dict[str, object] = super().clean()
        except forms.ValidationError:
            for limit, who in tried:
                limits.count_try(limit, who=who)
            raise
        limits.forget_tries(limits.SIGN_IN_BY_NAME, who=name)
        return cleaned


def first_things_first(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Whoever has not come in fully sees one page below /office/, the one that is missing; elsewhere she is nobody.

    It stands in front of every page, so that no way of signing in, Wagtail's own included, leads around it.
    """

    def handle(request: HttpRequest) -> HttpResponse:
        if owed := _owed(request):
            page = reverse(owed)
            if not request.path.startswith("/office/"):
                request.user = AnonymousUser()
            elif request.path not in (page, *(reverse(name) for name in OPEN_TO_ALL)):
                return HttpResponseRedirect(page + _way_back(request, after=owed))
        return get_response(request)

    return handle


OPEN_TO_ALL = ["wagtailadmin_logout", "wagtailadmin_javascript_catalog", "wagtailadmin_sprite"]


def _owed(request: HttpRequest) -> str:
    """The name of the page that comes before all others: code, password of her own, second step; "": none."""
    has_session = settings.SESSION_COOKIE_NAME in request.COOKIES  # without one, nothing is asked and no cache is lost
    staff = request.user if has_session else None
    if not isinstance(staff, Staff):
        return ""
    if not is_verified(staff) and queries.second_factor_of(staff):
        return "people_second_factor_code"
    if staff.password_once:
        return "people_own_password"
    is_missing = settings.SECOND_FACTOR_REQUIRED and queries.should_have_second_factor(staff)
    return "people_second_factor" if is_missing else ""


def _way_back(request: HttpRequest, *, after: str) -> str:
    """After the code she comes to the page she asked for; the other two lead home, or on."""
    is_kept = after == "people_second_factor_code" and request.method == "GET"
    return f"?{urlencode({'next': request.get_full_path()})}" if is_kept else ""


def in_her_language(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """All that is answered below /office/ speaks the language she chose; Wagtail forgets it where no page is found."""

    def handle(request: HttpRequest) -> HttpResponse:
        profile = getattr(request.user, "wagtail_userprofile", None) if request.path.startswith("/office/") else None
        with override(profile.get_preferred_language()) if profile else nullcontext():
            return get_response(request)

    return handle


class NewPasswordForm(forms.Form):
    password = forms.CharField(
        label=gettext_lazy("New password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=gettext_lazy("At least 10 characters. Three words that only you put together are good."),
    )
    again = forms.CharField(
        label=gettext_lazy("The same once more"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean(self) -> dict[str, object]:
        cleaned = super().clean() or self.cleaned_data
        if {"password", "again"} <= cleaned.keys() and cleaned["password"] != cleaned["again"]:
            self.add_error("again", _("The two are not the same. Please type both again."))
        return cleaned


class OwnPassword(OfficeForm):
    """The first page after a one-time password."""

    form_class = NewPasswordForm
    page_title = gettext_lazy("Choose your password")
    header_icon = "key"
    intro = gettext_lazy("The one you signed in with was known to others. From now on only you know yours.")

    def is_allowed(self) -> bool:
        return self.staff.password_once

    def act(self, form: forms.Form) -> str:
        actions.change_one_time_password(self.staff, password=form.cleaned_data["password"], now=self.now)
        update_session_auth_hash(self.request, self.staff)
        return _("Your password is saved.")

    def get_success_url(self) -> str:
        return reverse("wagtailadmin_home")


class AcceptForm(NewPasswordForm):
    username = forms.CharField(
        label=gettext_lazy("Sign-in name"),
        max_length=150,
        validators=Staff._meta.get_field("username").validators,
        help_text=gettext_lazy("Short, as you like to type it; letters and digits."),
        widget=forms.TextInput(attrs={"autocomplete": "username"}),
    )
    field_order = ["username", "password", "again"]


class AcceptInvitation(RefusableForm):
    """Public: whoever has the link chooses a name and a password and is signed in."""

    form_class = AcceptForm
    template_name = "courses/people/invitation.html"

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if not limits.count_try(limits.INVITATION_BY_ADDRESS, who=limits.address_of(request)):
            return self.closed(_("Too many tries. Please wait 15 minutes, then try again."), status=429)
        try:
            self.invitation = self.find()
        except Refusal as refusal:
            return self.closed(sentence(refusal), status=404)
        with override(self.invitation.language):
            response = super().dispatch(request, *args, **kwargs)
            return response.render() if hasattr(response, "render") else response

    def find(self) -> Invitation:
        return actions.invitation_of(cast(str, self.kwargs["token"]), now=timezone.now())

    def closed(self, words: str, *, status: int) -> HttpResponse:
        return self.render_to_response({"closed": words}, status=status)

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        return {**super().get_context_data(**kwargs), "invitation": self.invitation}

    def respond(self, form: forms.Form) -> HttpResponse:
        chosen = form.cleaned_data
        staff = actions.accept_invitation(
            cast(str, self.kwargs["token"]),
            username=chosen["username"],
            password=chosen["password"],
            now=timezone.now(),
        )
        login(self.request, staff)
        return HttpResponseRedirect(reverse("wagtailadmin_home"))


class NameForm(forms.ModelForm):  # type: ignore[type-arg]
    """One field, as people are called: many write no family name apart."""

    class Meta:
        model = Staff
        fields = ["first_name"]
        labels = {"first_name": gettext_lazy("Name")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["first_name"].required = True
        self.initial["first_name"] = self.instance.get_full_name()

    def save(self, commit: bool = True) -> Staff:
        self.instance.last_name = ""
        return cast(Staff, super().save(commit=commit))


class NamePanel(BaseSettingsPanel):  # type: ignore[misc]
    name = "name_email"
    title = gettext_lazy("Name")
    order = 200
    form_class = NameForm


class LanguageForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = Staff
        fields = ["language"]
        labels = {"language": gettext_lazy("Language of the office")}

    def save(self, commit: bool = True) -> Staff:
        actions.set_language(self.instance, language=self.cleaned_data["language"])
        return cast(Staff, self.instance)


class LanguagePanel(BaseSettingsPanel):  # type: ignore[misc]
    """On the account page: one choice for our own record and Wagtail's profile."""

    name = "language"
    title = gettext_lazy("Language")
    order = 400
    form_class = LanguageForm


def language_panel(request: HttpRequest, user: Staff, profile: object) -> LanguagePanel:
    """For Wagtail's hook `register_account_settings_panel`."""
    return LanguagePanel(request, user, profile)


class Account(AccountView):  # type: ignore[misc]
    """Wagtail's page of one's own, with one name and without avatar and e-mail notices: no mail is sent."""

    page_title = gettext_lazy("Your account")

    def get_panels(self) -> list[BaseSettingsPanel]:
        kept = [panel for panel in super().get_panels() if panel.name not in {"name_email", "avatar", "notifications"}]
        mine = NamePanel(self.request, self.request.user, None)
        return [mine, *kept]


account = require_admin_access(Account.as_view())
"""The view at /office/account/; the site's own addresses name it before Wagtail's."""
