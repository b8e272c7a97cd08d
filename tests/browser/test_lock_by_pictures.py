"""Three of twelve pictures: a lock is of one phone. On her other phone she sets one anew; each is opened by itself."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import assert_everybody_can_use
from tests.browser.site import Site, signed_in_as_operator, until
from tests.browser.test_app_library import begin
from tests.browser.test_household import IS_SENT, a_phone, the_trainer_reads_back

pytestmark = pytest.mark.browser

AT_HOME = ("Kiwi", "Fish", "Moon")
AT_HER_SISTERS = ("Boat", "Teapot", "Rooster")


def begins(page: Page, site: Site, name: str) -> None:
    begin(page, site)
    page.get_by_role("link", name="Me", exact=True).click()
    page.get_by_label("Your name here").fill(name)
    page.get_by_role("button", name="Save", exact=True).click()


def taps(page: Page, pictures: tuple[str, ...]) -> None:
    for picture in pictures:
        page.get_by_role("button", name=picture, exact=True).click()


def sets_lock(page: Page, pictures: tuple[str, ...]) -> None:
    """From the page of the lock."""
    page.get_by_role("button", name="Lock with 3 pictures").click()
    for heading in ("Choose 3 pictures", "Once more, so that it is sure"):
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
        taps(page, pictures)
    expect(page.get_by_text("Your lessons open with your 3 pictures, in any order.")).to_be_visible()


def opened_again(page: Page, site: Site) -> Page:
    """The app is closed and opened: it asks who is learning, and Mei taps her face."""
    context = page.context
    page.close()
    page = context.new_page()
    page.goto(f"{site.address}/")
    page.get_by_role("button", name=re.compile("^Mei")).click()
    expect(page.get_by_role("heading", name="Mei, tap your 3 pictures")).to_be_visible()
    return page


def comes_with_a_code(page: Page, office: Page, site: Site, learner: str) -> None:
    """Her trainer reads a code out; Mei types it on her sister's phone."""
    office.goto(f"{site.address}/office/people/{learner}/")
    office.get_by_role("button", name="Give a one-time code").click()
    code = office.locator(".x-code").inner_text()
    page.goto(f"{site.address}/en/-/who:new/")
    page.get_by_role("button", name="I have learned on another phone").click()
    page.get_by_label("Pass or code").fill(code)
    page.get_by_role("button", name="Look who it is").click()
    expect(page.get_by_text("Mei")).to_be_visible()
    page.reload()  # the code works once, and she may not have it any more
    expect(page.get_by_text("Mei")).to_be_visible()
    page.get_by_role("button", name="Yes, this is me").click()
    expect(page.get_by_role("navigation", name="Who is learning?")).to_contain_text("Mei")


@pytest.mark.takes_long
def test_her_lock_stays_on_its_phone_and_another_is_set_forgotten_and_opened_on_her_sisters(
    site: Site, browser: Browser
) -> None:
    home = a_phone(browser).new_page()
    begins(home, site, "Mei")
    until(lambda: home.evaluate(IS_SENT) == 1, what="her reset key")
    mylock = f"{site.address}/en/-/mylock/"
    home.goto(mylock)
    sets_lock(home, AT_HOME)
    learner = home.evaluate("JSON.parse(localStorage['xk.me']).learner")

    away = a_phone(browser).new_page()
    begins(away, site, "Xiulan")
    office = signed_in_as_operator(site, browser)
    comes_with_a_code(away, office, site, learner)
    away.get_by_role("link", name="Me", exact=True).click()
    expect(away.get_by_role("link", name=re.compile("^Lock"))).to_contain_text("Not set")
    until(lambda: away.evaluate(IS_SENT) == 2, what="the reset keys of both")
    away.goto(mylock)
    sets_lock(away, AT_HER_SISTERS)

    away = opened_again(away, site)
    taps(away, AT_HOME)
    expect(away.get_by_text("That was not it.")).to_be_visible()
    assert_everybody_can_use(away)
    away.context.set_offline(True)
    the_trainer_reads_back(away, office, site, learner)
    away.get_by_role("button", name="Set a new lock").click()
    sets_lock(away, AT_HOME)
    away = opened_again(away, site)
    taps(away, AT_HOME)
    expect(away.get_by_role("navigation", name="Who is learning?")).to_contain_text("Mei")

    home = opened_again(home, site)
    taps(home, AT_HOME[::-1])
    expect(home.locator(".tabs")).to_be_visible()
    for page in (home, away, office):
        page.context.close()
