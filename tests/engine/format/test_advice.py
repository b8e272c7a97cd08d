"""Advice says what a learner would feel, and nothing about a lesson that is good."""

import pytest

from courses.engine.format import Card, Exercise, Lesson, Option, Picture
from courses.engine.format.advice import lesson_advice

PICTURE = Card(heading="Who", picture=Picture(alt="A woman at a stall", file="media/stall.svg"), text="Mei sells tea.")


def a_choice(*options: Option, answer: str = "b", why: str | None = "Words come first.") -> Exercise:
    return Exercise(id="q1", type="choice", prompt="What first?", options=options, answer=answer, why=why)


GOOD_CHOICE = a_choice(
    Option(id="a", text="The price", why="Many think so."), Option(id="b", text="The words", why="Yes.")
)


def a_lesson(*cards: Card, minutes: int = 6) -> Lesson:
    return Lesson(id="t1", title="Tea", minutes=minutes, can="I can sell tea.", cards=cards)


def told(lesson: Lesson, language: str = "en") -> list[tuple[str, int]]:
    return [(remark.complaint.code, remark.card) for remark in lesson_advice(lesson, language=language)]


def with_text(text: str, language: str = "en") -> list[tuple[str, int]]:
    return told(a_lesson(PICTURE, Card(heading="More", text=text, exercise=GOOD_CHOICE)), language)


def with_exercise(exercise: Exercise) -> list[tuple[str, int]]:
    return told(a_lesson(PICTURE, Card(heading="A question", exercise=exercise)))


def test_nothing_is_said_about_a_good_lesson() -> None:
    assert told(a_lesson(PICTURE, Card(heading="A question", exercise=GOOD_CHOICE))) == []


@pytest.mark.parametrize(("words", "said"), [(25, []), (26, [("long-sentence", 2)])])
def test_a_sentence_of_more_than_25_words_is_long(words: int, said: list[tuple[str, int]]) -> None:
    assert with_text("tea " * (words - 1) + "tea.") == said


@pytest.mark.parametrize(("characters", "said"), [(40, []), (41, [("long-sentence", 2)])])
def test_a_chinese_sentence_of_more_than_40_characters_is_long(characters: int, said: list[tuple[str, int]]) -> None:
    assert with_text("茶" * characters + "。", "zh-hans") == said


def test_in_chinese_a_number_or_a_foreign_word_counts_as_one() -> None:
    assert with_text("茶" * 38 + "wechat2026 100。", "zh-hans") == []


def test_an_address_in_a_link_is_not_read() -> None:
    assert with_text("tea " * 22 + "[the words](term:relevance).") == []


def test_lines_and_sentences_are_counted_by_themselves() -> None:
    assert with_text(("tea " * 12 + ".\n") * 4) == []


@pytest.mark.parametrize(("sentences", "said"), [(4, []), (5, [("much-text", 2)])])
def test_a_card_of_more_than_four_sentences_is_much(sentences: int, said: list[tuple[str, int]]) -> None:
    assert with_text("Mei sells tea. " * sentences) == said
    assert with_text("小梅卖茶。" * sentences, "zh-hans") == said


def test_a_long_question_is_named_with_its_exercise() -> None:
    exercise = Exercise(id="q7", type="true-false", prompt="tea " * 30, answer=True, why="So it is.")

    [remark] = lesson_advice(a_lesson(PICTURE, Card(heading="Ask", exercise=exercise)), language="en")

    assert (remark.complaint.code, remark.card, remark.item) == ("long-sentence", 2, "q7")
    assert "30 words" in remark.complaint.said("en")


@pytest.mark.parametrize(
    ("lesson", "said"),
    [
        (a_lesson(Card(heading="A", text="Tea.", exercise=GOOD_CHOICE)), "no-picture"),
        (a_lesson(PICTURE), "no-exercise"),
        (a_lesson(PICTURE, Card(heading="A question", exercise=GOOD_CHOICE), minutes=9), "long-lesson"),
    ],
)
def test_what_the_whole_lesson_lacks_is_said_once(lesson: Lesson, said: str) -> None:
    assert told(lesson) == [(said, 0)]


def test_an_exercise_without_any_reason_is_named() -> None:
    silent = a_choice(Option(id="a", text="The price"), Option(id="b", text="The words"), why=None)

    assert with_exercise(silent) == [("no-reason", 2)]


def test_an_option_that_does_not_say_why_it_tempts_is_named() -> None:
    options = (Option(id="a", text="The price"), Option(id="b", text="The words", why="Yes."))

    assert with_exercise(a_choice(*options)) == [("option-without-reason", 2)]


@pytest.mark.parametrize(("length", "said"), [(32, []), (33, [("right-one-longest", 2)])])
def test_a_right_option_that_its_length_gives_away_is_named(length: int, said: list[tuple[str, int]]) -> None:
    options = (Option(id="a", text="x" * 20, why="No."), Option(id="b", text="x" * length, why="Yes."))

    assert with_exercise(a_choice(*options)) == said


def test_an_empty_lesson_is_a_problem_and_needs_no_advice() -> None:
    assert told(a_lesson()) == []
