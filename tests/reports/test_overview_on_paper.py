"""The overview printed: every learner of the page is on paper, none of it beyond the paper's edge."""

import re

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from tests.builders import a_centre, a_group, a_learner, a_staff_member
from tests.learned import a_module
from tests.people.test_office_screens import BUILT, open_office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
INSIDE_A4 = 718
"""Pixels between the margins of a browser's A4."""


def test_a_long_table_goes_on_on_the_next_page(browser: Browser, live_server: LiveServer) -> None:
    a_module()
    group = a_group(centre=a_centre())
    for number in range(45):
        a_learner(nickname=f"n{number}", group=group)
    page = open_office(browser, server=live_server, staff=a_staff_member(centre=group.centre), width=INSIDE_A4)
    page.goto(f"{live_server.url}/office/")
    page.wait_for_function(BUILT)

    page.emulate_media(media="print")
    printed = page.pdf(format="A4")
    is_wide = page.evaluate("document.documentElement.scrollWidth") > INSIDE_A4
    shown = {what: page.locator(what).first.is_visible() for what in ("h1", "thead", "#wagtail-sidebar", ".x-filter")}
    page.context.close()

    pages = re.search(rb"/Count (\d+)", printed)
    assert pages is not None and int(pages[1]) > 1
    assert not is_wide
    assert shown == {"h1": True, "thead": True, "#wagtail-sidebar": False, ".x-filter": False}
