from dataclasses import replace
from typing import Any

import pytest

from courses.engine.ranking import DEFAULT_WEIGHTS, Listing, ad_slot, matched, ranked
from tests.engine.vectors import vectors

FILE = vectors("ranking.json")
LISTINGS = [Listing(**value) for value in FILE["listings"]]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in FILE["cases"]])
def test_every_setting_gives_its_order_and_scores(case: dict[str, Any]) -> None:
    listings = [replace(each, **case["b"]) if each.id == "B" else each for each in LISTINGS]
    placed = ranked(listings, weights=case["weights"])
    assert [[each.id, round(each.score, 1)] for each in placed] == case["expected"]


def test_the_default_weights_are_the_first_setting() -> None:
    assert FILE["cases"][0]["weights"] == DEFAULT_WEIGHTS


def test_what_does_not_fit_the_words_is_not_ranked() -> None:
    assert [each.id for each in matched(LISTINGS)] == ["A", "B", "C", "D", "E"]
    assert ranked([each for each in LISTINGS if each.id == "F"]) == []


def test_the_parts_add_up_to_the_score() -> None:
    for placed in ranked(LISTINGS):
        assert sum(placed.parts.values()) == pytest.approx(placed.score)
        assert 0 <= placed.score <= 100


def test_the_advertising_place_goes_by_bid_and_expected_click_rate() -> None:
    assert [[id_, round(value, 3)] for id_, value in ad_slot(LISTINGS)] == FILE["ad_slot"]
