"""Groups, their codes and posters, and villages."""

from collections.abc import Mapping, Sequence
from typing import cast
from urllib.parse import urlsplit

from django import forms
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from wagtail.admin.widgets.button import HeaderButton

from courses.documents.qr import qr_svg
from courses.people import actions, queries
from courses.people.actions.places import trainers_for
from courses.people.models import Centre, Group, JoinCode, Language, Staff, Village
from courses.people.office.links import phone_address
from courses.people.office.pages import Crumb, OfficeAct, OfficeForm, OfficePage, StaffView, add_button

OPEN = Q(memberships__until_at__isnull=True, memberships__isnull=False)


class GroupList(OfficePage):
    """All groups of the centres this person sees, the closed ones last."""

    template_name = "courses/people/groups.html"
    page_title = gettext_lazy("Groups")
    header_icon = "tasks"

    def buttons(self) -> Sequence[HeaderButton]:
        return [
            add_button(_("New group"), url=reverse("people_group_new")),
            add_button(_("Villages"), url=reverse("people_villages"), icon="home"),
        ]

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        groups = queries.groups_seen_by(self.staff).annotate(learners=Count("memberships", filter=OPEN, distinct=True))
        ordered = groups.prefetch_related("trainers").order_by("closed_at", "centre__name", "name")
        return {**super().get_context_data(**kwargs), "groups": ordered}


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
    """Makes something with a name in a centre."""

    form_class = NamedInCentreForm

    def get_form_kwargs(self) -> dict[str, object]:
        return {**super().get_form_kwargs(), "staff": self.staff}


class NewGroup(NewInCentre):
    page_title = gettext_lazy("New group")
    header_icon = "tasks"
    intro = gettext_lazy("A class of one centre. Next you get a code and a poster with which people join.")

    def crumbs(self) -> Sequence[Crumb]:
        return [(_("Groups"), reverse("people_groups"))]

    def act(self, form: forms.Form) -> str:
        chosen = form.cleaned_data
        self.group = actions.create_group(centre=chosen["centre"], name=chosen["name"], by=self.staff, now=self.now)
        actions.make_join_code(self.group, by=self.staff, now=self.now)
        return _("The group is there, with a code for everybody.")

    def get_success_url(self) -> str:
        return reverse("people_group", args=[self.group.pk])


class OfOneGroup(StaffView):
    """A view about one group of a centre this person sees."""

    @cached_property
    def group(self) -> Group:
        return get_object_or_404(queries.groups_seen_by(self.staff), pk=self.kwargs["group"])

    def crumbs(self) -> Sequence[Crumb]:
        return [
            (_("Groups"), reverse("people_groups")),
            (self.group.name, reverse("people_group", args=[self.group.pk])),
        ]

    def get_success_url(self) -> str:
        return reverse("people_group", args=[self.group.pk])

    def back(self) -> str:
        return self.get_success_url()


class GroupPage(OfOneGroup, OfficePage):
    """One group: its codes, its trainers, how many learn in it."""

    template_name = "courses/people/group.html"
    header_icon = "tasks"

    def get_page_title(self) -> str:
        return self.group.name

    def crumbs(self) -> Sequence[Crumb]:
        return [(_("Groups"), reverse("people_groups"))]

    def buttons(self) -> Sequence[HeaderButton]:
        return [add_button(_("Change"), url=reverse("people_group_edit", args=[self.group.pk]), icon="edit")]

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        return {
            **super().get_context_data(**kwargs),
            "group": self.group,
            "learners": self.group.memberships.filter(until_at__isnull=True).count(),
            "trainers": self.group.trainers.all(),
            "codes": self.group.join_codes.order_by("withdrawn_at", "-created_at"),
            "now": self.now,
        }


class GroupForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Name"), max_length=120)
    trainers = forms.ModelMultipleChoiceField(
        Staff.objects.none(),
        label=gettext_lazy("Trainers"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: object, group: Group, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type] # handed on as they came
        field = cast(Mapping[str, forms.ModelMultipleChoiceField], self.fields)["trainers"]  # type: ignore[type-arg]
        field.queryset = trainers_for(group.centre)


class EditGroup(OfOneGroup, OfficeForm):
    form_class = GroupForm
    page_title = gettext_lazy("Change")
    header_icon = "edit"

    def get_form_kwargs(self) -> dict[str, object]:
        return {**super().get_form_kwargs(), "group": self.group}

    def get_initial(self) -> dict[str, object]:
        return {"name": self.group.name, "trainers": self.group.trainers.all()}

    def act(self, form: forms.Form) -> str:
        actions.rename_group(self.group, name=form.cleaned_data["name"], by=self.staff, now=self.now)
        actions.set_trainers(self.group, trainers=form.cleaned_data["trainers"], by=self.staff, now=self.now)
        return _("Saved.")


class CloseGroup(OfOneGroup, OfficeAct):
    def act(self) -> str:
        actions.close_group(self.group, by=self.staff, now=self.now)
        return _("The group is closed. Its learners stay in it; its codes seat nobody any more.")


class ReopenGroup(OfOneGroup, OfficeAct):
    def act(self) -> str:
        actions.reopen_group(self.group, by=self.staff, now=self.now)
        return _("The group is open again.")


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


class VillageList(OfficePage):
    template_name = "courses/people/villages.html"
    page_title = gettext_lazy("Villages")
    header_icon = "home"

    def buttons(self) -> Sequence[HeaderButton]:
        return [add_button(_("New village"), url=reverse("people_village_new"))]

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        villages = queries.villages_seen_by(self.staff).annotate(
            learners=Count("memberships", filter=OPEN, distinct=True)
        )
        return {**super().get_context_data(**kwargs), "villages": villages.order_by("centre__name", "name")}


class NewVillage(NewInCentre):
    page_title = gettext_lazy("New village")
    header_icon = "home"

    def crumbs(self) -> Sequence[Crumb]:
        return [(_("Villages"), reverse("people_villages"))]

    def act(self, form: forms.Form) -> str:
        chosen = form.cleaned_data
        actions.create_village(centre=chosen["centre"], name=chosen["name"], by=self.staff, now=self.now)
        return _("Saved.")

    def get_success_url(self) -> str:
        return reverse("people_villages")


class NameForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Name"), max_length=120)


class EditVillage(OfficeForm):
    form_class = NameForm
    page_title = gettext_lazy("Change")
    header_icon = "edit"

    @cached_property
    def village(self) -> Village:
        return get_object_or_404(queries.villages_seen_by(self.staff), pk=self.kwargs["village"])

    def crumbs(self) -> Sequence[Crumb]:
        return [(_("Villages"), reverse("people_villages"))]

    def get_initial(self) -> dict[str, object]:
        return {"name": self.village.name}

    def act(self, form: forms.Form) -> str:
        actions.rename_village(self.village, name=form.cleaned_data["name"], by=self.staff, now=self.now)
        return _("Saved.")

    def get_success_url(self) -> str:
        return reverse("people_villages")
