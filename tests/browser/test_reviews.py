"""The review of the day on a real phone without a network, whose clock is moved instead of waiting."""

from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import assert_everybody_can_use
from tests.browser.held import wait_for_app
from tests.browser.learner import answer_review, finish
from tests.browser.site import Site
from tests.languages import LOCALES, mostly

pytestmark = pytest.mark.browser

SAYS = {
    "en": ("Today's review", "Welcome back", "Nothing to review now", "Finished, and most answers right"),
    "zh-hans": ("今天的复习", "欢迎回来", "现在没有要复习的", "学完了，大多答对了"),
}


def later(page: Page, site: Site, *, days: int) -> None:
    """Today, on a phone whose clock goes on from this many days later."""
    page.clock.set_system_time(datetime.now().astimezone() + timedelta(days=days))
    page.goto(f"{site.address}/")
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("language", mostly("zh-hans"))
def test_what_she_learned_comes_back_some_days_later_without_a_network(
    site: Site, browser: Browser, language: str
) -> None:
    title, welcome, nothing, mastered = SAYS[language]
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, locale=LOCALES[language], reduced_motion="reduce", bypass_csp=True
    )
    page = context.new_page()
    page.goto(f"{site.address}/{language}/ra/ra1/")
    wait_for_app(page, practices=["ranking-simulator"])
    page.reload()
    finish(page, "ra1", language, wrong=frozenset({"q2"}))
    page.goto(f"{site.address}/")
    expect(page.locator("a[href='/me'].card")).to_be_visible()
    expect(page.get_by_text(title)).to_have_count(0)
    site.gate.shut()

    later(page, site, days=1)
    page.get_by_text(title).click()
    assert answer_review(page, ["ra1"], language) == ["ra1/q2"]

    later(page, site, days=3)
    expect(page.get_by_text(title)).to_be_visible()
    assert_everybody_can_use(page)
    page.get_by_text(title).click()
    expect(page.locator("article.on legend")).to_be_visible()
    assert_everybody_can_use(page)
    asked = answer_review(page, ["ra1"], language, wrong=1)
    assert sorted(asked) == ["ra1/q1", "ra1/q3", "ra1/q4", "ra1/q5"]
    page.locator("main > .foot .btn.go").click()
    expect(page.locator(".status")).to_be_visible()
    expect(page.get_by_text(title)).to_have_count(0)
    page.goto(f"{site.address}/{language}/-/review/")
    expect(page.get_by_text(nothing)).to_be_visible()
    page.goto(f"{site.address}/path")
    expect(page.get_by_text(mastered).first).to_be_attached()

    later(page, site, days=60)
    expect(page.get_by_text(welcome)).to_be_visible()
    page.get_by_text(welcome).click()
    assert len(answer_review(page, ["ra1"], language)) == 5
    context.close()
