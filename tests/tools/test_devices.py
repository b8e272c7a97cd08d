"""The practices with a drawn computer as a learner meets them: parts, touchpad, keyboard, text, the computer hour."""

import pytest

from tests.tools.playing import act, answer
from tests.tools.practice import Open

pytestmark = pytest.mark.browser


def test_four_errands_are_done_from_thing_to_thing_with_buttons_alone(opened: Open) -> None:
    with opened("touchpad") as practice:
        page = practice.page
        act(practice, "next", "right")
        assert "it takes the left one" in page.inner_text(".say")
        act(practice, "left", "left")
        assert "picked already" in page.inner_text(".say")
        act(practice, "next", "left", "next", "left", "left", "left", "right", "hold", "next", "left")
        assert "Beside the van" in page.inner_text(".say")
        assert practice.results() == []
        act(practice, *["next"] * 5, "hold", *["next"] * 3, "hold")
        assert practice.results() == [{"errands": 4, "detours": 3}]
        assert page.evaluate("document.activeElement.matches('[data-next]')"), "the focus is not lost"


def test_a_thumb_moves_the_pointer_and_its_shape_tells_what_lies_there(opened: Open) -> None:
    with opened("touchpad") as practice:
        page = practice.page
        page.locator(".desk").click()
        assert "feels no finger" in page.inner_text(".say")
        page.locator(".pad").scroll_into_view_if_needed()
        pad = page.locator(".pad").bounding_box()
        assert pad
        x, y = pad["x"] + pad["width"] / 2, pad["y"] + pad["height"] / 2
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + 2, y - 32)
        assert "Hand: a link" in page.inner_text(".desk p")
        page.mouse.up()
        assert practice.state() is None, "a slide is no click"
        page.mouse.click(x, y)
        assert "Ring: please wait" in page.inner_text(".desk p")
        page.locator(".pad").press("ArrowDown")
        for _ in range(4):
            page.locator(".pad").press("ArrowLeft")
        assert "Thin I: type here" in page.inner_text(".desk p")
        answer(practice, "One step back")
        assert "Nothing here" in page.inner_text(".desk p")
