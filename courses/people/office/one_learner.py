"""One learner in the office: where she belongs, what she said about herself, agreed to, and how she is reached."""

from collections.abc import Mapping, Sequence
from typing import cast
from uuid import UUID

from django import forms
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets.button import HeaderButton

from courses.people import actions, queries
from courses.people.models import Centre, Consent, Contact, Gender, Group, Learner, Staff, Village
from courses.people.office.learners import shown_name
from courses.people.office.pages import Crumb, OfficeAct, OfficeForm, OfficePage, StaffView, add_button
from courses.people.office.parts import LEARNER_PANELS, SELDOM


class OfOneLearner(StaffView):
    """A view about one learner this member of staff may see."""

    @cached_property
    def learner(self) -> Learner:
        found = queries.learners_seen_by(self.staff)
        return get_object_or_404(found, pk=cast(UUID, self.kwargs["learner"]))

    def crumbs(self) -> Sequence[Crumb]:
        return [
            (_("People"), reverse("people_learners")),
            (shown_name(self.learner), reverse("people_learner", args=[self.learner.pk])),
        ]

    def get_success_url(self) -> str:
        return reverse("people_learner", args=[self.learner.pk])

    def back(self) -> str:
        return self.get_success_url()


class LearnerPage(OfOneLearner, OfficePage):
    """What is known about one learner as a person; reports add what she learned."""

    template_name = "courses/people/learner.html"
    header_icon = "user"

    def get_page_title(self) -> str:
        return shown_name(self.learner)

    def crumbs(self) -> Sequence[Crumb]:
        return [(_("People"), reverse("people_learners"))]

    def buttons(self) -> Sequence[HeaderButton]:
        return [add_button(_("Proof"), url=reverse("learning_proofs", args=[self.learner.pk]), icon="clipboard-list")]

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        learner = self.learner
        said = queries.consents_of(learner.pk)
        return {
            **super().get_context_data(**kwargs),
            "learner": learner,
            "place": queries.current_memberships([learner.pk]).get(learner.pk),
            "memberships": learner.memberships.select_related("centre", "group", "village").order_by("-from_at"),
            "since_ever": queries.SINCE_EVER,
            "consents": [
                {"purpose": purpose, "words": words, "line": said.get(purpose)}
                for purpose, words in Consent.Purpose.choices
            ],
            "may_contact": queries.has_consented(learner.pk, purpose=Consent.Purpose.CONTACT),
            "contacts": learner.contacts.order_by("withdrawn_at", "pk"),
            **self.panels(),
        }

    def panels(self) -> dict[str, list[Component]]:
        """What other features show of her, above what people themselves knows, and below it what is seldom needed."""
        made = [panel for make in hooks.get_hooks(LEARNER_PANELS) if (panel := make(self.request, self.learner))]
        return {
            "panels": [panel for panel in made if getattr(panel, "order", 0) < SELDOM],
            "last_panels": [panel for panel in made if getattr(panel, "order", 0) >= SELDOM],
        }


class WithShownName(forms.ModelChoiceField):  # type: ignore[type-arg]
    """Places of several centres, each with its centre's name."""

    def label_from_instance(self, obj: object) -> str:
        place = cast(Group | Village, obj)
        return f"{place.name} · {place.centre.name}"


class MoveForm(forms.Form):
    """Where to: the places the member of staff sees."""

    centre = forms.ModelChoiceField(
        Centre.objects.none(), label=gettext_lazy("Centre"), empty_label=gettext_lazy("choose a centre")
    )
    group = WithShownName(
        Group.objects.none(), label=gettext_lazy("Group"), required=False, empty_label=gettext_lazy("no group")
    )
    village = WithShownName(
        Village.objects.none(), label=gettext_lazy("Village"), required=False, empty_label=gettext_lazy("no village")
    )

    def __init__(self, *args: object, staff: Staff, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type] # handed on as they came
        fields = cast(Mapping[str, forms.ModelChoiceField], self.fields)  # type: ignore[type-arg]
        fields["centre"].queryset = queries.centres_seen_by(staff)
        fields["group"].queryset = queries.groups_seen_by(staff).filter(closed_at__isnull=True)
        fields["village"].queryset = queries.villages_seen_by(staff)


class MoveLearner(OfOneLearner, OfficeForm):
    """To another group, village or centre."""

    form_class = MoveForm
    page_title = gettext_lazy("Move")
    header_icon = "arrow-right"
    submit_label = gettext_lazy("Move")
    intro = gettext_lazy("From now on she counts in the new place. What she did before stays with the old one.")

    def get_form_kwargs(self) -> dict[str, object]:
        return {**super().get_form_kwargs(), "staff": self.staff}

    def get_initial(self) -> dict[str, object]:
        place = queries.current_memberships([self.learner.pk]).get(self.learner.pk)
        if place is None:
            return {}
        return {"centre": place.centre, "group": place.group, "village": place.village}

    def act(self, form: forms.Form) -> str:
        chosen = form.cleaned_data
        place = actions.move_learner(
            self.learner.pk,
            centre=chosen["centre"],
            group=chosen["group"],
            village=chosen["village"],
            by=self.staff,
            now=self.now,
        )
        return _("%(name)s is in %(place)s now.") % {
            "name": shown_name(self.learner),
            "place": place.group or place.centre,
        }


class AboutForm(forms.Form):
    birth_year = forms.IntegerField(label=gettext_lazy("Year of birth"), required=False)
    gender = forms.ChoiceField(
        label=gettext_lazy("Gender"), required=False, choices=[("", gettext_lazy("not said")), *Gender.choices]
    )


class EditAbout(OfOneLearner, OfficeForm):
    """Year of birth and gender, as she told staff."""

    form_class = AboutForm
    page_title = gettext_lazy("About her")
    header_icon = "edit"
    intro = gettext_lazy("Only what the person told you herself. Both may stay empty; the newest word counts.")

    def get_initial(self) -> dict[str, object]:
        return {"birth_year": self.learner.birth_year, "gender": self.learner.gender}

    def act(self, form: forms.Form) -> str:
        if "birth_year" in form.changed_data:
            year = form.cleaned_data["birth_year"]
            actions.set_birth_year(self.learner.pk, year=year, at=self.now, by=self.staff)
        if "gender" in form.changed_data:
            actions.set_gender(self.learner.pk, gender=form.cleaned_data["gender"], at=self.now, by=self.staff)
        return _("Saved.")


class SetConsent(OfOneLearner, OfficeAct):
    """She said yes, or took it back."""

    def act(self) -> str:
        actions.record_consent(
            self.learner.pk,
            purpose=self.request.POST.get("purpose", ""),
            given=self.request.POST.get("given") == "yes",
            at=self.now,
            by=self.staff,
        )
        return _("Noted down with today's date.")


class ContactForm(forms.Form):
    kind = forms.ChoiceField(label=gettext_lazy("How"), choices=Contact.Kind.choices)
    value = forms.CharField(label=gettext_lazy("Number, name or address"), max_length=120)


class AddContact(OfOneLearner, OfficeForm):
    """Phone, WeChat or e-mail."""

    form_class = ContactForm
    page_title = gettext_lazy("Add a contact")
    header_icon = "mail"
    intro = gettext_lazy("Kept on the server only, never on a phone. Two people may share one number.")

    def act(self, form: forms.Form) -> str:
        actions.add_contact(
            self.learner.pk,
            kind=form.cleaned_data["kind"],
            value=form.cleaned_data["value"],
            by=self.staff,
            now=self.now,
        )
        return _("Saved.")


class WithdrawContact(OfficeAct):
    """She is not to be reached there any more."""

    @cached_property
    def contact(self) -> Contact:
        seen = Contact.objects.filter(learner__in=queries.learners_seen_by(self.staff))
        return get_object_or_404(seen, pk=self.kwargs["contact"])

    def back(self) -> str:
        return reverse("people_learner", args=[self.contact.learner_id])

    def act(self) -> str:
        actions.withdraw_contact(self.contact, by=self.staff, now=self.now)
        return _("She will not be reached there any more.")
