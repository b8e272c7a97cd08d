"""Answering a question: it goes into her inbox, in her language."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from courses.asking.models import Question, TrainersAnswer
from courses.inbox import actions as inbox
from courses.people import audit
from courses.people.models import Learner, Staff
from courses.refusals import Conflict, Invalid

MOST_SIGNS = 1000
AUDIT_WORDS: dict[str, str | Promise] = {"asking.answer": _("Answered a learner's question")}


class NoAnswer(Invalid):
    """Nothing was written."""

    code = "no-answer"


class TooManySigns(Invalid):
    """More than is read on a phone. `details`: how many `signs` there are, and the `most` there may be."""

    code = "too-many-signs"


class AnsweredMeanwhile(Conflict):
    """A colleague answered while this one was being written."""

    code = "answered-meanwhile"


@transaction.atomic
def answer(
    question: Question, *, id: UUID, text: str, by: Staff, now: datetime, seen: int | None = None
) -> TrainersAnswer:
    """Send it to her. `id` is made with the form: the same once more is the same answer.

    `seen`: how many answers stood under the question while this one was written; None: whatever there is. A line
    may end as a form sends it (CR LF), and counts as one sign. Raises NoAnswer, TooManySigns, AnsweredMeanwhile.
    """
    text = text.replace("\r\n", "\n").strip()
    if not text:
        raise NoAnswer
    if len(text) > MOST_SIGNS:
        raise TooManySigns(details={"signs": len(text), "most": MOST_SIGNS})
    learner = Learner.objects.select_for_update().get(pk=question.learner_id)
    if sent := TrainersAnswer.objects.filter(pk=id).first():
        return sent
    if seen is not None and question.answers.count() > seen:
        raise AnsweredMeanwhile
    with translation.override("zh-hans" if learner.language == "zh-hans" else "en"):
        title = gettext("Your trainer answered")
    message = inbox.put_message(
        learner=learner.pk,
        kind="answer",
        language=learner.language,
        title=title,
        text=text,
        link=f"/{learner.language}/-/ask:{question.pk}/",
        now=now,
    )
    audit.note(learner, "asking.answer", by=by, now=now)
    return TrainersAnswer.objects.create(id=id, question=question, by=by, at=now, text=text, message=message)
