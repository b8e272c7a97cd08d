"""A lesson that is only begun can be seen and saved: the editor saves by itself while a trainer still writes."""

import uuid
from typing import Any

import pytest
from wagtail.blocks import StreamValue

from courses.authoring.blocks import CardsBlock, OneActivity
from courses.authoring.exporters.cards import cards_of
from courses.authoring.tidying import tidy_stream
from courses.catalog.rendering import lesson_file, render_lesson
from courses.engine.format import Lesson
from courses.engine.format.checks import lesson_problems

ACTIVITIES = list(OneActivity().child_blocks)


def begun(kind: str) -> StreamValue:
    """One card whose exercise was added and not yet filled."""
    block = OneActivity().child_blocks[kind]
    activity = {"type": kind, "id": str(uuid.UUID(int=7)), "value": block.get_prep_value(block.get_default())}
    card = {"type": "card", "id": str(uuid.UUID(int=8)), "value": {"heading": "", "text": "", "activity": [activity]}}
    return CardsBlock().to_python([card])


def lesson_of(stream: StreamValue) -> Lesson:
    cards = cards_of(stream.get_prep_value(), drawing=str, photo=str)
    return Lesson(id="t1", title="", minutes=6, can="", cards=cards)


@pytest.mark.parametrize("kind", ACTIVITIES)
@pytest.mark.parametrize("is_saved", [False, True])
def test_it_is_shown_and_kept_from_phones(kind: str, is_saved: bool) -> None:
    stream = tidy_stream(begun(kind), lesson="m/t1") if is_saved else begun(kind)

    lesson = lesson_of(stream)

    html = render_lesson(lesson=lesson, module="m", language="en", pictures={})
    assert lesson_file(lesson=lesson, module="m", language="en", html=html)["html"] == html
    codes = {problem.complaint.code for problem in lesson_problems(lesson, language="en")}
    assert codes & {"no-prompt", "tool-unfinished"}


@pytest.mark.parametrize(("name", "last"), [("left", "z4"), ("right", "30")])
def test_thirty_entries_get_thirty_letters(name: str, last: str) -> None:
    stream = begun("match")
    raw: list[dict[str, Any]] = stream.get_prep_value()
    entry = raw[0]["value"]["activity"][0]["value"][name][0]
    raw[0]["value"]["activity"][0]["value"][name] = [
        {**entry, "id": str(uuid.UUID(int=place)), "value": dict(entry["value"])} for place in range(30)
    ]

    tidied = tidy_stream(CardsBlock().to_python(raw), lesson="m/t1").get_prep_value()

    letters = [one["value"]["letter"] for one in tidied[0]["value"]["activity"][0]["value"][name]]
    assert len(set(letters)) == 30
    assert letters[-1] == last
