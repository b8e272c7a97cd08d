"""Every type of exercise in a real browser: by tap, by keys alone, without script; and one that is unknown here."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from courses.catalog import actions
from courses.catalog.rendering import lesson_file, render_lesson
from courses.engine.format import Card, Exercise, Lesson, Tool
from courses.learning.models import Event
from tests.browser.hands import words_in_order
from tests.browser.learner import answer_form, card, step
from tests.browser.site import until
from tests.every_type import every_type
from tests.languages import mostly
from tests.published_every_type import publish_every_type
from trainingsite.frontend import STATIC

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

NOW = datetime(2026, 11, 21, tzinfo=UTC)
PHONE: Any = {"width": 390, "height": 844}
AXE = STATIC / "node_modules" / "axe-core" / "axe.min.js"
VIOLATIONS = """() => axe.run(document).then(({violations}) =>
    violations.map(({id, nodes}) => id + " " + nodes.map(({html}) => html.slice(0, 90)).join(" ")))"""
HAS_INPUTS = "performance.getEntriesByType('resource').some(({name}) => /lesson.inputs-/.test(name))"
IS_FOCUSED = "element => element === document.activeElement"
TYPED = {
    "en": {"money": "¥ 5.76", "weight": "１２ kg", "word": " The Ranking."},
    "zh-hans": {"money": "五点七六元", "weight": "十二公斤", "word": "排名。"},
}


@pytest.fixture
def site(live_server: LiveServer) -> str:
    publish_every_type(now=NOW)
    return str(live_server.url)


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """The first page with the inputs that come late, and without the app."""
    context = browser.new_context(viewport=PHONE, bypass_csp=True)  # for axe, which is put into the page
    context.route("**/static/app-*.js", lambda route: route.abort())
    yield context.new_page()
    context.close()


def begin(phone: Page, site: str, language: str) -> None:
    phone.goto(f"{site}/{language}/px/px1/")
    phone.wait_for_function(HAS_INPUTS)
    phone.add_script_tag(path=AXE)
    expect(card(phone)).to_have_id("c1")


def kept(phone: Page) -> dict[str, Any]:
    """The answers on the phone, by exercise: response and credit."""
    queue = json.loads(phone.evaluate("localStorage['xk.queue']"))
    answers = [event for event in queue if event["kind"] == "answered"]
    return {event["item"]: (event["body"]["response"], event["body"]["credit"]) for event in answers}


def expected(language: str) -> dict[str, Any]:
    """Full credit for every exercise, by the author's own key."""
    found: dict[str, Any] = {}
    for exercise in every_type(language).exercises:
        answer = list(exercise.answer) if isinstance(exercise.answer, tuple) else exercise.answer
        written = TYPED[language]["word"].strip()
        found[f"px1/{exercise.id}"] = (written if exercise.type == "text-entry" else answer, 1)
    return found


def chosen(exercise: Exercise) -> list[str]:
    answer = exercise.answer
    return list(answer) if isinstance(answer, tuple) else [str(answer).lower()]


def tap(phone: Page, exercise: Exercise, language: str) -> None:
    form = card(phone).locator("form")
    if exercise.id in TYPED[language]:
        form.locator("input").fill(TYPED[language][exercise.id])
    elif exercise.type in ("order", "match"):
        for word in words_in_order(exercise):
            form.locator(".slot.rest", has_text=word).click()
    else:
        for value in chosen(exercise):
            form.locator(f"[value={value}]").check()
    step(phone)


def tab_to(phone: Page, wanted: Locator) -> None:
    for _ in range(30):
        if wanted.evaluate(IS_FOCUSED):
            return
        phone.keyboard.press("Tab")
    raise AssertionError(f"no key leads to {wanted}")


def press(phone: Page, exercise: Exercise, language: str) -> None:
    """The same with Tab, Enter, blanks and arrows."""
    form = card(phone).locator("form")
    if exercise.id in TYPED[language]:
        tab_to(phone, form.locator("input"))
        phone.keyboard.type(TYPED[language][exercise.id])
        phone.keyboard.press("Enter")
        return
    if exercise.type in ("order", "match"):
        for word in words_in_order(exercise):
            tab_to(phone, form.locator(".slot.rest", has_text=word))
            phone.keyboard.press("Enter")
    else:
        for value in chosen(exercise):
            _choose_by_keys(phone, form, value)
    press_next(phone)


def _choose_by_keys(phone: Page, form: Locator, value: str) -> None:
    wanted = form.locator(f"[value={value}]")
    if wanted.get_attribute("type") == "checkbox":
        tab_to(phone, wanted)
        phone.keyboard.press("Space")
        return
    tab_to(phone, form.locator("input").first)
    phone.keyboard.press("Space")
    while not wanted.is_checked():
        phone.keyboard.press("ArrowDown")


def press_next(phone: Page) -> None:
    tab_to(phone, phone.locator("main > .foot .btn.go"))
    phone.keyboard.press("Enter")


@pytest.mark.parametrize("language", mostly("en"))
def test_every_exercise_is_answered_by_taps_and_passes_axe(site: str, phone: Page, language: str) -> None:
    begin(phone, site, language)
    step(phone)

    for exercise in every_type(language).exercises:
        expect(card(phone).locator("form")).to_have_attribute("data-item", exercise.id)
        expect(phone.locator("main > .foot .btn")).to_have_class("btn wait")
        assert phone.evaluate(VIOLATIONS) == [], exercise.id
        tap(phone, exercise, language)
        expect(phone.locator(".say.good")).to_be_visible()
        assert phone.evaluate(VIOLATIONS) == [], exercise.id
        step(phone)

    expect(phone.locator("section.end")).to_be_visible()
    assert kept(phone) == expected(language)


@pytest.mark.parametrize("language", mostly("zh-hans"))
def test_every_exercise_is_answered_by_keys_alone(site: str, phone: Page, language: str) -> None:
    begin(phone, site, language)
    press_next(phone)

    for exercise in every_type(language).exercises:
        expect(card(phone).locator("form")).to_have_attribute("data-item", exercise.id)
        press(phone, exercise, language)
        expect(phone.locator(".say.good")).to_be_visible()
        press_next(phone)

    expect(phone.locator("section.end")).to_be_visible()
    assert kept(phone) == expected(language)


def test_a_word_at_its_place_moves_with_the_arrows_and_says_what_a_tap_does(site: str, phone: Page) -> None:
    begin(phone, site, "en")
    step(phone)
    for exercise in every_type("en").exercises[:5]:
        tap(phone, exercise, "en")
        step(phone)
    form = card(phone).locator("form")
    expect(form.get_by_role("button", name="Tape it , goes to: 1", exact=True)).to_be_visible()
    expect(form.get_by_role("button", name="2 , fill this place next", exact=True)).to_be_visible()
    for word in ("Tape it", "Put it in", "Hand it over"):
        form.locator(".slot.rest", has_text=word).click()

    tab_to(phone, form.get_by_role("button", name="2 Put it in , tap to take it back"))
    phone.keyboard.press("ArrowUp")

    expect(form.locator(".slot").first).to_have_text("1Put it in, tap to take it back")
    assert form.locator(".slot").first.evaluate(IS_FOCUSED)
    step(phone)
    expect(phone.locator(".say.good")).to_be_visible()


@pytest.mark.parametrize(
    ("language", "hint"),
    [("en", "To change one, tap it: it comes back here."), ("zh-hans", "想换哪个，点一下它，就回到这里。")],
)
def test_at_the_second_try_the_card_says_how_a_placed_word_is_changed(
    site: str, phone: Page, language: str, hint: str
) -> None:
    begin(phone, site, language)
    step(phone)
    for exercise in every_type(language).exercises[:5]:
        tap(phone, exercise, language)
        step(phone)
    form = card(phone).locator("form")
    while form.locator(".slot.rest").count():
        form.locator(".slot.rest").last.click()
    step(phone)
    step(phone)
    expect(form.locator("p.k")).to_have_text(hint)
    expect(form.locator("p.k")).to_be_in_viewport()
    form.locator(".slot.set").first.click()
    expect(form.locator("p.k")).not_to_have_text(hint)
    expect(form.locator(".slot.rest")).to_have_count(1)
    assert phone.evaluate(VIOLATIONS) == []


def test_what_is_no_number_is_not_yet_an_answer_and_two_tries_bring_the_reason(site: str, phone: Page) -> None:
    begin(phone, site, "en")
    step(phone)
    for exercise in every_type("en").exercises[:3]:
        tap(phone, exercise, "en")
        step(phone)
    field = card(phone).locator("input")

    field.fill("500 g")
    expect(phone.locator("main > .foot .btn.wait")).to_have_text("Write a number (¥)")
    field.fill("6")
    step(phone)
    expect(phone.locator(".say.hint")).not_to_contain_text("5.76")
    step(phone)
    field.fill("34.24")
    step(phone)

    expect(phone.locator(".say.hint")).to_contain_text("One good answer: ¥5.76")
    expect(phone.locator(".say.hint")).to_contain_text("40 − 0.24")


@pytest.mark.parametrize("language", mostly("en"))
def test_every_exercise_is_answered_without_script(site: str, browser: Browser, language: str) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/{language}/px/px1/")

    for exercise in every_type(language).exercises:
        if exercise.id in TYPED[language]:
            form = page.locator(f"form#{exercise.id}")
            form.locator("input").fill(TYPED[language][exercise.id])
            form.locator("button").click()
        else:
            answer_form(page, exercise)
        expect(page.locator(f"div#{exercise.id} .say.good")).to_be_visible()

    answers = Event.objects.filter(kind="answered")
    assert {event.item: event.body["response"] for event in answers} == {
        item: response for item, (response, _) in expected(language).items()
    }
    assert Event.objects.filter(kind="lesson_finished").count() == 1
    context.close()


def newer(lesson: Lesson) -> Callable[..., Any]:
    """What a later version would pack: this lesson with an exercise and a practice that are unknown here."""
    practice = Card(heading="Try", tool=Tool(id="later", name="shop-in-the-clouds", goal="Fly."))

    def rendered(**arguments: Any) -> str:
        known = Lesson(**{**vars(lesson), "cards": (*lesson.cards[:3], practice, lesson.cards[-1])})
        html = render_lesson(**{**arguments, "lesson": known})
        return html.replace('id="several" data-item="several" data-type="choice"', _UNKNOWN_FORM)

    return rendered


_UNKNOWN_FORM = 'id="several" data-item="several" data-type="hotspot"'


def packed(**arguments: Any) -> dict[str, Any]:
    file = lesson_file(**arguments)
    file["items"]["several"] = {**file["items"]["several"], "type": "hotspot", "answer": {"x": 3, "y": 4}}
    file["tools"]["later"] = {"name": "shop-in-the-clouds", "goal": "Fly."}
    return file


def test_what_a_newer_lesson_asks_and_this_phone_does_not_know_steps_aside(
    live_server: LiveServer, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions, "render_lesson", newer(every_type("en")))
    monkeypatch.setattr(actions, "lesson_file", packed)
    publish_every_type(now=NOW)
    context = browser.new_context(viewport=PHONE, locale="en-GB", service_workers="block", bypass_csp=True)
    page = context.new_page()
    page.goto(f"{live_server.url}/today")
    page.get_by_role("button", name="Start").click()
    page.get_by_role("link", name="Path").click()
    page.get_by_role("link", name="Begin").click()
    step(page)
    card(page).locator("[value=b]").check()
    step(page)
    step(page)

    expect(card(page).locator(".say")).to_contain_text("This question is newer than the app on this phone.")
    expect(card(page).locator("form")).to_have_count(0)
    page.add_script_tag(path=AXE)
    assert page.evaluate(VIOLATIONS) == []
    step(page)
    expect(card(page).locator(".say")).to_contain_text("This practice is newer than the app on this phone.")
    page.locator("main > .foot .btn", has_text="Go on without it").click()
    card(page).locator("form input").fill("ranking")
    step(page)
    step(page)

    expect(page.locator("section.end")).to_be_visible()
    until(lambda: Event.objects.filter(kind="lesson_finished").exists(), what="the end in the record")
    context.close()
