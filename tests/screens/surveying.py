"""The survey: one question a screen, what may leave the phone, and her own path."""

from playwright.sync_api import expect

from tests.browser.learner import finish
from tests.screens.camera import Phone

BEGIN = {"en": "Answer the questions", "zh-hans": "开始答题"}
ENOUGH = {"en": "Enough for now", "zh-hans": "先答到这里"}
SHOW = {"en": "Show my path", "zh-hans": "看我的路线"}
AGAIN = {"en": "Change my answers", "zh-hans": "改我的回答"}
REST = {"en": "That is enough: your lessons are in order.", "zh-hans": "这就够了，你的课排好了。"}


def surveying(phone: Phone) -> None:
    """From the offer on Path to the order that follows her answers, and what is left for another day."""
    page = phone.page
    phone.lesson("ra1")
    phone.wait_for_app()
    phone.open(f"/{phone.language}/ra/ra1/")
    finish(page, "ra1", phone.language)
    phone.open("/path")
    page.get_by_role("button", name=BEGIN[phone.language]).click()
    expect(page.locator("h1")).to_be_focused()
    page.locator(".asking input").nth(2).check()
    phone.take("survey-question")
    page.locator("button.go").click()
    phone.take("survey-skip")
    page.get_by_role("button", name=ENOUGH[phone.language]).click()
    page.locator(".asking input").last.check()
    phone.take("survey-consent")
    page.locator("button.go").click()
    page.locator(".asking input").last.check()
    phone.take("survey-last")
    page.get_by_role("button", name=SHOW[phone.language]).click()
    expect(page.locator(".road")).to_be_visible()
    phone.take("path-hers")
    page.get_by_role("button", name=AGAIN[phone.language]).click()
    while (asked := page.locator("h1").inner_text()) != REST[phone.language]:
        page.locator(".asking .foot .btn").first.click()
        expect(page.locator("h1")).not_to_have_text(asked)
    phone.take("survey-rest")
