"""Two tabs of one phone: both take answers, one outbox sends them, each counts once, neither forgets for the other."""

import uuid
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.held import kept
from tests.browser.learner import answer_card, card, finish, step
from tests.browser.site import Site, until
from tests.browser.test_app_rooms import a_phone, learn_a_little

pytestmark = pytest.mark.browser

_RECORD = "SELECT id, seq, item FROM courses_event WHERE device = ? ORDER BY seq"


class Tabs(NamedTuple):
    one: Page
    other: Page


@pytest.fixture
def tabs(site: Site, browser: Browser) -> Iterator[Tabs]:
    """She answered the first question of RA1; then the app opens in a second tab."""
    one = a_phone(browser)
    learn_a_little(one, site)
    yield Tabs(one, one.context.new_page())
    one.context.close()


def opens(tab: Page, site: Site, lesson: str) -> None:
    tab.goto(f"{site.address}/en/ra/{lesson}/")
    expect(card(tab)).to_be_visible()


def answers(tab: Page, lesson: str) -> str:
    """The next question of the lesson that stands open in this tab; which one it was."""
    while not item_of(tab):
        goes_on(tab)
    item = item_of(tab)
    answer_card(tab, lesson, "en")
    return f"{lesson}/{item}"


def item_of(tab: Page) -> str:
    """The question on the card that is shown; empty: there is none."""
    form = card(tab).locator("form")
    return form.get_attribute("data-item") or "" if form.count() else ""


def goes_on(tab: Page) -> None:
    """Past this card, whatever is on it."""
    tab.locator("main > .foot .btn").last.click()


def answered(items: Iterable[str]) -> list[str]:
    return sorted(item for item in items if "/" in item)


def answered_on_the_phone(tab: Page) -> list[str]:
    return answered(event["item"] for event in kept(tab, "events"))


def all_is_counted(site: Site, tabs: Tabs) -> list[str]:
    """Waits until nothing waits; phone and record hold the same, each event once. The items of all answers."""
    for tab in tabs:
        until(lambda tab=tab: not kept(tab, "waiting"), what="all to be sent")  # type: ignore[misc]
    device = tabs.one.evaluate("JSON.parse(localStorage['xk.me']).device")
    events = sorted(kept(tabs.one, "events"), key=lambda event: event["seq"])
    record = site.database_rows(_RECORD, uuid.UUID(device).hex)
    assert [(uuid.UUID(id).hex, seq) for id, seq, *_ in record] == [
        (uuid.UUID(event["id"]).hex, event["seq"]) for event in events
    ]
    assert [seq for _, seq, *_ in record] == list(range(1, len(record) + 1)), "both took the same number"
    return answered(item for _, _, item in record)


def test_both_tabs_take_answers_with_and_without_a_network_and_each_counts_once(site: Site, tabs: Tabs) -> None:
    opens(tabs.one, site, "ra1")
    opens(tabs.other, site, "ra2")
    done = [*answered_on_the_phone(tabs.one), answers(tabs.one, "ra1"), answers(tabs.other, "ra2")]
    assert all_is_counted(site, tabs) == sorted(done)

    tabs.one.context.set_offline(True)
    done += [answers(tabs.other, "ra2"), answers(tabs.one, "ra1"), answers(tabs.other, "ra2")]
    places = [tab.locator("header .count").inner_text() for tab in tabs]
    assert len(kept(tabs.one, "waiting")) == 3
    tabs.one.context.set_offline(False)
    assert all_is_counted(site, tabs) == sorted(done)

    for tab, place in zip(tabs, places, strict=True):
        expect(tab.locator("header .count")).to_have_text(place)
        tab.reload()
        expect(tab.locator("header .count")).to_have_text(place)


def test_what_was_answered_in_one_tab_is_not_asked_again_in_the_other(site: Site, tabs: Tabs) -> None:
    for tab in tabs:
        opens(tab, site, "ra1")
    before = answered_on_the_phone(tabs.one)
    there = [answers(tabs.other, "ra1"), answers(tabs.other, "ra1")]
    for item in there:
        while f"ra1/{item_of(tabs.one)}" != item:
            goes_on(tabs.one)
        expect(tabs.one.locator(".saved")).to_have_text("Saved on this phone")
        step(tabs.one)
    last = answers(tabs.one, "ra1")

    assert all_is_counted(site, tabs) == sorted([*before, *there, last])
    for tab in tabs:
        tab.reload()
        expect(card(tab)).to_be_visible()
        [sitting] = [sitting for sitting in kept(tab, "sittings") if sitting["lesson"] == "ra1"]
        assert sorted(f"ra1/{item}" for item in sitting["done"]) == sorted([*before, *there, last])


def test_a_card_that_was_answered_says_so_after_a_reload_and_cannot_be_answered_again(site: Site, tabs: Tabs) -> None:
    opens(tabs.one, site, "ra1")
    item = answers(tabs.one, "ra1")
    tabs.one.reload()
    expect(card(tabs.one)).to_be_visible()
    while f"ra1/{item_of(tabs.one)}" != item:
        tabs.one.get_by_role("button", name="Back").click()

    expect(tabs.one.locator(".saved")).to_have_text("Saved on this phone")
    card(tabs.one).locator("form").locator("label, button:enabled").first.click()
    expect(tabs.one.locator("main > .foot .btn.go")).to_have_text("Next")


def test_a_lesson_begun_anew_in_one_tab_keeps_its_place_while_the_older_tab_is_still_used(
    site: Site, tabs: Tabs
) -> None:
    for tab in tabs:
        opens(tab, site, "ra1")
    finish(tabs.other, "ra1", "en")
    opens(tabs.other, site, "ra1")
    goes_on(tabs.other)
    place = tabs.other.locator("header .count").inner_text()
    [anew] = [sitting for sitting in kept(tabs.other, "sittings") if sitting["lesson"] == "ra1"]

    older = answers(tabs.one, "ra1")
    [*_, last] = sorted(kept(tabs.one, "events"), key=lambda event: event["seq"])
    assert last["item"] == older
    assert last["body"]["sitting"] != anew["sitting"], "what is answered there belongs to the older sitting"
    assert [sitting for sitting in kept(tabs.other, "sittings") if sitting["lesson"] == "ra1"] == [anew]
    tabs.other.reload()
    expect(tabs.other.locator("header .count")).to_have_text(place)
