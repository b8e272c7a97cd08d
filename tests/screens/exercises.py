"""Every type of exercise: as it asks, and with its reason after two tries."""

from playwright.sync_api import Locator

from courses.engine.format import Exercise
from tests.browser.learner import card, step
from tests.browser.site import until
from tests.every_type import every_type
from tests.screens.camera import Phone

_HAS_INPUTS = "performance.getEntriesByType('resource').some(({name}) => /lesson.inputs-/.test(name))"
_PUBLISH = """
from datetime import UTC, datetime
from tests.published_every_type import publish_module
publish_module(now=datetime.now(UTC))
"""
_WITHDRAW = """
from courses.catalog import actions
actions.withdraw(kind="module", key="px")
"""
_WRONG = {"money": "6", "weight": "三", "word": "?"}


def exercises(phone: Phone) -> None:
    """A module of their own is on offer meanwhile."""
    phone.site.manage("shell", "--no-imports", "-c", _PUBLISH)
    phone.context.route("**/static/app-*.js", lambda route: route.abort())
    phone.open(f"/{phone.language}/px/px1/")
    until(lambda: bool(phone.page.evaluate(_HAS_INPUTS)), what="the inputs")
    step(phone.page)
    for exercise in every_type(phone.language).exercises:
        _shown(phone, exercise)
    phone.site.manage("shell", "--no-imports", "-c", _WITHDRAW)


def _shown(phone: Phone, exercise: Exercise) -> None:
    page, name = phone.page, f"exercise-{exercise.id}"
    phone.take(name)
    _answer_wrongly(card(page).locator("form"), exercise)
    step(page)
    step(page)
    _answer_wrongly(card(page).locator("form"), exercise)
    step(page)
    phone.take(f"{name}-reason")
    step(page)


def _answer_wrongly(form: Locator, exercise: Exercise) -> None:
    if exercise.id in _WRONG:
        form.locator("input").fill(_WRONG[exercise.id])
    elif exercise.type in ("order", "match"):
        while form.locator(".slot.set").count():
            form.locator(".slot.set").first.click()
        form.locator(".slot").first.click()
        while form.locator(".slot.rest").count():
            form.locator(".slot.rest").first.click()
    else:
        key = exercise.answer if isinstance(exercise.answer, tuple) else (str(exercise.answer).lower(),)
        for row in form.locator("input").all():
            if row.get_attribute("value") not in key:
                row.check()
