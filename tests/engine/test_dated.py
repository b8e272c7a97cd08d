from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.engine.dated import Freshness, due_date, freshness, told
from tests.engine.vectors import vectors

FILE = vectors("dated.json")
ORDER = [Freshness.FRESH, Freshness.AGEING, Freshness.OLD]


@pytest.mark.parametrize("case", FILE["freshness"], ids=lambda case: f"{case['checked']} on {case['today']}")
def test_a_fact_is_fresh_for_six_months_and_old_after_twelve(case: dict[str, str]) -> None:
    assert freshness(case["checked"], today=date.fromisoformat(case["today"])) == case["is"]


@pytest.mark.parametrize("case", FILE["told"], ids=lambda case: f"{case['fact']['id']} {case['today']}")
def test_what_is_told_of_a_fact_gets_less_with_the_months(case: dict[str, Any]) -> None:
    age = freshness(case["fact"]["checked"], today=date.fromisoformat(case["today"]))

    assert told(case["fact"], language=case["language"], age=age) == case["lines"]


@given(st.dates(max_value=date(2100, 1, 1)), st.integers(0, 800))
def test_a_fact_never_gets_fresher_by_waiting(checked: date, days: int) -> None:
    ages = [freshness(checked.isoformat(), today=checked + timedelta(days=days + more)) for more in (0, 1)]

    assert ORDER.index(ages[0]) <= ORDER.index(ages[1])


@pytest.mark.parametrize(
    ("checked", "months", "due"),
    [
        ("2026-11-21", 3, date(2027, 2, 21)),
        ("2026-08-31", 6, date(2027, 2, 28)),
        ("2026-12-31", 12, date(2027, 12, 31)),
        ("2026-12-01", 60, date(2031, 12, 1)),
    ],
)
def test_the_next_look_is_due_on_the_same_day_of_a_later_month(checked: str, months: int, due: date) -> None:
    assert due_date(checked, months=months) == due
