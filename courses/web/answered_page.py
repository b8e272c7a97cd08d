"""The lesson as somebody sees it who answers without script: beside each question what she said, and the reason."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from courses.engine import grading
from courses.engine.format import Exercise, Lesson, MatchOptions
from courses.engine.numerals import with_unit
from courses.web.filled_forms import Fields, fields_of, filled
from courses.web.learner_sentences import sentences

TRIES = 2


@dataclass(frozen=True, kw_only=True)
class Given:
    """Her newest answer to a question in this sitting, and the how-manieth it was."""

    response: Any
    attempt: int
    is_right: bool

    @property
    def is_over(self) -> bool:
        """Right, or tried often enough."""
        return self.is_right or self.attempt >= TRIES


def is_right(exercise: Exercise, response: object) -> bool:
    """As the server will grade it."""
    try:
        return grading.grade(exercise=exercise, response=response).is_full
    except grading.UnusableResponse:
        return False


def with_answers(cards: str, *, lesson: Lesson, given: Mapping[str, Given], language: str) -> str:
    """Questions that are over give way to their reason; the others get a hint above their button."""
    for exercise in lesson.exercises:
        if exercise.id in given:
            cards = _answered(cards, exercise, given[exercise.id], language=language)
    return cards


def with_unread(cards: str, *, item: str, fields: Fields, language: str) -> str:
    """Above the button of a question: what was posted, the fields as they were, is not yet an answer."""
    pattern = re.compile(rf'<form method="post" id="{re.escape(item)}"[^>]*data-type="([^"]*)">.*?</form>', re.DOTALL)

    def told_so(found: re.Match[str]) -> str:
        words = sentences(language)["write_number" if found[1] == "numeric" else "not_complete"]
        said = f'<div class="say hint" role="status"><p>{words}</p></div>'
        return filled(found[0], fields).replace('<div class="foot">', f'<div class="foot">{said}', 1)

    return pattern.sub(told_so, cards)


def _answered(cards: str, exercise: Exercise, given: Given, *, language: str) -> str:
    said = _say(exercise, given, language=language)
    pattern = re.compile(rf'<form method="post" id="{re.escape(exercise.id)}".*?</form>', re.DOTALL)
    if not given.is_over:
        fields = fields_of(exercise, given.response)
        return pattern.sub(
            lambda found: filled(found[0], fields).replace('<div class="foot">', f'<div class="foot">{said}', 1), cards
        )
    prompt = re.compile(r"<legend>(.*?)</legend>", re.DOTALL)
    answer = escape(told(exercise, given.response, language=language))
    yours = f"<p>{sentences(language)['your_answer']} <b>{answer}</b></p>"

    def over(found: re.Match[str]) -> str:
        asked = prompt.search(found[0])
        question = f"<p><b>{asked[1]}</b></p>" if asked else ""
        return f'<div id="{escape(exercise.id)}">{question}{yours}{said}</div>'

    return pattern.sub(over, cards)


def _say(exercise: Exercise, given: Given, *, language: str) -> str:
    words = sentences(language)
    first = _why_it_tempts(exercise, given) or (words["right"] if given.is_right else words["not_yet"])
    parts = [f"<b>{escape(first)}</b>"]
    if given.is_over and not given.is_right:
        parts.append(
            f"<p>{escape(words['one_good_answer'].format(told(exercise, _key(exercise), language=language)))}</p>"
        )
    if given.is_over and exercise.why:
        parts.append(f"<p>{escape(exercise.why)}</p>")
    kind = "good" if given.is_right else "hint"
    return f'<div class="say {kind}" role="status"><div>{"".join(parts)}</div></div>'


def _why_it_tempts(exercise: Exercise, given: Given) -> str:
    if exercise.type not in {"choice", "true-false"} or isinstance(exercise.options, MatchOptions):
        return ""
    chosen = _texts(given.response)
    wrong = [option for option in chosen if isinstance(exercise.answer, tuple) and option not in exercise.answer]
    wanted = wrong if isinstance(exercise.answer, tuple) else chosen
    whys = {option.id: option.why for option in exercise.options}
    return " ".join(why for option in wanted if (why := whys.get(option)))


def _key(exercise: Exercise) -> Any:
    answer = exercise.answer
    return answer[0] if exercise.type == "text-entry" and isinstance(answer, tuple) else answer


def _texts(response: Any) -> list[str]:
    if isinstance(response, list | tuple):
        return [str(part) for part in response]
    return [str(response).lower() if isinstance(response, bool) else str(response)]


def told(exercise: Exercise, response: Any, *, language: str) -> str:
    """An answer in words: the options' own texts."""
    if isinstance(exercise.options, MatchOptions):
        left = {option.id: option.text for option in exercise.options.left}
        right = {option.id: option.text for option in exercise.options.right}
        return " · ".join(f"{left.get(a, a)} – {right.get(b, b)}" for a, b in dict(response).items())
    if exercise.type == "numeric":
        return with_unit(response, unit=exercise.unit)
    truth = sentences(language)
    names = {"true": truth["true"], "false": truth["false"]} | {
        option.id: option.text for option in exercise.options if option.text
    }
    join = " → " if exercise.type == "order" else " · "
    return join.join(names.get(text, text) for text in _texts(response))
