"""A code that is typed without a network: it is kept, it joins her by itself, and a refusal waits for her in Me."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import assert_everybody_can_use
from tests.browser.network import Held
from tests.browser.site import Site
from tests.browser.test_app_rooms import learn_a_little

pytestmark = pytest.mark.browser

PHONE: Any = {"width": 390, "height": 844}
A_CODE = """from tests.builders import *
print(a_join_code(group=a_group(name="Autumn"), expires_at=datetime(2100, 1, 1, tzinfo=UTC)).code)"""
KEPT = "you join by itself as soon as there is a network"


def types_a_code_without_a_network(page: Page, site: Site, code: str, *, instead_of: str = "") -> None:
    site.gate.shut()
    page.goto(f"{site.address}/join/")
    expect(page.get_by_label("Code")).to_have_value(instead_of)
    page.get_by_label("Code").fill(code)
    page.get_by_role("button", name="Join").click()
    expect(page.get_by_text("The code is kept")).to_be_visible()


def test_a_code_typed_without_a_network_joins_her_when_there_is_one(site: Site, browser: Browser) -> None:
    code = site.manage("shell", "--no-imports", "-c", A_CODE).strip().splitlines()[-1]
    page = browser.new_context(viewport=PHONE, locale="en-GB", bypass_csp=True, reduced_motion="reduce").new_page()
    learn_a_little(page, site)

    types_a_code_without_a_network(page, site, "NOSUCH22")
    page.reload()
    expect(page.get_by_label("Code")).to_have_value("NOSUCH22")
    expect(page.get_by_text("The code is kept")).to_be_visible()
    page.goto(f"{site.address}/me")
    expect(page.get_by_role("link", name="I have a code")).to_contain_text(f"NOSUCH22: {KEPT}")
    assert_everybody_can_use(page)

    site.gate.open()
    page.reload()
    said = page.get_by_role("link", name="I have a code")
    expect(said).not_to_contain_text("NOSUCH22", timeout=60_000)
    said.click()
    expect(page.get_by_label("Code")).to_have_value("NOSUCH22")
    expect(page.locator(".say.hint")).to_contain_text("code")

    types_a_code_without_a_network(page, site, code.lower(), instead_of="NOSUCH22")
    site.gate.open()
    page.goto(f"{site.address}/me")
    expect(page.get_by_text("· Autumn")).to_be_visible(timeout=60_000)
    expect(page.get_by_role("link", name="I have a code")).to_have_count(0)

    another_one_leaves_the_group_to_her(page)
    page.context.close()


def another_one_leaves_the_group_to_her(page: Page) -> None:
    """Who is new on the phone is asked whether the group is hers too, and may say no. She gets no picture of theirs."""
    page.get_by_label("Kiwi").check()
    page.get_by_role("link", name="Somebody else learns here").click()
    page.get_by_label("Your name here").fill("Mei")
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_text("Somebody on this phone learns in this group")).to_be_visible()
    assert_everybody_can_use(page)
    page.get_by_role("link", name="Not now").click()
    expect(page.get_by_role("navigation", name="Who is learning?")).to_contain_text("Mei")
    expect(page.get_by_role("link", name="Begin")).to_be_visible()
    page.get_by_role("link", name="Me", exact=True).click()
    expect(page.get_by_role("link", name="I have a code")).to_be_visible()
    expect(page.get_by_label("Kiwi")).to_have_count(0)
    page.get_by_label("Fish").check()


def test_what_she_typed_before_the_app_was_there_stays(site: Site, browser: Browser) -> None:
    """With a bad signal the page can be typed into long before the app has come to take it over."""
    page = browser.new_context(viewport=PHONE, locale="en-GB", reduced_motion="reduce").new_page()
    app = Held(page, "**/*.js")
    page.goto(f"{site.address}/join/", wait_until="commit")
    page.get_by_label("Code").fill("nosuch")

    app.let_go()

    expect(page.get_by_role("link", name="I have learned on another phone")).to_be_visible(timeout=60_000)
    expect(page.get_by_label("Code")).to_have_value("nosuch")
    page.get_by_role("link", name="Back").click()
    page.get_by_role("link", name="I have a code").click()
    expect(page.get_by_label("Code")).to_have_value("")
    page.context.close()
