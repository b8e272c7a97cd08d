"""Somebody learned under another's name on the same phone: staff say who it was."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any, cast

from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from courses.catalog import queries as catalog
from courses.people.language import reading_language
from courses.people.models import Learner
from courses.people.office.learners import shown_name
from courses.people.office.pages import Crumb, OfficeForm
from courses.privacy import actions, queries
from courses.syncing.office.phones import OfOnePhone


class ByName(forms.ModelChoiceField):  # type: ignore[type-arg] # not subscriptable at run time
    def label_from_instance(self, obj: object) -> str:
        return shown_name(cast(Learner, obj))


class WhoForm(forms.Form):
    """What was done, and who did it."""

    done = forms.ChoiceField(label=gettext_lazy("What was done"), widget=forms.RadioSelect)
    to = ByName(Learner.objects.none(), label=gettext_lazy("Who really did it"), empty_label=gettext_lazy("Choose"))

    def __init__(self, *args: Any, done: Sequence[tuple[str, str]], to: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["done"]).choices = done
        cast(ByName, self.fields["to"]).queryset = to


class WrongName(OfOnePhone, OfficeForm):
    """A day or a sitting goes over to who did it. It may be moved back the same way."""

    form_class = WhoForm
    page_title = gettext_lazy("Under the wrong name")
    header_icon = "user"
    submit_label = gettext_lazy("Move it")
    intro = gettext_lazy(
        "Somebody forgot to say who learns: choose what was done and who it was. Progress of both is counted anew. "
        "Assessments and what people said of themselves stay where they are."
    )

    def crumbs(self) -> Sequence[Crumb]:
        return [(_("Phones"), reverse("syncing_phones")), (str(_("This phone")), self.address())]

    @cached_property
    def all_done(self) -> Sequence[queries.Done]:
        return queries.done_on(self.phone.device.pk, by=self.staff, zone=timezone.get_current_timezone())

    def get_form_kwargs(self) -> dict[str, Any]:
        learners = Learner.objects.filter(pk__in=[each.pk for each in self.phone.learners])
        done = [(each.key, _spoken(each)) for each in self.all_done]
        return {**super().get_form_kwargs(), "done": done, "to": learners.order_by("admissions__at", "pk").distinct()}

    def get_success_url(self) -> str:
        return self.address()

    def act(self, form: forms.Form) -> str:
        chosen = next(each for each in self.all_done if each.key == form.cleaned_data["done"])
        to = cast(Learner, form.cleaned_data["to"])
        moved = actions.reassign(chosen.events, device=self.phone.device.pk, to=to.pk, by=self.staff, now=self.now)
        if not moved:
            return _("It stands under this name already.")
        said = ngettext("%(n)s record counts for %(name)s now.", "%(n)s records count for %(name)s now.", moved)
        return said % {"n": moved, "name": shown_name(to)}


def _spoken(done: queries.Done) -> str:
    """A day with its name, or a sitting with its time and lesson."""
    many = ngettext("%(n)s record", "%(n)s records", len(done.events)) % {"n": len(done.events)}
    name = shown_name(done.learner)
    day = date_format(done.day_date, _("j M Y"))
    if done.place is None:
        return _("All of %(day)s as %(name)s · %(many)s") % {"day": day, "name": name, "many": many}
    language = reading_language()
    module, lesson = done.place
    title = catalog.lesson_title(module=module, lesson=lesson, language=language) or lesson
    time = timezone.localtime(done.first_at).strftime("%H:%M")
    return f"{day} {time} · {title} · {name} · {many}"
