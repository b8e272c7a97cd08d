"""What keeps a lesson from phones is named with its card and its exercise, and a good lesson is let through."""

import dataclasses

import pytest

from courses.engine.format import Card, Exercise, Lesson, MatchOptions, Option, Tool
from courses.engine.format.checks import language_problems, lesson_problems
from courses.engine.format.names import unmarked

CHOICE = Exercise(
    id="q1",
    type="choice",
    prompt="What first?",
    options=(Option(id="a", text="The price"), Option(id="b", text="The words")),
    answer="b",
)
MATCH = Exercise(
    id="q2",
    type="match",
    prompt="Which is which?",
    options=MatchOptions(left=(Option(id="a", text="Tea"),), right=(Option(id="1", text=""),)),
    answer={"a": "1"},
)
TRUE_FALSE = Exercise(id="q1", type="true-false", prompt="So?", options=(Option(id="true", why="Yes."),), answer=True)
EMPTY_CHOICE = dataclasses.replace(CHOICE, options=(Option(id="a", text=""), Option(id="b", text="The words")))
ALIKE = dataclasses.replace(CHOICE, options=(Option(id="a", text="The words"), Option(id="b", text="the words ")))
NEGATIVE = Exercise(id="q4", type="numeric", prompt="How much?", answer=5, tolerance=-1)


def problems(card: Card) -> list[tuple[str, int, str]]:
    first = Card(heading="Who", text="Mei sells tea.")
    lesson = Lesson(id="t1", title="Tea", minutes=6, can="I can sell tea.", cards=(first, card))
    return [(one.complaint.code, one.card, one.item) for one in lesson_problems(lesson, language="en")]


@pytest.mark.parametrize(
    ("exercise", "found"),
    [
        (CHOICE, []),
        (
            Exercise(id="q1", type="true-false", prompt="True?", options=(Option(id="true", why="Yes."),), answer=True),
            [],
        ),
        (EMPTY_CHOICE, [("option-empty", 2, "q1")]),
        (MATCH, [("option-empty", 2, "q2")]),
        (ALIKE, [("options-alike", 2, "q1")]),
        (NEGATIVE, [("tolerance-below-zero", 2, "q4")]),
        (dataclasses.replace(CHOICE, prompt=""), [("no-prompt", 2, "q1")]),
        (dataclasses.replace(CHOICE, answer=()), [("nothing-right", 2, "q1")]),
        (Exercise(id="q3", type="text-entry", prompt="Which word?", answer=()), [("no-accepted-text", 2, "q3")]),
    ],
)
def test_an_unfinished_exercise_is_named(exercise: Exercise, found: list[tuple[str, int, str]]) -> None:
    assert problems(Card(heading="A question", exercise=exercise)) == found


@pytest.mark.parametrize(
    ("tool", "found"),
    [
        (Tool(id="t", name="ranking-sieve", goal="Stay in."), []),
        (Tool(id="t", name="", goal="Stay in."), [("tool-unfinished", 2, "")]),
        (Tool(id="t", name="ranking-sieve", goal=""), [("tool-unfinished", 2, "")]),
    ],
)
def test_an_unfinished_tool_is_named(tool: Tool, found: list[tuple[str, int, str]]) -> None:
    assert problems(Card(heading="Practise", tool=tool)) == found


def a_lesson(*cards: Card, country: str | None = None) -> Lesson:
    return Lesson(id="t1", title="Tea", minutes=6, can="I can sell tea.", country=country, cards=cards)


@pytest.mark.parametrize(
    ("ours", "theirs", "codes"),
    [(None, None, []), ("cn", "cn", []), ("cn", None, ["country-differs"]), ("cn", "ke", ["country-differs"])],
)
def test_a_lesson_is_of_the_same_country_in_every_language(
    ours: str | None, theirs: str | None, codes: list[str]
) -> None:
    found = language_problems({"en": a_lesson(country=ours), "zh-hans": a_lesson(country=theirs)})

    assert [one.complaint.code for one in found] == codes


FACTS = {"V1": "cn", "V2": None, "V3": "ke"}
ASKED = dataclasses.replace(CHOICE, fact="V1")


@pytest.mark.parametrize(
    ("card", "country", "found"),
    [
        (Card(heading="One", text="In China it is [locked](fact:V1)."), None, []),
        (Card(heading="One", text="It is [locked](fact:V1)."), "cn", []),
        (Card(heading="One", text="It is [locked](fact:V1)."), None, [("fact-of-a-country", "(fact:V1)")]),
        (Card(heading="One", text="It is [locked](fact:V1)."), "ke", [("fact-of-a-country", "(fact:V1)")]),
        (Card(heading="One", text="It is [locked](fact:V2)."), None, []),
        (Card(heading="One", text="In China it is [locked](fact:V3)."), None, [("fact-of-a-country", "(fact:V3)")]),
        (Card(heading="One", exercise=ASKED), None, [("fact-of-a-country", "fact: V1")]),
        (
            Card(heading="One", exercise=dataclasses.replace(ASKED, why="In China.")),
            None,
            [("fact-of-a-country", "fact: V1")],
        ),
        (Card(heading="One", exercise=dataclasses.replace(ASKED, prompt="In China, what first?")), None, []),
    ],
)
def test_a_fact_of_one_country_is_told_where_the_lesson_or_the_card_says_so(
    card: Card, country: str | None, found: list[tuple[str, str]]
) -> None:
    china_was_named_before = Card(heading="China", text="Tea.")
    lesson = a_lesson(china_was_named_before, card, country=country)

    problems = unmarked(lesson, language="en", countries=FACTS)

    assert [(complaint.code, named.written) for named, complaint in problems] == found
