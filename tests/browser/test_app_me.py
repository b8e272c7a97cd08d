"""Me: her picture, the size of words, reading aloud, a helper at her side, what she allows, and her data as a file."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import assert_everybody_can_use
from tests.browser.held import kept
from tests.browser.learner import answer_card, card, step
from tests.browser.site import Site, until
from tests.browser.test_app_rooms import wait_until_ready

pytestmark = pytest.mark.browser

PHONE: Any = {"width": 320, "height": 700}
CUT = """() => [...document.querySelectorAll(".btn")]
    .filter((button) => button.offsetParent && button.scrollWidth > button.clientWidth)
    .map((button) => button.innerText)"""
VOICE = """
window.said = [];
const voice = {lang: "en-GB", name: "Voice"};
class Speech { constructor(text) { this.text = text; } }
Object.defineProperty(window, "SpeechSynthesisUtterance", {value: Speech});
Object.defineProperty(window, "speechSynthesis", {value: {
    getVoices: () => [voice],
    cancel() {},
    speak(speech) {
        said.push([speech.text, speech.rate]);
        setTimeout(() => speech.onend(), 20);
    },
}});"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, locale="en-GB", bypass_csp=True, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def begin(page: Page, site: Site) -> None:
    """An answer on the first page, and the app with it."""
    page.goto(f"{site.address}/en/ra/ra1/")
    step(page)
    answer_card(page, "ra1", "en")
    wait_until_ready(page)


def events(page: Page, kind: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = kept(page, "events")
    return [event["body"] for event in sorted(found, key=lambda event: event["seq"]) if event["kind"] == kind]


def test_a_picture_is_kept_on_the_tap_and_a_name_when_she_says_so(site: Site, page: Page) -> None:
    begin(page, site)
    page.goto(f"{site.address}/me")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Type a name first.")).to_be_visible()
    page.get_by_label("Kiwi").check()
    expect(page.get_by_text("Saved on this phone")).to_be_visible()
    page.get_by_label("Your name here").fill("Xiulan")
    expect(page.get_by_text("Type a name first.")).to_have_count(0)
    page.get_by_role("link", name="Today").click()
    expect(page.locator(".hello")).to_have_text("Hello")
    expect(page.locator(".blob.plate img")).to_be_visible()
    assert [(body["nickname"], body["picture"]) for body in events(page, "profile_set")] == [("", "kiwi")]


def test_a_picture_that_is_tapped_beside_a_name_keeps_the_name_too(site: Site, page: Page) -> None:
    begin(page, site)
    page.goto(f"{site.address}/me")
    page.get_by_label("Your name here").fill("Xiulan")
    page.get_by_label("Kiwi").check()
    expect(page.get_by_text("Saved on this phone")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Your name here")).to_have_value("Xiulan")
    expect(page.get_by_label("Kiwi")).to_be_checked()


def test_that_her_name_is_saved_is_said_where_she_tapped(site: Site, page: Page) -> None:
    begin(page, site)
    page.goto(f"{site.address}/me")
    page.get_by_label("Your name here").fill("Xiulan")
    save = page.get_by_role("button", name="Save", exact=True)
    save.click()
    said = page.get_by_role("status").get_by_text("Saved on this phone")
    expect(said).to_be_in_viewport(ratio=1)
    expect(save).to_be_in_viewport(ratio=1)
    assert save.evaluate("(button) => button.previousElementSibling.textContent") == "Saved on this phone"


def test_words_at_twice_their_size_stay_so_and_fit_a_small_phone(site: Site, page: Page) -> None:
    begin(page, site)
    page.goto(f"{site.address}/me")
    page.get_by_label("Very large").check()
    expect(page.locator("html.big")).to_be_attached()
    for path in ("/me", "/", "/path", "/library", "/en/ra/ra1/", "/en/pc/pc1/"):
        page.goto(site.address + path)
        expect(page.locator("h1, h2").first).to_be_attached()
        page.wait_for_load_state("networkidle")
        assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "36px", path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{path} is wider than the phone"
        assert page.evaluate(CUT) == [], f"{path} cuts the words of a button"
        assert_everybody_can_use(page, what=path)


def test_a_phone_without_a_voice_says_so_and_offers_no_dead_button(site: Site, page: Page) -> None:
    begin(page, site)
    page.goto(f"{site.address}/me")
    expect(page.get_by_text("This phone has no English voice.")).to_have_count(1)
    expect(page.get_by_label("Read each card by itself")).to_have_count(0)


def test_each_card_is_read_by_itself_at_the_speed_she_chose(site: Site, page: Page) -> None:
    page.add_init_script(VOICE)
    begin(page, site)
    page.goto(f"{site.address}/me")
    page.get_by_label("Read each card by itself").check()
    page.get_by_label("Slow").check()
    expect(page.locator("#sample.read")).to_have_count(0)
    assert page.evaluate("said") == [["This is how a lesson is read to you.", 0.7]]

    page.goto(f"{site.address}/en/ra/ra1/")
    expect(card(page)).to_be_visible()
    until(lambda: len(page.evaluate("said")) > 0, what="the first card to be read")
    page.evaluate("said.length = 0")
    step(page)
    until(lambda: len(page.evaluate("said")) > 0, what="the next card to be read")
    assert page.evaluate("said")[0][1] == 0.7


def test_a_helper_is_reminded_at_each_card_and_nothing_is_covered(site: Site, page: Page) -> None:
    begin(page, site)
    page.goto(f"{site.address}/me")
    page.get_by_label("I help somebody learn").check()
    page.goto(f"{site.address}/en/ra/ra1/")
    for _ in range(3):
        bar = page.get_by_role("complementary")
        expect(bar).to_contain_text("Let the learner tap")
        box, lesson = bar.bounding_box(), page.locator("main").bounding_box()
        assert box and lesson
        assert box["y"] + box["height"] <= lesson["y"] + 1
        if not card(page).locator("form, [data-tool]").count():
            page.set_viewport_size({"width": 390, "height": 844})
            assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")
            page.set_viewport_size(PHONE)
        assert bar.evaluate("bar => getComputedStyle(bar).position") == "static"
        assert_everybody_can_use(page)
        if card(page).locator("form").count():
            answer_card(page, "ra1", "en")
        else:
            page.locator("main > .foot .btn").last.click()


def test_what_she_allows_is_changed_in_me(site: Site, page: Page) -> None:
    begin(page, site)
    page.goto(f"{site.address}/me")
    page.get_by_label("My centre may call or write to me").check()
    until(lambda: bool(events(page, "consent_set")), what="the consent")
    page.get_by_label("My centre may call or write to me").uncheck()
    until(lambda: len(events(page, "consent_set")) == 2, what="the second word")
    assert events(page, "consent_set") == [
        {"purpose": "contact", "given": True},
        {"purpose": "contact", "given": False},
    ]


def test_her_data_is_a_file_with_every_event_also_without_a_network(site: Site, page: Page) -> None:
    begin(page, site)
    page.goto(f"{site.address}/me")
    page.get_by_label("Kiwi").check()
    expect(page.get_by_text("Saved on this phone")).to_be_visible()
    page.context.set_offline(True)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save my data as a file").click()
    expect(page.get_by_text("The file is with your downloads.")).to_be_visible()
    assert download.value.suggested_filename.endswith(".html")
    page.goto("about:blank")
    page.set_content(Path(download.value.path()).read_text())
    expect(page.get_by_role("row", name="What happens after the buyer")).to_be_visible()
    mine = json.loads(page.locator("#record").text_content() or "")
    page.goto(f"{site.address}/me")
    sent = {event["id"]: event for event in kept(page, "events")}
    assert {event["id"]: event for event in mine["events"]} == sent
    assert len(sent) >= 3
    assert mine["profile"]["picture"] == "kiwi"
    assert [(row["module"], row["lesson"]) for row in mine["progress"]] == [("ra", "ra1")]


def test_the_window_says_which_screen_it_shows_in_her_language(site: Site, page: Page) -> None:
    begin(page, site)
    for path, title in (("/", "Today · Xiangke"), ("/path", "Path · Xiangke"), ("/library", "Library · Xiangke")):
        page.goto(site.address + path)
        expect(page).to_have_title(title)
    page.goto(f"{site.address}/me")
    page.get_by_label("中文").check()
    expect(page).to_have_title("我的 · 乡课")


def test_a_phone_that_never_sent_anything_does_not_say_all_sent(site: Site, page: Page) -> None:
    page.goto(f"{site.address}/app")
    page.get_by_role("button", name="Start").click()
    page.wait_for_load_state("networkidle")
    expect(page.get_by_text("What you do is saved on this phone.")).to_be_visible()
    expect(page.get_by_text("All sent")).to_have_count(0)
