"""The kept copy's whole way: a phone without a network writes it, a trainer hands it in, and the answer counts."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import assert_everybody_can_use
from tests.browser.learner import answer_card, step
from tests.browser.site import Site, signed_in_as_operator
from tests.browser.test_app_rooms import wait_until_ready

pytestmark = pytest.mark.browser

PHONE: Any = {"width": 390, "height": 844}


def a_copy_written_offline(page: Page, site: Site, *, into: Path) -> Path:
    """She answers on the first page, loses the network, chooses a picture, and saves what waits."""
    page.goto(f"{site.address}/en/ra/ra1/")
    step(page)
    answer_card(page, "ra1", "en")
    wait_until_ready(page)
    page.goto(f"{site.address}/en/-/waiting/")
    expect(page.get_by_text("Nothing waits.")).to_be_visible()
    page.get_by_role("link", name="Back").click()
    page.context.set_offline(True)
    page.get_by_label("Kiwi").check()
    page.get_by_role("button", name="Try to send now").click()
    expect(page.get_by_role("status").get_by_text("No network just now.")).to_be_visible()
    page.get_by_role("link", name="What waits, and why").click()
    expect(page.get_by_text("There is no network just now.")).to_be_visible()
    expect(page.get_by_text("name or picture")).to_be_visible()
    assert_everybody_can_use(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save a file").click()
    expect(page.get_by_text("It is with your downloads")).to_be_visible()
    file = into / download.value.suggested_filename
    download.value.save_as(file)
    return file


def test_what_a_phone_could_not_send_counts_once_a_trainer_hands_it_in(
    site: Site, browser: Browser, tmp_path: Path
) -> None:
    context = browser.new_context(viewport=PHONE, locale="en-GB", bypass_csp=True, reduced_motion="reduce")
    page = context.new_page()
    file = a_copy_written_offline(page, site, into=tmp_path)
    head, *events = [json.loads(line) for line in file.read_text().splitlines()]
    assert file.name.startswith("xiangke-") and head["events"] == len(events) == 1

    office = signed_in_as_operator(site, browser)
    office.goto(f"{site.address}/office/phones/copy/")
    office.set_input_files("[name=file]", file)
    office.get_by_role("button", name="Take it in").click()
    expect(office.get_by_role("row", name="Name or picture")).to_contain_text("1")
    expect(office.get_by_text("What became of it")).to_be_visible()
    office.goto(f"{site.address}/office/phones/")
    office.get_by_role("link", name=f"Phone {head['device'][-4:]}").click()
    expect(office.get_by_text("keeps the app on the phone")).to_be_visible()

    page.get_by_role("button", name="Try to send now").click()
    expect(page.get_by_role("status").get_by_text("There is no network yet. It goes by itself.")).to_be_visible()
    context.set_offline(False)
    page.get_by_role("button", name="Try to send now").click()
    expect(page.get_by_text("Nothing waits.")).to_be_visible()
    office.context.close()
    context.close()
