"""Every mistake of an author is named with file, line and mend."""

import re

import pytest

from courses.engine.format.course import parse_course, parse_facts, parse_module
from courses.engine.format.errors import FormatError
from courses.engine.format.items import TOOL_NAMES
from courses.engine.format.lessons import parse_lesson

HAN = re.compile(r"[\u3400-\u9fff]")

GOOD = """---
id: ra1
title: What happens after “search”
minutes: 6
needs: []
helps: [pc/pc7]
digcomp: ["5.2"]
can: I can say it.
---
# A card

![A sieve](media/sieve.svg)

One sentence.

# A question

```exercise
id: q1
type: choice
prompt: Which one?
options:
  - id: a
    text: This
    why: It tempts.
  - id: b
    text: That
answer: b
why: Because.
```

# A tool

```tool
id: sieve
name: ranking-sieve
goal: Stay in the sieve.
```
"""
CHOICE = GOOD[GOOD.index("type: choice") : GOOD.index("why: Because.")]
NUMBER = "type: numeric\nprompt: How much?\nanswer: 5.76\ntolerance: -1\nunit: ¥\n"


def _line_of(text: str, word: str) -> int:
    return next(number for number, line in enumerate(text.split("\n"), start=1) if word in line)


MISTAKES = [
    # what the author wrote instead, with what, and which words must be said at which line
    ("title: What happens", "titel: What happens", "titel", "Did you mean “title”?"),
    ("minutes: 6\n", "", "id: ra1", "“minutes” is missing"),
    ("minutes: 6", "minutes: six", "minutes: six", "whole number"),
    ("minutes: 6", "minutes: 90", "minutes: 90", "from 1 to 60"),
    ("id: ra1", "id: RA 1", "id: RA 1", "cannot be an id"),
    ("can: I can say it.", "can: I can say it.\ncountry: China", "country: China", "“China” is not a country"),
    ("can: I can say it.", "can: I can say it.\ncountry: zh", "country: zh", "“zh” is not a country"),
    ("helps: [pc/pc7]", "helps: pc/pc7", "helps: pc/pc7", "should be a list"),
    ("helps: [pc/pc7]", "helps: [pc7]", "helps: [pc7]", "does not name a lesson"),
    ("can: I can say it.", "can: It works: I can say it.", "can: It works", "cannot be read"),
    ("can: I can say it.", "can:", "can:", "“can” is empty"),
    ("can: I can say it.", "can: I can say it.\ncan: Again.", "can: Again.", "stands here twice"),
    ("![A sieve](media", "![](media", "![](media", "no description"),
    ("media/sieve.svg", "../sieve.svg", "../sieve.svg", "cannot be a picture's file"),
    ("media/sieve.svg", "media/sieve.gif", "media/sieve.gif", "cannot be a picture's file"),
    ("One sentence.", "See ![it](media/a.svg) here.", "See ![it]", "line of its own"),
    ("One sentence.", "![Another](media/b.svg)", "![Another]", "one picture"),
    ("# A question", "## A question", "## A question", "not a card's heading"),
    ("```exercise", "```quiz", "```quiz", "This block is unknown"),
    ("why: Because.\n```\n", "why: Because.\n", "```exercise", "is not closed"),
    ("type: choice", "type: multiple-choice", "type: multiple-choice", "Write one of: choice"),
    ("type: choice\n", "", "id: q1", "“type” is missing"),
    ("answer: b", "answer: c", "answer: c", "names “c”, which is no option"),
    ("answer: b", "answer: []", "answer: []", "too few"),
    ("answer: b", "answer: [a, a]", "answer: [a, a]", "twice"),
    ("  - id: b", "  - id: a", "options:", "same id"),
    ("    text: That", "    txt: That", "    txt: That", "Did you mean “text”?"),
    ("prompt: Which one?", "prompt: Which one?\ntolerance: 1", "tolerance: 1", "is not a key of an exercise"),
    (CHOICE, NUMBER, "tolerance: -1", "tolerance is below zero"),
    (CHOICE, NUMBER.replace("-1", "a bit"), "tolerance: a bit", "Write digits only"),
    (CHOICE, NUMBER.replace("5.76", "5,76"), "answer: 5,76", "Write digits only"),
    ("id: sieve", "id: q1", "id: q1\nname", "used twice"),
    ("name: ranking-sieve", "name: ranking-sift", "name: ranking-sift", f"Write one of: {', '.join(TOOL_NAMES)}"),
    ("prompt: Which one?", "prompt: &x Which one?", "prompt: &x", "double quotes"),
]


@pytest.mark.parametrize(("right", "wrong", "where", "said"), MISTAKES)
def test_a_mistake_is_named_with_its_line_and_its_mend(right: str, wrong: str, where: str, said: str) -> None:
    text = GOOD.replace(right, wrong, 1)
    assert text != GOOD

    with pytest.raises(FormatError) as caught:
        parse_lesson(text, path="ra/ra1/en.md")

    error = caught.value
    assert error.path == "ra/ra1/en.md"
    assert said in error.complaint.said("en")
    assert HAN.search(error.complaint.problem("zh-hans")) and HAN.search(error.complaint.mend("zh-hans"))
    expected = text[: text.rindex(where)].count("\n") + 1
    assert error.line == expected, str(error)


def test_the_good_lesson_is_read() -> None:
    lesson = parse_lesson(GOOD, path="en.md")

    assert [card.heading for card in lesson.cards] == ["A card", "A question", "A tool"]
    assert lesson.exercises[0].answer == "b"


@pytest.mark.parametrize("text", ["", "# A card\n", "---\nid: a\n", "---\n- a\n---\n", "\x00", "---\n[\n---\n# x\n"])
def test_a_file_that_is_no_lesson_is_named_too(text: str) -> None:
    with pytest.raises(FormatError):
        parse_lesson(text, path="en.md")


def test_a_lesson_without_cards_is_no_lesson() -> None:
    with pytest.raises(FormatError, match="no cards"):
        parse_lesson(GOOD[: GOOD.index("# A card")], path="en.md")


def test_a_course_that_needs_a_lesson_nobody_has_is_refused_at_that_line() -> None:
    lesson = "{id: pc1, title: {en: One}, minutes: 6, level: start, needs: [pc/pc9], helps: []}"
    module = f"  - id: pc\n    title: {{en: P}}\n    core: true\n    lessons:\n      - {lesson}\n"
    text = f"id: c\ntitle: {{en: C}}\nmodules:\n{module}glossary: []\n"

    with pytest.raises(FormatError, match="no lesson “pc/pc9”") as caught:
        parse_course(text, path="course.yaml")

    assert caught.value.line == 8


def test_a_fact_without_the_day_it_was_checked_is_refused() -> None:
    rest = "    confidence: none\n    look_up: {en: Page}\n    review_months: 3\n"
    text = f"facts:\n  - id: V01\n    title: {{en: Deposit}}\n{rest}"

    with pytest.raises(FormatError, match="“checked” is missing") as caught:
        parse_facts(text, path="facts.yaml")

    assert caught.value.line == 2


def test_a_fact_of_a_country_that_does_not_exist_is_refused() -> None:
    rest = "    checked: 2026-11-21\n    confidence: none\n    look_up: {en: Page}\n    review_months: 3\n"

    with pytest.raises(FormatError, match="“uk” is not a country") as caught:
        parse_facts(f"facts:\n  - id: V01\n    country: uk\n    title: {{en: Deposit}}\n{rest}", path="facts.yaml")

    assert caught.value.line == 3


def glossary(country: str, *, en: str, zh: str) -> str:
    term = f"  - id: brushing\n{country}    term: {{en: brushing}}\n    meaning:\n      en: {en}\n      zh-hans: {zh}\n"
    return f"id: c\ntitle: {{en: C}}\nmodules: []\nglossary:\n{term}"


@pytest.mark.parametrize(
    ("country", "en", "zh", "line"),
    [
        ("", "In China unlawful.", "在中国违法。", 8),
        ("    country: cn\n", "Unlawful.", "在中国违法。", 9),
        ("    country: cn\n", "In China unlawful.", "违法。", 10),
        ("    country: ke\n", "In China unlawful.", "在中国违法。", 9),
    ],
)
def test_a_term_is_marked_for_a_country_exactly_where_each_meaning_names_it(
    country: str, en: str, zh: str, line: int
) -> None:
    with pytest.raises(FormatError, match="“brushing” and its “country” do not agree") as caught:
        parse_course(glossary(country, en=en, zh=zh), path="course.yaml")

    assert caught.value.line == line


def test_a_term_that_says_its_country_in_each_language_is_read() -> None:
    course = parse_course(glossary("    country: cn\n", en="In China unlawful.", zh="在中国违法。"), path="course.yaml")

    assert course["glossary"][0]["country"] == "cn"
    assert parse_course(glossary("", en="Fake.", zh="假的。"), path="course.yaml")["glossary"][0]["country"] is None


def test_a_module_that_names_a_lesson_twice_is_refused() -> None:
    text = "id: ra\ntitle: {en: R}\nlevel: core\nlessons: [ra1, ra1]\nabout: {en: A}\n"

    with pytest.raises(FormatError, match="“ra1” stands here twice"):
        parse_module(text, path="module.yaml")
