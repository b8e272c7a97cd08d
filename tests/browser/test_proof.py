"""Showing what one can, on a real phone: a check set without a network; an assessment drawn with the network, answered
without it, handed in, and its certificate claimed, opened and looked up by a stranger.
"""

from uuid import UUID

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import assert_everybody_can_use
from tests.browser.held import wait_for_app
from tests.browser.learner import (
    answer_drawn,
    card,
    choose,
    exercise_of,
    finish,
    lesson_of,
    pool_of,
    step,
)
from tests.browser.site import Site, until
from tests.languages import LOCALES, mostly

pytestmark = pytest.mark.browser

SELLS = """(learner) => new Promise((done) => {
    const open = indexedDB.open("xiangke");
    open.onsuccess = () => {
        const saying = open.result.transaction("meta", "readwrite");
        saying.objectStore("meta").put({answers: {selling: true}, needs: false}, "survey:" + learner);
        saying.oncomplete = done;
    };
})"""
WRITTEN = """(kind) => new Promise((told) => {
    const open = indexedDB.open("xiangke");
    open.onsuccess = () => {
        const ask = open.result.transaction("events").objectStore("events").getAll();
        ask.onsuccess = () => told(ask.result.filter((event) => event.kind === kind).length);
    };
})"""
DRAWN = "() => new Promise((told) => requestAnimationFrame(() => requestAnimationFrame(told)))"
CHECKED = "SELECT 1 FROM courses_lessonprogress WHERE learner = ? AND lesson = 'ra1' AND checked_at IS NOT NULL"
SAYS: dict[str, dict[str, str]] = {
    "en": {
        "known": "You know this lesson",
        "checked": "Known: you showed it with questions",
        "shown": "1 of 2 lessons done, 1 of them shown with questions",
        "know": "I know this already",
        "show": "Show what you can",
        "network": "This needs the network.",
        "open": "still open",
        "handed in": "Handed in",
        "passed": "You have shown what you can",
        "not yet": "Not yet this time",
        "again": "new questions wait for you",
        "name": "Chen Xiulan",
        "sellers": "For those who sell already",
        "done": "1 of 10 done",
        "taught": "I taught a neighbour",
        "thanks": "Thank you.",
    },
    "zh-hans": {
        "known": "这一课你会了",
        "checked": "会了，答题证明过",
        "shown": "2课里学完1课，其中1课是答题证明的",
        "know": "这一课我会了",
        "show": "证明你学会了",
        "network": "这一步要连网。",
        "open": "还没答",
        "handed in": "卷子交了",
        "passed": "你证明了自己的本事",
        "not yet": "这次还差一点",
        "again": "有新的题等着你",
        "name": "陈秀兰",
        "sellers": "给已经在卖货的你",
        "done": "10件做了1件",
        "taught": "我教了邻居",
        "thanks": "谢谢你。",
    },
}


@pytest.fixture
def site(site: Site) -> Site:
    """It grades what is handed in."""
    if "worker" not in site.running:
        site.start_worker()
    return site


def a_phone_that_is_ready(site: Site, browser: Browser, *, language: str) -> Page:
    size = {"width": 390, "height": 844}
    page = browser.new_context(
        viewport=size,  # type: ignore[arg-type]  # plain numbers
        locale=LOCALES[language],
        reduced_motion="reduce",
        bypass_csp=True,
    ).new_page()
    page.goto(f"{site.address}/{language}/ra/ra1/")
    wait_for_app(page, practices=["ranking-simulator"])
    page.goto(f"{site.address}/path")
    return page


def learner_of(page: Page) -> str:
    found: str = page.evaluate("JSON.parse(localStorage['xk.me']).learner")
    return found


@pytest.mark.parametrize("language", mostly("en"))
def test_a_check_set_passed_without_a_network_spares_her_the_lesson(
    site: Site, browser: Browser, language: str
) -> None:
    say = SAYS[language]
    page = a_phone_that_is_ready(site, browser, language=language)
    site.gate.shut()
    page.get_by_role("link", name=say["know"]).first.click()
    expect(page.locator("main > .foot .btn.go")).to_be_visible()
    assert_everybody_can_use(page)
    step(page)
    asked = [each for each in lesson_of("ra1", language).exercises if not each.fact]
    for number in range(len(asked)):
        item = card(page).locator("form").get_attribute("data-item")
        assert item
        assert_everybody_can_use(page)
        choose(page, exercise_of("ra1", language, item), right=number > 0)
        expect(page.locator(".say")).to_have_count(0)
        step(page)
    expect(page.locator("h1")).to_have_text(say["known"])
    expect(page.locator("h1")).to_be_focused()
    expect(page.locator(".say.good")).to_have_count(len(asked) - 1)
    expect(page.locator(".say.hint")).to_have_count(1)
    assert_everybody_can_use(page)

    page.locator("main > .btn.go").click()
    expect(page.locator(".road .done").first).to_contain_text(say["checked"])
    page.reload()
    expect(page.locator(".road .done").first).to_contain_text(say["checked"])
    page.goto(f"{site.address}/library")
    expect(page.locator("article.card").first).to_contain_text(say["shown"])
    expect(page.get_by_role("link", name=say["show"])).to_be_visible()
    site.gate.open()
    page.evaluate("dispatchEvent(new Event('online'))")
    learner = UUID(learner_of(page)).hex
    until(lambda: site.database_says(CHECKED, learner), what="the server's own grade")


def test_a_check_set_is_answered_by_keys_alone(site: Site, browser: Browser) -> None:
    page = a_phone_that_is_ready(site, browser, language="en")
    page.get_by_role("link", name=SAYS["en"]["know"]).first.focus()
    page.keyboard.press("Enter")
    page.locator("main > .foot .btn.go").focus()
    page.keyboard.press("Enter")
    for _ in lesson_of("ra1", "en").exercises:
        expect(card(page).locator("legend")).to_be_focused()
        while not page.locator("main > .foot .btn.go").count():
            if not page.evaluate("document.activeElement.matches('.slot.rest')"):
                page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.matches('input.grow')"):
                page.keyboard.type("word")
            elif not page.evaluate("document.activeElement.matches('.slot:not(.rest)')"):
                page.keyboard.press("Space")
            page.evaluate(DRAWN)
        while not page.evaluate("document.activeElement.matches('main > .foot .btn.go')"):
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.evaluate(DRAWN)
    expect(page.locator("h1")).to_be_focused()
    assert page.evaluate(WRITTEN, "checked") == 1


@pytest.mark.takes_long
@pytest.mark.parametrize("language", mostly("zh-hans"))
def test_an_assessment_is_drawn_answered_offline_handed_in_and_its_certificate_can_be_checked(
    site: Site, browser: Browser, language: str
) -> None:
    say = SAYS[language]
    page = a_phone_that_is_ready(site, browser, language=language)
    page.get_by_role("link", name=say["show"]).click()
    expect(page.locator("main > .foot .btn.go")).to_be_visible()
    assert_everybody_can_use(page)
    step(page)
    expect(page.locator("header progress")).to_be_visible()
    site.gate.shut()
    answer_drawn(page, language, right=True)
    answer_drawn(page, language, right=True)
    page.locator("main > .foot .btn.bare").click()
    for _ in range(2):
        answer_drawn(page, language, right=True)
    expect(page.locator("ol .slot.free")).to_contain_text(say["open"])
    assert_everybody_can_use(page)
    page.reload()
    step(page)
    answer_drawn(page, language, right=True)
    for _ in range(2):
        expect(page.locator("main > .foot .btn.go")).to_be_enabled()
        step(page)
    expect(page.locator("ol .slot.free")).to_have_count(0)
    step(page)
    expect(page.locator("h1")).to_have_text(say["handed in"])
    assert_everybody_can_use(page)
    assert page.evaluate(WRITTEN, "assessed") == 1

    site.gate.open()
    page.locator("main > .foot .btn").first.click()
    expect(page.locator("h1")).to_have_text(say["passed"], timeout=60_000)
    assert_everybody_can_use(page)
    step(page)
    page.locator(".field input").fill(say["name"])
    assert_everybody_can_use(page)
    page.locator("form .btn.go").click()
    opens = page.locator("a.btn.go")
    expect(opens).to_be_visible()
    assert_everybody_can_use(page)
    paper = page.request.get(site.address + (opens.get_attribute("href") or ""))
    assert (paper.status, paper.body()[:5]) == (200, b"%PDF-")

    stranger = browser.new_context(locale=LOCALES[language], bypass_csp=True).new_page()
    stranger.goto(site.address + (page.locator("a.address").get_attribute("href") or ""))
    expect(stranger.locator("body")).to_contain_text(pool_of(language).title)
    expect(stranger.locator("body")).not_to_contain_text(say["name"])
    assert_everybody_can_use(stranger)


def test_an_assessment_not_passed_says_so_warmly_and_when_again(site: Site, browser: Browser) -> None:
    say = SAYS["en"]
    page = a_phone_that_is_ready(site, browser, language="en")
    site.gate.shut()
    page.get_by_role("link", name=say["show"]).click()
    step(page)
    expect(page.locator(".say.hint")).to_contain_text(say["network"])
    site.gate.open()
    step(page)
    for _ in range(5):
        answer_drawn(page, "en", right=False)
    step(page)
    page.locator("main > .foot .btn").first.click()
    expect(page.locator("h1")).to_have_text(say["not yet"], timeout=60_000)
    expect(page.locator("main")).to_contain_text(say["again"])
    assert_everybody_can_use(page)


@pytest.mark.parametrize("language", mostly("en"))
def test_at_the_end_of_a_lesson_she_may_say_that_she_passed_it_on(site: Site, browser: Browser, language: str) -> None:
    say = SAYS[language]
    page = a_phone_that_is_ready(site, browser, language=language)
    site.gate.shut()
    for times in range(2):
        page.goto(f"{site.address}/{language}/ra/ra1/")
        finish(page, "ra1", language)
        if times == 0:
            page.get_by_role("button", name=say["taught"]).click()
        expect(page.locator("main > .foot")).to_contain_text(say["thanks"])
        expect(page.get_by_role("button", name=say["taught"])).to_have_count(0)
        assert page.evaluate(WRITTEN, "taught") == 1
    assert_everybody_can_use(page)


@pytest.mark.parametrize("language", mostly("zh-hans"))
def test_who_sells_already_finds_ten_challenges_and_her_ticks_stay(site: Site, browser: Browser, language: str) -> None:
    say = SAYS[language]
    page = a_phone_that_is_ready(site, browser, language=language)
    expect(page.get_by_role("link", name=say["show"])).to_be_visible()
    expect(page.get_by_role("link", name=say["sellers"])).to_have_count(0)
    page.evaluate(SELLS, learner_of(page))
    page.reload()
    page.get_by_role("link", name=say["sellers"]).click()
    expect(page.get_by_role("checkbox")).to_have_count(10)
    page.get_by_role("checkbox").nth(2).check()
    expect(page.get_by_role("status")).to_have_text(say["done"])
    assert_everybody_can_use(page)
    page.reload()
    expect(page.get_by_role("checkbox").nth(2)).to_be_checked()
