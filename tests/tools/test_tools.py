"""The tools as a learner meets them, in a real Chromium, outside the app."""

from collections.abc import Callable

import pytest

from tests.tools.practice import LANGUAGES, LARGEST_TOOL, Open, Practice, assert_fits_everybody, sent_bytes

pytestmark = pytest.mark.browser

TOOLS = (
    *("ranking-simulator", "ranking-sieve", "margin-calculator", "offer-comparison"),
    *("ranking-buyer", "snowball-days", "ad-auction"),
)


def reach_place_two(practice: Practice) -> None:
    for dial, times in [("photo", 4), ("hours", 1), ("sales", 3), ("n", 2)]:
        practice.press(f"shop-{dial}", "ArrowRight", times)


def reach_cheapest(practice: Practice) -> None:
    for weight in ("rel", "sales", "rating", "delivery", "photo"):
        practice.press(f"weight-{weight}", "Home")


def reach_nothing_left(practice: Practice) -> None:
    practice.press("margin-broken", "ArrowRight", 29)


FIRST_MOVES: dict[str, Callable[[Practice], None]] = {
    "ranking-simulator": reach_place_two,
    "ranking-sieve": lambda practice: practice.tap("Dried shiitake"),
    "margin-calculator": reach_nothing_left,
    "offer-comparison": lambda practice: practice.press("offer-deposit", "ArrowRight", 3),
    "ranking-buyer": lambda practice: practice.page.get_by_role("button", name="Look at the next one").press("Enter"),
    "snowball-days": lambda practice: practice.page.get_by_role("button", name="One day on").press("Enter"),
    "ad-auction": lambda practice: practice.press("ad-bid", "ArrowRight", 41),
}


def test_the_three_missions_are_reached_with_the_keyboard_alone(opened: Open) -> None:
    with opened("ranking-simulator") as practice:
        assert practice.rows() == ["A 85.2", "D 80.8", "B 64.7", "E 63.2", "C 60.8"]
        reach_place_two(practice)
        assert practice.rows()[1].startswith("B")
        practice.page.get_by_role("button", name="Next mission").press("Enter")
        reach_cheapest(practice)
        assert practice.rows()[0].startswith("C")
        practice.page.get_by_role("button", name="Next mission").press("Enter")
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


@pytest.mark.parametrize("tool", TOOLS)
def test_state_survives_a_reload_and_strange_state_begins_anew(opened: Open, tool: str) -> None:
    with opened(tool) as practice:
        begun = practice.page.inner_text("#root")
        FIRST_MOVES[tool](practice)
        state, shown = practice.state(), practice.page.inner_text("#root")
        assert shown != begun
    with opened(tool, state=state) as practice:
        assert practice.page.inner_text("#root") == shown
    for strange in ["old", {"mission": 9}, {"search": 7, "title": "x"}, {"mission": 1, "won": [], "shop": None}]:
        with opened(tool, state=strange) as practice:
            assert practice.page.inner_text("#root") == begun
            assert practice.results() == []


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
        page.get_by_role("button", name="Next mission").press("Enter")
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


@pytest.mark.parametrize("tool", TOOLS)
def test_taking_it_down_leaves_nothing(opened: Open, tool: str) -> None:
    with opened(tool) as practice:
        practice.page.evaluate("down()")
        assert practice.page.inner_html("#root") == ""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tool", TOOLS)
@pytest.mark.parametrize(("width", "text", "dark"), [(390, 100, False), (390, 100, True), (320, 200, False)])
def test_it_fits_and_can_be_used_by_everybody(
    opened: Open, tool: str, language: str, width: int, text: int, dark: bool
) -> None:
    with opened(tool, language=language, width=width, text=text, dark=dark) as practice:
        assert_fits_everybody(practice.page, width=width)


@pytest.mark.parametrize("tool", TOOLS)
def test_a_tool_is_at_most_6_kilobytes_beside_preact(tool: str) -> None:
    assert sent_bytes(tool) <= LARGEST_TOOL
