"""On the page of one learner: opening a lock from afar, and bringing her to another phone."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from courses.engine import locks
from courses.people.office.codes import spelled
from courses.people.office.learners import shown_name
from courses.people.office.one_learner import OfOneLearner
from courses.people.office.pages import FormPage, OfficeAct, OfficePage
from courses.people.office.sentences import sentence
from courses.refusals import Refusal
from courses.syncing import actions


class DigitsForm(forms.Form):
    digits = forms.CharField(
        label=gettext_lazy("The six digits on her phone"),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "autofocus": True}),
    )


class OpenLock(OfOneLearner, FormPage):
    """She forgot her digits or pictures: her phone shows six digits, this page says which six open it."""

    form_class = DigitsForm
    template_name = "courses/syncing/open_lock.html"
    page_title = gettext_lazy("Open her lock")
    header_icon = "lock-open"
    submit_label = gettext_lazy("Show what opens it")

    def respond(self, form: forms.Form) -> HttpResponse:
        typed = form.cleaned_data["digits"]
        answers = actions.answers_for(self.learner, typed=typed, by=self.staff, now=self.now)
        asked = _halves(locks.read_digits(typed) or "")
        context = self.get_context_data(form=form, learner=self.learner, asked=asked, answers=[*map(_halves, answers)])
        return self.render_to_response(context)


def _halves(digits: str) -> str:
    return f"{digits[:3]} {digits[3:]}"


class GiveCode(OfOneLearner, OfficePage):
    """Makes a one-time code and shows it, once; so only POST does it."""

    template_name = "courses/syncing/one_time_code.html"
    page_title = gettext_lazy("One-time code")
    header_icon = "key"
    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        try:
            code, until = actions.give_code(self.learner, by=self.staff, now=self.now)
        except Refusal as refusal:
            messages.error(request, sentence(refusal))
            return HttpResponseRedirect(self.get_success_url())
        return self.render_to_response(self.get_context_data(**self._shown(code), until=until))

    def _shown(self, code: str) -> dict[str, Any]:
        return {"learner": self.learner, "name": shown_name(self.learner), "code": spelled(code)}


class PrintPass(OfOneLearner):
    """Makes a pass and leads to its page, which prints it."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        code = actions.print_pass(self.learner, by=self.staff, now=self.now)
        return HttpResponseRedirect(f"/pass/{code}")


class EndPasses(OfOneLearner, OfficeAct):
    """Lost paper: none of her passes opens anything any more."""

    def act(self) -> str:
        ended = actions.end_passes(self.learner, by=self.staff, now=self.now)
        if not ended:
            return _("She had no pass.")
        said = ngettext("%(n)s pass opens nothing any more.", "%(n)s passes open nothing any more.", ended)
        return f"{said % {'n': ended}} {_('Phones that she was brought to keep her.')}"
