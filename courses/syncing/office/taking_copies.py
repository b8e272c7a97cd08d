"""A trainer hands in the file that a learner's phone wrote when it could not send."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.core.files import File
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from courses.engine.copies import MOST_BYTES
from courses.people import queries as people
from courses.people.office.learners import shown_name
from courses.people.office.pages import Crumb, FormPage
from courses.syncing import actions
from courses.syncing.office import words


class CopyForm(forms.Form):
    file = forms.FileField(label=gettext_lazy("The file"), allow_empty_file=True)


class TakeCopy(FormPage):
    """Everything in the file goes through the same judgement as what phones send themselves."""

    form_class = CopyForm
    page_title = gettext_lazy("Take in a kept copy")
    header_icon = "upload"
    submit_label = gettext_lazy("Take it in")
    intro = gettext_lazy(
        "A phone that cannot send writes what waits into a file: Me, “What waits, and why”, “Save a file”. "
        "The file’s name begins with “xiangke”. Handing it in twice changes nothing."
    )

    def crumbs(self) -> Sequence[Crumb]:
        return [(_("Phones"), reverse("syncing_phones"))]

    def respond(self, form: forms.Form) -> HttpResponse:
        file = cast(File, form.cleaned_data["file"])  # type: ignore[type-arg] # not subscriptable at run time
        if (file.size or 0) > MOST_BYTES:
            raise actions.CopyTooLarge
        handed = actions.take_copy(file.read(), by=self.staff, now=self.now)
        return self.response_class(
            request=self.request,
            template="courses/syncing/copy_taken.html",
            context=self.get_context_data(form=form) | self._shown(handed),
            using=self.template_engine,
        )

    def _shown(self, handed: actions.Handed) -> dict[str, Any]:
        """What became of the file, in words. Only names are told that this person may see."""
        seen = people.learners_seen_by(self.staff).filter(pk__in=handed.learners)
        return {
            "handed": handed,
            "stored": handed.of("stored"),
            "known": handed.of("known"),
            "parked": handed.of("parked"),
            "gone": handed.of("gone"),
            "kinds": [{"kind": words.kind(kind), "counts": counts} for kind, counts in handed.by_kind.items()],
            "reasons": [{"reason": words.reason(code), "many": many} for code, many in handed.reasons.most_common()],
            "learners": [{"learner": learner, "name": shown_name(learner)} for learner in seen],
        }
