"""Whatever can be written comes back as it was: lesson → file → lesson → the same bytes."""

import dataclasses
import string
from collections.abc import Mapping

import yaml
from hypothesis import given
from hypothesis import strategies as st

from courses.authoring.exporters.cards import cards_of
from courses.authoring.importers.cards import blocks_of
from courses.engine.format import Card, Exercise, Lesson, MatchOptions, Option, Picture, Tool
from courses.engine.format.items import TOOL_NAMES
from courses.engine.format.lessons import line_that_breaks, parse_lesson, tidy_text, write_lesson
from courses.engine.format.yaml_text import quoted_if_needed

PRINTABLE = st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Zl", "Zp"])
LINES = st.text(PRINTABLE, min_size=1, max_size=40).map(lambda text: " ".join(text.split())).filter(bool)
IDS = st.text(string.ascii_lowercase + string.digits, min_size=1, max_size=6)
EXACT = st.text(
    st.one_of(st.sampled_from("#:-?[]{}&*!|>'\"%@`, \n\t\\~=01.eytnofs"), st.characters(exclude_categories=["Cs"])),
    min_size=1,
    max_size=30,
)
NUMBERS = st.one_of(st.integers(-999, 99999), st.decimals(-99, 999, places=3).map(float)).map(
    lambda number: int(number) if number == int(number) else number
)


def _options(least: int = 2) -> st.SearchStrategy[tuple[Option, ...]]:
    option = st.builds(Option, id=IDS, text=LINES, why=st.none() | LINES)
    return st.lists(option, min_size=least, max_size=5, unique_by=lambda one: one.id).map(tuple)


def _entries() -> st.SearchStrategy[tuple[Option, ...]]:
    entry = st.builds(Option, id=IDS, text=LINES)
    return st.lists(entry, min_size=2, max_size=4, unique_by=lambda one: one.id).map(tuple)


@st.composite
def exercises(draw: st.DrawFn) -> Exercise:
    kind = draw(st.sampled_from(["choice", "true-false", "numeric", "order", "match", "text-entry"]))
    common: dict[str, object] = {
        "id": draw(IDS),
        "prompt": draw(LINES),
        "edition": draw(st.integers(1, 4)),
        "why": draw(st.none() | LINES),
        "fact": draw(st.none() | st.just("V02")),
    }
    return Exercise(**{"type": kind, **common, **_own(kind, draw)})  # type: ignore[arg-type]  # by type


def _own(kind: str, draw: st.DrawFn) -> Mapping[str, object]:
    if kind == "true-false":
        whys = draw(st.lists(st.sampled_from(["true", "false"]), unique=True))
        options = tuple(Option(id=name, text="", why=draw(LINES)) for name in ("true", "false") if name in whys)
        return {"answer": draw(st.booleans()), "options": options}
    if kind == "numeric":
        positive = draw(st.none() | NUMBERS.filter(lambda number: number >= 0))
        return {"answer": draw(NUMBERS), "tolerance": positive, "unit": draw(st.none() | LINES)}
    if kind == "text-entry":
        return {"answer": tuple(draw(st.lists(LINES, min_size=1, max_size=4)))}
    if kind == "match":
        left, right = draw(_entries()), draw(_entries())
        pairs = {one.id: draw(st.sampled_from(right)).id for one in left}
        return {"options": MatchOptions(left=left, right=right), "answer": pairs}
    options = draw(_options())
    ids = [one.id for one in options]
    if kind == "order":
        return {"options": options, "answer": tuple(draw(st.permutations(ids)))}
    several = tuple(sorted(draw(st.lists(st.sampled_from(ids), min_size=1, unique=True))))
    return {"options": options, "answer": draw(st.sampled_from([several, several[0]]))}


PICTURES = st.builds(Picture, alt=LINES, file=st.sampled_from(["media/a.svg", "media/b-2.webp"]))
TEXTS = (
    st.lists(LINES | st.just(""), max_size=4)
    .map(lambda lines: tidy_text("\n".join(lines)))
    .filter(lambda text: line_that_breaks(text) is None)
)


@st.composite
def lessons(draw: st.DrawFn) -> Lesson:
    cards = []
    for number in range(draw(st.integers(1, 4))):
        exercise = draw(st.none() | exercises())
        tool = draw(st.none() | st.builds(Tool, id=IDS, name=st.sampled_from(TOOL_NAMES), goal=LINES))
        card = Card(
            heading=draw(LINES),
            picture=draw(st.none() | PICTURES),
            sound=draw(st.none() | st.just("media/said.ogg")),
            text=draw(TEXTS),
            exercise=dataclasses.replace(exercise, id=f"{exercise.id}{number}") if exercise else None,
            tool=dataclasses.replace(tool, id=f"{tool.id}{number}") if tool and not exercise else None,
        )
        cards.append(card)
    names = st.lists(st.just("pc/pc7") | st.just("ec/ec1"), max_size=2).map(tuple)
    return Lesson(
        id=draw(IDS),
        title=draw(LINES),
        minutes=draw(st.integers(1, 60)),
        can=draw(LINES),
        needs=draw(names),
        helps=draw(names),
        digcomp=draw(st.lists(st.sampled_from(["5.2", "1.3", "1.10"]), max_size=2).map(tuple)),
        country=draw(st.none() | st.just("cn")),
        cards=tuple(cards),
    )


@given(lessons())
def test_a_written_lesson_is_read_back_as_it_was(lesson: Lesson) -> None:
    assert parse_lesson(write_lesson(lesson), path="en.md") == lesson


@given(lessons())
def test_a_lesson_goes_through_the_editors_blocks_and_comes_back(lesson: Lesson) -> None:
    files = {"media/a.svg": 1, "media/b-2.webp": 2, "media/said.ogg": 3}
    names = {row: path for path, row in files.items()}

    stream = blocks_of(lesson, name="ra/ra1", files=files)

    assert cards_of(stream, drawing=names.__getitem__, photo=names.__getitem__) == lesson.cards


@given(EXACT)
def test_any_text_stands_in_yaml_as_it_is(text: str) -> None:
    block, flow = quoted_if_needed(text, flow=False), quoted_if_needed(text, flow=True)

    assert yaml.safe_load(f"k: {block}\n") == {"k": text}
    assert yaml.safe_load(f"[{flow}, {{a: {flow}}}]") == [text, {"a": text}]
