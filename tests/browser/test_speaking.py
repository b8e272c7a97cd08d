"""Grandmother reads Chinese and Lily English, on one phone: in two windows, at the lock, in what the office is told;
and a language whose lessons are not here."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import assert_everybody_can_use
from tests.browser.held import kept
from tests.browser.site import Site, until
from tests.browser.test_app_rooms import a_phone, learn_a_little
from tests.browser.test_household import IS_SENT
from tests.browser.test_lock_by_pictures import taps

pytestmark = pytest.mark.browser

HER_PICTURES = ("猕猴桃", "鱼", "月亮")


def lily_comes(page: Page, site: Site) -> None:
    """Grandmother says her name, makes a place for Lily, and Lily chooses English."""
    page.goto(f"{site.address}/me")
    page.get_by_label("在这里叫什么").fill("王奶奶")
    page.get_by_role("button", name="存好", exact=True).click()
    page.get_by_role("link", name="还有人要学").click()
    page.get_by_label("在这里叫什么").fill("Lily")
    page.get_by_role("button", name="开始学").click()
    page.get_by_role("link", name="我的", exact=True).click()
    page.get_by_label("English").check()
    expect(page.get_by_role("heading", name="Me", exact=True)).to_be_visible()


def chosen(page: Page, site: Site, name: str) -> None:
    page.goto(f"{site.address}/en/-/who/")
    page.get_by_role("button", name=re.compile(f"^{name}")).click()
    expect(page.locator(".whose")).to_contain_text(name)


def locks_her_lessons(page: Page, site: Site) -> None:
    until(lambda: page.evaluate(IS_SENT) == 2, what="the reset keys of both")
    page.goto(f"{site.address}/zh-hans/-/mylock/")
    page.get_by_role("button", name=re.compile("用3张图片锁")).click()
    for heading in ("选3张图片", "再来一遍"):
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
        taps(page, HER_PICTURES)
    expect(page.get_by_text("你的课用3张图片打开")).to_be_visible()


def test_each_reads_her_own_language_in_her_window_and_at_her_lock(site: Site, browser: Browser) -> None:
    lilys = a_phone(browser, locale="zh-CN")
    learn_a_little(lilys, site, language="zh-hans")
    lily_comes(lilys, site)
    hers = lilys.context.new_page()
    chosen(hers, site, "王奶奶")
    expect(hers.locator(".hello")).to_have_text("你好")
    locks_her_lessons(hers, site)

    lilys.bring_to_front()
    lilys.goto(f"{site.address}/en/-/who/")
    lilys.get_by_role("button", name=re.compile("^Lily")).click()
    expect(lilys.locator(".hello")).to_have_text("Hello")
    hers.goto(f"{site.address}/")
    hers.reload()
    expect(hers.locator(".whose")).to_contain_text("王奶奶")
    expect(hers.locator(".hello")).to_have_text("你好")

    lilys.goto(f"{site.address}/en/-/who/")
    lilys.get_by_role("button", name=re.compile("^王奶奶")).click()
    expect(lilys.locator("h1")).to_have_text("王奶奶，点你的3张图片")
    expect(lilys.locator("main")).to_have_attribute("lang", "zh-Hans")
    assert_everybody_can_use(lilys)
    lilys.get_by_role("button", name="返回").click()
    expect(lilys.get_by_role("heading", name="Who is learning?")).to_be_visible()

    said = sorted(kept(lilys, "events"), key=lambda event: event["seq"])
    names = [(each["body"]["nickname"], each["body"]["language"]) for each in said if each["kind"] == "profile_set"]
    assert names == [("王奶奶", "zh-hans"), ("Lily", "zh-hans"), ("Lily", "en")]
    lilys.context.close()


def test_where_only_lessons_in_another_language_are_here_one_tap_leads_to_them_or_to_their_language(
    site: Site, browser: Browser
) -> None:
    page = a_phone(browser, locale="zh-CN")
    learn_a_little(page, site, language="zh-hans")
    page.context.set_offline(True)
    page.goto(f"{site.address}/me")
    page.get_by_label("English").check()
    page.get_by_role("link", name="Today").click()
    page.get_by_role("link", name="Choose in the library").click()
    here = page.locator("section", has_text="There are lessons in Chinese on this phone")
    expect(here).to_be_visible()
    assert_everybody_can_use(page)
    here.get_by_role("link").click()
    expect(page).to_have_url(re.compile("/zh-hans/ra/ra1/$"))
    expect(page.locator("main")).to_have_attribute("lang", "zh-Hans")
    page.go_back()
    here.get_by_role("button", name="Change to 中文").click()
    expect(page.locator("h1")).to_have_text("课程库")
    expect(here).to_have_count(0)
    page.context.close()
