"""Groups: classes of a centre."""

from collections.abc import Mapping, Sequence
from typing import cast

from django import forms
from django.db.models import Count
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets.button import HeaderButton

from courses.people import actions, queries
from courses.people.actions.places import trainers_for
from courses.people.models import Group, Staff
from courses.people.office.naming import NewInCentre
from courses.people.office.pages import Crumb, OfficeAct, OfficeForm, OfficePage, StaffView, add_button


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
        groups = queries.groups_seen_by(self.staff).annotate(
            learners=Count("memberships", filter=queries.OPEN_MEMBERSHIPS, distinct=True)
        )
        ordered = groups.prefetch_related("trainers").order_by("closed_at", "centre__name", "name")
        return {**super().get_context_data(**kwargs), "groups": ordered}


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
        overview = f"{reverse('wagtailadmin_home')}?whom=group-{self.group.pk}"
        return [
            add_button(_("Overview"), url=overview, icon="view"),
            add_button(_("Change"), url=reverse("people_group_edit", args=[self.group.pk]), icon="edit"),
        ]

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
        actions.rename(self.group, name=form.cleaned_data["name"], by=self.staff, now=self.now)
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
