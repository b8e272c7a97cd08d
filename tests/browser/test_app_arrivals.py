"""What comes to a phone and goes from it: a lesson tapped before its words are here, a learner who was erased."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.held import kept
from tests.browser.learner import answer_card, card, finish, step
from tests.browser.network import HeldLessons
from tests.browser.site import Site, until

pytestmark = pytest.mark.browser

PHONE: Any = {"width": 390, "height": 844}
ERASE = """
from datetime import UTC, datetime
from uuid import UUID
from courses.people.models import Staff, StaffRole
from courses.privacy import actions
operator = Staff.objects.create(username="eraser")
StaffRole.objects.create(staff=operator, role="operator")
actions.erase_learner(UUID("{learner}"), by=operator, now=datetime.now(UTC))
"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, locale="en-GB", service_workers="block")
    yield context.new_page()
    context.close()


def learners_of_events(page: Page) -> list[str]:
    return [event["learner"] for event in kept(page, "events")]


def held_open(page: Page) -> bool:
    return not all(sitting["finished"] for sitting in kept(page, "sittings"))


def begin(page: Page, site: Site) -> None:
    page.goto(f"{site.address}/today")
    page.get_by_role("button", name="Start").click()


def test_a_lesson_tapped_before_its_words_are_here_opens_by_itself(site: Site, page: Page) -> None:
    held = HeldLessons(page, site)
    begin(page, site)
    page.get_by_role("link", name="Path").click()
    page.get_by_role("link", name="Begin").click()

    expect(page.get_by_role("heading", name="Your lesson is on its way")).to_be_visible()
    expect(page.locator("progress")).to_be_visible()
    held.let_go()

    expect(card(page)).to_be_visible()
    expect(page).to_have_url(f"{site.address}/en/ra/ra1/")


def test_without_a_network_it_says_what_to_do_and_then_comes(site: Site, page: Page) -> None:
    HeldLessons(page, site)
    begin(page, site)
    page.get_by_role("link", name="Path").click()
    expect(page.get_by_role("link", name="Begin")).to_be_visible()
    page.route("**/api/**", lambda route: route.abort())
    page.route("**/packs/*", lambda route: route.abort())
    page.reload()
    page.get_by_role("link", name="Begin").click()

    expect(page.get_by_role("status")).to_contain_text("Open this page where there is a signal: it comes by itself")
    page.unroute_all()
    page.get_by_role("button", name="Try again").click()

    expect(card(page)).to_be_visible()


def test_who_was_erased_at_the_server_goes_from_the_phone_and_somebody_can_begin(site: Site, page: Page) -> None:
    page.goto(f"{site.address}/en/ra/ra1/")
    step(page)
    answer_card(page, "ra1", "en")
    until(lambda: bool(kept(page, "packs")), what="the app")
    page.goto(f"{site.address}/today")
    expect(page.get_by_text("All sent")).to_be_visible()
    learner = page.evaluate("JSON.parse(localStorage['xk.me']).learner")
    assert learner in learners_of_events(page)

    site.manage("shell", "--no-imports", "-c", ERASE.format(learner=learner))
    page.goto(f"{site.address}/en/-/waiting/")  # nothing of hers waits to be sent

    expect(page.get_by_text("What was kept about you here is gone, as asked.")).to_be_visible()
    assert learners_of_events(page) == []
    assert page.evaluate("JSON.parse(localStorage['xk.me']).learner") != learner
    close, next_step = page.get_by_role("button", name="Close"), page.locator(".foot")
    assert next_step.count() == 0, "a finger that is tapping on through a lesson begins nobody anew"
    close.click()
    expect(close).to_have_count(0)
    page.reload()  # it was read, and is not said again
    page.get_by_role("button", name="Start").click()
    expect(page.locator(".hero")).to_contain_text("Begin")
    expect(page).to_have_url(f"{site.address}/")


def test_a_lesson_finished_on_its_first_page_is_not_open_any_more(site: Site, page: Page) -> None:
    page.goto(f"{site.address}/en/ra/ra1/")
    step(page)
    until(lambda: bool(kept(page, "packs")), what="the module is on the phone")
    answer_card(page, "ra1", "en")
    until(lambda: held_open(page), what="the app holds the lesson that is open")
    finish(page, "ra1", "en")
    until(lambda: not held_open(page), what="the app knows that it is finished")

    page.goto(f"{site.address}/today")
    page.get_by_role("link", name="Path").click()
    page.get_by_role("link", name="What happens after the buyer taps").click()

    expect(card(page)).to_be_visible()
    expect(page.locator("header")).to_contain_text("1 / 12")
