"""One phone, two women: who is learning, a switch in two taps without a network, a lock that was forgotten and opened
by the trainer's digits, both at the office; then another phone by a pass, and the first one lost and stopped."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.axe import assert_everybody_can_use
from tests.browser.held import kept
from tests.browser.learner import answer_card, card, step
from tests.browser.site import Site, a_site, signed_in_as_operator, until
from tests.browser.test_app_rooms import wait_until_ready

pytestmark = pytest.mark.browser

PHONE: Any = {"width": 390, "height": 844}
IS_SENT = """async () => {
    const open = indexedDB.open("xiangke");
    await new Promise((done) => (open.onsuccess = done));
    const stores = open.result.transaction(["waiting", "meta"]);
    const [waiting, names] = [stores.objectStore("waiting").count(), stores.objectStore("meta").getAllKeys()];
    await new Promise((done) => (stores.oncomplete = done));
    open.result.close();
    return waiting.result ? 0 : names.result.filter((name) => name.startsWith("key:")).length;
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with a_site(tmp_path_factory.mktemp("household")) as site:
        site.start_web()
        site.start_worker()
        yield site


def a_phone(browser: Browser) -> BrowserContext:
    return browser.new_context(viewport=PHONE, locale="en-GB", bypass_csp=True, reduced_motion="reduce")


def whose(page: Page) -> list[str]:
    """Of each event on this phone, in their order, whose it is: by her place among those who learn here."""
    me = page.evaluate("JSON.parse(localStorage['xk.me'])")
    names = dict(zip([one["learner"] for one in me["profiles"]], ["Xiulan", "Mei"], strict=True))
    events = sorted(kept(page, "events"), key=lambda event: event["seq"])
    return [names[event["learner"]] for event in events]


def assert_today_of(page: Page, name: str) -> None:
    """Her name stands once, in the bar."""
    expect(page.get_by_role("navigation", name="Who is learning?")).to_contain_text(name)
    expect(page.locator("h1.hello")).to_have_text("Hello")
    expect(page.get_by_text(name)).to_have_count(1)


def two_women_begin(page: Page, site: Site) -> None:
    """Xiulan answers, says her name, and then Mei learns here too; the centre hears of both."""
    page.goto(f"{site.address}/en/ra/ra1/")
    step(page)
    answer_card(page, "ra1", "en")
    wait_until_ready(page)
    page.goto(f"{site.address}/me")
    expect(page.locator(".whose")).to_have_count(0)  # a phone with one learner never asks
    page.get_by_label("Your name here").fill("Xiulan")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_label("Kiwi").check()
    page.get_by_role("link", name="Somebody else learns here").click()
    page.get_by_label("Your name here").fill("Mei")
    page.get_by_label("Fish").check()
    assert_everybody_can_use(page)
    page.get_by_role("button", name="Begin").click()
    assert_today_of(page, "Mei")
    expect(page).to_have_url(f"{site.address}/")
    page.go_back()
    expect(page.get_by_role("heading", name="Me", exact=True)).to_be_visible()
    page.go_forward()
    assert_today_of(page, "Mei")
    until(lambda: page.evaluate(IS_SENT) == 2, what="the reset keys of both")


def two_taps(page: Page, name: str) -> None:
    page.get_by_role("navigation", name="Who is learning?").get_by_role("link").click()
    page.get_by_role("button", name=name).click()
    expect(page.get_by_role("navigation", name="Who is learning?")).to_contain_text(name)


def answers_next(page: Page) -> None:
    """From Today into the lesson, and one answer more."""
    page.locator("a.btn.go").click()
    expect(card(page)).to_be_visible()
    while not card(page).locator("form").count():
        page.locator("main > .foot .btn").last.click()
    answer_card(page, "ra1", "en")
    page.go_back()
    expect(page.locator(".hello")).to_be_visible()


def mei_locks_her_lessons(page: Page) -> None:
    page.get_by_role("link", name="Me", exact=True).click()
    page.get_by_role("link", name=re.compile("^Lock")).click()
    expect(page.get_by_text("It keeps curious eyes out")).to_be_visible()
    assert_everybody_can_use(page)
    page.get_by_role("button", name="Lock with 3 pictures").click()
    expect(page.get_by_role("button", name="Kiwi")).to_be_visible()
    assert_everybody_can_use(page)
    page.get_by_role("button", name="Back").click()
    page.get_by_role("button", name="Lock with 4 digits").click()
    for _ in ("chosen", "once more"):
        page.get_by_label("4 digits").fill("0417")
        page.get_by_role("button", name="Go on").click()
    expect(page.get_by_text("Your lessons open with your 4 digits.")).to_be_visible()
    page.get_by_role("link", name="Back").click()
    expect(page.get_by_role("link", name=re.compile("^Lock"))).to_contain_text("Set: your 4 digits")


def the_trainer_reads_back(page: Page, office: Page, site: Site, learner: str) -> None:
    """She does not know it any more, and reads six digits to her trainer."""
    page.get_by_role("button", name="Forgotten?").click()
    assert_everybody_can_use(page)
    office.goto(f"{site.address}/office/people/{learner}/lock/")
    office.get_by_label("The six digits on her phone").fill(page.locator(".six").inner_text())
    office.get_by_role("button", name="Show what opens it").click()
    page.get_by_label("The six digits that your trainer reads back").fill(office.locator(".x-code").first.inner_text())
    page.get_by_role("button", name="Open", exact=True).click()
    expect(page.get_by_text("The old lock is gone.")).to_be_visible()


def the_trainer_opens_it(page: Page, office: Page, site: Site, learner: str) -> None:
    """Mei tries once, and then calls her trainer. Her phone has no network."""
    page.get_by_role("button", name="Mei").click()
    page.get_by_label("4 digits").fill("0410")
    page.get_by_role("button", name="Open", exact=True).click()
    expect(page.get_by_text("That was not it.")).to_be_visible()
    assert_everybody_can_use(page)
    the_trainer_reads_back(page, office, site, learner)
    assert_everybody_can_use(page)
    page.get_by_role("button", name="Set a new lock").click()
    expect(page.get_by_role("button", name="Lock with 3 pictures")).to_be_visible()
    page.get_by_role("link", name="Back").click()
    expect(page.get_by_role("link", name=re.compile("^Lock"))).to_contain_text("Not set")
    page.get_by_role("link", name="Today").click()
    assert_today_of(page, "Mei")


@pytest.mark.takes_long
def test_two_women_share_a_phone_and_one_takes_her_lessons_to_another(site: Site, browser: Browser) -> None:
    context = a_phone(browser)
    page = context.new_page()
    two_women_begin(page, site)

    context.set_offline(True)
    before = len(whose(page))
    answers_next(page)
    two_taps(page, "Xiulan")
    answers_next(page)
    two_taps(page, "Mei")
    assert whose(page)[before:] == ["Mei", "Mei", "Xiulan"]  # Mei opened the lesson, Xiulan went on in hers
    expect(page.locator("p.status")).to_contain_text("2 things you did wait")
    expect(page.locator("p.status")).to_contain_text("Of the others here 1 thing waits")
    mei_locks_her_lessons(page)
    page.close()

    page = context.new_page()
    page.goto(f"{site.address}/")
    expect(page.get_by_role("heading", name="Who is learning?")).to_be_visible()
    assert_everybody_can_use(page)
    office = signed_in_as_operator(site, browser)
    me = page.evaluate("JSON.parse(localStorage['xk.me'])")
    the_trainer_opens_it(page, office, site, me["profiles"][1]["learner"])
    page.reload()
    assert_today_of(page, "Mei")  # she was here a moment ago

    context.set_offline(False)
    until(lambda: page.evaluate(IS_SENT) == 2, what="all that both did")
    until(lambda: both_are_at_the_office(office, site), what="both at the office")

    other = to_another_phone(page, browser, site)
    the_first_is_lost(page, office, site, device=me["device"])
    for each in (context, other, office.context):
        each.close()


def both_are_at_the_office(office: Page, site: Site) -> bool:
    office.goto(f"{site.address}/office/people/")
    return all(office.get_by_role("link", name=name, exact=True).count() == 1 for name in ("Xiulan", "Mei"))


def to_another_phone(page: Page, browser: Browser, site: Site) -> BrowserContext:
    """Mei's pass, scanned: the page that it opens leads into the app, and what she did comes after her."""
    page.goto(f"{site.address}/en/-/mypass/")
    expect(page.get_by_role("img", name="The code of the pass")).to_be_visible()
    assert_everybody_can_use(page)
    code = page.locator(".six").inner_text()
    other = a_phone(browser)
    new = other.new_page()
    new.goto(f"{site.address}/pass/{code}")
    new.locator("a.btn.go").click()
    expect(new.get_by_role("heading", name="Is this you?")).to_be_visible()
    expect(new.get_by_text("Mei")).to_be_visible()
    assert_everybody_can_use(new)
    new.get_by_role("button", name="Yes, this is me").click()
    expect(new.get_by_role("heading", name="Hello, Mei")).to_be_visible()
    until(lambda: any(row["server"]["right"] for row in kept(new, "progress")), what="what she did")
    assert not new.evaluate("JSON.parse(localStorage['xk.me']).profiles")
    return other


def the_first_is_lost(page: Page, office: Page, site: Site, *, device: str) -> None:
    """Stopped at the office: at its next contact it hands over, knows nobody, and says so. Nobody begins by that.

    Found again while that is still on its screen, it asks whether it is they as soon as the word is put away.
    """
    office.goto(f"{site.address}/office/phones/{device}/lost/")
    office.get_by_role("button", name="Yes, it is lost").click()
    page.goto(f"{site.address}/en/ra/ra1/")
    expect(page.get_by_text("Your centre has stopped this phone.")).to_be_visible()
    assert_everybody_can_use(page)
    assert kept(page, "events") == []
    assert page.evaluate("JSON.parse(localStorage['xk.me']).device") != device
    office.goto(f"{site.address}/office/phones/{device}/")
    office.get_by_role("button", name="It was found").click()
    office.get_by_role("link", name="This phone is lost").wait_for()
    page.get_by_role("button", name="Close").click()
    expect(page.locator(".returning .faces button").first).to_be_visible()
    page.get_by_role("link", name="I have learned on another phone").click()
    expect(page.get_by_label("Pass or code")).to_be_visible()
    assert kept(page, "events") == []
