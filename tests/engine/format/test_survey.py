"""The survey of a course: what its file may say, and what the phone's rules and screens expect of it."""

import re
from pathlib import Path

import pytest

from courses.engine import path_rules as rules
from courses.engine.format.course import COURSE as COURSE_FILE
from courses.engine.format.course import parse_course, write_record
from courses.engine.format.errors import FormatError
from courses.people.models import Gender

ROOT = Path(__file__).parents[3]
COURSE = ROOT / "content/village-ecommerce/course.yaml"
SURVEY = {entry["id"]: entry for entry in parse_course(COURSE.read_text("utf-8"), path="course.yaml")["survey"]}
ENGINE = [ROOT / "courses/engine" / name for name in ("path.py", "path_answers.py")]


def a_course(*questions: str) -> str:
    lines = "".join(f"  - {question}\n" for question in questions)
    return f"id: c\ntitle: {{en: C}}\nmodules: []\nsurvey:\n{lines}glossary: []\n"


def a_question(id_: str, *, type_: str = "yes-no", more: str = "") -> str:
    return f"{{id: {id_}, icon: leaf, type: {type_}, prompt: {{en: Why}}{more}}}"


def answers_of(question: str) -> list[str]:
    return [option["id"] for option in SURVEY[question]["options"]]


def test_a_course_may_have_no_survey() -> None:
    assert parse_course("id: c\ntitle: {en: C}\nmodules: []\nglossary: []\n", path="course.yaml")["survey"] == []


def test_a_question_may_hang_on_an_answer_before_it() -> None:
    text = a_course(a_question("selling"), a_question("years", type_="year", more=", only_if: selling/yes"))
    assert [question["only_if"] for question in parse_course(text, path="course.yaml")["survey"]] == [
        None,
        "selling/yes",
    ]


@pytest.mark.parametrize("condition", ["selling/perhaps", "years/yes", "later/yes", "selling"])
def test_a_question_that_hangs_on_no_answer_before_it_is_refused_at_its_line(condition: str) -> None:
    lost = a_question("years", type_="year", more=f", only_if: {condition}")
    with pytest.raises(FormatError, match=f"the answer “{condition}”") as caught:
        parse_course(a_course(a_question("selling"), lost, a_question("later")), path="course.yaml")
    assert caught.value.line == 6


def test_a_question_that_stands_twice_is_refused() -> None:
    with pytest.raises(FormatError, match="stands here twice"):
        parse_course(a_course(a_question("selling"), a_question("selling")), path="course.yaml")


def test_a_question_may_wait_for_a_later_part() -> None:
    text = a_course(a_question("selling"), a_question("news", more=", part: 2"))
    course = parse_course(text, path="course.yaml")
    assert [question["part"] for question in course["survey"]] == [1, 2]
    assert "part" not in write_record(course, shape=COURSE_FILE).split("news")[0]


def test_a_course_kept_before_there_were_parts_is_still_written() -> None:
    course = parse_course(a_course(a_question("selling")), path="course.yaml")
    del course["survey"][0]["part"]
    assert parse_course(write_record(course, shape=COURSE_FILE), path="course.yaml")["survey"][0]["part"] == 1


def test_the_first_part_is_short_and_every_question_in_it_moves_the_path() -> None:
    parts = [question["part"] for question in SURVEY.values()]
    assert parts == sorted(parts)
    assert 8 <= parts.count(1) <= 12
    told = "".join(file.read_text("utf-8") for file in ENGINE).split("def hints_of")[0]
    for question in (name for name, entry in SURVEY.items() if entry["part"] == 1):
        assert f'"{question}"' in told, question


def test_who_chooses_is_given_answers_in_both_languages() -> None:
    for question in SURVEY.values():
        assert bool(question["options"]) == (question["type"] in ("one", "several")), question["id"]
        for text in (question["prompt"], *(option["text"] for option in question["options"])):
            assert text["en"] and text["zh-hans"]


def test_every_question_has_a_picture_that_was_drawn() -> None:
    drawn = re.findall(r'<symbol [^>]*id="([a-z-]+)"', (ROOT / "static/art/icons.svg").read_text("utf-8"))
    assert {question["icon"] for question in SURVEY.values()} <= set(drawn)


def test_the_rules_ask_for_nothing_that_the_survey_does_not() -> None:
    text = "".join(file.read_text("utf-8") for file in ENGINE)
    asked = {*re.findall(r'"((?:use|feel)-[a-z-]+)"', text), *re.findall(r'answers\.get\("([a-z-]+)"\)', text)}
    asked |= set(re.findall(r'_chosen\(answers, "([a-z-]+)"\)', text))
    assert len(asked) > 25
    assert asked <= SURVEY.keys()


def test_the_answers_are_those_that_the_rules_know() -> None:
    assert answers_of("wants") == [*rules.WANTS_WEIGHTS, "other"]
    assert answers_of("platform") == list(rules.PLATFORMS)
    assert answers_of("selling-years") == ["under-1", *rules.ADVANCED_YEARS]
    assert {"trainer", "volunteer"} <= set(answers_of("role"))
    assert {"under-1", "over-5"} <= set(answers_of("hours"))
    assert {"tablet", "computer"} <= set(answers_of("devices"))


def test_a_question_of_the_survey_is_one_that_people_take() -> None:
    assert set(answers_of("gender")) == set(Gender.values)
    assert SURVEY["birth-year"]["type"] == "year"
