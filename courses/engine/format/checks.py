"""Blocking checks: what keeps a module from becoming a release, whoever wrote it and wherever."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from courses.engine.format.items import answer_misfit, option_ids
from courses.engine.format.lessons import line_that_breaks
from courses.engine.format.sayings import LANGUAGE_NAMES, Complaint, Value
from courses.engine.format.types import Card, Exercise, Lesson, MatchOptions, Option

MOST_BYTES_PER_LESSON = 3 * 1024
MOST_BYTES_PICTURE = 40 * 1024


@dataclass(frozen=True, kw_only=True)
class Remark:
    """Something said about a lesson: what keeps it back, or advice.

    `language` is empty where it is about all of them, `card` counts from 1 and is 0 where it is about the whole
    lesson, `item` names an exercise or tool, `lesson` is empty where it is about the whole module.
    """

    complaint: Complaint
    lesson: str = ""
    language: str = ""
    card: int = 0
    item: str = ""


def lesson_problems(lesson: Lesson, *, language: str) -> list[Remark]:
    """What a lesson lacks, in the order of its cards."""
    codes = [code for code, lacks in (("lesson-without-cards", not lesson.cards), ("no-can", not lesson.can)) if lacks]
    found = [Remark(complaint=Complaint(code), lesson=lesson.id, language=language) for code in codes]
    found += _repeated(lesson, language=language)
    for number, card in enumerate(lesson.cards, start=1):
        item = card.exercise.id if card.exercise else ""
        found += [
            Remark(complaint=complaint, lesson=lesson.id, language=language, card=number, item=item)
            for complaint in _card_problems(card)
        ]
    return found


def language_problems(lessons: Mapping[str, Lesson]) -> list[Remark]:
    """Where the same lesson in several languages differs in its country or in what an exercise is made of."""
    if len(lessons) < 2:
        return []
    (first, ours), *others = sorted(lessons.items())
    found: list[Remark] = []
    for second, theirs in others:
        if ours.country != theirs.country:
            values: dict[str, Value] = {"first": LANGUAGE_NAMES[first], "second": LANGUAGE_NAMES[second]}
            found.append(Remark(complaint=Complaint("country-differs", values), lesson=ours.id))
        here, there = _signatures(ours), _signatures(theirs)
        for key in sorted(set(here) | set(there)):
            if key not in here or key not in there:
                missing = second if key in here else first
                values = {"item": key, "language": LANGUAGE_NAMES[missing]}
                found.append(
                    Remark(complaint=Complaint("item-missing", values), lesson=ours.id, language=missing, item=key)
                )
            elif here[key] != there[key]:
                values = {"first": LANGUAGE_NAMES[first], "second": LANGUAGE_NAMES[second]}
                found.append(Remark(complaint=Complaint("item-differs", values), lesson=ours.id, item=key))
    return found


def unlike_lists(modules: Mapping[str, Sequence[str]]) -> list[Remark]:
    """Where a module's lessons in several languages are not the same, not in the same order, or stand there twice."""
    lists = sorted(modules.items())
    for language, lessons in lists:
        if twice := next((name for name in lessons if list(lessons).count(name) > 1), None):
            complaint = Complaint("lesson-twice", {"lesson": twice})
            return [Remark(complaint=complaint, lesson=twice, language=language)]
    if all(list(lessons) == list(lists[0][1]) for _, lessons in lists):
        return []
    told = "; ".join(f"{language}: {', '.join(lessons)}" for language, lessons in lists)
    return [Remark(complaint=Complaint("other-lessons", {"lists": told}))]


def _repeated(lesson: Lesson, *, language: str) -> Iterator[Remark]:
    seen: set[str] = set()
    for number, card in enumerate(lesson.cards, start=1):
        item = card.exercise or card.tool
        if item and item.id in seen:
            complaint = Complaint("key-used-twice", {"item": item.id})
            yield Remark(complaint=complaint, lesson=lesson.id, language=language, card=number, item=item.id)
        if item:
            seen.add(item.id)


def _card_problems(card: Card) -> Iterator[Complaint]:
    if not card.heading:
        yield Complaint("no-heading")
    if card.picture and not card.picture.alt:
        yield Complaint("picture-untold")
    if line := line_that_breaks(card.text):
        yield Complaint("line-breaks", {"line": line[:40]})
    if card.exercise:
        yield from _exercise_problems(card.exercise)
    if card.tool and not (card.tool.name and card.tool.goal):
        yield Complaint("tool-unfinished")


def _exercise_problems(exercise: Exercise) -> Iterator[Complaint]:
    if not exercise.prompt:
        yield Complaint("no-prompt")
    options = exercise.options
    columns = (options.left, options.right) if isinstance(options, MatchOptions) else (options,)
    if exercise.type != "true-false" and not all(option.text for column in columns for option in column):
        yield Complaint("option-empty")
    if exercise.type != "true-false" and (text := _said_twice(columns)):
        yield Complaint("options-alike", {"text": text})
    if exercise.type == "text-entry" and not exercise.answer:
        yield Complaint("no-accepted-text")
    if misfit := answer_misfit(exercise):
        yield misfit.complaint


def _said_twice(columns: Sequence[Sequence[Option]]) -> str:
    """A text that two options of one column have in common, or nothing."""
    for column in columns:
        texts = [option.text.strip().lower() for option in column if option.text]
        if twice := next((option.text for option in column if texts.count(option.text.strip().lower()) > 1), ""):
            return twice
    return ""


Signature = tuple[object, ...]


def _signatures(lesson: Lesson) -> dict[str, Signature]:
    found: dict[str, Signature] = {}
    for card in lesson.cards:
        if card.exercise:
            exercise = card.exercise
            # the whys of true-false are optional, so its options may differ
            columns = [] if exercise.type == "true-false" else option_ids(exercise)
            found[exercise.id] = (exercise.type, exercise.edition, *(frozenset(column) for column in columns))
        elif card.tool:
            found[card.tool.id] = ("tool", card.tool.name)
    return found
