"""Asking the trainer: nothing yet, too much, written with a picture, sent without a network, and answered."""

from playwright.sync_api import Route, expect

from tests.browser.site import until
from tests.screens.camera import Phone
from trainingsite.frontend import STATIC

_PICTURE = STATIC / "art" / "icon-512.png"
_SAID = {
    "en": ("Why do my mushrooms turn soft in the box?", "They need one more day of sun."),
    "zh-hans": ("香菇寄出去就软了，怎么回事？", "再晒一天。箱子里放一小袋干米。"),
}
_TITLE = {"en": "Your trainer answered", "zh-hans": "老师回答了你"}

_ANSWER = """
from datetime import UTC, datetime
from courses.inbox import actions
from courses.learning.models import Event
event = Event.objects.get(learner="{learner}", kind="asked")
actions.put_message(learner=event.learner, kind="answer", language="{language}", title="{title}", text="{text}",
                    link=f"/{language}/-/ask:{{event.pk}}/", now=datetime.now(UTC))
"""


def asking(phone: Phone) -> None:
    """A whole question and its answer."""
    page, language = phone.page, phone.language
    question, answer = _SAID[language]
    phone.open("/app")
    page.locator(".btn.go").click()
    expect(page.locator(".hero")).to_be_visible()
    phone.open(f"/{language}/-/ask/")
    page.locator("textarea").wait_for()
    phone.take("ask")
    page.locator("textarea").fill(f"{question} " * 80)
    phone.take("ask-too-long")
    page.locator("textarea").fill(question)
    page.locator("input[type=file]").last.set_input_files(_PICTURE)
    page.locator("img.photo").wait_for()
    phone.take("ask-with-photo")

    page.route("**/api/**", _abort)
    page.locator("form button[type=submit]").click()
    page.locator("article").wait_for()
    phone.take("ask-saved", is_idle=False)
    page.unroute("**/api/**")
    phone.open("/today")
    learner = page.evaluate("JSON.parse(localStorage['xk.me']).learner")
    asked = "SELECT 1 FROM courses_event WHERE kind = 'asked' AND learner = ?"
    until(lambda: phone.site.database_says(asked, learner.replace("-", "")), what="the question is sent")
    said = {"learner": learner, "language": language, "title": _TITLE[language], "text": answer}
    phone.site.manage("shell", "--no-imports", "-c", _ANSWER.format(**said))
    link = page.locator("a[href*='/-/ask:']")
    until(lambda: page.reload() is not None and link.count() > 0, what="the answer in her inbox")
    link.first.click()
    expect(page.locator("article .say")).to_be_visible()
    phone.take("ask-answered")


def _abort(route: Route) -> None:
    route.abort()
