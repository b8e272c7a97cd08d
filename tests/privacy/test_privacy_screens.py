"""Erasing in a real Chromium: readable by everybody, by keys alone, in both languages."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from courses.people.models import Learner
from tests.builders import a_learner
from tests.cast import NAME_A, the_cast
from tests.languages import ON_A_DESK
from tests.people.test_office_screens import faults, open_office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

WORDS = {"en": ("Erase her …", "Erase for good"), "zh-hans": ("删除资料…", "永久删除")}


@pytest.mark.parametrize(("language", "width"), ON_A_DESK)
def test_a_manager_erases_a_learner_on_pages_everybody_can_read(
    browser: Browser, live_server: LiveServer, language: str, width: int
) -> None:
    cast = the_cast(language=language)
    again = a_learner(nickname=NAME_A, centre=cast.centre_a)
    page = open_office(browser, server=live_server, staff=cast.manager_a, width=width)
    hers = f"{live_server.url}/office/people/{cast.learner_a.pk}/"
    link, button = WORDS[language]

    assert faults(page, hers, width=width) == []
    for path in ("erase/", "same/", f"same/{again.pk}/", "lock/"):
        assert faults(page, f"{hers}{path}", width=width) == [], path
    if folder := os.environ.get("PICTURES"):
        page.screenshot(path=Path(folder) / f"erase-{language}.png", full_page=True)
        page.goto(hers)
        page.screenshot(path=Path(folder) / f"her-{language}.png", full_page=True)

    page.goto(hers)
    page.get_by_role("link", name=link).press("Enter")
    page.get_by_role("textbox", name=NAME_A).fill(NAME_A)
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name=button)).to_be_focused()
    page.keyboard.press("Enter")

    expect(page).to_have_url(f"{live_server.url}/office/people/")
    page.context.close()
    assert not Learner.objects.filter(pk=cast.learner_a.pk).exists()
