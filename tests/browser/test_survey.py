"""The survey and her own path on a real phone without a network; what leaves it, and only with her yes."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import assert_everybody_can_use
from tests.browser.held import wait_for_app
from tests.browser.learner import finish
from tests.browser.site import Site
from tests.languages import LOCALES, mostly

pytestmark = pytest.mark.browser

TOLD = """() => new Promise((told) => {
    const open = indexedDB.open("xiangke");
    open.onsuccess = () => {
        const ask = open.result.transaction("events").objectStore("events").getAll();
        ask.onsuccess = () => told(ask.result
            .filter(({kind}) => kind === "consent_set" || kind === "survey_answered")
            .sort((one, other) => one.seq - other.seq)
            .map(({body}) => body));
    };
})"""
SAYS: dict[str, dict[str, str]] = {
    "en": {
        "offer": "Your lessons in your order",
        "begin": "Answer the questions",
        "wants": "What would help you most?",
        "internet": "Finding my way on the internet",
        "skip": "Skip this one",
        "enough": "Enough for now",
        "back": "Take my answer back",
        "needs": "May your centre see your answers?",
        "only here": "Only this phone",
        "yes": "Yes, my centre may see them",
        "show": "Show my path",
        "rest": "That is enough: your lessons are in order.",
        "more": "Answer more",
        "second": "I sometimes do not understand what stands on the screen.",
        "hers": "This order follows your answers.",
        "again": "Change my answers",
        "mine": "My answers and my path",
    },
    "zh-hans": {
        "offer": "按你的需要排课",
        "begin": "开始答题",
        "wants": "你最想学什么？",
        "internet": "上网",
        "skip": "跳过这题",
        "enough": "先答到这里",
        "back": "收回这个回答",
        "needs": "你的回答，可以让中心看吗？",
        "only here": "只留在这个手机里",
        "yes": "可以让中心看",
        "show": "看我的路线",
        "rest": "这就够了，你的课排好了。",
        "more": "接着答",
        "second": "屏幕上的字，有时看不明白。",
        "hers": "这个顺序是照你的回答排的。",
        "again": "改我的回答",
        "mine": "我的回答和学习路线",
    },
}


def a_phone(browser: Browser, language: str) -> Page:
    return browser.new_context(
        viewport={"width": 390, "height": 844}, locale=LOCALES[language], reduced_motion="reduce", bypass_csp=True
    ).new_page()


def assert_asked(page: Page, question: str) -> None:
    """Who listens or uses keys stands at the question."""
    expect(page.locator("h1")).to_have_text(question)
    expect(page.locator("h1")).to_be_focused()


def assert_foot_is_at_the_thumb(page: Page) -> None:
    """Where a screen has no tabs, its buttons end the page; where it is longer than the phone, they still do."""
    below = page.evaluate(
        """() => document.documentElement.scrollHeight - scrollY
            - document.querySelector('.asking .foot').getBoundingClientRect().bottom"""
    )
    assert below <= 24, below


def told(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate(TOLD)
    return found


@pytest.mark.parametrize("language", mostly("en"))
def test_she_answers_without_a_network_and_nothing_leaves_the_phone_before_her_yes(
    site: Site, browser: Browser, language: str
) -> None:
    say = SAYS[language]
    page = a_phone(browser, language)
    page.goto(f"{site.address}/{language}/ra/ra1/")
    wait_for_app(page, practices=["ranking-simulator"])
    page.reload()
    finish(page, "ra1", language)
    site.gate.shut()

    page.goto(f"{site.address}/")
    page.get_by_text(say["offer"]).click()
    assert_asked(page, say["wants"])
    assert_foot_is_at_the_thumb(page)
    page.go_back()
    page.goto(f"{site.address}/path")
    page.get_by_role("button", name=say["begin"]).click()
    assert_asked(page, say["wants"])
    assert_everybody_can_use(page)
    page.get_by_label(say["internet"], exact=True).check()
    expect(page.get_by_role("button", name=say["back"])).to_be_visible()
    page.locator("button.go").click()
    page.get_by_role("button", name=say["skip"]).click()
    page.get_by_role("button", name=say["enough"]).click()
    assert_asked(page, say["needs"])
    assert_everybody_can_use(page)
    page.get_by_label(say["only here"], exact=True).check()
    page.locator("button.go").click()
    page.get_by_role("button", name=say["show"]).click()
    expect(page.get_by_text(say["hers"])).to_be_visible()
    assert_everybody_can_use(page)
    assert told(page) == []

    page.goto(f"{site.address}/me")
    page.get_by_text(say["mine"]).click()
    assert_asked(page, say["wants"])
    expect(page.get_by_label(say["internet"], exact=True)).to_be_checked()
    page.locator("button.go").click()
    page.get_by_role("button", name=say["enough"]).click()
    page.get_by_label(say["yes"], exact=True).check()
    page.locator("button.go").click()
    page.get_by_role("button", name=say["show"]).click()
    expect(page.get_by_text(say["hers"])).to_be_visible()
    assert told(page) == [
        {"purpose": "needs", "given": True},
        {"question": "wants", "answer": ["internet"]},
    ]
    site.gate.open()
    page.reload()
    expect(page.get_by_text(say["hers"])).to_be_visible()

    page.get_by_role("button", name=say["again"]).click()
    page.locator("button.go").click()
    expect(page.locator("h1")).not_to_have_text(say["wants"])
    while (asked := page.locator("h1").inner_text()) != say["rest"]:
        page.locator(".asking .foot .btn").first.click()
        expect(page.locator("h1")).not_to_have_text(asked)
    assert_asked(page, say["rest"])
    assert_everybody_can_use(page)
    page.get_by_role("button", name=say["show"]).click()
    page.get_by_role("button", name=say["more"]).click()
    assert_asked(page, say["second"])
    page.context.close()
