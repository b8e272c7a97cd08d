"""Walks through a lesson: on the first page, in the app, with the phone saving data, and without script."""

from playwright.sync_api import expect

from tests.browser.learner import answer_card, card, finish, step
from tests.browser.site import until
from tests.screens.camera import Phone
from tests.tools.goals import GOALS


def first_page(phone: Phone) -> None:
    """A lesson opened cold: each kind of exercise, the practice, the end. The app stays away."""
    phone.context.route("**/static/app-*.js", lambda route: route.abort())
    page = phone.page
    phone.lesson("ra1")
    phone.take("lesson")
    step(page)
    phone.take("choice")
    page.locator("#q2 [value=a]").check()
    step(page)
    phone.take("choice-not-yet")
    step(page)
    page.locator("#q2 [value=a]").check()
    step(page)
    phone.take("choice-this-is")
    step(page)
    card(page).locator("[data-term]").click()
    expect(page.locator(".say.word")).to_be_visible()
    phone.take("lesson-word")
    for name in ("story", "sieve"):
        step(page)
        expect(page.locator("[data-card].on [data-tool] .tool") if name == "sieve" else card(page)).to_be_visible()
        phone.take(name)
    page.locator("main > .foot .btn").last.click()
    step(page)
    phone.take("order-lists")
    finish(page, "ra1", phone.language)
    phone.take("finished")


def playing(phone: Phone) -> None:
    """Each kind of exercise and both practices as the app shows them, and the second lesson's end."""
    page = phone.page
    phone.lesson("ra1")
    phone.wait_for_app()
    phone.lesson("ra1")
    for _ in range(12):
        here = card(page)
        form = here.locator("form")
        if form.count():
            _answer(phone, "ra1")
        elif here.locator("[data-tool]").count():
            _sieve(phone)
        else:
            step(page)
    expect(page.locator("section.end")).to_be_visible()
    phone.take("app-finished")
    page.locator("section.end ~ .foot a.go").click()
    expect(card(page)).to_be_visible()
    phone.take("next-lesson")
    while not card(page).locator("[data-tool]").count():
        _answer(phone, "ra2") if card(page).locator("form").count() else step(page)
    _simulator(phone)


def _answer(phone: Phone, lesson: str) -> None:
    form = card(phone.page).locator("form")
    kind = form.get_attribute("data-type")
    phone.take(f"{lesson}-{form.get_attribute('data-item')}-{kind}")
    answer_card(phone.page, lesson, phone.language)


def _sieve(phone: Phone) -> None:
    page = phone.page
    expect(card(page).locator(".tool")).to_be_visible()
    titles = card(page).locator("[name=sieve-title]")
    for place in range(titles.count()):
        titles.nth(place).check(force=True)
        if card(page).locator(".mission.good").count():
            break
    phone.take("sieve-reached")
    step(page)


def _simulator(phone: Phone) -> None:
    page = phone.page
    expect(card(page).locator(".tool")).to_be_visible()
    phone.take("simulator")
    GOALS["ranking-simulator"](card(page).locator("[data-tool]"))
    expect(card(page).locator(".mission.good")).to_be_visible()
    phone.take("simulator-reached")


def saving(phone: Phone) -> None:
    phone.page.add_init_script(
        "Object.defineProperty(navigator, 'connection', {value: {saveData: true, effectiveType: '2g'}})"
    )
    phone.lesson("ra1")
    phone.take("lesson-saving")
    phone.page.locator(".btn.bare").last.click()
    until(lambda: bool(phone.page.evaluate("caches.has('packs')")), what="the app")
    phone.page.wait_for_timeout(3000)
    phone.open("/library")
    phone.take("library-saving")


def plain(phone: Phone) -> None:
    """The lesson without script, from the first card to the end."""
    page = phone.page
    phone.open("/")
    phone.take("noscript-start")
    phone.lesson("ra1")
    phone.take("noscript-lesson")
    page.locator("#q2 [value=a]").check()
    page.locator("#q2 button").click()
    phone.take("noscript-not-yet")
