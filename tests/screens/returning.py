"""A browser that threw everything away but one cookie: whom it knows again, with a lock and without."""

from playwright.sync_api import expect

from tests.browser.site import until
from tests.browser.test_known_again import IS_REMEMBERED, REMEMBERED, throws_everything_away
from tests.screens.camera import Phone
from tests.screens.household import HAS_KEY, NAMES, answers, learns_as_the_first, set_pictures


def returning(phone: Phone) -> None:
    """Two people come back; one of them had a lock."""
    page, language = phone.page, phone.language
    her, _ = NAMES[language]
    his = learns_as_the_first(phone)
    phone.open(f"/{language}/-/who:new/")
    page.locator(".field input").fill(his)
    page.locator(".portraits input").nth(3).check()
    page.locator(".btn.go").click()
    expect(page.locator(".whose")).to_be_visible()
    answers(phone)
    until(lambda: page.evaluate(IS_REMEMBERED, 2), what="the browser to be remembered")
    until(lambda: bool(page.evaluate(HAS_KEY, 2)), what="the reset key")
    set_pictures(phone)
    with page.expect_response(REMEMBERED):  # that he has a lock now
        phone.open("/today")
    throws_everything_away(page, phone.site)
    phone.open("/app")
    expect(page.locator(".returning .faces")).to_be_visible()
    phone.take("start-known-again")
    page.locator(".foot .btn").first.click()
    expect(page.locator(".foot .say")).to_be_visible()
    phone.take("start-known-again-asked")
    page.locator(".returning .faces button").filter(has_text=his).click()
    expect(page.locator(".returning .say")).to_be_visible()
    phone.take("start-known-again-locked")
    page.locator(".returning .row .btn").last.click()
    phone.take("start-known-again-leaving")
    page.locator(".returning .faces button").filter(has_text=her).click()
    expect(page.locator("h1.hello")).to_be_visible()
    phone.take("today-known-again")
    phone.open(f"/{language}/-/who/")
    expect(page.locator(".returning .faces")).to_be_visible()
    phone.take("who-not-back-yet")
