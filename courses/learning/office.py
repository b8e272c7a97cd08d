"""Proof in the office: what a learner handed in, a trainer's "I saw her do it", certificates and taking them back."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets.button import HeaderButton

from courses.catalog import queries as catalog
from courses.learning import actions, queries
from courses.learning.models import Certificate, Signature
from courses.people import queries as people
from courses.people.language import reading_language
from courses.people.office.learners import shown_name
from courses.people.office.one_learner import OfOneLearner
from courses.people.office.pages import Crumb, OfficeAct, OfficeForm, OfficePage, add_button
from courses.people.office.parts import OfficePart


def _titles() -> dict[str, str]:
    """The modules on offer, in the reader's language."""
    language = reading_language()
    return {module.id: module.title for module in catalog.modules_offered(language=language)}


class ProofsPage(OfOneLearner, OfficePage):
    """Module by module: what she handed in, who signed, which certificate stands."""

    template_name = "courses/learning/proofs.html"
    header_icon = "clipboard-list"

    def get_page_title(self) -> str:
        return f"{_('Proof')} · {shown_name(self.learner)}"

    @cached_property
    def may_sign(self) -> bool:
        return queries.may_sign_for(self.staff, learner=self.learner.pk)

    def buttons(self) -> Sequence[HeaderButton]:
        if not self.may_sign:
            return []
        address = reverse("learning_sign", args=[self.learner.pk])
        return [add_button(_("I saw her do it"), url=address, icon="edit")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        titles = _titles()
        place = {module: number for number, module in enumerate(titles)}
        standings = sorted(queries.standings_of(self.learner.pk), key=lambda one: place.get(one.module, len(place)))
        return super().get_context_data(**kwargs) | {
            "learner": self.learner,
            "may_sign": self.may_sign,
            "modules": [(titles.get(one.module, one.module), one) for one in standings],
        }


class SignForm(forms.Form):
    module = forms.ChoiceField(label=gettext_lazy("Module"), choices=lambda: list(_titles().items()))
    seen_date = forms.DateField(
        label=gettext_lazy("On which day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    seen = forms.BooleanField(label=gettext_lazy("I saw her do what this module teaches, by herself."))


class Sign(OfOneLearner, OfficeForm):
    """A trainer's word: the second way to a certificate."""

    form_class = SignForm
    header_icon = "edit"
    submit_label = gettext_lazy("Sign")
    intro = gettext_lazy(
        "Sign only for what you saw with your own eyes. Your name stays in the office; the certificate says "
        "“Verified by trainer”. You can take it back."
    )

    def get_page_title(self) -> str:
        return f"{_('I saw her do it')} · {shown_name(self.learner)}"

    def is_allowed(self) -> bool:
        return queries.may_sign_for(self.staff, learner=self.learner.pk)

    def crumbs(self) -> Sequence[Crumb]:
        return [*super().crumbs(), (_("Proof"), self.get_success_url())]

    def get_success_url(self) -> str:
        return reverse("learning_proofs", args=[self.learner.pk])

    def get_initial(self) -> dict[str, object]:
        return {"seen_date": timezone.localdate(self.now)}

    def act(self, form: forms.Form) -> str:
        chosen = form.cleaned_data
        place = people.current_memberships([self.learner.pk]).get(self.learner.pk)
        actions.sign(
            self.learner,
            module=chosen["module"],
            seen_date=chosen["seen_date"],
            by=self.staff,
            time_zone=place.centre.time_zone if place else timezone.get_current_timezone_name(),
            now=self.now,
        )
        return _("Signed. %(name)s can put her name on the certificate, on her phone.") % {
            "name": shown_name(self.learner)
        }


class TakeBack(OfficeAct):
    """The signature counts no more; a certificate that rests on it is revoked."""

    @cached_property
    def signature(self) -> Signature:
        return get_object_or_404(queries.signatures_seen_by(self.staff), pk=self.kwargs["signature"])

    def is_allowed(self) -> bool:
        return queries.may_sign_for(self.staff, learner=self.signature.learner_id)

    def act(self) -> str:
        actions.take_back(self.signature, by=self.staff, now=self.now)
        return _("Taken back. Whoever looks the certificate up is told so.")

    def back(self) -> str:
        return reverse("learning_proofs", args=[self.signature.learner_id])


class Revoke(OfficeAct):
    """The certificate holds no more."""

    @cached_property
    def certificate(self) -> Certificate:
        return get_object_or_404(queries.certificates_seen_by(self.staff), pk=self.kwargs["certificate"])

    def act(self) -> str:
        actions.revoke_certificate(self.certificate, by=self.staff, now=self.now)
        return _("Revoked. Whoever looks it up is told so.")

    def back(self) -> str:
        return reverse("learning_proofs", args=[self.certificate.learner_id])


part = OfficePart(
    urls=[
        path("people/<uuid:learner>/proofs/", ProofsPage.as_view(), name="learning_proofs"),
        path("people/<uuid:learner>/proofs/sign/", Sign.as_view(), name="learning_sign"),
        path("people/signatures/<int:signature>/take-back/", TakeBack.as_view(), name="learning_take_back"),
        path("people/certificates/<uuid:certificate>/revoke/", Revoke.as_view(), name="learning_revoke"),
    ],
    log_actions=actions.AUDIT_WORDS,
)
