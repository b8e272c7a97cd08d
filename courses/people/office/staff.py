"""Staff in the office: who works where, invitations, roles, one-time passwords."""

from collections.abc import Mapping, Sequence
from typing import cast

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from wagtail.admin.widgets.button import HeaderButton

from courses.documents.qr import qr_svg
from courses.people import actions, queries
from courses.people.models import Centre, County, Invitation, Language, Role, Staff, StaffRole
from courses.people.office.links import phone_address
from courses.people.office.pages import Crumb, FormPage, OfficeAct, OfficeForm, OfficePage, StaffView, add_button
from courses.people.office.sentences import sentence
from courses.refusals import Refusal


class ForLeaders(StaffView):
    """Only managers and operators open these; each sees those who work where she leads."""

    def is_allowed(self) -> bool:
        return queries.may_lead(self.staff)

    def crumbs(self) -> Sequence[Crumb]:
        return [(_("Staff"), reverse("people_staff"))]


class StaffList(ForLeaders, OfficePage):
    template_name = "courses/people/staff.html"
    page_title = gettext_lazy("Staff")
    header_icon = "user"

    def crumbs(self) -> Sequence[Crumb]:
        return []

    def buttons(self) -> Sequence[HeaderButton]:
        return [add_button(_("Invite"), url=reverse("people_staff_invite"))]

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        colleagues = queries.staff_seen_by(self.staff).prefetch_related("roles__centre", "roles__county")
        return {
            **super().get_context_data(**kwargs),
            "colleagues": colleagues.order_by("first_name", "username"),
            "invitations": queries.invitations_seen_by(self.staff).order_by("expires_at"),
            "now": self.now,
        }


class RoleForm(forms.Form):
    """A role and its place: what the member of staff may give."""

    role = forms.ChoiceField(label=gettext_lazy("Role"))
    centre = forms.ModelChoiceField(Centre.objects.none(), label=gettext_lazy("Centre"), required=False)
    county = forms.ModelChoiceField(County.objects.none(), label=gettext_lazy("or the whole county"), required=False)

    def __init__(self, *args: object, staff: Staff, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type] # handed on as they came
        places = cast(Mapping[str, forms.ModelChoiceField], self.fields)  # type: ignore[type-arg]
        places["centre"].queryset = queries.centres_led_by(staff)
        places["county"].queryset = queries.counties_led_by(staff)
        if not places["county"].queryset.exists():
            del self.fields["county"]
        operator = [] if queries.is_operator(staff) else [Role.OPERATOR]
        role = cast(forms.ChoiceField, self.fields["role"])
        role.choices = [choice for choice in Role.choices if choice[0] not in operator]

    def clean(self) -> dict[str, object]:
        """One place at most: an operator has none, the whole county takes the place of a centre."""
        chosen = super().clean() or self.cleaned_data
        is_operator = chosen.get("role") == Role.OPERATOR
        county = None if is_operator else chosen.get("county")
        return chosen | {"county": county, "centre": None if is_operator or county else chosen.get("centre")}


class InviteForm(RoleForm):
    """Its fields are what `actions.invite_staff` takes."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=120)
    email = forms.EmailField(
        label=gettext_lazy("E-mail"), required=False, help_text=gettext_lazy("May stay empty: nothing is sent to it.")
    )
    language = forms.ChoiceField(label=gettext_lazy("Language"), choices=Language.choices)
    field_order = ["name", "email", "role", "centre", "county", "language"]


class Invite(ForLeaders, FormPage):
    """Makes a link and the text to go with it. The link is shown once: to copy, to scan, or to print."""

    form_class = InviteForm
    page_title = gettext_lazy("Invite")
    header_icon = "plus"
    submit_label = gettext_lazy("Make a link")
    intro = gettext_lazy(
        "You get a link to copy into WeChat, to scan or to print. It is good for 14 days, for one person."
    )

    def get_form_kwargs(self) -> dict[str, object]:
        return {**super().get_form_kwargs(), "staff": self.staff}

    def get_initial(self) -> dict[str, object]:
        centre = queries.centres_led_by(self.staff).first()
        return {"language": self.staff.language, "centre": centre, "role": self.request.GET.get("role")}

    def respond(self, form: forms.Form) -> HttpResponse:
        invitation, token = actions.invite_staff(**form.cleaned_data, by=self.staff, now=self.now)
        link = phone_address(self.request) + reverse("people_invitation", args=[token])
        with override(invitation.language):
            text = _("%(name)s, welcome to Xiangke. Open this link and choose a password: %(link)s") % {
                "name": invitation.name,
                "link": link,
            }
        qr = qr_svg(link, label=_("Link for %(name)s") % {"name": invitation.name})
        context = self.get_context_data(invitation=invitation, text=text, qr=qr)
        return TemplateResponse(self.request, "courses/people/invited.html", context)


class OfOneColleague(ForLeaders):
    """A view about one person whose work this member of staff leads."""

    @cached_property
    def colleague(self) -> Staff:
        return get_object_or_404(queries.staff_seen_by(self.staff), pk=self.kwargs["colleague"])

    def crumbs(self) -> Sequence[Crumb]:
        return [
            (_("Staff"), reverse("people_staff")),
            (str(self.colleague), reverse("people_colleague", args=[self.colleague.pk])),
        ]

    def get_success_url(self) -> str:
        return reverse("people_colleague", args=[self.colleague.pk])


class ColleaguePage(OfOneColleague, OfficePage):
    template_name = "courses/people/colleague.html"
    header_icon = "user"

    def get_page_title(self) -> str:
        return str(self.colleague)

    def crumbs(self) -> Sequence[Crumb]:
        return [(_("Staff"), reverse("people_staff"))]

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        led = queries.roles_led_by(self.staff).filter(staff=self.colleague)
        return {
            **super().get_context_data(**kwargs),
            "colleague": self.colleague,
            "roles": led.select_related("centre", "county").order_by("role"),
            "has_second_factor": queries.second_factor_of(self.colleague) is not None,
            "may_reset": queries.is_operator(self.staff) and self.colleague != self.staff,
        }


class NewRole(OfOneColleague, OfficeForm):
    form_class = RoleForm
    page_title = gettext_lazy("Give a role")
    header_icon = "plus"

    def get_form_kwargs(self) -> dict[str, object]:
        return {**super().get_form_kwargs(), "staff": self.staff}

    def act(self, form: forms.Form) -> str:
        actions.assign_role(self.colleague, **form.cleaned_data, by=self.staff, now=self.now)
        return _("Saved.")


class RemoveRole(ForLeaders, OfficeAct):
    @cached_property
    def role(self) -> StaffRole:
        return get_object_or_404(queries.roles_led_by(self.staff), pk=self.kwargs["role"])

    def back(self) -> str:
        return reverse("people_staff")

    def act(self) -> str:
        person = self.role.staff
        actions.remove_role(self.role, by=self.staff, now=self.now)
        return _("%(name)s has this role no more.") % {"name": person}


class NewPassword(OfOneColleague, OfficePage):
    """Makes a one-time password and shows it, once; so only POST does it."""

    template_name = "courses/people/new_password.html"
    page_title = gettext_lazy("One-time password")
    header_icon = "key"
    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        try:
            password = actions.new_one_time_password(self.colleague, by=self.staff, now=self.now)
        except Refusal as refusal:
            messages.error(request, sentence(refusal))
            return HttpResponseRedirect(self.get_success_url())
        return self.render_to_response(self.get_context_data(colleague=self.colleague, password=password))


class WithdrawInvitation(ForLeaders, OfficeAct):
    @cached_property
    def invitation(self) -> Invitation:
        return get_object_or_404(queries.invitations_seen_by(self.staff), pk=self.kwargs["invitation"])

    def back(self) -> str:
        return reverse("people_staff")

    def act(self) -> str:
        actions.withdraw_invitation(self.invitation, by=self.staff, now=self.now)
        return _("The link opens nothing any more.")
