"""The library in a villager's hand: what it costs, pause and go on, remove, a full phone, data that is saved."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.held import kept
from tests.browser.learner import card, finish, step
from tests.browser.site import Site, until

pytestmark = pytest.mark.browser

PHONE: Any = {"width": 390, "height": 844}
SAVES_DATA = "Object.defineProperty(navigator, 'connection', {value: {saveData: true, effectiveType: '4g'}})"
NO_ROOM = """
const put = Cache.prototype.put;
Cache.prototype.put = function (key, ...rest) {
    return window.isFull && String(key.url || key).includes("/packs/")
        ? Promise.reject(new DOMException("full", "QuotaExceededError")) : put.call(this, key, ...rest);
};
const keep = IDBObjectStore.prototype.put;
IDBObjectStore.prototype.put = function (...given) {
    if (window.isOut) throw new DOMException("full", "QuotaExceededError");
    return keep.apply(this, given);
};"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A phone whose requests the test can hold: no worker stands between."""
    context = browser.new_context(viewport=PHONE, locale="en-GB", service_workers="block")
    yield context.new_page()
    context.close()


class Packs:
    """What a phone asks for of `/packs/`, and the files that the network does not let through."""

    def __init__(self, page: Page) -> None:
        self.asked: list[str] = []
        self.cut = set[str]()
        page.route("**/packs/*", self._answer)

    def _answer(self, route: Route) -> None:
        name = route.request.url[-64:]
        self.asked.append(name)
        if name in self.cut:
            route.abort()
        else:
            route.continue_()


def files_of(page: Page, site: Site) -> tuple[list[str], list[str]]:
    """The lesson files and the picture files of the one module."""
    offered = page.request.get(f"{site.address}/api/v1/catalogue?language=en").json()["modules"][0]
    manifest = page.request.get(f"{site.address}/packs/{offered['manifest']}").json()
    return [each["file"] for each in manifest["lessons"]], [each["file"] for each in manifest["pictures"]]


def begin(page: Page, site: Site) -> None:
    page.goto(f"{site.address}/app")
    page.get_by_role("button", name="Start").click()
    expect(page.locator(".tabs")).to_be_visible()


def is_whole(page: Page) -> bool:
    return any(pack["complete"] for pack in kept(page, "packs"))


def test_where_data_is_saved_nothing_comes_without_a_tap(site: Site, page: Page) -> None:
    page.add_init_script(SAVES_DATA)
    packs = Packs(page)
    begin(page, site)
    expect(page.get_by_role("heading", name="Save data is on")).to_be_visible()
    expect(page.get_by_text("What you do is saved on this phone.")).to_be_visible()
    page.reload()
    page.wait_for_load_state("networkidle")
    assert packs.asked == []

    page.get_by_role("link", name="Choose in the library").click()
    expect(page.get_by_label("Save data")).to_be_checked()
    page.get_by_role("button", name="Get: How products are ranked").click()
    expect(page.get_by_text("The words are on this phone.")).to_be_visible()
    lessons, pictures = files_of(page, site)
    assert set(lessons) <= set(packs.asked)
    assert not set(pictures) & set(packs.asked)
    page.get_by_role("button", name="Get the pictures").click()
    expect(page.get_by_text(re.compile("^On this phone · "))).to_be_visible()

    page.goto(f"{site.address}/en/ra/ra1/")
    step(page)
    page.goto(f"{site.address}/today")
    expect(page.get_by_text("All sent")).to_be_visible()


def test_a_tap_on_a_module_shows_its_lessons_and_each_opens(site: Site, page: Page) -> None:
    begin(page, site)
    until(lambda: is_whole(page), what="the module")
    page.get_by_role("link", name="Library", exact=True).click()
    page.get_by_role("heading", name="How products are ranked").click()
    lessons = page.get_by_role("article").get_by_role("listitem")
    expect(lessons).to_have_count(7)
    expect(page.get_by_role("button", name="Its lessons: How products are ranked")).to_have_attribute(
        "aria-expanded", "true"
    )
    lessons.nth(1).get_by_role("link").click()
    expect(page).to_have_url(f"{site.address}/en/ra/ra2/")
    step(page)
    page.go_back()
    page.get_by_role("button", name="Its lessons").click()
    expect(lessons.nth(1)).to_contain_text("2 of ")


def test_the_price_is_said_before_anything_is_fetched(site: Site, page: Page) -> None:
    page.add_init_script(SAVES_DATA)
    begin(page, site)
    page.get_by_role("link", name="Library", exact=True).click()
    expect(page.locator("article")).to_contain_text("KB")
    expect(page.locator("article")).not_to_contain_text("¥")

    page.get_by_label("The price of").select_option("mb")
    page.get_by_label("in yuan, such as 30").fill("１０")
    page.get_by_label("in yuan, such as 30").blur()
    expect(page.locator("article")).to_contain_text("about ¥0.")
    page.reload()
    expect(page.locator("article")).to_contain_text("about ¥0.")
    page.get_by_label("in yuan, such as 30").fill("a lot")
    page.get_by_label("in yuan, such as 30").blur()
    expect(page.get_by_text("Type a number, such as 30 or 0.5.")).to_be_visible()
    expect(page.locator("article")).not_to_contain_text("¥")


def test_a_download_that_was_cut_goes_on_from_where_it_was(site: Site, page: Page) -> None:
    page.add_init_script(SAVES_DATA)
    packs = Packs(page)
    begin(page, site)
    page.get_by_role("link", name="Library", exact=True).click()
    lessons, _ = files_of(page, site)
    packs.cut = {lessons[1]}
    page.get_by_role("button", name="Get: How products are ranked").click()
    expect(page.get_by_text("1 of 2 lessons are here and work.")).to_be_visible()

    page.get_by_role("link", name="Path").click()
    page.get_by_role("link", name="Begin").click()
    expect(card(page)).to_be_visible()
    page.go_back()
    expect(page.locator(".road li").nth(1)).to_contain_text("to fetch")
    page.get_by_role("link", name="Library", exact=True).click()
    packs.cut = set()
    packs.asked.clear()
    whole = page.get_by_text("The words are on this phone.")
    expect(page.get_by_role("button", name="Get the rest").or_(page.locator("progress")).or_(whole)).to_be_visible()
    # With a network it also goes on by itself, since she asked for it: the button may be gone before the tap.
    page.evaluate("""() => {
        for (const button of document.querySelectorAll("article button"))
            if (button.textContent === "Get the rest") button.click();
    }""")
    expect(whole).to_be_visible()
    assert lessons[0] not in packs.asked


def test_a_paused_download_waits_for_her_and_then_goes_on(site: Site, page: Page) -> None:
    held: list[Route] = []
    lessons, pictures = files_of(page, site)
    page.route(
        "**/packs/*", lambda route: held.append(route) if route.request.url[-64:] in pictures else route.continue_()
    )
    begin(page, site)
    page.get_by_role("link", name="Library", exact=True).click()
    while not held:  # the words are here, and the first picture is on its way
        page.wait_for_timeout(50)
    expect(page.locator("article progress")).to_be_visible()
    page.get_by_role("button", name="Pause").click()
    for route in held:
        route.continue_()
    expect(page.get_by_role("button", name="Get the pictures")).to_be_visible()

    asked: list[str] = []
    page.unroute_all()
    page.on("request", lambda request: asked.append(request.url[-64:]) if "/packs/" in request.url else None)
    page.reload()
    expect(page.get_by_role("button", name="Get the pictures")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert not set(asked) & set(pictures), "it did not go on by itself"
    page.get_by_role("button", name="Get the pictures").click()
    expect(page.get_by_text(re.compile("^On this phone · "))).to_be_visible()
    assert not set(asked) & set(lessons), "what is here is not asked for again"
    assert is_whole(page)


def test_a_module_that_is_removed_leaves_what_she_did_and_comes_back_on_a_tap(site: Site, page: Page) -> None:
    page.goto(f"{site.address}/en/ra/ra1/")
    step(page)
    until(lambda: bool(page.evaluate("localStorage['xk.queue']") in ("[]", None)), what="the app to take over")
    finish(page, "ra1", "en")
    page.goto(f"{site.address}/library")
    expect(page.get_by_text(re.compile("^On this phone · "))).to_be_visible(timeout=60_000)
    before = sorted(event["id"] for event in kept(page, "events"))
    assert len(before) > 2

    page.get_by_role("button", name="Remove from this phone: How products are ranked").click()
    page.get_by_role("button", name="No, keep it").click()
    page.get_by_role("button", name="Remove from this phone: How products are ranked").click()
    page.get_by_role("button", name="Yes, remove it").click()
    expect(page.get_by_text("What you did stays.")).to_be_visible()
    page.reload()
    page.wait_for_load_state("networkidle")
    assert kept(page, "packs") == []
    assert sorted(event["id"] for event in kept(page, "events")) == before
    page.get_by_role("link", name="Path").click()
    expect(page.locator(".road .done")).to_have_count(1)

    page.get_by_role("link", name="Library", exact=True).click()
    page.get_by_role("button", name="Get: How products are ranked").click()
    expect(page.get_by_text(re.compile("^On this phone · "))).to_be_visible()

    page.get_by_role("button", name="Remove from this phone: How products are ranked").click()
    page.get_by_role("button", name="Yes, remove it").click()
    expect(page.get_by_text("What you did stays.")).to_be_visible()
    page.get_by_role("button", name="Get: How products are ranked").click()
    expect(page.get_by_text(re.compile("^On this phone · "))).to_be_visible()
    expect(page.get_by_text("What you did stays.")).to_have_count(0)


def test_a_full_phone_says_what_can_go_and_frees_it_on_a_tap(site: Site, page: Page) -> None:
    page.add_init_script(NO_ROOM)
    _, pictures = files_of(page, site)
    packs = Packs(page)
    packs.cut = set(pictures[-1:])
    begin(page, site)
    page.get_by_role("link", name="Library", exact=True).click()
    expect(page.get_by_role("button", name="Get the pictures")).to_be_visible()
    page.evaluate("window.isFull = true")
    packs.cut = set()
    page.get_by_role("button", name="Get the pictures").click()
    expect(page.get_by_text("Your answers are safe.")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Remove the pictures: frees ")).click()
    page.evaluate("window.isFull = false")
    expect(page.get_by_text("Your answers are safe.")).to_have_count(0)
    expect(page.get_by_label("Save data")).to_be_checked()
    expect(page.get_by_text("The words are on this phone.")).to_be_visible()

    page.evaluate("window.isOut = true")
    page.get_by_label("Save data").uncheck()
    expect(page.get_by_text("The phone is full. What was saved is safe")).to_be_visible()
    page.evaluate("window.isOut = false")
    page.locator(".no-room .btn").click()
    expect(page.get_by_text("The phone is full. What was saved is safe")).to_have_count(0)
