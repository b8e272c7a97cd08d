from typing import Any

import pytest

from courses.engine.format import Exercise
from courses.engine.format.plain import lesson_from_json
from courses.engine.grading import UnusableResponse, grade, normalised
from tests.engine.vectors import vectors

TYPES = ["choice", "true-false", "numeric", "order", "match", "text-entry"]
CASES = [
    pytest.param(type_, case, id=f"{type_}: {case['name']}")
    for type_ in TYPES
    for case in vectors(f"grading/{type_}.json")["cases"]
]


def exercise_of(type_: str, case: dict[str, Any]) -> Exercise:
    """The case's exercise, read as a release is read."""
    value = {"id": "q1", "type": type_, "edition": 1, "prompt": "", "why": None, "fact": None, **case}
    card = {"heading": "", "picture": None, "sound": None, "text": "", "exercise": value, "tool": None}
    lesson = {"id": "l", "title": "", "minutes": 5, "can": "", "needs": [], "helps": [], "digcomp": [], "cards": [card]}
    return lesson_from_json(lesson).exercises[0]


@pytest.mark.parametrize(("type_", "case"), CASES)
def test_every_case_has_its_credit(type_: str, case: dict[str, Any]) -> None:
    exercise = exercise_of(type_, case)
    if case.get("unusable"):
        with pytest.raises(UnusableResponse):
            grade(exercise=exercise, response=case["response"])
        return
    given = grade(exercise=exercise, response=case["response"])
    assert given.credit == pytest.approx(case["credit"], abs=1e-12)
    assert given.is_full == (case["credit"] == 1)


@pytest.mark.parametrize("type_", TYPES)
def test_every_type_has_at_least_25_cases_bad_input_among_them(type_: str) -> None:
    cases = vectors(f"grading/{type_}.json")["cases"]
    assert len(cases) >= 25
    assert sum(case.get("unusable", False) for case in cases) >= 5


def test_a_number_that_is_none_is_unusable() -> None:
    exercise = exercise_of("numeric", {"options": [], "answer": 1.0, "tolerance": 0.1})
    for response in (float("nan"), float("inf"), 10**400):
        with pytest.raises(UnusableResponse):
            grade(exercise=exercise, response=response)


def test_two_keyboards_write_the_same_text() -> None:
    assert normalised("Ｄｏｎ’ｔ　ｃｌｉｃｋ！") == normalised("don't click")
