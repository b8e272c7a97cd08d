"""Dated facts in the app, without a network for a year: told at first, then hidden with what rests on them."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import assert_everybody_can_use
from tests.browser.held import kept, wait_for_app
from tests.browser.learner import card, step
from tests.browser.site import until
from tests.browser.voice import VOICE
from tests.published_dated import publish_dated

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

PHONE: Any = {"width": 390, "height": 844}


def opened(phone: Page) -> None:
    card(phone).get_by_role("link", name="today’s number").click()


def learn_dated(phone: Page, address: str) -> None:
    """The lesson in the app, which is whole on the phone."""
    phone.goto(address)
    until(lambda: bool(kept(phone, "packs")), what="the module is on the phone")
    wait_for_app(phone, files=["/static/app/sheet-", "/static/lesson/inputs-"])
    phone.goto(address)


def test_a_number_and_its_question_are_there_until_nobody_has_looked_for_a_year(
    browser: Browser, live_server: LiveServer, now: datetime
) -> None:
    publish_dated(checked=0, now=now)
    context = browser.new_context(viewport=PHONE, reduced_motion="reduce", locale="en-GB")
    phone = context.new_page()
    learn_dated(phone, f"{live_server.url}/en/dt/dt1/")
    context.set_offline(True)
    phone.reload()

    expect(phone.locator(".count")).to_have_text("1 / 3")
    opened(phone)
    expect(phone.get_by_role("dialog").get_by_role("button", name="Listen")).to_have_count(0)
    expect(phone.get_by_role("dialog")).to_contain_text("Fee 0.6 %.As of 2023. Source: A guide.")
    phone.get_by_role("button", name="Close").click()

    phone.clock.set_fixed_time(datetime.now(tz=UTC) + timedelta(days=400))
    phone.reload()
    expect(phone.locator(".count")).to_have_text("1 / 2")
    opened(phone)
    expect(phone.get_by_role("dialog")).to_contain_text("This number is old.Look it up: Merchant site.")
    expect(phone.get_by_role("dialog")).not_to_contain_text("0.6")
    phone.get_by_role("button", name="Close").click()
    step(phone)
    card(phone).locator("label", has_text="True").first.click()
    step(phone)
    step(phone)

    expect(phone.locator("section.end")).to_be_visible()
    until(lambda: "lesson_finished" in str(kept(phone, "events")), what="the event")
    context.close()


def test_a_phone_whose_clock_is_two_years_ahead_shows_the_number_once_it_has_met_the_server(
    browser: Browser, live_server: LiveServer, now: datetime
) -> None:
    publish_dated(checked=0, now=now)
    context = browser.new_context(viewport=PHONE, reduced_motion="reduce", locale="en-GB")
    phone = context.new_page()
    phone.clock.set_fixed_time(datetime.now(tz=UTC) + timedelta(days=730))
    learn_dated(phone, f"{live_server.url}/en/dt/dt1/")
    context.set_offline(True)
    phone.reload()

    expect(phone.locator(".count")).to_have_text("1 / 3")
    opened(phone)
    expect(phone.get_by_role("dialog")).to_contain_text("Fee 0.6 %.As of 2023.")
    phone.get_by_role("button", name="Close").click()
    phone.clock.set_fixed_time(datetime.now(tz=UTC) + timedelta(days=730 + 400))
    phone.reload()
    expect(phone.locator(".count")).to_have_text("1 / 2")
    context.close()


def test_a_number_is_heard_in_its_sheet_and_closing_the_sheet_ends_the_voice(
    browser: Browser, live_server: LiveServer, now: datetime
) -> None:
    publish_dated(checked=0, now=now)
    context = browser.new_context(viewport=PHONE, reduced_motion="reduce", locale="en-GB", bypass_csp=True)
    phone = context.new_page()
    phone.add_init_script(VOICE)
    learn_dated(phone, f"{live_server.url}/en/dt/dt1/")
    card(phone).get_by_role("button", name="Listen").click()
    expect(card(phone).locator(".read")).to_be_visible()

    opened(phone)
    sheet = phone.get_by_role("dialog")
    expect(sheet.get_by_role("button", name="Listen")).to_be_visible()
    expect(card(phone).locator(".read")).to_have_count(0)
    assert_everybody_can_use(phone)
    phone.keyboard.press("Shift+Tab")
    phone.keyboard.press("Enter")
    expect(sheet.locator(".read")).to_have_text("Shop start")
    phone.evaluate("end()")
    expect(sheet.locator(".read")).to_have_text("Fee 0.6 %.")
    assert phone.evaluate("said.slice(-2)") == ["Shopp start", "Fee 0.6 percent."]
    phone.evaluate("speechSynthesis.cancel = () => { window.isQuiet = true; }")
    sheet.get_by_role("button", name="Close").click()

    expect(sheet).to_have_count(0)
    assert phone.evaluate("isQuiet")
    expect(card(phone).get_by_role("button", name="Listen")).to_be_visible()
    context.close()
