"""The first page in a real browser: with script and without, small and large, and readable by everyone."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from courses.learning.models import Event
from tests.browser.site import until
from tests.browser.voice import VOICE
from tests.published import publish_ra
from trainingsite.frontend import STATIC

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

PHONE = {"width": 390, "height": 844}
SMALLEST = {"width": 320, "height": 568}
HAS_DRAWING = "document.querySelector('section.end img').naturalWidth > 0"
AXE = STATIC / "node_modules" / "axe-core" / "axe.min.js"
_AXE_RUN = """axe.run(document).then((found) => found.violations.map(({ id, nodes }) =>
    `${id}: ${nodes.map((node) => node.html.slice(0, 90)).join(" | ")}`))"""
_AS_WITHOUT_SCRIPT = """() => {
    if (!document.querySelector("[data-card]")) return;
    document.documentElement.className = "broken";
    for (const added of document.querySelectorAll("main > header.row, main > .foot")) added.remove();
}"""
_AT_CARD = """(card) => {
    const at = JSON.parse(localStorage["xk.at.ra/ra1"]);
    localStorage["xk.at.ra/ra1"] = JSON.stringify({ ...at, card });
}"""
_ALL_DONE = """() => {
    const at = JSON.parse(localStorage["xk.at.ra/ra1"]);
    const right = { tries: 1, right: true };
    const done = { q1: right, q2: right, q3: right, q4: right, q5: right };
    localStorage["xk.at.ra/ra1"] = JSON.stringify({ ...at, card: 12, done });
}"""
PAGES = ["/", "/join/", "/nowhere", "/en/ra/ra1/", "/zh-hans/ra/ra1/", "/en/ra/ra2/", "/zh-hans/ra/ra2/"]


@pytest.fixture
def site(live_server: LiveServer) -> str:
    assert (Path(settings.APP_DIR) / "manifest.json").is_file(), "the phone app is built before the tests"
    publish_ra(now=datetime(2026, 11, 21, tzinfo=UTC))
    return str(live_server.url)


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """With script, but the app stays away: these tests are about the page itself."""
    context = browser.new_context(viewport=PHONE, locale="en-GB", bypass_csp=True)  # type: ignore[arg-type]  # a plain dict is what it is
    context.route("**/static/app-*.js", lambda route: route.abort())
    yield context.new_page()
    context.close()


@pytest.fixture
def plain_phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False, locale="en-GB")  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


def step(page: Page) -> None:
    page.locator("main > .foot .btn.go").click()


def kept(page: Page) -> list[dict[str, Any]]:
    """The events that wait on the phone."""
    found: list[dict[str, Any]] = page.evaluate("JSON.parse(localStorage.getItem('xk.queue') || '[]')")
    return found


def violations(page: Page) -> list[str]:
    if page.evaluate("typeof axe === 'undefined'"):
        page.add_script_tag(path=AXE)
    found: list[str] = page.evaluate(_AXE_RUN)
    return found


def test_one_request_shows_the_first_card_and_answers_a_tap(site: str, phone: Page) -> None:
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))

    phone.goto(f"{site}/en/ra/ra1/", wait_until="domcontentloaded")
    step(phone)

    expect(phone.locator("#c2")).to_be_visible()
    expect(phone.locator("#c1")).to_be_hidden()
    assert [url for url in asked if "favicon" not in url and "data:" not in url][:1] == [f"{site}/en/ra/ra1/"]
    assert not [url for url in asked if "/packs/" in url]


def test_a_wrong_answer_a_right_one_and_both_are_kept_before_the_screen_says_so(site: str, phone: Page) -> None:
    phone.goto(f"{site}/en/ra/ra1/")
    step(phone)
    expect(phone.locator("main > .foot .btn.wait")).to_have_text("Tap one answer")

    phone.locator("#q2 [value=a]").check()
    step(phone)
    expect(phone.locator(".say.hint")).to_contain_text("Many people think of the price.")
    expect(phone.locator(".saved")).to_have_text("Saved on this phone")
    step(phone)
    phone.locator("#q2 [value=b]").check()
    step(phone)
    expect(phone.locator(".say.good")).to_contain_text("Words come first.")

    opened, first, second = kept(phone)
    assert opened["kind"] == "lesson_opened"
    assert first["body"] == {"sitting": opened["id"], "try": 1, "response": "a", "credit": 0}
    assert second["body"] == {"sitting": opened["id"], "try": 2, "response": "b", "credit": 1}
    assert [event["seq"] for event in kept(phone)] == [1, 2, 3]


def test_a_reload_goes_on_at_the_card_in_the_same_sitting(site: str, phone: Page) -> None:
    phone.goto(f"{site}/zh-hans/ra/ra1/")
    step(phone)
    phone.locator("#q2 [value=b]").check()
    step(phone)
    step(phone)

    phone.reload()

    expect(phone.locator("#c3")).to_be_visible()
    expect(phone.locator(".count")).to_have_text("3 / 12")
    assert [event["kind"] for event in kept(phone)].count("lesson_opened") == 1


def test_a_pause_leads_to_today_and_back_to_the_same_card(site: str, phone: Page) -> None:
    phone.goto(f"{site}/en/ra/ra1/")
    step(phone)
    phone.locator("#q2 [value=b]").check()
    step(phone)
    step(phone)
    phone.get_by_role("button", name="Back").click()
    expect(phone.locator("#c2")).to_be_visible()
    step(phone)

    phone.get_by_role("button", name="Pause").click()
    expect(phone).to_have_url(f"{site}/today")
    phone.goto(f"{site}/en/ra/ra1/")

    expect(phone.locator("#c3")).to_be_visible()


def test_the_lists_of_order_and_match_work_before_the_app_is_there(site: str, phone: Page) -> None:
    phone.goto(f"{site}/en/ra/ra1/")
    phone.evaluate(_AT_CARD, 7)
    phone.context.route("**/static/lesson/inputs-*.js", lambda route: route.abort())
    phone.reload()

    for option, place in zip("badc", ("1", "3", "2", "4"), strict=True):
        phone.locator(f"#q1 [name=o-{option}]").select_option(place)
    step(phone)

    expect(phone.locator(".say.good")).to_contain_text("Yes, that is it.")


def test_a_practice_is_as_she_left_it_after_a_reload(site: str, phone: Page) -> None:
    phone.goto(f"{site}/en/ra/ra1/")
    phone.evaluate(_AT_CARD, 5)
    phone.reload()
    phone.locator("[name=sieve-title]").nth(2).check(force=True)

    phone.reload()

    expect(phone.locator("[name=sieve-title]").nth(2)).to_be_checked()


def test_the_end_shows_a_drawing_what_to_do_today_and_the_next_lesson(site: str, phone: Page) -> None:
    phone.goto(f"{site}/en/ra/ra1/")
    phone.evaluate(_ALL_DONE)
    phone.reload()

    step(phone)

    end = phone.locator("section.end")
    expect(end.locator("h2")).to_have_text("Well done")
    until(
        lambda: bool(phone.evaluate("document.querySelector('section.end img').naturalWidth > 0")), what="the drawing"
    )
    expect(end).not_to_contain_text("Search for something you grow.")  # the card before said it
    expect(phone.locator(".foot a.go")).to_have_attribute("href", "/en/ra/ra2/")


def test_a_phone_without_room_learns_on_and_says_so(site: str, phone: Page) -> None:
    phone.add_init_script("Storage.prototype.setItem = () => { throw new Error('QuotaExceededError'); }")
    phone.goto(f"{site}/en/ra/ra1/")
    step(phone)
    phone.locator("#q2 [value=b]").check()
    step(phone)

    expect(phone.locator(".say.good")).to_be_visible()
    expect(phone.locator(".saved")).to_contain_text("no room")


def test_a_voice_reads_aloud_and_marks_what_it_reads(site: str, phone: Page) -> None:
    phone.add_init_script(VOICE)
    phone.goto(f"{site}/en/ra/ra1/")
    step(phone)

    phone.get_by_role("button", name="Listen to all").click()
    expect(phone.locator("legend.read")).to_be_visible()
    assert "never appear. What do you" in phone.evaluate("said")[-1]
    phone.evaluate("end()")

    expect(phone.locator("label .read")).to_have_text("Is my price low enough for them?")


def test_a_voice_says_what_the_course_notes_once_the_rules_of_speech_have_come(site: str, phone: Page) -> None:
    phone.add_init_script(VOICE)
    phone.goto(f"{site}/zh-hans/ra/ra1/")
    phone.evaluate(_AT_CARD, 12)
    with phone.expect_response("**/static/lesson/inputs-*.js"):
        phone.reload()
    phone.evaluate("import(JSON.parse(document.getElementById('lesson').textContent).inputs)")

    phone.get_by_role("button", name="听一听").click()

    assert "搜一样你家众的东西" in phone.evaluate("said")[0]
    expect(phone.locator(".read")).to_contain_text("搜一样你家种的东西")


def test_without_a_voice_there_is_no_button_to_listen(site: str, phone: Page) -> None:
    phone.add_init_script("speechSynthesis.getVoices = () => [{ lang: 'fr-FR', name: 'Another language' }]")
    phone.goto(f"{site}/en/ra/ra1/")
    step(phone)

    expect(phone.locator("[data-card].on form")).to_be_visible()
    expect(phone.get_by_role("button", name="Listen")).to_have_count(0)


def test_a_word_of_the_glossary_is_explained_where_she_is(site: str, phone: Page) -> None:
    phone.goto(f"{site}/en/ra/ra1/")
    phone.evaluate(_AT_CARD, 3)
    phone.reload()

    phone.locator("#c3 [data-term]").click()

    expect(phone.locator(".say.word b")).to_have_text("relevance")
    expect(phone.locator(".say.word button")).to_have_count(0)


def test_the_meaning_of_a_word_can_be_heard_and_ends_what_was_read_of_the_card(site: str, phone: Page) -> None:
    phone.add_init_script(VOICE)
    phone.goto(f"{site}/en/ra/ra1/")
    phone.evaluate(_AT_CARD, 3)
    phone.reload()
    card = phone.locator("#c3")
    card.get_by_role("button", name="Listen").click()
    expect(card.locator(".read")).to_be_visible()

    card.locator("[data-term]").click()
    expect(card.locator(".read")).to_have_count(0)
    phone.locator(".say.word").get_by_role("button", name="Listen").click()

    expect(phone.locator(".say.word .read")).to_have_text("relevance")
    expect(card.get_by_role("button", name="Listen")).to_be_visible()
    assert violations(phone) == []
    phone.evaluate("end()")
    assert phone.evaluate("said")[-1] == phone.locator(".say.word p").inner_text()
    phone.locator(".say.word").get_by_role("button", name="Stop").click()
    expect(phone.locator(".say.word .read")).to_have_count(0)


def test_without_script_the_lesson_can_be_learned_to_its_end(site: str, plain_phone: Page) -> None:
    page = plain_phone
    page.goto(f"{site}/en/ra/ra1/")
    expect(page.locator("[data-card]")).to_have_count(12)
    expect(page.locator("#c12")).to_be_visible()

    page.locator("#q2 [value=a]").check()
    page.locator("#q2 button").click()
    expect(page.locator("#q2 .say.hint")).to_contain_text("Many people think of the price.")
    page.locator("#q2 [value=b]").check()
    page.locator("#q2 button").click()
    expect(page.locator("#q2 .say.good")).to_contain_text("Words come first.")
    for option, place in zip("bdac", "1234", strict=True):
        page.locator(f"#q1 [name=o-{option}]").select_option(place)
    page.locator("#q1 button").click()
    page.locator("#q4 input").fill("ranking")
    page.locator("#q4 button").click()
    page.locator("#q5 [value=c]").check()
    page.locator("#q5 button").click()
    page.locator("#q3 [value=false]").check()
    page.locator("#q3 button").click()

    expect(page.locator("#end")).to_contain_text("You have reached the end")
    kinds = list(Event.objects.order_by("record_seq").values_list("kind", flat=True))
    assert kinds == ["lesson_opened", *["answered"] * 6, "lesson_finished"]


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_passes_axe(site: str, browser: Browser, address: str, scheme: str) -> None:
    context = browser.new_context(viewport=PHONE, color_scheme=scheme, bypass_csp=True)  # type: ignore[arg-type]
    context.route("**/static/app-*.js", lambda route: route.abort())
    page = context.new_page()
    page.goto(site + address)

    found = violations(page)
    page.evaluate(_AS_WITHOUT_SCRIPT)

    assert found == []
    assert violations(page) == []
    context.close()


@pytest.mark.parametrize("address", ["/", "/join/", "/en/ra/ra1/", "/zh-hans/ra/ra2/"])
@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_the_smallest_screen_with_text_of_200_percent_never_scrolls_sideways(
    site: str, browser: Browser, address: str, script: bool
) -> None:
    context = browser.new_context(viewport=SMALLEST, java_script_enabled=script, bypass_csp=True)  # type: ignore[arg-type]
    context.route("**/static/app-*.js", lambda route: route.abort())
    page = context.new_page()
    page.goto(site + address)
    page.locator("html").evaluate("html => { html.style.fontSize = '225%'; }")

    assert page.locator("html").evaluate("html => html.scrollWidth") <= SMALLEST["width"]
    context.close()
