"""The practices with a drawn computer as a learner meets them: parts, touchpad, keyboard, text, the computer hour."""

import pytest

from tests.languages import LANGUAGES
from tests.tools.goals import HOUR, PARTS
from tests.tools.playing import act, answer, choose, press, press_keys, step
from tests.tools.practice import Open, Practice, assert_fits_everybody

pytestmark = pytest.mark.browser

PINYIN = ["mode", *"ganxianggu", "space", "space", *"500", *"ke", "space", "space", *"45", *"yuan", "space", "enter"]


def test_six_parts_are_found_and_the_computer_is_left_safely(opened: Open) -> None:
    with opened("device-parts") as practice:
        page = practice.page
        press(practice, "[data-part=case]")
        assert page.inner_text(".say").startswith("This is the case.")
        for part in PARTS:
            assert page.locator(f"[data-part={part}].found").count() == 0
            press(practice, f"[data-part={part}]")
        step(practice, "plug")
        assert "may be lost" in page.inner_text("[role=alert]")
        for name in HOUR:
            step(practice, name)
        assert practice.results() == [{"parts": 6, "detours": 2}]
        assert page.evaluate("document.activeElement.matches('[data-next]')"), "the focus is not lost"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_is_large_enough_on_a_small_phone(opened: Open, language: str) -> None:
    with opened("device-parts", language=language, width=320) as practice:
        for part in PARTS:
            press(practice, f"[data-part={part}]")
        assert_fits_everybody(practice.page, width=320)


def tap_word(practice: Practice, word: str) -> None:
    practice.page.locator(f"[data-at='{word}']").click()


def test_a_messy_page_is_put_right_with_taps_and_saved(opened: Open) -> None:
    with opened("text-editor") as practice:
        page = practice.page
        act(practice, "cut")
        assert "Select first" in page.inner_text(".say")
        act(practice, "save")
        assert "Not there yet" in page.inner_text(".say")
        tap_word(practice, "notes 2")
        act(practice, "copy")
        tap_word(practice, "page 5")
        act(practice, "paste")
        tap_word(practice, "page 8")
        act(practice, "line", "cut", "undo", "line", "cut")
        tap_word(practice, "notes 5")
        act(practice, "line", "copy")
        tap_word(practice, "page 12")
        tap_word(practice, "page 12")
        act(practice, "paste")
        assert practice.results() == []
        assert page.locator(".jobs .good").count() == 3
        act(practice, "save")
        assert practice.results() == [{"steps": 8}]
        assert page.evaluate("document.activeElement.matches('[data-next]')"), "the focus is not lost"


def test_a_page_is_put_right_with_the_keyboard_alone(opened: Open) -> None:
    with opened("text-editor", language="zh-hans") as practice:
        keys = practice.page.keyboard
        notes, page = practice.page.locator(".paper").all()
        notes.press("ArrowRight")
        for key in ["ArrowRight", "Shift+ArrowRight", "Control+c"]:
            keys.press(key)
        page.focus()
        for key in ["ArrowRight", *["ArrowRight"] * 4, "Shift+ArrowRight", "Control+v", *["ArrowRight"] * 2]:
            keys.press(key)
        for key in [*["Shift+ArrowRight"] * 3, "Control+x"]:
            keys.press(key)
        notes.focus()
        for key in ["ArrowRight", *["ArrowRight"] * 4, *["Shift+ArrowRight"] * 4, "Control+c"]:
            keys.press(key)
        page.focus()
        for key in ["ArrowRight", *["ArrowRight"] * 10, "Control+v", "Control+s"]:
            keys.press(key)
        assert practice.results() == [{"steps": 5}]


def test_a_thumb_slides_over_the_words_and_an_end_is_moved_by_its_handle(opened: Open) -> None:
    with opened("text-editor") as practice:
        page = practice.page
        for begun, ended, selected in [(8, 10, "From Qingshan village."), (10, 9, "From Qingshan")]:
            page.locator(f"[data-at='page {begun}']").hover()
            page.mouse.down()
            page.locator(f"[data-at='page {ended}']").hover()
            page.mouse.up()
            assert page.inner_text(".say").startswith(f"“{selected}” is selected.")


def tick(practice: Practice, *boxes: str) -> None:
    for box in boxes:
        practice.page.locator(f"[data-box={box}]").press(" ")


def test_a_card_for_the_computer_hour_is_made_and_ticked_there(opened: Open) -> None:
    with opened("computer-hour") as practice:
        page = practice.page
        tick(practice, "photos", "pages", "labels")
        act(practice, "next")
        assert "more than 50 minutes" in page.inner_text(".say")
        tick(practice, "pages")
        act(practice, "next")
        tick(practice, "stick", "orders", "id-card")
        act(practice, "next")
        assert "the next person sees it" in page.inner_text(".say")
        tick(practice, "id-card")
        act(practice, "next")
        tick(practice, "backup", "downloads", "logout")
        act(practice, "next")
        assert "Sticks are forgotten" in page.inner_text(".say")
        tick(practice, "take")
        assert practice.results() == []
        act(practice, "next")
        assert practice.results() == [{"jobs": 2, "minutes": 30, "detours": 3}]
        tick(practice, "photos", "stick")
        state = practice.state()
        assert_fits_everybody(page, width=390)
    with opened("computer-hour", state=state) as practice:
        assert practice.page.locator(".hour :checked").count() == 2
        assert practice.results() == [], "what was told once is not told again"


def test_five_errands_are_done_from_thing_to_thing_with_buttons_alone(opened: Open) -> None:
    with opened("touchpad") as practice:
        page = practice.page
        act(practice, "next", "right")
        assert "Left picks" in page.inner_text(".say")
        act(practice, "left", "left")
        assert "Picked already" in page.inner_text(".say")
        act(practice, "next", "left", "next", "left", "left", "left", "right")
        assert "Left picks" in page.inner_text(".say"), "the menu comes after the scrolling"
        act(practice, "scroll", "right", "hold", "next", "left")
        assert "Beside the van" in page.inner_text(".say")
        assert practice.results() == []
        act(practice, *["next"] * 5, "hold", *["next"] * 3, "drop")
        assert practice.results() == [{"errands": 5, "detours": 4}]
        assert page.evaluate("document.activeElement.matches('[data-next]')"), "the focus is not lost"


def test_a_thumb_moves_the_pointer_and_its_shape_tells_what_lies_there(opened: Open) -> None:
    with opened("touchpad") as practice:
        page = practice.page
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
        assert page.inner_text(".desk p").strip() == "Arrow: choose"


OPENED = [*["next", "left"] * 3, "left", "left"]


def test_two_fingers_scroll_the_open_window_and_one_does_not(opened: Open) -> None:
    with opened("touchpad") as practice:
        page = practice.page
        act(practice, *OPENED)
        page.locator(".pad").scroll_into_view_if_needed()
        pad = page.locator(".pad").bounding_box()
        assert pad
        bottom = pad["y"] + pad["height"] - 8
        screen = page.context.new_cdp_session(page)

        def touch(kind: str, fingers: int, *, up: int = 0) -> None:
            points = [{"x": pad["x"] + 80 + 60 * each, "y": bottom - up, "id": each} for each in range(fingers)]
            screen.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

        touch("touchStart", 1)
        for up in (10, 20, 10, 0):
            touch("touchMove", 1, up=up)
        touch("touchEnd", 0)
        assert page.inner_text(".say").startswith("Open."), "one finger moves the pointer, and scrolls nothing"
        touch("touchStart", 1)
        touch("touchStart", 2)
        for up in (20, 40, 60, 80):
            touch("touchMove", 2, up=up)
        touch("touchEnd", 0)
        assert page.inner_text(".say") == "Scrolled. A mouse has a wheel."
        assert practice.state()["moves"][-2:] == ["left persimmon", "scroll persimmon"], "once is enough"


def test_a_key_scrolls_the_open_window(opened: Open) -> None:
    with opened("touchpad", language="zh-hans") as practice:
        act(practice, *OPENED)
        practice.page.locator(".pad").press("PageDown")
        assert practice.page.inner_text(".say") == "滚到底了。鼠标上有滚轮。"


def test_a_line_is_typed_with_pinyin_and_the_next_key_is_marked(opened: Open) -> None:
    with opened("keyboard", language="zh-hans") as practice:
        page = practice.page
        for key in PINYIN:
            assert page.locator(f".now[data-key='{key}']").count() == 1
            press_keys(practice, key)
        assert practice.results() == [{"way": "keys", "strays": 0}]
        assert page.inner_text(".typed") == "干香菇 500克 45元"
        assert page.evaluate("document.activeElement.matches('[data-next]')"), "the focus is not lost"


def test_a_stray_letter_is_taken_away_and_a_real_keyboard_types_too(opened: Open) -> None:
    with opened("keyboard") as practice:
        page = practice.page
        press_keys(practice, "q")
        assert "Backspace takes it away" in page.inner_text(".say")
        page.locator(".typed").press("Backspace")
        page.keyboard.type("Dried mushrooms 500 g $45")
        page.keyboard.press("Enter")
        assert practice.results() == [{"way": "keys", "strays": 1}]


def test_by_hand_and_by_voice_the_line_comes_as_well_and_is_read_once_more(opened: Open) -> None:
    with opened("keyboard") as practice:
        page = practice.page
        choose(practice, "Say it")
        answer(practice, "Dried mushrooms 50 g ¥45")
        press_keys(practice, "enter")
        assert "number by number" in page.inner_text(".say")
        answer(practice, "One step back")
        answer(practice, "One step back")
        choose(practice, "Write by hand")
        for piece in ["Dried", "mushrooms", "500", "g", "¥45"]:
            answer(practice, piece)
        press_keys(practice, "enter")
        assert practice.results() == [{"way": "hand", "strays": 0}]
