"""Every tool on the card of a lesson, in a real browser: it is drawn, its result is an event, its state comes back."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from courses.catalog import actions
from courses.engine.format import Card, Lesson, Tool, lesson_json
from courses.engine.format.items import TOOL_NAMES
from tests.browser.learner import card
from tests.browser.site import until
from tests.browser.voice import VOICE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

NOW = datetime(2026, 11, 22, tzinfo=UTC)
PHONE: Any = {"width": 390, "height": 844}


def every_tool() -> Lesson:
    """One card for each tool; the tool's id is its name."""
    cards = [Card(heading=name, tool=Tool(id=name, name=name, goal="Reach it.")) for name in TOOL_NAMES]
    return Lesson(id="tx1", title="Every tool", minutes=8, can="I can use every tool.", cards=tuple(cards))


AS_SPOKEN = """async texts => {
    const { inputs } = JSON.parse(document.querySelector("#lesson").textContent);
    const { spoken } = await import(inputs);
    return texts.map((text) => spoken(text, "en", {}));
}"""
READ_TO_THE_END = """() => {
    for (let go = window.end; go; go = window.end) { window.end = null; go(); }
    return said;
}"""


@pytest.fixture
def site(live_server: LiveServer) -> str:
    module = {"id": "tx", "title": "Tools", "core": True, "lessons": []}
    outline = {"format": 1, "kind": "outline", "id": "village-ecommerce", "language": "en", "title": "Tools"}
    actions.publish(actions.build_outline({**outline, "modules": [module], "glossary": [], "facts": []}), now=NOW)
    body = {"format": 1, "kind": "module", "course": "village-ecommerce", "id": "tx", "language": "en"}
    rest = {"title": "Tools", "about": "Tools", "level": "start", "lessons": [lesson_json(every_tool())]}
    actions.publish(actions.build_module({**body, **rest}), now=NOW)
    return str(live_server.url)


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """The first page, without the app."""
    context = browser.new_context(viewport=PHONE)
    context.route("**/static/app-*.js", lambda route: route.abort())
    yield context.new_page()
    context.close()


def begin(phone: Page, site: str, tool: str) -> None:
    phone.goto(f"{site}/en/tx/tx1/")
    for _ in range(TOOL_NAMES.index(tool)):
        phone.locator("main > .foot .btn").last.click()
    expect(card(phone).locator(f"[data-tool={tool}] .tool")).to_be_visible()


def used(phone: Page) -> list[tuple[str, Any]]:
    queue = json.loads(phone.evaluate("localStorage['xk.queue'] || '[]'"))
    return [(event["item"], event["body"]["result"]) for event in queue if event["kind"] == "tool_used"]


def test_every_tool_is_drawn_on_its_card(phone: Page, site: str) -> None:
    phone.goto(f"{site}/en/tx/tx1/")
    for tool in TOOL_NAMES:
        expect(card(phone).locator(f"[data-tool={tool}] .tool")).to_be_visible()
        expect(card(phone)).to_contain_text("Reach it.")
        phone.locator("main > .foot .btn").last.click()


def test_the_breakage_that_was_found_is_an_event(phone: Page, site: str) -> None:
    begin(phone, site, "margin-calculator")
    for _ in range(29):
        phone.press("#margin-broken", "ArrowRight")
    expect(card(phone).locator(".mission")).to_contain_text("14.49 of 100")
    until(lambda: bool(phone.evaluate("(localStorage['xk.queue'] || '').includes('tool_used')")), what="the event")
    [(item, result)] = used(phone)
    assert (item, result["mission"], result["left"]) == ("tx1/margin-calculator", 1, -0.01)
    phone.reload()
    expect(card(phone).locator("#margin-broken")).to_have_value("29")


def test_the_places_that_were_compared_are_an_event(phone: Page, site: str) -> None:
    begin(phone, site, "offer-comparison")
    phone.fill("#offer-date", "2026-11-20")
    card(phone).locator("label", has_text="Place B").last.click()
    phone.fill("#offer-date", "2026-11-21")
    until(lambda: bool(phone.evaluate("(localStorage['xk.queue'] || '').includes('tool_used')")), what="the event")
    assert [(item, result["first"]) for item, result in used(phone)] == [("tx1/offer-comparison", [1600, 1200, 600])]


def test_once_the_mission_is_reached_the_next_step_is_in_sight(phone: Page, site: str) -> None:
    begin(phone, site, "ranking-sieve")
    card(phone).locator("label", has_text="Dried shiitake").last.click()
    phone.evaluate("scrollTo(0, 300)")
    expect(phone.locator("main > .foot .btn.go")).to_be_in_viewport(ratio=1)


def test_a_voice_reads_the_goal_and_whatever_can_be_turned_chosen_or_compared(phone: Page, site: str) -> None:
    phone.add_init_script(VOICE)
    phone.goto(f"{site}/en/tx/tx1/")
    shown = "h3, legend, .dial .top, .seg span, .bins .btn, .offered .btn, .rank li, .rank-head span, .left, .offers li"
    for tool in TOOL_NAMES:
        practice = card(phone).locator(f"[data-tool={tool}] .tool")
        expect(practice).to_be_visible()
        phone.get_by_role("button", name="Listen").click()
        said = phone.evaluate(READ_TO_THE_END)
        assert "Reach it." in said[0] + said[1], "what there is to reach comes first, or after the title"
        texts = practice.locator(f":is({shown}):not([aria-hidden], [aria-hidden] *)").all_inner_texts()
        heard = zip(texts, phone.evaluate(AS_SPOKEN, texts), strict=True)  # as written until the rules of speech come
        silent = [text for text, as_said in heard if not any(text in each or as_said in each for each in said)]
        assert silent == [], tool
        assert not practice.locator(".hear .hear").count(), "nothing is read twice"
        phone.evaluate("said.length = 0")
        phone.locator("main > .foot .btn").last.click()
