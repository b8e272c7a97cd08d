"""The library keeps its own rules: those of content/README.md, and what can be checked of a question."""

import io
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from django.core.management import call_command

from courses.authoring.importers.folder import CourseFiles, LessonFiles, ModuleFiles, read_library
from courses.engine.format import Exercise, Lesson, MatchOptions
from courses.engine.format.advice import length, sentences
from courses.engine.format.countries import is_named
from courses.engine.format.lessons import write_lesson
from courses.engine.format.types import LANGUAGES
from courses.engine.grading import UnusableResponse, grade
from tests.small_library import CONTENT

MOST_CARDS = 12
MOST_SENTENCES = 2
MOST_LENGTH = {"en": 16, "zh-hans": 24}
EXERCISES = 5
LEAST_IN_A_POOL = 15
LARGEST_PICTURE = 4 * 1024
LARGEST_MODULE = 250 * 1024
FULL_STOP = re.compile(r"[.!?][”’]?(?=\s+[A-Z0-9“¥]|$)|[。！？](?![”’])|[。！？][”’]$")
NEVER = {
    "en": ("obviously", "as you know", "easy money", "get rich", "e.g.", "i.e.", "stupid", "illiterate"),
    "zh-hans": ("您", "众所周知", "显而易见", "发财", "文盲", "愚蠢"),
}
"""Words that talk down, promise an income, or that no voice reads well."""


def course() -> CourseFiles:
    (only,) = read_library(CONTENT)
    return only


COURSE = course()
MODULES = {module.id: module for module in COURSE.modules}
LESSONS = {lesson.id: lesson for module in COURSE.modules for lesson in module.lessons}
TEXTS = [(lesson.id, language) for lesson in LESSONS.values() for language in lesson.texts]


def text_of(lesson: str, language: str) -> Lesson:
    return LESSONS[lesson].texts[language]


def exercises() -> Iterator[tuple[str, Exercise]]:
    """Every question of every lesson and pool, with a name that finds it."""
    for lesson, language in TEXTS:
        for exercise in text_of(lesson, language).exercises:
            yield f"{lesson} {language} {exercise.id}", exercise
    for module in MODULES.values():
        for language, pool in module.pools.items():
            for item in pool.items:
                yield f"{module.id} {language} {item.exercise.id}", item.exercise


def test_the_checker_has_nothing_to_say_and_nothing_to_advise() -> None:
    said = io.StringIO()
    call_command("check_content", CONTENT, language="en", stdout=said)
    assert said.getvalue() == f"{len(TEXTS)} lesson files are right.\n"


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_every_note_on_how_something_is_said_is_about_something_written(language: str) -> None:
    texts = [write_lesson(text_of(lesson, language)) for lesson in LESSONS]
    written = "\n".join([*texts, *_told_in(COURSE.outline["glossary"], language), *_told_in(COURSE.facts, language)])
    assert [
        note["written"]
        for note in COURSE.outline["say"]
        if note["language"] == language and note["written"] not in written
    ] == []


def _told_in(entries: list[Any], language: str) -> list[str]:
    return [text[language] or "" for entry in entries for text in entry.values() if isinstance(text, dict)]


def test_the_modules_of_the_survey_are_written_whole_in_both_languages() -> None:
    written = {module: [lesson.id for lesson in MODULES[module].lessons] for module in MODULES}
    assert written == {
        "pc": [f"pc{number}" for number in range(1, 9)],
        "ec": [f"ec{number}" for number in range(1, 9)],
        "in": [f"in{number}" for number in range(1, 8)],
        "ra": [f"ra{number}" for number in range(1, 8)],
        "py": [f"py{number}" for number in range(1, 4)],
    }
    assert all(set(lesson.texts) == {"en", "zh-hans"} for lesson in LESSONS.values())


@pytest.mark.parametrize(("lesson", "language"), TEXTS)
def test_a_lesson_is_short_begins_with_a_story_and_asks_five_times(lesson: str, language: str) -> None:
    text = text_of(lesson, language)
    assert len(text.cards) <= MOST_CARDS
    assert [exercise.id for exercise in sorted(text.exercises, key=lambda one: one.id)] == [
        f"q{number}" for number in range(1, EXERCISES + 1)
    ]
    assert text.cards[0].picture and text.cards[0].text, "it begins with a story"
    assert not text.cards[-1].exercise and not text.cards[-1].tool, "it ends with what to do today"
    assert all(card.picture for card in text.cards if not (card.exercise or card.tool)), "its meaning has a picture"


@pytest.mark.parametrize(("lesson", "language"), TEXTS)
def test_no_card_says_more_than_two_short_sentences(lesson: str, language: str) -> None:
    long = []
    for card in text_of(lesson, language).cards:
        for text in (card.text, card.exercise.prompt if card.exercise else ""):
            lengths = [length(part, language=language) for part in sentences(text, language=language)]
            if len(FULL_STOP.findall(text)) > MOST_SENTENCES or max(lengths, default=0) > MOST_LENGTH[language]:
                long.append((text, lengths))
    assert long == []


@pytest.mark.parametrize(("lesson", "language"), TEXTS)
def test_every_option_has_its_reason(lesson: str, language: str) -> None:
    for exercise in text_of(lesson, language).exercises:
        assert exercise.why, exercise.id
        if exercise.type in ("choice", "true-false"):
            assert isinstance(exercise.options, tuple)
            assert exercise.options and all(option.why for option in exercise.options), exercise.id


@pytest.mark.parametrize(("lesson", "language"), TEXTS)
def test_nobody_is_talked_down_to_or_promised_an_income(lesson: str, language: str) -> None:
    text = text_of(lesson, language)
    whole = " ".join([text.title, text.can, *(f"{card.heading} {card.text}" for card in text.cards)]).lower()
    assert [word for word in NEVER[language] if word in whole] == []


@pytest.mark.parametrize("lesson", LESSONS)
def test_what_holds_in_one_country_says_so_on_the_same_cards_of_both_languages(lesson: str) -> None:
    english, chinese = (countries_named(text_of(lesson, language), language=language) for language in LANGUAGES)
    assert english == chinese


def test_what_holds_in_one_country_says_so_in_the_same_questions_of_both_pools() -> None:
    for module in MODULES.values():
        english, chinese = (
            {item.exercise.id for item in module.pools[language].items if names_china(item.exercise, language=language)}
            for language in LANGUAGES
        )
        assert english == chinese, module.id


def countries_named(lesson: Lesson, *, language: str) -> list[int]:
    """The cards that name China, counted from 1."""
    return [
        number
        for number, card in enumerate(lesson.cards, start=1)
        if is_named("cn", text=f"{card.heading} {card.text}", language=language)
        or (card.exercise and names_china(card.exercise, language=language))
    ]


def names_china(exercise: Exercise, *, language: str) -> bool:
    return is_named("cn", text=f"{exercise.prompt} {exercise.why or ''}", language=language)


@pytest.mark.parametrize("lesson", LESSONS.values(), ids=lambda lesson: lesson.id)
def test_pictures_are_small(lesson: LessonFiles) -> None:
    assert {path: len(one.content) for path, one in lesson.media.items() if len(one.content) > LARGEST_PICTURE} == {}


@pytest.mark.parametrize("module", MODULES.values(), ids=lambda module: module.id)
def test_a_module_with_its_pictures_is_light_and_has_a_pool(module: ModuleFiles) -> None:
    pictures = {one.sha256: len(one.content) for lesson in module.lessons for one in lesson.media.values()}
    for language, pool in module.pools.items():
        words = sum(len(str(lesson.texts[language]).encode()) for lesson in module.lessons)
        assert sum(pictures.values()) + words <= LARGEST_MODULE + words // 2, "text is sent at less than half its size"
        assert len(pool.items) >= LEAST_IN_A_POOL
        assert {item.lesson for item in pool.items} == {lesson.id for lesson in module.lessons}
    assert set(module.pools) == {"en", "zh-hans"}


def test_every_right_answer_is_right_and_every_other_option_is_wrong() -> None:
    for name, exercise in exercises():
        answer = exercise.answer
        accepted = answer if exercise.type == "text-entry" and isinstance(answer, tuple) else [answer]
        assert all(grade(exercise=exercise, response=one).is_full for one in accepted), name
        for other in others(exercise):
            with suppress(UnusableResponse):  # what no phone sends is no right answer either
                assert not grade(exercise=exercise, response=other).is_full, f"{name}: {other}"


def others(exercise: Exercise) -> Iterator[object]:
    """Answers that are not the right one: every other option, the order turned round, nothing."""
    answer = exercise.answer
    if exercise.type == "true-false":
        yield not answer
    elif exercise.type == "choice":
        assert isinstance(exercise.options, tuple)
        ids = [option.id for option in exercise.options]
        right = answer if isinstance(answer, tuple) else (answer,)
        yield from (id for id in ids if id not in right)
        if isinstance(answer, tuple):
            yield ids
            yield from (list(set(answer) - {id}) for id in answer)
    elif exercise.type == "order" and isinstance(answer, tuple):
        yield list(answer[::-1])
    elif exercise.type == "match" and isinstance(exercise.options, MatchOptions):
        yield {option.id: exercise.options.right[0].id for option in exercise.options.left}
    elif exercise.type == "numeric" and isinstance(answer, (int, float)):
        yield str(answer + 1 + 2 * (exercise.tolerance or 0))
    else:
        yield ""


def test_what_a_released_lesson_needs_comes_before_it_among_the_released_where_it_is_written() -> None:
    needs = {
        f"{module.id}/{lesson.id}": lesson.texts["en"].needs for module in COURSE.modules for lesson in module.lessons
    }
    done = set[str]()
    while ready := [
        name for name, before in needs.items() if name not in done and not (set(before) & set(needs)) - done
    ]:
        done |= set(ready)
    assert done == set(needs), "no lesson waits for itself"
