"""Blocking checks: what keeps a module from becoming a release, whoever wrote it and wherever.

A problem says where it is and what to do, in both languages, for the office and for the command alike.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from courses.engine.format.items import answer_misfit
from courses.engine.format.lessons import line_that_breaks
from courses.engine.format.types import Card, Exercise, Lesson, MatchOptions

MOST_BYTES_PER_LESSON = 3 * 1024
MOST_BYTES_PICTURE = 40 * 1024


@dataclass(frozen=True, kw_only=True)
class Problem:
    """`where` names the lesson and card or item; `en` and `zh` say what is wrong and how to mend it."""

    where: str
    en: str
    zh: str


def lesson_problems(lesson: Lesson, *, language: str) -> list[Problem]:
    """What a lesson lacks, in the order of its cards."""
    where = f"{lesson.id} ({language})"
    found: list[Problem] = []
    if not lesson.cards:
        found.append(
            Problem(where=where, en="The lesson has no cards yet. Add one.", zh="这一课还没有卡片，请加一张。")
        )
    if not lesson.can:
        found.append(Problem(where=where, en="Say what one can do afterwards.", zh="请写上学完能做什么。"))
    found += _repeated(lesson, where=where)
    for number, card in enumerate(lesson.cards, start=1):
        found += _card_problems(card, where=f"{where}, {number}")
    return found


def language_problems(lessons: Mapping[str, Lesson]) -> list[Problem]:
    """Where the same lesson in several languages differs in an exercise's key, type, edition or options."""
    if len(lessons) < 2:
        return []
    (first, ours), *others = sorted(lessons.items())
    found: list[Problem] = []
    for language, theirs in others:
        here, there = _signatures(ours), _signatures(theirs)
        for key in sorted(set(here) | set(there)):
            if here.get(key) != there.get(key):
                found.append(_difference(lesson=ours, key=key, first=first, second=language, here=here, there=there))
    return found


def unlike_lists(modules: Mapping[str, Sequence[str]]) -> list[Problem]:
    """Where a module's lessons in several languages are not the same, not in the same order, or stand there twice."""
    lists = sorted(modules.items())
    for language, lessons in lists:
        if twice := next((name for name in lessons if list(lessons).count(name) > 1), None):
            en, zh = f"Two lessons have the id “{twice}”. Give one another.", f"有两课的编号都是“{twice}”，请改一个。"
            return [Problem(where=f"{twice} ({language})", en=en, zh=zh)]
    if all(list(lessons) == list(lists[0][1]) for _, lessons in lists):
        return []
    told = "; ".join(f"{language}: {', '.join(lessons)}" for language, lessons in lists)
    return [
        Problem(
            where=told,
            en="The languages do not have the same lessons in the same order. Publish or move the one that differs.",
            zh="两种语言的课不一样，或者顺序不同。请把不同的那一课发布或移好。",
        )
    ]


def _repeated(lesson: Lesson, *, where: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for card in lesson.cards:
        item = card.exercise or card.tool
        if item and item.id in seen:
            yield Problem(
                where=f"{where}, {item.id}",
                en=f"Two exercises have the key “{item.id}”. Empty the key of the newer one.",
                zh=f"有两道题用了同一个编号“{item.id}”。请把新的那个编号清空。",
            )
        if item:
            seen.add(item.id)


def _card_problems(card: Card, *, where: str) -> Iterator[Problem]:
    if not card.heading:
        yield Problem(where=where, en="The card has no heading.", zh="这张卡片没有标题。")
    if card.picture and not card.picture.alt:
        yield Problem(where=where, en="Say what the picture shows.", zh="请写上图里画的是什么。")
    if line := line_that_breaks(card.text):
        yield Problem(
            where=where,
            en=f"A line of the text cannot begin like this: “{line[:40]}”. Begin it with a word.",
            zh=f"文字里这一行的开头不行：“{line[:40]}”。请用字开头。",
        )
    if card.exercise:
        yield from _exercise_problems(card.exercise, where=f"{where}, {card.exercise.id}")


def _exercise_problems(exercise: Exercise, *, where: str) -> Iterator[Problem]:
    if not exercise.prompt:
        yield Problem(where=where, en="The question is empty.", zh="题目还空着。")
    if exercise.type == "text-entry" and not exercise.answer:
        yield Problem(where=where, en="No answer is accepted yet. Add one.", zh="还没有写能算对的答案。")
    if misfit := answer_misfit(exercise):
        yield Problem(where=where, en=f"{misfit.problem} {misfit.mend}", zh="选项和答案对不上，请再看一下哪个是对的。")


Signature = tuple[object, ...]


def _signatures(lesson: Lesson) -> dict[str, Signature]:
    found: dict[str, Signature] = {}
    for card in lesson.cards:
        if card.exercise:
            exercise = card.exercise
            found[exercise.id] = (exercise.type, exercise.edition, *_option_ids(exercise))
        elif card.tool:
            found[card.tool.id] = ("tool", card.tool.name)
    return found


def _option_ids(exercise: Exercise) -> tuple[frozenset[str], ...]:
    if exercise.type == "true-false":
        return ()
    if isinstance(exercise.options, MatchOptions):
        columns = (exercise.options.left, exercise.options.right)
        return tuple(frozenset(option.id for option in column) for column in columns)
    return (frozenset(option.id for option in exercise.options),)


def _difference(
    *,
    lesson: Lesson,
    key: str,
    first: str,
    second: str,
    here: Mapping[str, Signature],
    there: Mapping[str, Signature],
) -> Problem:
    where = f"{lesson.id}, {key}"
    if key in here and key in there:
        return Problem(
            where=where,
            en=f"The exercise differs between {first} and {second}: type, edition or options. Make them alike.",
            zh=f"{first} 和 {second} 里这道题的类型、版次或选项不一样，请改成一样。",
        )
    missing = second if key in here else first
    return Problem(
        where=where,
        en=f"“{key}” is missing in {missing}. Publish that language with it.",
        zh=f"{missing} 里没有“{key}”，请在那边加上并发布。",
    )
