"""The practices that count: ranking, the sieve, what an order leaves, which place to sell at."""

import pytest

from tests.browser.site import until
from tests.tools.goals import PHOTOS
from tests.tools.playing import enter, reach_place_two
from tests.tools.practice import Open, Practice

pytestmark = pytest.mark.browser


def reach_cheapest(practice: Practice) -> None:
    for weight in ("rel", "sales", "rating", "delivery", "photo"):
        practice.press(f"weight-{weight}", "Home")


def test_the_three_missions_are_reached_with_the_keyboard_alone(opened: Open) -> None:
    with opened("ranking-simulator") as practice:
        assert practice.rows() == ["A 85.2", "D 80.8", "B 64.7", "E 63.2", "C 60.8"]
        reach_place_two(practice)
        assert practice.rows()[1].startswith("B")
        enter(practice, "Next mission")
        reach_cheapest(practice)
        assert practice.rows()[0].startswith("C")
        enter(practice, "Next mission")
        practice.press("shop-price", "ArrowLeft", 15)
        assert practice.rows() == ["B 87.1", "A 85.2", "D 80.8", "E 63.2", "C 60.8"]
        assert practice.page.inner_text(".left") == "Place 1 · an order loses ¥3.18"
        assert [(result["mission"], result["place"]) for result in practice.results()] == [(1, 2), (2, 4), (3, 1)]
        assert practice.results()[2]["left"] == -3.18


def test_other_weights_do_not_win_the_mission_of_the_shop(opened: Open) -> None:
    with opened("ranking-simulator") as practice:
        practice.tap("What counts")
        for weight in ("sales", "rating", "price", "delivery", "photo"):
            practice.press(f"weight-{weight}", "Home")
        assert practice.rows()[0].startswith("B")
        assert practice.results() == []
        assert "Platforms choose the weights" in practice.page.inner_text(".mission")


def test_one_step_back_and_back_to_the_start(opened: Open) -> None:
    with opened("ranking-simulator") as practice:
        practice.page.get_by_role("button", name="More: Photo").click()
        practice.page.get_by_role("button", name="More: Price").click()
        practice.page.get_by_role("button", name="One step back").click()
        assert (practice.state()["shop"]["photo"], practice.state()["shop"]["price"]) == (0.6, 45)
        practice.page.get_by_role("button", name="One step back").click()
        assert practice.rows()[2] == "B 64.7"
        reach_place_two(practice)
        practice.page.get_by_role("button", name="Back to the start").click()
        assert practice.rows()[2] == "B 64.7"
        assert "Done." in practice.page.inner_text(".mission"), "what was reached stays reached"


def test_one_word_lets_the_card_stay_in_the_sieve(opened: Open) -> None:
    with opened("ranking-sieve") as practice:
        assert "dried, shiitake" in practice.page.inner_text(".verdict")
        practice.tap("Taste of home")
        assert practice.results() == []
        practice.tap("Dried shiitake")
        assert practice.rows() == ["A 85.2", "D 80.8", "B 64.7", "E 63.2", "C 60.8"]
        assert practice.results() == [{"stays": True, "search": 0, "title": 2}]
        practice.tap("kiwi")
        assert "that is right" in practice.page.inner_text(".verdict")
        assert len(practice.results()) == 1


def test_break_even_is_found_and_a_price_that_bears_the_breakage(opened: Open) -> None:
    with opened("margin-calculator") as practice:
        page = practice.page
        assert page.inner_text(".sum") == "¥5.76"
        practice.press("margin-broken", "ArrowRight", 10)
        assert page.inner_text(".sum") == "¥3.77"
        practice.press("margin-broken", "ArrowRight", 19)
        assert page.inner_text(".sum") == "−¥0.01"
        assert "14.49 of 100" in page.inner_text(".mission")
        enter(practice, "Next mission")
        practice.press("margin-goods", "ArrowLeft", 9)
        assert "move only the price" in page.inner_text(".mission")
        page.get_by_role("button", name="Back to the start").click()
        practice.press("margin-price", "ArrowRight", 4)
        assert page.inner_text(".sum") == "¥5.36"
        assert [(result["mission"], result["left"]) for result in practice.results()] == [(1, -0.01), (2, 5.36)]
        page.get_by_role("button", name="One step back").click()
        assert page.inner_text(".sum") == "¥4.47"


def test_places_are_compared_once_two_carry_their_day(opened: Open) -> None:
    with opened("offer-comparison") as practice:
        page = practice.page
        cash = page.locator(".rank .s")
        assert cash.all_inner_texts() == ["¥1600", "¥1200", "¥600"]
        practice.press("offer-fee", "ArrowRight", 2)
        assert cash.first.inner_text() == "¥1700"
        assert page.locator(".undated").count() == 3
        page.fill("#offer-date", "2026-11-20")
        assert practice.results() == []
        practice.tap("Place B")
        page.fill("#offer-date", "2026-11-21")
        assert [result["first"] for result in practice.results()] == [[1700, 1200, 600]]
        assert page.locator(".undated").count() == 1
        practice.tap("What matters")
        practice.press("offer-weight-money", "Home")
        practice.press("offer-weight-time", "Home")
        practice.press("offer-weight-rules", "Home")
        assert cash.all_inner_texts() == ["100.0", "60.0", "20.0"]


def frame_photo(practice: Practice, turns: dict[str, int]) -> None:
    for turn, times in turns.items():
        if turn in ("size", "light"):
            practice.press(f"crop-{turn}", "ArrowRight" if times > 0 else "ArrowLeft", abs(times))
        else:
            for _ in range(times):
                practice.page.press(f".crop-moves .{turn}", "Enter")


def test_four_photos_become_main_pictures_with_the_keyboard_alone(opened: Open) -> None:
    with opened("photo-crop") as practice:
        page = practice.page
        page.press("[data-use]", "Enter")
        assert "not for sale" in page.inner_text(".say")
        for turns in PHOTOS:
            frame_photo(practice, turns)
            page.press("[data-use]", "Enter")
        assert practice.results() == [{"photos": 4, "misses": 1}]
        assert page.locator(".crop-shelf .crop-sold").count() == 4
        enter(practice, "One step back")
        assert page.locator("[data-use]").count() == 1


def test_the_frame_is_dragged_and_stays_on_the_photo(opened: Open) -> None:
    with opened("photo-crop") as practice:
        page = practice.page
        practice.press("crop-size", "ArrowLeft", 5)
        before = practice.state()["shots"][0]["frame"]
        page.locator(".crop-frame").click()
        assert practice.state()["shots"][0]["frame"] == before == {"x": 8, "y": 5, "size": 20}
        page.locator(".crop-frame").hover()
        page.mouse.down()
        corner = {"x": 0, "y": 0, "size": 20}

        def is_in_corner() -> bool:
            for place in (4, 2):  # a finger trembles; a browser that is busy may pass over a single move
                page.mouse.move(place, place)
            return bool(practice.state()["shots"][0]["frame"] == corner)

        until(is_in_corner, what="the frame in the corner")
        page.mouse.up()
        assert practice.state()["shots"][0]["frame"] == corner
        enter(practice, "One step back")
        assert practice.state()["shots"][0]["frame"] == before


def test_the_highest_bid_is_found_for_three_ads(opened: Open) -> None:
    with opened("highest-bid") as practice:
        page = practice.page
        rest = page.locator(".bid-account .sum")
        assert rest.inner_text() == "−¥36.00"
        page.press("[data-place]", "Enter")
        assert "cost more than the orders bring" in page.inner_text(".say")
        practice.press("bid", "ArrowLeft", 18)
        assert rest.inner_text() == "¥0.00"
        page.press("[data-place]", "Enter")
        assert "¥6 × 4 of 100 = ¥0.24" in page.inner_text(".say")
        page.press("[data-place]", "Enter")
        assert "There is still room" in page.inner_text(".say.hint")
        practice.press("bid", "ArrowRight", 21)
        page.press("[data-place]", "Enter")
        assert "less than ¥2" in page.inner_text(".say.hint")
        practice.press("bid", "ArrowLeft")
        page.press("[data-place]", "Enter")
        practice.press("bid", "ArrowLeft", 12)
        assert practice.results() == []
        page.press("[data-place]", "Enter")
        assert practice.results() == [{"bids": [0.24, 0.8, 0.06], "misses": 3}]
