"""The further modes of the ranking simulator, with the keyboard alone: a buyer, ten days, the paid place."""

import pytest

from tests.tools.playing import choose, enter
from tests.tools.practice import Open

pytestmark = pytest.mark.browser


def test_three_people_are_bought_for_and_each_time_she_sees_how_far_one_looks(opened: Open) -> None:
    with opened("ranking-buyer") as practice:
        page = practice.page
        enter(practice, "Buy here: Big store")
        assert "stopped at the first card" in page.inner_text(".mission")
        enter(practice, "Next mission")
        enter(practice, "Buy here: Big store")
        assert "photo not clear enough" in page.inner_text(".left.hint")
        enter(practice, "Look at the next one")
        enter(practice, "Buy here: Brand shop")
        enter(practice, "Next mission")
        choose(practice, "Best reviews")
        assert page.inner_text(".offers b") == "Village shop"
        enter(practice, "Buy here: Village shop")
        bought = [(result["mission"], result["bought"], result["seen"]) for result in practice.results()]
        assert bought == [(1, "A", 1), (2, "D", 2), (3, "B", 1)]


def test_the_next_card_has_the_focus_once_she_looks_on(opened: Open) -> None:
    with opened("ranking-buyer") as practice:
        enter(practice, "Look at the next one")
        assert practice.page.evaluate("document.activeElement.dataset.id") == "D"
        enter(practice, "One step back")
        assert practice.page.locator(".offers li").count() == 1


def test_bought_sales_shine_three_days_and_real_ones_go_on(opened: Open) -> None:
    with opened("snowball-days") as practice:
        page = practice.page
        enter(practice, "To day 10")
        assert page.inner_text(".left") == "Day 10 · place 5 · 20 sold so far"
        choose(practice, "200 bought sales")
        for _ in range(3):
            enter(practice, "One day on")
        assert page.inner_text(".left") == "Day 3 · place 3 · 12 sold so far"
        enter(practice, "One day on")
        assert page.inner_text(".left") == "Day 4 · place 8 · 13 sold so far"
        assert "were found" in page.inner_text(".pin")
        enter(practice, "To day 10")
        enter(practice, "Next mission")
        practice.press("snowball-photo", "ArrowRight", 4)
        practice.press("snowball-hours", "ArrowRight")
        enter(practice, "To day 10")
        assert "that is the snowball" in page.inner_text(".mission")
        assert [result["mission"] for result in practice.results()] == [1, 2]
        sold = {start: run["sold"] for start, run in practice.results()[1]["runs"].items()}
        assert sold == {"real": 20, "bought": 19, "none": 45}


def test_the_paid_place_is_had_earns_and_has_a_highest_bid(opened: Open) -> None:
    with opened("ad-auction") as practice:
        page = practice.page
        assert practice.rows() == ["E ¥40.0", "D ¥36.0", "C ¥18.0", "B ¥8.0"]
        assert page.inner_text(".rank li:first-child .paid") == "广告 (ad)"
        practice.press("ad-bid", "ArrowRight", 41)
        assert practice.rows()[0] == "B ¥40.8"
        assert page.inner_text(".left") == "The ad loses ¥3.26"
        enter(practice, "Next mission")
        practice.press("ad-photo", "ArrowRight", 4)
        practice.press("ad-bid", "ArrowLeft", 17)
        assert page.inner_text(".left") == "The ad earns ¥15.50"
        enter(practice, "Next mission")
        practice.press("ad-bid", "ArrowRight", 11)
        assert "¥0.93 a click, not more" in page.inner_text(".mission")
        assert [result["mission"] for result in practice.results()] == [1, 2, 3]
