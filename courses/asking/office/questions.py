"""The list of questions, a learner's own, and the form under each."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from courses.asking import actions, queries
from courses.asking.models import Attachment, Question
from courses.catalog import queries as catalog
from courses.learning.models import Event
from courses.people import queries as people
from courses.people.language import reading_language
from courses.people.models import Learner, Staff
from courses.people.office.learners import shown_name
from courses.people.office.pages import OfficeAct, OfficePage, led_back
from courses.people.office.sentences import sentence
from courses.people.office.times import ago
from courses.refusals import Refusal

PAGE = 25
MOST_KEPT = 20_000
MOST_ANSWERS_KEPT = 10
MOST_DIGITS = 7
MOST_OF_HERS = 10

SURENESS: dict[int, str | Promise] = {
    Event.Sureness.NEAREST_SYNC: gettext_lazy("about that time: her phone’s clock was corrected"),
    Event.Sureness.AS_SENT: gettext_lazy("by her phone’s clock, which nobody could check"),
}
"""Where the moment is less than certain."""


KEPT = "answer-kept"
"""Where the session keeps answers that were refused, by question: `text` and `why`; until they are sent."""


def spoken_rows(
    questions: Iterable[Question], *, now: datetime, kept: Mapping[str, Mapping[str, str]]
) -> list[dict[str, Any]]:
    """Each question with who asked, where she belongs, which lesson, when, what hangs on it. `kept`: as under KEPT."""
    questions = list(questions)
    places = people.current_memberships({each.learner_id for each in questions})
    attachments = queries.attachments_of([each.pk for each in questions])
    language = reading_language()
    return [
        {
            "question": each,
            "name": shown_name(each.learner),
            "place": places.get(each.learner_id),
            "lesson": _lesson(each, language=language),
            "ago": ago(each.asked_at, now=now),
            "is_today": timezone.localdate(each.asked_at) >= timezone.localdate(now),
            "sureness": SURENESS.get(each.sureness, ""),
            "attachments": [_spoken(one) for one in attachments.get(each.pk, [])],
            "answers": sorted(each.answers.all(), key=lambda answer: answer.at),
            "answer_id": uuid.uuid4(),
            "kept": kept.get(str(each.pk)),
        }
        for each in questions
    ]


def _lesson(question: Question, *, language: str) -> dict[str, str] | None:
    if not question.lesson:
        return None
    offered = {each.id: each.title for each in catalog.lessons_of_module(module=question.module, language=language)}
    title = offered.get(question.lesson)
    address = f"/{language}/{question.module}/{question.lesson}/" if title else ""
    return {"title": title or f"{question.module}/{question.lesson}", "address": address}


def _spoken(row: Attachment) -> dict[str, Any]:
    return {"row": row, "is_photo": row.type.startswith("image/"), "state": row.state}


class QuestionList(OfficePage):
    """What waits for an answer, the oldest first; or, where asked, what was answered."""

    template_name = "courses/asking/questions.html"
    page_title = gettext_lazy("Questions")
    header_icon = "help"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        is_answered = self.request.GET.get("answered") == "yes"
        waiting, answered = queries.open_questions(self.staff), queries.answered_questions(self.staff)
        page = Paginator(answered if is_answered else waiting, PAGE).get_page(self.request.GET.get("page"))
        return super().get_context_data(**kwargs) | {
            "now": self.now,
            "is_answered": is_answered,
            "waiting": waiting.count(),
            "answered": answered.count(),
            "page": page,
            "rows": spoken_rows(page.object_list, now=self.now, kept=self.request.session.get(KEPT, {})),
            "here": self.request.get_full_path(),
        }


class GiveAnswer(OfficeAct):
    """It goes into her inbox. What is refused stays in its form, on her page, with the reason."""

    is_refused = False

    @cached_property
    def question(self) -> Question:
        found: Question = get_object_or_404(queries.questions_seen_by(self.staff), pk=self.kwargs["question"])
        return found

    def act(self) -> str:
        text, seen = self.request.POST.get("text", ""), self.request.POST.get("seen", "")
        actions.answer(
            self.question,
            id=self._id(),
            text=text,
            by=self.staff,
            now=self.now,
            seen=int(seen) if seen.isdecimal() and len(seen) < MOST_DIGITS else None,
        )
        if kept := self._others_kept():
            self.request.session[KEPT] = kept
        else:
            self.request.session.pop(KEPT, None)
        return _("Sent. %(name)s reads it at her phone’s next contact.") % {"name": shown_name(self.question.learner)}

    def refused(self, refusal: Refusal) -> None:
        self.is_refused = True
        kept = {"text": self.request.POST.get("text", "")[:MOST_KEPT], "why": str(sentence(refusal))}
        self.request.session[KEPT] = {**self._others_kept(), str(self.question.pk): kept}

    def _others_kept(self) -> dict[str, dict[str, str]]:
        kept = list(self.request.session.get(KEPT, {}).items())[-MOST_ANSWERS_KEPT:]
        return {question: each for question, each in kept if question != str(self.question.pk)}

    def _id(self) -> uuid.UUID:
        try:
            return uuid.UUID(self.request.POST.get("id", ""))
        except ValueError as error:
            raise actions.NoAnswer from error

    def back(self) -> str:
        if self.is_refused:
            return f"{reverse('people_learner', args=[self.question.learner_id])}#question-{self.question.pk}"
        return led_back(self.request.POST.get("back", ""), otherwise=reverse("asking_questions"))


class HerQuestions(Component):  # type: ignore[misc] # wagtail is untyped
    """On a learner's page: the newest of hers, with a form under each."""

    template_name = "courses/asking/her_questions.html"
    order = 20

    def __init__(self, *, questions: Sequence[Question], here: str, kept: Mapping[str, Mapping[str, str]]) -> None:
        self.questions, self.here, self.kept = questions, here, kept

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        return {
            "rows": spoken_rows(self.questions, now=timezone.now(), kept=self.kept),
            "here": self.here,
            "is_of_one": True,
            "csrf_token": parent_context["csrf_token"],
        }


def her_questions(request: HttpRequest, learner: Learner) -> Component | None:
    assert isinstance(request.user, Staff)  # the office's addresses are for signed-in staff only
    hers = queries.questions_seen_by(request.user).filter(learner=learner).order_by("-asked_at", "-pk")
    newest = list(hers[:MOST_OF_HERS])
    if not newest:
        return None
    kept = request.session.get(KEPT, {})
    older = hers.filter(pk__in=kept).exclude(pk__in=[each.pk for each in newest])
    return HerQuestions(questions=[*newest, *older], here=request.path, kept=kept)


class WaitingPanel(Component):  # type: ignore[misc] # wagtail is untyped
    """On the start page while somebody waits for an answer."""

    template_name = "courses/asking/waiting_panel.html"

    def __init__(self, waiting: int) -> None:
        self.waiting = waiting

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        return {"waiting": self.waiting}


def waiting_panel(request: HttpRequest) -> Component | None:
    assert isinstance(request.user, Staff)  # the office's addresses are for signed-in staff only
    waiting = queries.open_questions(request.user).count()
    return WaitingPanel(waiting) if waiting else None


def menu_item() -> MenuItem:
    return MenuItem(
        gettext_lazy("Questions"), reverse("asking_questions"), name="questions", icon_name="help", order=35
    )
