"""The second sign-in step as a person meets it on her phone, and that everybody can read its pages."""

from base64 import b32decode

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from courses.people.models import Staff
from tests.cast import the_cast
from tests.languages import mostly
from tests.people.test_office_screens import AXE, FIND, RULES, faults
from tests.people.test_second_factor import PASSWORD, code_at

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
WIDTH = 390


def type_and_enter(page: Page, **typed: str) -> None:
    """Fill the fields of these names, then the enter key; the next page is there."""
    for name, words in typed.items():
        page.locator(f"[name={name}]").fill(words)
    with page.expect_navigation():
        page.locator(f"[name={list(typed)[-1]}]").press("Enter")


@pytest.mark.parametrize("language", mostly("zh-hans"))
def test_she_turns_it_on_and_signs_in_with_it(browser: Browser, live_server: LiveServer, language: str) -> None:
    operator = _with_password(the_cast(language=language).operator)
    office = f"{live_server.url}/office/"
    page = browser.new_page(viewport={"width": WIDTH, "height": 844})
    page.goto(f"{office}login/")
    type_and_enter(page, username=operator.username, password=PASSWORD)

    wrong = {"turning on": faults(page, f"{office}account/second-factor/", width=WIDTH)}
    secret = b32decode(page.inner_text("code").replace(" ", "")).hex()
    type_and_enter(page, code=code_at(timezone.now(), secret=secret))
    page.evaluate(AXE.read_text(encoding="utf-8"))
    wrong["recovery codes"] = page.evaluate(FIND, RULES["light"])
    codes = page.inner_text("#words").split("\n")
    wrong["turning off"] = faults(page, f"{office}account/second-factor/off/", width=WIDTH)
    page.context.clear_cookies()
    page.goto(f"{office}login/")
    type_and_enter(page, username=operator.username, password=PASSWORD)
    wrong["the code"] = faults(page, page.url, width=WIDTH)
    page.keyboard.type(codes[0])  # the cursor stands in the field already
    with page.expect_navigation():
        page.keyboard.press("Enter")

    assert page.url == office and len(codes) == 10
    page.close()
    assert not any(wrong.values()), wrong


def _with_password(staff: Staff) -> Staff:
    staff.set_password(PASSWORD)
    staff.save()
    return staff
