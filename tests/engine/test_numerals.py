from typing import Any

import pytest

from courses.engine.numerals import number_in, with_unit
from tests.engine.vectors import vectors

CASES: list[dict[str, Any]] = vectors("numerals.json")["cases"]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_every_case_is_read_as_it_was_meant(case: dict[str, Any]) -> None:
    assert number_in(case["text"], unit=case["unit"]) == case["number"]


def test_the_cases_hold_bad_input() -> None:
    assert len(CASES) >= 50
    assert sum(case["number"] is None for case in CASES) >= 15


def test_a_whole_number_is_an_int() -> None:
    assert repr(number_in("¥1,200", unit="¥")) == "1200"


@pytest.mark.parametrize(
    ("number", "unit", "told"),
    [
        (5.76, "¥", "¥5.76"),
        (12, "kg", "12 kg"),
        (12.0, "斤", "12斤"),
        (30, "%", "30%"),
        (0.1 + 0.2, None, "0.3"),
        (-3, None, "-3"),
    ],
)
def test_a_number_is_told_with_its_unit(number: float, unit: str | None, told: str) -> None:
    assert with_unit(number, unit=unit) == told
