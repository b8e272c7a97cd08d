"""The fence behind the renderer lets lessons through byte for byte, and nothing else."""

from pathlib import Path

import pytest
from django.conf import settings

from courses.catalog.rendering import PictureFile, render_lesson
from courses.catalog.sanitising import only_lesson_html
from courses.engine.format import Card, Exercise, Lesson, MatchOptions, Option
from courses.engine.format.lessons import parse_lesson

LESSONS = sorted(Path(settings.CONTENT_DIR).glob("*/*/*/*.md"))


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_librarys_lessons_pass_byte_for_byte(path: Path) -> None:
    lesson = parse_lesson(path.read_text(), path=str(path))
    pictures = {
        card.picture.file: PictureFile(address="/packs/" + "a" * 64, width=360, height=300)
        for card in lesson.cards
        if card.picture
    }

    html = render_lesson(lesson=lesson, module="ra", language=path.stem, pictures=pictures)

    assert only_lesson_html(html) == html


def test_every_kind_of_exercise_passes_byte_for_byte() -> None:
    options = (Option(id="a", text="A & <b>", why="“Why”"), Option(id="b", text="B's"))
    columns = MatchOptions(left=options, right=options)
    exercises = [
        Exercise(id="q1", type="choice", prompt="One?", options=options, answer="a"),
        Exercise(id="q2", type="choice", prompt="Several?", options=options, answer=("a", "b")),
        Exercise(id="q3", type="true-false", prompt="True?", answer=True),
        Exercise(id="q4", type="numeric", prompt="How many?", answer=5.76, unit="¥", tolerance=0.01),
        Exercise(id="q5", type="order", prompt="Order?", options=options, answer=("b", "a")),
        Exercise(id="q6", type="match", prompt="Match?", options=columns, answer={"a": "b", "b": "a"}),
        Exercise(id="q7", type="text-entry", prompt="Word?", answer=("rank",)),
    ]
    text = "**Bold**, *soft*, [word](term:rank), [there](https://example.org/a?b=1&c=2)\n\nNext."
    cards = tuple(Card(heading="A 'card' & more", text=text, exercise=exercise) for exercise in exercises)
    lesson = Lesson(id="x", title="X", minutes=5, can="I can.", cards=cards)

    html = render_lesson(lesson=lesson, module="m", language="en", pictures={})

    assert only_lesson_html(html) == html


@pytest.mark.parametrize(
    "bad",
    [
        "<script>alert(1)</script>",
        '<p onclick="alert(1)">x</p>',
        '<a href="javascript:alert(1)">x</a>',
        '<form action="https://example.org/"><input name="a"></form>',
        '<img src="http://example.org/a.png">',
        "<style>*{}</style>",
        '<iframe src="/office/"></iframe>',
    ],
)
def test_what_no_lesson_has_is_taken_out(bad: str) -> None:
    cleaned = only_lesson_html(f'<article data-card="">{bad}</article>')

    for word in ("script", "onclick", "action", "example.org", "style", "iframe"):
        assert word not in cleaned
