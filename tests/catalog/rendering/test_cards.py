import re
from dataclasses import replace

import pytest

from courses.catalog.rendering import PictureFile, lesson_file, read_response, render_lesson
from courses.engine.format import Card, Exercise, Lesson, MatchOptions, Option, Picture, Tool
from tests.published import lesson_from_content

A, B, C = (Option(id=name, text=f"Text {name}", why=f"Why {name}") for name in "abc")


def a_lesson(*cards: Card) -> Lesson:
    return Lesson(id="x1", title="A lesson", minutes=5, can="I can", cards=cards)


def rendered(*cards: Card, language: str = "en") -> str:
    pictures = {"media/a.svg": PictureFile(address="/packs/abc", width=360, height=300)}
    return render_lesson(lesson=a_lesson(*cards), module="x", language=language, pictures=pictures)


def an_exercise(**changes: object) -> Exercise:
    base = Exercise(id="q1", type="choice", prompt="Which?", options=(A, B, C), answer="b", why="Because.")
    return replace(base, **changes)  # type: ignore[arg-type]  # each test names real fields


def asked(exercise: Exercise, language: str = "en") -> str:
    return rendered(Card(heading="Ask", exercise=exercise), language=language)


def test_cards_are_numbered_articles_in_order() -> None:
    html = rendered(Card(heading="One", text="First."), Card(heading="Two", text="Second."))

    assert re.findall(r'<article class="full" id="(c\d)" data-card>', html) == ["c1", "c2"]
    assert html.index("First.") < html.index("Second.")


def test_a_picture_has_its_size_and_a_sentence() -> None:
    html = rendered(Card(heading="One", picture=Picture(alt='A "wet" box', file="media/a.svg")))

    assert 'src="/packs/abc" width="360" height="300" alt="A &quot;wet&quot; box"' in html


def test_a_missing_picture_leaves_its_sentence() -> None:
    html = rendered(Card(heading="One", picture=Picture(alt="A wet box", file="media/gone.svg"), text="Words."))

    assert "<img" not in html
    assert "A wet box" in html
    assert "Words." in html


@pytest.mark.parametrize(
    ("country", "language", "said"),
    [
        ("cn", "en", "What this lesson says holds in China."),
        ("cn", "zh-hans", "这一课讲的是中国的规定。"),
        ("ke", "en", "What this lesson says holds in KE."),
    ],
)
def test_a_lesson_of_one_country_says_so_once_on_its_first_card(country: str, language: str, said: str) -> None:
    lesson = replace(a_lesson(Card(heading="One", text="A."), Card(heading="Two", text="B.")), country=country)

    html = render_lesson(lesson=lesson, module="x", language=language, pictures={})

    assert html.count(f"<small>{said}</small>") == 1
    assert html.index(said) < html.index('id="c2"')
    assert "<small>" not in rendered(Card(heading="One"))


def test_trainers_words_are_never_markup() -> None:
    html = asked(an_exercise(prompt="<b>Which</b>?", options=(replace(A, text='<i>"x"</i>'), B, C)))

    assert "<b>Which" not in html
    assert "<i>" not in html


@pytest.mark.parametrize(
    ("exercise", "fields", "response"),
    [
        (an_exercise(), {"answer": ["b"]}, "b"),
        (an_exercise(answer=("a", "c")), {"answer": ["c", "a"]}, ["a", "c"]),
        (an_exercise(type="true-false", options=(), answer=True), {"answer": ["false"]}, False),
        (an_exercise(type="text-entry", options=(), answer=("ranking",)), {"answer": [" Ranking "]}, "Ranking"),
        (an_exercise(type="numeric", options=(), answer=5.76, unit="¥"), {"answer": ["5.76"]}, 5.76),
        (an_exercise(type="numeric", options=(), answer=1200.0, unit="¥"), {"answer": ["¥1,200"]}, 1200),
        (an_exercise(type="numeric", options=(), answer=3.0, unit="kg"), {"answer": ["三公斤"]}, 3),
        (
            an_exercise(type="order", answer=("c", "a", "b")),
            {"o-a": ["2"], "o-b": ["3"], "o-c": ["1"]},
            ["c", "a", "b"],
        ),
        (
            an_exercise(type="match", options=MatchOptions(left=(A, B), right=(C, A)), answer={"a": "c", "b": "a"}),
            {"o-a": ["c"], "o-b": ["a"]},
            {"a": "c", "b": "a"},
        ),
    ],
)
def test_a_form_without_script_gives_the_response_of_an_event(
    exercise: Exercise, fields: dict[str, list[str]], response: object
) -> None:
    html = asked(exercise)

    assert all(f'name="{field}"' in html for field in fields)
    assert read_response(exercise, fields) == response


@pytest.mark.parametrize(
    ("exercise", "fields"),
    [
        (an_exercise(), {}),
        (an_exercise(answer=("a", "c")), {"answer": []}),
        (an_exercise(type="text-entry", options=(), answer=("x",)), {"answer": ["  "]}),
        (an_exercise(type="numeric", options=(), answer=1.0), {"answer": ["many"]}),
        (an_exercise(type="numeric", options=(), answer=1.0, unit="kg"), {"answer": ["500 g"]}),
        (an_exercise(type="order", answer=("c", "a", "b")), {"o-a": ["1"], "o-b": ["1"], "o-c": ["2"]}),
    ],
)
def test_what_is_not_yet_an_answer_is_none(exercise: Exercise, fields: dict[str, list[str]]) -> None:
    assert read_response(exercise, fields) is None


def test_every_control_has_a_name_for_those_who_listen() -> None:
    exercise = an_exercise(type="order", answer=("c", "a", "b"))

    assert 'aria-label="Place of: Text a"' in asked(exercise)
    assert 'aria-label="第几步：Text a"' in asked(exercise, language="zh-hans")


@pytest.mark.parametrize(
    ("unit", "row"),
    [
        ("¥", "<span>¥</span><input"),
        ("kg", "required><span>kg</span>"),
        (None, '<label class="choice"><input class="grow" name="answer" inputmode="decimal"'),
    ],
)
def test_a_unit_stands_where_it_is_written(unit: str | None, row: str) -> None:
    assert row in asked(an_exercise(type="numeric", options=(), answer=5, unit=unit))


def test_a_number_field_says_what_is_asked_for() -> None:
    exercise = an_exercise(type="numeric", options=(), answer=5, unit="kg")

    assert 'aria-label="Write a number (kg)"' in asked(exercise)
    assert 'aria-label="先写一个数（kg）"' in asked(exercise, language="zh-hans")


def test_the_lessons_file_tells_a_number_with_its_unit() -> None:
    lesson = a_lesson(Card(heading="Ask", exercise=an_exercise(type="numeric", options=(), answer=5.76, unit="¥")))

    item = lesson_file(lesson=lesson, module="x", language="en", html="")["items"]["q1"]

    assert (item["unit"], item["told"], item["tolerance"]) == ("¥", "¥5.76", None)


def test_a_practice_tells_its_goal_and_itself_in_words() -> None:
    html = rendered(Card(heading="Try", tool=Tool(id="sieve", name="ranking-sieve", goal="Change one word.")))

    assert 'data-tool="sieve" data-name="ranking-sieve"' in html
    assert "Change one word." in html
    assert "falls through" in html


def test_an_unknown_practice_still_says_something() -> None:
    html = rendered(Card(heading="Try", tool=Tool(id="t", name="not-yet-drawn", goal="Go.")), language="zh-hans")

    assert "只读就能答" in html


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("name", ["ra1", "ra2"])
def test_the_same_lesson_gives_the_same_bytes(name: str, language: str) -> None:
    lesson = lesson_from_content(name, language)

    html = [render_lesson(lesson=lesson, module="ra", language=language, pictures={}) for _ in range(2)]

    assert html[0] == html[1]
    assert html[0].count("<form") == len(lesson.exercises)


def test_the_lessons_file_holds_what_feedback_needs() -> None:
    lesson = lesson_from_content("ra1", "en")

    file = lesson_file(lesson=lesson, module="ra", language="en", html="<p>")

    assert file["lesson"] == "ra1"
    assert file["items"]["q1"]["answer"] == ["b", "d", "a", "c"]
    assert file["items"]["q3"]["answer"] is False
    assert file["items"]["q2"]["whys"]["a"].startswith("Many people")
    assert file["tools"]["sieve"]["name"] == "ranking-sieve"
