"""The practices made of moves inside the app, without a network: drawn, kept over a reload, told as an event."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from courses.catalog import actions
from courses.engine.format import Card, Lesson, Tool, lesson_json
from tests.browser.held import kept, wait_for_app
from tests.browser.learner import card
from tests.browser.site import until
from tests.browser.voice import VOICE
from tests.languages import mostly
from tests.tools.goals import SHOP

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

NOW = datetime(2026, 11, 22, tzinfo=UTC)
PHONE: Any = {"width": 390, "height": 844}
TOOLS = [
    *("code-cards", "decision-path", "file-sorter", "form-finder", "order-the-steps"),
    *("password-builder", "permission-cards", "shop-opening", "spot-the-phishing"),
    "data-jar",
    "rule-hunt",
    "message-check",
    "results-page",
    "case-desk",
    "chat-trainer",
    "money-path",
]
REACHED = "Reached when each lies where it belongs. Take your time."
TITLES = {"en": "Practices", "zh-hans": "练习"}

STORES = """() => new Promise((told) => {
    const open = indexedDB.open("xiangke");
    open.onsuccess = () => {
        const names = Array.from(open.result.objectStoreNames);
        open.result.close();
        told(names.filter((name) => name !== "packs" && name !== "files"));
    };
})"""


def practices(language: str) -> Lesson:
    """One card for each; the tool's id is its name."""
    cards = [Card(heading=name, tool=Tool(id=name, name=name, goal=TITLES[language])) for name in TOOLS]
    return Lesson(id="ty1", title=TITLES[language], minutes=8, can=TITLES[language], cards=tuple(cards))


@pytest.fixture
def site(live_server: LiveServer) -> str:
    for language, title in TITLES.items():
        module = {"id": "ty", "title": title, "core": True, "lessons": []}
        outline = {"format": 1, "kind": "outline", "id": "village-ecommerce", "language": language, "title": title}
        actions.publish(actions.build_outline({**outline, "modules": [module], "glossary": [], "facts": []}), now=NOW)
        body = {"format": 1, "kind": "module", "course": "village-ecommerce", "id": "ty", "language": language}
        rest = {"title": title, "about": title, "level": "start", "lessons": [lesson_json(practices(language))]}
        actions.publish(actions.build_module({**body, **rest}), now=NOW)
    return str(live_server.url)


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def offline(phone: Page, site: str, language: str) -> None:
    """The lesson opened once, then the app and every practice on the phone, then no network."""
    phone.goto(f"{site}/{language}/ty/ty1/")
    until(lambda: bool(kept(phone, "packs")), what="the module is on the phone")
    wait_for_app(phone, practices=TOOLS)
    phone.context.set_offline(True)
    phone.goto(f"{site}/{language}/ty/ty1/")


def used(phone: Page) -> list[tuple[str, Any]]:
    events = kept(phone, "events")
    return [(event["item"], event["body"]["result"]) for event in events if event["kind"] == "tool_used"]


@pytest.mark.parametrize("language", mostly("zh-hans"))
def test_every_practice_is_drawn_in_the_app_without_a_network(phone: Page, site: str, language: str) -> None:
    offline(phone, site, language)
    for tool in TOOLS:
        expect(card(phone).locator(f"[data-tool={tool}] .tool")).to_be_visible()
        expect(card(phone).locator(".mission")).to_contain_text(TITLES[language])
        phone.locator("main > .foot .btn").last.click()


def test_a_shop_half_opened_is_still_so_after_a_reload_and_the_end_is_an_event(phone: Page, site: str) -> None:
    offline(phone, site, "en")
    for _ in range(TOOLS.index("shop-opening")):
        phone.locator("main > .foot .btn").last.click()
    for step in ["chat", *SHOP[:5]]:
        card(phone).locator(f"[data-id={step}] button").click()
    until(lambda: SHOP[4] in str([kept(phone, each) for each in phone.evaluate(STORES)]), what="it is kept")
    phone.reload()
    expect(card(phone).locator(".road li")).to_have_count(5)
    for step in SHOP[5:]:
        card(phone).locator(f"[data-id={step}] button").click()
    expect(card(phone).locator(".mission")).to_contain_text("The shop is open")
    until(lambda: bool(used(phone)), what="the event")
    assert used(phone) == [("ty1/shop-opening", {"rounds": 1, "early": 0, "trapped": 1})]


def test_the_words_of_a_password_stand_in_no_store_of_the_phone(phone: Page, site: str) -> None:
    offline(phone, site, "en")
    for _ in range(TOOLS.index("password-builder")):
        phone.locator("main > .foot .btn").last.click()
    for word in ["kettle", "cloud", "drum", "ladder", "I can remember these", "Keep the code to myself"]:
        card(phone).get_by_role("button", name=word, exact=True).click()
    for word in ["Hang up", "Open the app myself"]:
        card(phone).get_by_role("button", name=word, exact=True).click()
    until(lambda: bool(used(phone)), what="the event")
    assert used(phone) == [("ty1/password-builder", {"detours": 0})]
    stores = [str(kept(phone, store)) for store in phone.evaluate(STORES)]
    assert stores
    assert "kettle" not in "".join(stores) + phone.evaluate("JSON.stringify(localStorage)")


def test_a_voice_reads_the_practice_and_nothing_that_has_gone(phone: Page, site: str) -> None:
    phone.context.route("**/static/app-*.js", lambda route: route.abort())
    phone.add_init_script(VOICE)
    phone.goto(f"{site}/en/ty/ty1/")
    expect(card(phone).locator(".tool")).to_be_visible()
    phone.get_by_role("button", name="Listen").click()
    for begun in ["Show it, or never show it?", TITLES["en"], "Ten cards, all empty. " + REACHED]:
        expect(card(phone).locator(".tool .hear.read")).to_have_text(begun)
        phone.evaluate("end()")
    expect(card(phone).locator(".face .read")).to_contain_text("Receive code")
    phone.evaluate("end()")
    card(phone).locator("[data-bin=show]").click()
    phone.evaluate("end()")
    said = phone.evaluate("said")
    assert said[-1] == "What do you do?"
    assert "Show it" not in said
