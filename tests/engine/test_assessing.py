"""Assessments: drawn fairly and always the same, graded by what was asked, tried again on another day."""

from collections import Counter
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.engine import assessing
from courses.engine.format import Exercise, Option
from courses.engine.format.pools import PoolItem
from tests.engine.vectors import vectors

CASES = vectors("assessing.json")
LESSONS = ("ra1", "ra2", "ra3")
DRAWN_ONCE = ["ra3-p1", "ra3-p0", "ra2-p2", "ra2-p1", "ra1-p1"]


def an_exercise(name: str, value: dict[str, Any] | None = None) -> Exercise:
    value = value or {"type": "true-false", "answer": True}
    answer = tuple(value["answer"]) if isinstance(value["answer"], list) else value["answer"]
    options = tuple(Option(id=option, text=option) for option in value.get("options", []))
    tolerance = value.get("tolerance")
    return Exercise(id=name, type=value["type"], prompt="?", answer=answer, options=options, tolerance=tolerance)


def a_pool(*, each: int, lessons: tuple[str, ...] = LESSONS) -> list[PoolItem]:
    return [
        PoolItem(lesson=lesson, exercise=an_exercise(f"{lesson}-p{number}"))
        for lesson in lessons
        for number in range(each)
    ]


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: case["name"])
def test_a_hand_in_is_worth_what_its_case_says(case: dict[str, Any]) -> None:
    asked = {name: [an_exercise(name, value)] for name, value in CASES["exercises"].items()}

    found = assessing.outcome(asked, responses=case["responses"])

    assert (found.right, found.of, found.is_passed) == (case["right"], 5, case["passed"])


@pytest.mark.parametrize("case", CASES["again"], ids=lambda case: case["handed_in"])
def test_it_may_be_tried_again_from_the_next_day_where_she_lives(case: dict[str, str]) -> None:
    again = assessing.again_at(datetime.fromisoformat(case["handed_in"]), time_zone=case["zone"])

    assert again == datetime.fromisoformat(case["again"])


def test_an_answer_right_in_either_language_is_right() -> None:
    english = Exercise(id="w", type="text-entry", prompt="?", answer=("ranking",))
    chinese = Exercise(id="w", type="text-entry", prompt="?", answer=("排序",))

    for response in ("Ranking", "排序。"):
        assert assessing.outcome({"w": [english, chinese]}, responses={"w": response}).right == 1


@given(seed=st.text(), order=st.randoms(use_true_random=False))
def test_a_draw_is_the_same_whatever_the_order_of_the_pool(seed: str, order: Any) -> None:
    pool = a_pool(each=5)
    mixed = list(pool)
    order.shuffle(mixed)

    assert assessing.draw(pool, seed=seed) == assessing.draw(mixed, seed=seed)


@given(seed=st.text())
def test_a_draw_asks_five_different_ones_of_every_lesson_it_can(seed: str) -> None:
    drawn = assessing.draw(a_pool(each=5), seed=seed)

    assert len(set(drawn)) == assessing.DRAWN
    shares = Counter(item.split("-")[0] for item in drawn)
    assert sorted(shares.values()) == [1, 2, 2]


def test_everything_is_drawn_about_as_often() -> None:
    pool = a_pool(each=8, lessons=("ra1", "ra2"))
    drawn = Counter(item for number in range(2000) for item in assessing.draw(pool, seed=f"learner {number}"))

    assert len(drawn) == len(pool)
    assert max(drawn.values()) < 1.4 * min(drawn.values())


def test_a_draw_of_yesterday_can_be_made_again_for_ever() -> None:
    """After a restore the server finds lost draws by drawing them once more: this may never change."""
    assert assessing.draw(a_pool(each=3), seed="always") == DRAWN_ONCE
