"""Advice: what a colleague would say about a lesson before it goes out. It keeps nothing back.

The measures are the library's own rules (content/README.md) with room to breathe, so that only what a learner would
feel is said.
"""

import re
from collections.abc import Iterator

from courses.engine.format.checks import Remark
from courses.engine.format.sayings import Complaint
from courses.engine.format.types import Card, Exercise, Lesson

MOST_WORDS = {"en": 25, "zh-hans": 40}
MOST_SENTENCES = 4
MOST_MINUTES = 8
LONGER_THAN_OTHERS = 1.6
SHOWN = {"en": 30, "zh-hans": 12}

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_SENTENCE_END = {"en": re.compile(r"(?<=[.!?:;])[”’\"]?\s+"), "zh-hans": re.compile(r"(?<=[。！？；：])[”’]?")}
_HAN = re.compile(r"[\u3400-\u9fff]")
_WORD = re.compile(r"\w[\w’'.,%-]*")


def lesson_advice(lesson: Lesson, *, language: str) -> list[Remark]:
    """What would make the lesson better, in the order of its cards."""
    found = [
        Remark(complaint=complaint, lesson=lesson.id, language=language) for complaint in _of_the_whole_lesson(lesson)
    ]
    for number, card in enumerate(lesson.cards, start=1):
        item = card.exercise.id if card.exercise else ""
        found += [
            Remark(complaint=complaint, lesson=lesson.id, language=language, card=number, item=item)
            for complaint in (*_of_the_text(card, language=language), *_of_the_exercise(card.exercise))
        ]
    return found


def _of_the_whole_lesson(lesson: Lesson) -> Iterator[Complaint]:
    if not lesson.cards:
        return
    if lesson.minutes > MOST_MINUTES:
        yield Complaint("long-lesson", {"minutes": lesson.minutes, "most": MOST_MINUTES})
    if not any(card.picture for card in lesson.cards):
        yield Complaint("no-picture")
    if not lesson.exercises:
        yield Complaint("no-exercise")


def _of_the_text(card: Card, *, language: str) -> Iterator[Complaint]:
    said = sentences(card.text, language=language)
    if len(said) > MOST_SENTENCES:
        yield Complaint("much-text", {"count": len(said), "most": MOST_SENTENCES})
    prompt = sentences(card.exercise.prompt, language=language) if card.exercise else []
    for sentence in [*said, *prompt]:
        count = length(sentence, language=language)
        if count > MOST_WORDS[language]:
            begin = sentence[: SHOWN[language]].strip()
            yield Complaint("long-sentence", {"count": count, "begin": begin, "most": MOST_WORDS[language]})


def sentences(text: str, *, language: str) -> list[str]:
    """The sentences of a card or a prompt, without marks and links; what stands after a colon counts by itself."""
    plain = _LINK.sub(r"\1", text).replace("*", "")
    lines = [line.strip("-0123456789. ") for line in plain.split("\n")]
    return [
        part.strip()
        for line in lines
        for part in _SENTENCE_END[language].split(line)
        if length(part, language=language)
    ]


def length(sentence: str, *, language: str) -> int:
    """Words of English; in Chinese its characters, a foreign word or a number counting as one."""
    if language == "en":
        return len(_WORD.findall(sentence))
    return len(_HAN.findall(sentence)) + len(_WORD.findall(_HAN.sub(" ", sentence)))


def _of_the_exercise(exercise: Exercise | None) -> Iterator[Complaint]:
    if exercise is None:
        return
    options = exercise.options if isinstance(exercise.options, tuple) else ()
    if not exercise.why and not any(option.why for option in options):
        yield Complaint("no-reason")
        return
    if exercise.type == "choice":
        silent = [option.id for option in options if not option.why]
        yield from (Complaint("option-without-reason", {"option": option}) for option in silent)
        if isinstance(exercise.answer, str) and _stands_out(exercise):
            yield Complaint("right-one-longest")


def _stands_out(exercise: Exercise) -> bool:
    options = exercise.options if isinstance(exercise.options, tuple) else ()
    right = max((len(option.text) for option in options if option.id == exercise.answer), default=0)
    longest_other = max((len(option.text) for option in options if option.id != exercise.answer), default=0)
    return right > 12 and right > LONGER_THAN_OTHERS * longest_other
