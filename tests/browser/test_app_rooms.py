"""The app's screens on a real phone-sized page: without a network, on plain http, in both languages, at every size."""

import json
import socket
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import assert_everybody_can_use
from tests.browser.held import kept, wait_for_app
from tests.browser.learner import answer_card, card, finish, step
from tests.browser.site import Site, says, until
from trainingsite.bootstrap import ROOT

pytestmark = pytest.mark.browser

ROOMS = ["/", "/path", "/library", "/me", "/join/", "/{language}/ra/ra1/", "/{language}/pc/pc1/"]


def a_phone(browser: Browser, *, locale: str = "en-GB", width: int = 390, dark: bool = False, text: int = 100) -> Page:
    """A new phone. `text` is the size she chose for text, in percent."""
    context = browser.new_context(
        viewport={"width": width, "height": 844 if width < 800 else 800},
        locale=locale,
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
        bypass_csp=True,  # for axe alone, which is put into the page
    )
    page = context.new_page()
    if text != 100:
        size = f"html {{ font-size: {1.125 * text}% !important; }}"
        page.add_init_script(
            f"addEventListener('DOMContentLoaded', () => document.head.append("
            f"Object.assign(document.createElement('style'), {{textContent: {json.dumps(size)}}})))"
        )
    return page


def wait_until_ready(page: Page) -> None:
    wait_for_app(page, practices=["ranking-simulator"], files=["/static/art/trays-"])


def learn_a_little(page: Page, site: Site, *, language: str = "en") -> None:
    """The first page, one answer, and the wait until all is on the phone."""
    page.goto(f"{site.address}/{language}/ra/ra1/")
    step(page)
    answer_card(page, "ra1", language)
    wait_until_ready(page)


def test_every_screen_opens_without_a_network_and_what_she_does_is_sent_later(site: Site, browser: Browser) -> None:
    page = a_phone(browser)
    learn_a_little(page, site)
    site.gate.shut()

    page.goto(f"{site.address}/en/ra/ra2/")
    step(page)
    for path, word in (("/path", "Your path"), ("/library", "Library"), ("/me", "Me"), ("/", "Hello")):
        page.goto(f"{site.address}{path}")
        expect(page.locator("h1")).to_have_text(word)
    until(lambda: bool(page.evaluate("document.querySelector('img.pic').naturalWidth")), what="the picture")
    expect(page.locator(".status")).to_contain_text("for the network")
    page.locator("a.btn.go").click()
    expect(page).to_have_url(f"{site.address}/en/ra/ra2/")
    page.go_back()
    expect(page.locator(".tabs [aria-current]")).to_have_text("Today")

    site.gate.open()
    page.reload()
    expect(page.get_by_text("All sent")).to_be_visible(timeout=60_000)
    page.context.close()


def test_today_shows_the_card_she_left_however_she_left_it(site: Site, browser: Browser) -> None:
    page = a_phone(browser)
    learn_a_little(page, site)
    page.goto(f"{site.address}/")
    page.locator(".hero a.go").click()
    for leave in (lambda: page.get_by_text("Pause").click(), page.go_back):
        step(page)
        at = page.locator("header .count").inner_text().split(" / ")[0]
        leave()
        expect(page.locator(".hero .row .small")).to_contain_text(f"{at} of ")
        page.reload()
        expect(page.locator(".hero .row .small")).to_contain_text(f"{at} of ")
        page.locator(".hero a.go").click()
        expect(page.locator("header .count")).to_contain_text(f"{at} / ")
    page.context.close()


def test_the_path_says_of_every_lesson_begun_how_far_she_is(site: Site, browser: Browser) -> None:
    page = a_phone(browser)
    learn_a_little(page, site)
    page.goto(f"{site.address}/en/ra/ra2/")
    step(page)
    page.locator("header").get_by_text("Pause").click()
    page.locator(".tabs a").nth(1).click()
    expect(page.locator(".road li").nth(0)).to_contain_text("begun, 3 of ")
    expect(page.locator(".road .now")).to_contain_text("begun, 2 of ")
    expect(page.locator(".road li", has_text="begun")).to_have_count(2)
    page.context.close()


def test_a_lesson_nobody_has_fetched_says_so_and_offers_what_is_here(site: Site, browser: Browser) -> None:
    page = a_phone(browser)
    learn_a_little(page, site)
    page.goto(f"{site.address}/en/pc/pc1/")
    expect(page.locator("h1")).to_have_text("This lesson is not on the phone yet")
    page.get_by_text("Learn what is here").click()
    expect(page).to_have_url(f"{site.address}/en/ra/ra1/")
    page.context.close()


def test_name_and_picture_are_asked_after_the_first_lesson_and_stay(site: Site, browser: Browser) -> None:
    page = a_phone(browser)
    learn_a_little(page, site)
    page.goto(f"{site.address}/")
    expect(page.get_by_text("What may we call you?")).to_have_count(0)
    page.goto(f"{site.address}/en/ra/ra1/")
    finish(page, "ra1", "en")
    page.goto(f"{site.address}/")
    page.get_by_text("What may we call you?").click()
    page.get_by_label("Your name here").fill("Xiulan")
    page.get_by_label("Mushroom").check()
    page.get_by_text("Save", exact=True).click()
    page.locator(".tabs a").first.click()
    expect(page.locator("h1")).to_have_text("Hello, Xiulan")
    page.reload()
    expect(page.locator("h1")).to_have_text("Hello, Xiulan")
    page.context.close()


def test_the_language_is_changed_in_one_place_for_all_screens(site: Site, browser: Browser) -> None:
    page = a_phone(browser)
    learn_a_little(page, site)
    page.goto(f"{site.address}/me")
    page.get_by_label("中文").check()
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")
    expect(page.locator("h1")).to_have_text("我的")
    page.locator(".tabs a").first.click()
    expect(page.locator(".tabs [aria-current]")).to_have_text("今天")
    expect(page.locator(".hero a.go")).to_have_attribute("href", "/zh-hans/ra/ra1/")
    page.context.close()


def test_an_unknown_code_is_answered_with_a_sentence_and_blames_nobody(site: Site, browser: Browser) -> None:
    page = a_phone(browser)
    page.goto(f"{site.address}/join/ABCD2345")
    expect(page.locator("#app").get_by_label("Code")).to_have_value("ABCD2345")  # the app took the page over
    page.locator("button.go").click()
    expect(page.locator(".say.hint")).to_contain_text("code")
    page.get_by_role("link", name="I have learned on another phone").click()  # where the other kind of code belongs
    page.get_by_label("Pass or code").fill("ABCD2345")
    page.locator("button.go").click()
    expect(page.get_by_role("link", name="I have a code from my centre")).to_be_visible()
    page.context.close()


def test_on_plain_http_away_from_localhost_the_app_teaches_without_a_worker(site: Site, browser: Browser) -> None:
    page = a_phone(browser)
    address = f"http://{_own_address()}:{site.gate.port}"
    page.goto(f"{address}/en/ra/ra1/")
    step(page)
    until(
        lambda: bool(page.evaluate("async () => (await indexedDB.databases()).some(({name}) => name === 'xiangke')")),
        what="the app",
    )
    page.goto(f"{address}/today")
    assert not page.evaluate("isSecureContext")
    expect(page.get_by_text("At this address the lessons need a network")).to_be_visible()
    page.locator("a.btn.go").click()
    expect(page.locator("main.page[lang=en] header")).to_be_visible()
    finish(page, "ra1", "en")
    page.goto(f"{address}/")
    expect(page).to_have_url(f"{address}/today")
    expect(page.get_by_text("All sent")).to_be_visible(timeout=60_000)
    page.context.close()


def test_in_a_browser_without_a_worker_she_is_led_to_one_that_has_it_and_what_she_does_is_kept(
    site: Site, browser: Browser
) -> None:
    page = a_phone(browser)
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    page.goto(f"{site.address}/en/ra/ra1/")
    step(page)
    answer_card(page, "ra1", "en")
    page.goto(f"{site.address}/today")
    expect(page.get_by_text("Open this page in the browser")).to_be_visible()
    expect(page.get_by_text("All sent")).to_be_visible(timeout=60_000)
    assert {"lesson_opened", "answered"} <= {event["kind"] for event in kept(page, "events")}
    page.context.close()


# Asked until it is found: while the app looks for a newer worker itself, the browser gives that older answer to both.
SWITCH_IS_HERE = """navigator.serviceWorker.getRegistration().then(
    async (one) => !one || !!one.waiting || (await one.update(), !!one.waiting))"""


def test_the_kill_switch_takes_the_worker_away_and_no_answer(site: Site, browser: Browser) -> None:
    page = a_phone(browser)
    learn_a_little(page, site)
    until(lambda: len(kept(page, "events")) == 2, what="the app to take over what the first page wrote")
    switch = site.data / "worker-off"
    switch.touch()
    try:
        until(lambda: says(page, SWITCH_IS_HERE), what="the switched-off worker")
        page.goto(f"{site.address}/today")  # where Chromium forgot that it skips waiting, the app says it once more
        until(lambda: _has_no_shell(page), what="the shell to go")
        page.goto(f"{site.address}/today")
        assert page.evaluate("performance.getEntriesByType('navigation')[0].workerStart") == 0, "no worker had a say"
        assert len(kept(page, "events")) == 2
        assert page.evaluate("caches.open('packs').then((one) => one.keys()).then(({length}) => length)"), (
            "data is money"
        )
    finally:
        switch.unlink()
    page.context.close()


@pytest.mark.parametrize(
    ("language", "locale", "width", "dark", "text"),
    [
        pytest.param("en", "en-GB", 390, False, 100, marks=pytest.mark.long),
        ("zh-hans", "zh-CN", 390, True, 100),
        pytest.param("en", "en-GB", 1280, True, 100, marks=pytest.mark.long),
        pytest.param("zh-hans", "zh-CN", 320, False, 100, marks=pytest.mark.long),
        ("en", "en-GB", 320, False, 200),
        pytest.param("en", "en-GB", 390, False, 200, marks=pytest.mark.long),
    ],
)
def test_every_screen_can_be_used_by_everybody(
    site: Site, browser: Browser, language: str, locale: str, width: int, dark: bool, text: int
) -> None:
    page = a_phone(browser, locale=locale, width=width, dark=dark, text=text)
    learn_a_little(page, site, language=language)
    for room in ROOMS:
        page.goto(site.address + room.format(language=language))
        expect(page.locator("h1, h2").first).to_be_attached()
        page.wait_for_load_state("networkidle")
        assert_everybody_can_use(page, what=room)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{room} is wider than the phone"
    page.context.close()


@pytest.mark.parametrize(("dark", "language"), [(True, "en"), pytest.param(False, "zh-hans", marks=pytest.mark.long)])
def test_a_whole_lesson_can_be_read_by_everybody(site: Site, browser: Browser, language: str, dark: bool) -> None:
    page = a_phone(browser, locale="en-GB" if language == "en" else "zh-CN", dark=dark)
    learn_a_little(page, site, language=language)
    page.goto(f"{site.address}/{language}/ra/ra2/")
    expect(card(page)).to_be_visible()
    end = page.locator("section.end")
    while not end.count():
        here = card(page)
        tool = here.locator("[data-tool]")
        if tool.count():
            expect(tool.locator(".tool")).to_be_visible()
        assert_everybody_can_use(page, what=here.get_attribute("id"))
        if here.locator("form").count():
            answer_card(page, "ra2", language)
        else:
            page.locator("main > .foot .btn").last.click()
    assert_everybody_can_use(page, what="the end")
    page.context.close()


def _has_no_shell(page: Page) -> bool:
    return says(page, "caches.keys().then((all) => all.every((name) => name === 'packs'))")


def _own_address() -> str:
    """The address under which other machines reach this one; nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))
        address: str = probe.getsockname()[0]
    return address


def test_the_build_that_is_tested_is_whole() -> None:
    manifest = json.loads((ROOT / "static" / "dist" / "manifest.json").read_text())
    for entry in manifest["shell"]:
        name = "app.html" if entry["path"] == "/app" else entry["path"].removeprefix("/static/")
        assert Path(ROOT / "static" / "dist" / name).stat().st_size == entry["bytes"], entry["path"]
