"""The review of the day: offered, asked, answered, done, and after a month away."""

from datetime import datetime, timedelta

from playwright.sync_api import expect

from tests.browser.learner import answer_review, finish, step
from tests.screens.camera import Phone

LESSONS = ("ra1", "ra2")


def reviewing(phone: Phone) -> None:
    """Two lessons learned, then the phone's clock goes on: three days, a month."""
    page = phone.page
    phone.lesson("ra1")
    phone.wait_for_app()
    for lesson in LESSONS:
        phone.lesson(lesson)
        finish(page, lesson, phone.language)
    for days, name in ((3, "today-review"), (33, "today-welcome-back")):
        page.clock.set_system_time(datetime.now().astimezone() + timedelta(days=days))
        phone.open("/")
        expect(page.locator("a[href$='/-/review/']")).to_be_visible()
        phone.take(name)
    page.locator("a[href$='/-/review/']").click()
    expect(page.locator("article.on legend")).to_be_visible()
    phone.take("review-question")
    answer_review(page, LESSONS, phone.language)
    phone.take("review-done")
    step(page)
