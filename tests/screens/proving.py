"""Showing what one can: check set, assessment, certificates, challenges, and passing a lesson on."""

from playwright.sync_api import expect

from tests.browser.learner import answer_drawn, card, choose, exercise_of, finish, step
from tests.screens.camera import Phone


def proving(phone: Phone) -> None:
    """One lesson learned and passed on, the next one known already, then the assessment to its certificate."""
    if "worker" not in phone.site.running:
        phone.site.start_worker()
    phone.lesson("ra1")
    phone.wait_for_app()
    phone.open("/path")
    phone.page.locator(".road .now .btn.go").click()
    expect(card(phone.page)).to_be_visible()
    finish(phone.page, "ra1", phone.language)
    expect(phone.page.locator("main > .foot .btn")).to_have_count(3)
    phone.take("passed-on")
    _check(phone)
    _assessment(phone)
    _certificate(phone)
    phone.open(f"/{phone.language}/-/challenges/")
    phone.page.get_by_role("checkbox").nth(1).check()
    phone.take("challenges")


def _check(phone: Phone) -> None:
    page = phone.page
    phone.open("/path")
    page.locator(".road .now .btn.bare").click()
    phone.take("check-start")
    step(page)
    for number in range(5):
        item = card(page).locator("form").get_attribute("data-item") or ""
        if number == 0:
            phone.take("check-question")
        choose(page, exercise_of("ra2", phone.language, item), right=number > 0)
        step(page)
    expect(page.locator(".say.good")).to_have_count(4)
    phone.take("check-known")
    page.locator("main > .btn.go").click()
    expect(page.locator(".road .done")).to_have_count(2)
    phone.take("path-checked")


def _assessment(phone: Phone) -> None:
    page = phone.page
    page.locator("a[href*='/-/proof:']").click()
    phone.take("assessment-start")
    step(page)
    expect(page.locator("header progress")).to_be_visible()
    phone.take("assessment-question")
    for _ in range(4):
        answer_drawn(page, phone.language, right=True)
    page.locator("main > .foot .btn.bare").click()
    expect(page.locator("ol .slot.free")).to_be_visible()
    phone.take("assessment-open")
    step(page)
    answer_drawn(page, phone.language, right=True)
    page.route("**/api/**", lambda route: route.abort())
    step(page)
    expect(page.locator("main > .pic")).to_be_visible()
    phone.take("assessment-handed-in", is_idle=False)
    page.unroute("**/api/**")
    page.locator("main > .foot .btn").first.click()
    expect(page.locator("main > .foot .btn.go")).to_be_visible(timeout=60_000)
    phone.take("assessment-passed")
    step(page)


def _certificate(phone: Phone) -> None:
    page = phone.page
    name = page.locator(".field input")
    expect(name).to_be_visible()
    phone.take("certificate-claim")
    name.fill("Chen Xiulan" if phone.language == "en" else "陈秀兰")
    page.locator("form .btn.go").click()
    expect(page.locator("a.address")).to_be_visible()
    phone.take("certificate")
