"""The practices made of moves as a learner meets them: cards, paths, steps, messages, a password of words."""

import pytest

from tests.languages import LANGUAGES
from tests.tools.goals import BROKEN, MESSAGES, ORDER, SHOP, SIGNS
from tests.tools.playing import FIRST_MOVES, answer, go_on, press, put, step
from tests.tools.practice import Open, Practice, assert_fits_everybody

pytestmark = pytest.mark.browser

FOLDERS = ["goods", "papers", "dated", "goods", "proofs", "family", "numbers"]
FILES = [*FOLDERS, "dated", "papers", "proofs", "goods", "family", "numbers", "papers"]


def look(practice: Practice, message: str) -> None:
    press(practice, f".part:nth-child({SIGNS[message] + 1})" if message in SIGNS else "[data-real]")
    go_on(practice)


def take_words(practice: Practice, *words: str) -> None:
    for word in words:
        answer(practice, word)


TURNS = (
    "case-desk",
    "chat-trainer",
    "code-cards",
    "computer-hour",
    "data-jar",
    "decision-path",
    "device-parts",
    "file-sorter",
    "form-finder",
    "honest-photos",
    "keyboard",
    "message-check",
    "mini-sheet",
    "money-path",
    "order-the-steps",
    "password-builder",
    "permission-cards",
    "results-page",
    "rule-hunt",
    "shop-opening",
    "spot-the-phishing",
    "text-editor",
    "title-builder",
    "touchpad",
)


def test_a_card_put_elsewhere_comes_back_until_all_lie_where_they_belong(opened: Open) -> None:
    with opened("code-cards") as practice:
        put(practice, "never")
        for place in ["never", "never", "show", "never", "show", "never", "show", "never", "show"]:
            put(practice, place)
        assert practice.results() == []
        assert "on your stall" in practice.page.inner_text(".face")
        put(practice, "show")
        assert practice.results() == [{"cards": 10, "atOnce": 9}]
        assert "Done." in practice.page.inner_text(".mission")
        assert practice.page.locator(".fell li").count() == 10


def test_a_hint_says_first_why_the_other_place_tempts(opened: Open) -> None:
    with opened("permission-cards") as practice:
        press(practice, "[data-bin=allow]")
        said = practice.page.inner_text(".say")
        assert said.startswith("Allow: Many allow everything")
        assert said.endswith("Light needs no names. It comes back once more.")


def test_a_picture_is_honest_where_she_gets_what_she_sees(opened: Open) -> None:
    with opened("honest-photos") as practice:
        press(practice, "[data-bin=misleads]")
        assert "not every change deceives" in practice.page.inner_text(".say")
        go_on(practice)
        for place in ["misleads", "honest", "misleads", "honest", "misleads", "honest", "misleads", "misleads"]:
            put(practice, place)
        assert practice.results() == []
        put(practice, "honest")
        put(practice, "honest")
        assert practice.results() == [{"cards": 10, "atOnce": 9}]


def test_twelve_files_lie_in_five_folders_and_two_have_a_new_name(opened: Open) -> None:
    with opened("file-sorter") as practice:
        for place in FILES:
            put(practice, place)
        assert practice.results() == [{"cards": 14, "atOnce": 14}]
        named = practice.page.locator(".fell li").all_inner_texts()
        assert "2026-11-03_honey_front.jpg" in named
        assert "IMG_0031.jpg" not in named


def test_a_file_is_dragged_into_its_folder_by_its_picture(opened: Open) -> None:
    with opened("file-sorter") as practice:
        page = practice.page
        page.locator(".grip").hover()
        page.mouse.down()
        page.mouse.move(20, 20)
        page.mouse.up()
        assert practice.state() is None, "let go beside the folders, it is put nowhere"
        page.locator(".grip").drag_to(page.locator("[data-bin=goods]"))
        assert "Photos of goods: Yes." in page.inner_text(".say")
        assert practice.state()["moves"] == ["goods"]
        assert page.locator(".grip").count() == 0


def test_an_answer_that_does_not_fit_leads_nowhere_and_says_why(opened: Open) -> None:
    with opened("decision-path") as practice:
        answer(practice, "Yes")
        assert "Drying is no cooking" in practice.page.inner_text(".say")
        for way in ["No No Yes", "Yes", "No No No", "No No Yes", "No Yes", "No No Yes"]:
            for word in way.split():
                answer(practice, word)
            go_on(practice)
        assert practice.results() == [{"stories": 6, "straight": 5}]
        assert "Exempt, with a notice" in practice.page.inner_text(".ways")


def test_four_stories_find_their_form(opened: Open) -> None:
    with opened("form-finder") as practice:
        for way in ["No", "Yes Yes", "Yes No", "No"]:
            for word in way.split():
                answer(practice, word)
            go_on(practice)
        assert practice.results() == [{"stories": 4, "straight": 4}]


def test_an_order_goes_its_way_and_a_broken_one_goes_back(opened: Open) -> None:
    with opened("order-the-steps") as practice:
        step(practice, "released")
        assert practice.page.inner_text("[role=alert]").startswith("Not yet. It waits")
        for name in ORDER:
            step(practice, name)
        assert practice.results() == []
        go_on(practice)
        step(practice, "paid")
        assert practice.page.inner_text("[role=alert]").startswith("Leave it.")
        for name in BROKEN:
            step(practice, name)
        assert practice.results() == [{"rounds": 2, "early": 1, "trapped": 1}]


def test_a_shop_is_opened_past_two_traps(opened: Open) -> None:
    with opened("shop-opening") as practice:
        step(practice, "fee")
        assert "never to a helper" in practice.page.inner_text("[role=alert]")
        for name in SHOP:
            step(practice, name)
        assert practice.results() == [{"rounds": 1, "early": 0, "trapped": 1}]
        assert practice.page.locator(".offered button").count() == 0
        assert practice.page.evaluate("document.activeElement.matches('.road')"), "the focus is not lost"


def test_ten_of_twelve_messages_are_enough(opened: Open) -> None:
    with opened("spot-the-phishing") as practice:
        press(practice, "[data-real]")
        assert "one sentence gives it away" in practice.page.inner_text(".say")
        assert practice.page.locator(".sign").count() == 1
        go_on(practice)
        press(practice, ".part:nth-child(2)")
        assert "this one is real" in practice.page.inner_text(".say")
        go_on(practice)
        for message in MESSAGES[2:]:
            look(practice, message)
        assert practice.results() == [{"right": 10, "alarms": 1}]
        assert "You saw 10 of 12." in practice.page.inner_text("#root")


def test_everything_is_false_does_not_get_there_and_the_others_come_once_more(opened: Open) -> None:
    with opened("spot-the-phishing") as practice:
        for _ in MESSAGES:
            press(practice, ".part:nth-child(3)")
            last = practice.page.inner_text("button[data-next]")
            go_on(practice)
        assert last == "Look at the others once more"
        assert practice.results() == []
        for message in ["order", "bank", "pickup", "code", "sister"]:
            look(practice, message)
        assert practice.results() == [{"right": 12, "alarms": 0}]


def test_a_password_grows_with_words_that_nobody_near_knows_and_is_kept_nowhere(opened: Open) -> None:
    with opened("password-builder") as practice:
        page = practice.page
        take_words(practice, "my name", "123456", "kettle")
        assert "Found at once" in page.inner_text("#root")
        answer(practice, "my name")
        answer(practice, "123456")
        take_words(practice, "cloud", "drum")
        assert "Found with patience · 8 billion tries" in page.inner_text("#root")
        answer(practice, "ladder")
        assert "16 trillion tries" in page.inner_text("#root")
        assert practice.state()["moves"] == []
        answer(practice, "I can remember these")
        assert practice.state()["moves"] == ["built"]
        assert "kettle" not in page.inner_text("#root")
        answer(practice, "Read the code to him")
        assert "who has the code has the account" in page.inner_text(".say")
        take_words(practice, "Keep the code to myself", "Hang up", "Open the app myself")
        assert practice.results() == [{"detours": 1}]
        state, shown = practice.state(), page.inner_text("#root")
    with opened("password-builder", state=state) as practice:
        assert practice.page.inner_text("#root") == shown


@pytest.mark.parametrize("tool", TURNS)
def test_one_step_back_undoes_the_last_move(opened: Open, tool: str) -> None:
    with opened(tool) as practice:
        begun = practice.page.inner_text("#root")
        FIRST_MOVES[tool](practice)
        assert practice.page.inner_text("#root") != begun
        answer(practice, "One step back")
        assert practice.page.inner_text("#root") == begun
        assert practice.page.evaluate("document.activeElement.innerText") == "One step back"
        FIRST_MOVES[tool](practice)
        answer(practice, "Back to the start")
        assert practice.page.inner_text("#root") == begun


@pytest.mark.parametrize("tool", [tool for tool in TURNS if tool != "password-builder"])
def test_one_step_back_goes_past_a_reload(opened: Open, tool: str) -> None:
    with opened(tool) as practice:
        begun = practice.page.inner_text("#root")
        FIRST_MOVES[tool](practice)
        state = practice.state()
    with opened(tool, state=state) as practice:
        answer(practice, "One step back")
        assert practice.page.inner_text("#root") == begun


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_of_files_fits_a_small_phone_with_large_words(opened: Open, language: str) -> None:
    with opened("file-sorter", language=language, width=320, text=200) as practice:
        for place in FILES:
            put(practice, place)
        assert_fits_everybody(practice.page, width=320)


def write(practice: Practice, cell: str, *keys: str) -> None:
    press(practice, f"[data-cell={cell}]")
    for key in (*keys, "enter"):
        press(practice, f"[data-cell={key}]" if key[0] in "BCDEF" else f"[data-key='{key}']")


def test_a_cash_book_counts_and_shows_the_order_that_lost_money(opened: Open) -> None:
    with opened("mini-sheet") as practice:
        page = practice.page
        cell = page.locator("[data-cell=F9]")
        write(practice, "E4", "3", "3", "unit")
        assert "words are not counted" in page.inner_text(".say")
        press(practice, "[data-key=back]")
        press(practice, "[data-key=enter]")
        assert page.inner_text("[data-cell=F4]") == "12"
        assert page.evaluate("document.activeElement.dataset.cell") == "E7", "the focus stands where it goes on"
        page.keyboard.press("Enter")
        page.keyboard.type("62")
        press(practice, "[data-key=enter]")
        write(practice, "D8", "=", "B8", "*", "C8")
        press(practice, "[data-cell=F7]")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        write(practice, "F9", "SUM", "F2", "F8")
        assert cell.inner_text() == "188"
        press(practice, "[data-cell=F3]")
        assert "has something left" in page.inner_text(".say")
        press(practice, "[data-cell=F6]")
        assert practice.results() == [{"tasks": 5, "misses": 2}]


def test_a_title_of_true_words_is_found_by_three_buyers(opened: Open) -> None:
    with opened("title-builder") as practice:
        page = practice.page
        for word in ("dried", "shiitake", "g500", "gift"):
            press(practice, f"[data-word={word}]")
        assert "Your bag has none" in page.inner_text(".say")
        assert page.inner_text(".title-typed") == "dried shiitake 500 g gift box"
        assert "gets no box" in page.inner_text(".title-searches .hint")
        press(practice, "[data-word=cut]")
        assert page.inner_text(".say").endswith("Take back: gift box.")
        assert practice.results() == []
        press(practice, "[data-word=gift]")
        assert practice.results() == [{"found": 3, "length": 30}]
        assert page.evaluate("document.activeElement.dataset.word") == "gift", "the focus stays on the word"
