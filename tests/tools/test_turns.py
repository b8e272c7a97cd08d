"""The practices made of moves as a learner meets them: cards, paths, steps, messages, a password of words."""

import pytest

from tests.languages import LANGUAGES
from tests.tools.playing import FIRST_MOVES, answer, go_on, press, put, step
from tests.tools.practice import Open, Practice, assert_fits_everybody

pytestmark = pytest.mark.browser

FOLDERS = ["goods", "papers", "dated", "goods", "proofs", "family", "numbers"]
FILES = [*FOLDERS, "dated", "papers", "proofs", "goods", "family", "numbers", "papers"]
SHOP = ["account", "identity", "bank", "category", "papers", "deposit", "return", "freight", "product", "test"]
ORDER = ["search", "compare", "order", "pay", "accept", "pack", "courier", "sign", "released"]
BROKEN = ["opens", "asks", "looks", "agrees", "refund", "claim"]
SIGNS = {"fee": 2, "closing": 2, "friend": 2, "subsidy": 2, "screen": 2, "prize": 2, "police": 2}
MESSAGES = [
    *("fee", "order", "closing", "bank", "friend", "pickup"),
    *("subsidy", "code", "screen", "prize", "sister", "police"),
]


def look(practice: Practice, message: str) -> None:
    press(practice, f".part:nth-child({SIGNS[message] + 1})" if message in SIGNS else "[data-real]")
    go_on(practice)


def take_words(practice: Practice, *words: str) -> None:
    for word in words:
        answer(practice, word)


def say(practice: Practice, *replies: str) -> None:
    for reply in replies:
        press(practice, f"[data-reply={reply}]")


def find(practice: Practice, *items: str) -> None:
    for item in items:
        press(practice, f"[data-item={item}]")


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


def talk(practice: Practice, *talks: str) -> None:
    """One talk after the other to its end; after the last one there is nothing to go on to."""
    for replies in talks:
        if practice.page.locator("button[data-next]").count():
            go_on(practice)
        say(practice, *replies.split())


def test_a_parcel_leaves_once_its_money_is_held_and_no_picture_counts(opened: Open) -> None:
    with opened("money-path") as practice:
        say(practice, "early")
        assert "the money never came" in practice.page.inner_text(".say")
        talk(practice, "until hold send wait", "agree", "another look tell", "inside send wait")
        assert practice.results() == [{"talks": 4, "lost": 1, "detours": 2}]
        assert practice.page.evaluate("document.activeElement.innerText").startswith("She confirms"), "focus is kept"


def test_each_answer_moves_the_mood_and_four_buyers_stay(opened: Open) -> None:
    with opened("chat-trainer") as practice:
        mood = practice.page.locator(".talk-top progress")
        say(practice, "wait")
        assert mood.get_attribute("value") == "2"
        assert "There is no fact in it" in practice.page.inner_text(".say")
        assert practice.page.locator(".bubble.mine").count() == 0, "what is thought better of is not said"
        say(practice, "fact", "day")
        talk(practice, "best trust", "best months offer", "stay only", "promise quiet")
        assert practice.results() == [{"talks": 4, "lost": 1, "detours": 1}]


def test_five_complaints_are_closed_with_proof_and_patience_can_be_used_up(opened: Open) -> None:
    with opened("case-desk") as practice:
        say(practice, "accept", "slip")
        assert "for another case" in practice.page.inner_text(".say")
        say(practice, "order", "refund")
        talk(practice, "block excluded")
        assert "No more patience" in practice.page.inner_text(".say")
        for case in ["sorry video refund", "angle video platform", "lookup slip friday", "keep order refund"]:
            talk(practice, case)
        assert practice.results() == [{"talks": 5, "lost": 1, "detours": 3}]


def test_two_searches_find_their_page_past_the_ads(opened: Open) -> None:
    with opened("results-page") as practice:
        find(practice, "post-wide")
        assert "Too long" in practice.page.inner_text("[role=alert]")
        find(practice, "post-exact", "agent", "agent", "old")
        assert practice.page.locator(".marked").count() == 1, "what is marked stays, a miss takes nothing away"
        assert "Nobody paid for this one" in practice.page.inner_text("[role=alert]")
        find(practice, "fast", "fast")
        assert "This one is an ad" in practice.page.inner_text("[role=alert]")
        find(practice, "office", "dry-exact", "dryer", "bags", "station")
        assert practice.results() == [{"tasks": 6, "misses": 3}]


def test_a_message_is_decided_after_two_looks(opened: Open) -> None:
    with opened("message-check") as practice:
        press(practice, "[data-verdict=leave]")
        assert "Take two looks first" in practice.page.inner_text(".say")
        for n, verdict in enumerate(["leave", "use", "ask", "leave", "ask", "leave"]):
            press(practice, "[data-look=who]")
            press(practice, "[data-look=who]")
            press(practice, "[data-look=else]")
            assert practice.page.locator(".fact").count() == 2, "a look twice is one look"
            if not n:
                press(practice, "[data-verdict=use]")
                assert "in your name" in practice.page.inner_text(".say")
            press(practice, f"[data-verdict={verdict}]")
            go_on(practice)
        assert practice.results() == [{"messages": 6, "early": 1, "off": 1}]


def test_three_rules_are_found_with_the_day_from_which_they_apply(opened: Open) -> None:
    with opened("rule-hunt") as practice:
        press(practice, "[data-door=shipping]")
        find(practice, "festival")
        assert "That is over" in practice.page.inner_text("[role=alert]")
        find(practice, "dispatch", "published")
        assert "It does not apply yet" in practice.page.inner_text("[role=alert]")
        find(practice, "begins")
        press(practice, "[data-door=fees]")
        find(practice, "deposit", "begins")
        press(practice, "[data-door=listing]")
        find(practice, "words", "begins")
        assert practice.results() == [{"rules": 3, "misses": 2}]
        assert "20 November 2026" in practice.page.inner_text(".tool .card")


def choose_ways(practice: Practice, *ways: str) -> None:
    for way in ways:
        press(practice, f"[data-way={way}]")


def test_a_week_is_lived_from_a_jar_that_can_run_dry(opened: Open) -> None:
    with opened("data-jar") as practice:
        choose_ways(practice, "lesson", "videocall", "originals", "film")
        assert "Thursday: the jar is empty" in practice.page.inner_text(".say")
        assert practice.page.locator("[data-way]").count() == 0
        answer(practice, "One step back")
        choose_ways(practice, "loaded", "off", "wait", "free")
        assert "Anybody can call a network so" in practice.page.inner_text(".say")
        assert practice.results() == []
        choose_ways(practice, "pay")
        assert practice.results() == [{"left": 266, "unsafe": 1}]


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
