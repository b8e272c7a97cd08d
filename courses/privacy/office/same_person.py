"""Two profiles of one person in the office: choose the other one, look at both, join them."""

from collections.abc import Sequence
from typing import Any, cast
from uuid import UUID

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.components import Component

from courses.people import queries as people
from courses.people.models import Learner
from courses.people.office.learners import rows_of, shown_name
from courses.people.office.one_learner import OfOneLearner
from courses.people.office.pages import Crumb, OfficeForm, OfficePage
from courses.privacy import actions, queries

PAGE = 30


class ChooseOther(OfOneLearner, OfficePage):
    """Everybody whom she could be, with a search by name; those with the same name first."""

    template_name = "courses/privacy/choose_other.html"
    page_title = gettext_lazy("The same person?")
    header_icon = "user"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        query = self.request.GET.get("q", "").strip()[:80]
        found = queries.perhaps_same(self.learner, by=self.staff)
        found = found.filter(nickname__icontains=query) if query else found
        page = Paginator(queries.likeliest_first(found, learner=self.learner), PAGE).get_page(
            self.request.GET.get("page")
        )
        return super().get_context_data(**kwargs) | {
            "learner": self.learner,
            "name": shown_name(self.learner),
            "query": query,
            "page": page,
            "rows": [
                {**row, "join": self._join(cast(Learner, row["learner"]))} for row in rows_of(list(page.object_list))
            ],
        }

    def _join(self, other: Learner) -> str:
        """The address for joining both. The one with more in her record stays, until somebody turns it round."""
        less, more = sorted((other, self.learner), key=lambda one: one.record_seq)
        return reverse("privacy_join", args=[less.pk, more.pk])


class Join(OfOneLearner, OfficeForm):
    """Both side by side, and one button: the record of `learner` goes over to `other`."""

    form_class = forms.Form
    template_name = "courses/privacy/join.html"
    header_icon = "user"
    submit_label = gettext_lazy("Yes, one person: join them")

    @cached_property
    def other(self) -> Learner:
        seen = people.learners_seen_by(self.staff).exclude(pk=self.learner.pk)
        return get_object_or_404(seen, pk=cast(UUID, self.kwargs["other"]))

    def get_page_title(self) -> str:
        return _("Are these the same person?")

    def crumbs(self) -> Sequence[Crumb]:
        return [*super().crumbs(), (_("The same person?"), reverse("privacy_same", args=[self.learner.pk]))]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "two": [_spoken(self.learner), _spoken(self.other)],
            "called": people.nickname_of_both(self.other, self.learner),
            "turned": reverse("privacy_join", args=[self.other.pk, self.learner.pk]),
            "back": reverse("people_learner", args=[self.learner.pk]),
        }

    def get_success_url(self) -> str:
        return reverse("people_learner", args=[self.other.pk])

    def act(self, form: forms.Form) -> str:
        actions.merge_learners(self.learner.pk, into=self.other.pk, by=self.staff, now=self.now)
        return _("They are one now. Her phones hear of it when each is next heard from.")


def _spoken(learner: Learner) -> dict[str, Any]:
    return {"name": shown_name(learner), **vars(queries.glimpse(learner))}


class TwoProfiles(Component):  # type: ignore[misc] # wagtail is untyped
    """On her page: the way to say that she is here twice."""

    template_name = "courses/privacy/two_profiles.html"
    order = 800

    def __init__(self, learner: Learner) -> None:
        self.learner = learner

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        return {"learner": self.learner}


def two_profiles(request: HttpRequest, learner: Learner) -> TwoProfiles:
    return TwoProfiles(learner)
