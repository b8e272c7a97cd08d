"""A browser threw everything away but one cookie: it asks "Is this you?", and what she did comes back."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.axe import assert_everybody_can_use
from tests.browser.held import kept, wait_for_app
from tests.browser.learner import answer_card, card
from tests.browser.site import Site, says, until
from tests.browser.test_app_rooms import a_phone, learn_a_little

pytestmark = pytest.mark.browser

HAS_PICTURES = "Array.from(document.images).every((one) => one.complete && one.naturalWidth)"
REMEMBERED = re.compile(r"/api/v1/remembered(\?|$)")
IS_REMEMBERED = """async (many) => {
    const open = indexedDB.open("xiangke");
    await new Promise((done) => (open.onsuccess = done));
    const asked = open.result.transaction("meta").objectStore("meta").get("remembered");
    await new Promise((done) => (asked.onsuccess = done));
    open.result.close();
    return !!asked.result && JSON.parse(asked.result.said)[1].length === many;
}"""
SAYS = {
    "en": {"name": "Xiulan", "save": "Save", "you": "Is this you?", "new": "I am new here", "start": "Start",
           "owner": "This phone is mine now", "hello": "Hello", "label": "Your name here"},
    "zh-hans": {"name": "秀兰", "save": "保存", "you": "这是你吗？", "new": "我是新来的", "start": "开始",
                "owner": "这部手机换人用了", "hello": "你好", "label": "在这里叫什么"},
}  # fmt: skip


def learns_and_is_remembered(page: Page, site: Site, *, language: str = "en") -> str:
    """She answers, says who she is, and the phone is told that it will be known again. Her id."""
    learn_a_little(page, site, language=language)
    page.goto(f"{site.address}/me")
    page.locator("form.card input[type=text]").fill(SAYS[language]["name"])
    page.locator("form.card button[type=submit]").click()
    page.locator("form.card input[type=radio]").nth(1).check()
    until(lambda: len(_said_by(page)) == 2, what="her name and her picture to be kept")
    until(lambda: page.evaluate(IS_REMEMBERED, 1) and not kept(page, "waiting"), what="the browser to be remembered")
    learner: str = page.evaluate("JSON.parse(localStorage['xk.me']).learner")
    return learner


def throws_everything_away(page: Page, site: Site) -> None:
    page.goto("about:blank")
    all_but_cookies = "indexeddb,cache_storage,service_workers,local_storage"
    page.context.new_cdp_session(page).send(
        "Storage.clearDataForOrigin", {"origin": site.address, "storageTypes": all_but_cookies}
    )


def _said_by(page: Page) -> list[Any]:
    """What she said about herself on this phone."""
    return [event for event in kept(page, "events") if event["kind"] == "profile_set"]


def answers_of(page: Page) -> list[Any]:
    return [event for event in kept(page, "events") if event["kind"] == "answered"]


def face(page: Page, name: str) -> Any:
    return page.locator(".returning .faces button").filter(has_text=name)


@pytest.mark.parametrize(("language", "dark"), [("zh-hans", True), pytest.param("en", False, marks=pytest.mark.long)])
def test_one_tap_on_her_face_and_she_goes_on_where_she_was(
    site: Site, browser: Browser, language: str, dark: bool, tmp_path: Path
) -> None:
    say = SAYS[language]
    page = a_phone(browser, locale={"en": "en-GB", "zh-hans": "zh-CN"}[language], dark=dark)
    learner = learns_and_is_remembered(page, site, language=language)
    [before] = kept(page, "progress")
    throws_everything_away(page, site)

    page.goto(f"{site.address}/")
    expect(page.get_by_role("heading", name=say["you"])).to_be_visible()
    assert page.evaluate("JSON.parse(localStorage['xk.me']).learner") != learner
    assert_everybody_can_use(page)
    page.screenshot(path=tmp_path / f"known-{language}.png")
    face(page, say["name"]).click()

    expect(page.locator("h1.hello")).to_contain_text(say["hello"])
    until(lambda: bool(kept(page, "progress")), what="her progress to come back")
    [after] = kept(page, "progress")
    assert after["server"]["right"].keys() == before["own"]["right"].keys() != set()
    assert page.evaluate("JSON.parse(localStorage['xk.me']).learner") == learner
    page.goto(f"{site.address}/{language}/ra/ra1/")
    expect(card(page)).to_be_visible()
    while not card(page).locator("form").count():
        page.locator("main > .foot .btn").last.click()
    answer_card(page, "ra1", language)
    until(lambda: bool(answers_of(page)), what="her answer to be kept")
    [answered] = answers_of(page)
    until(
        lambda: site.database_says(
            "SELECT 1 FROM courses_event WHERE id = ? AND learner = ?",
            answered["id"].replace("-", ""),
            learner.replace("-", ""),
        ),
        what="what she did then to be counted for her",
    )
    page.context.close()


def test_the_question_moves_nothing_and_who_is_new_begins_as_ever(site: Site, browser: Browser) -> None:
    page = a_phone(browser)
    learner = learns_and_is_remembered(page, site)
    throws_everything_away(page, site)
    held: list[Route] = []
    page.route(REMEMBERED, lambda route: held.append(route))
    page.goto(f"{site.address}/today")
    start = page.get_by_role("button", name="Start")
    expect(start).to_be_visible()
    until(lambda: page.evaluate("true") and bool(held), what="the question who it is")
    until(lambda: says(page, HAS_PICTURES), what="the pictures")
    before = start.bounding_box()
    held[0].continue_()

    expect(face(page, "Xiulan")).to_be_visible()
    assert start.bounding_box() == before
    start.click()
    expect(page.get_by_text("Is it you? Tap your picture above")).to_be_visible()
    assert face(page, "Xiulan").is_visible(), "one tap on Start makes nobody new"
    page.get_by_role("button", name="I am new here").click()
    expect(page.get_by_role("heading", name="Xiangke")).to_be_visible()
    assert start.bounding_box() == before
    start.click()

    expect(page.locator(".tabs")).to_be_visible()
    assert page.evaluate("JSON.parse(localStorage['xk.me']).learner") != learner
    page.unroute(REMEMBERED)
    page.goto(f"{site.address}/en/-/who/")
    face(page, "Xiulan").click()  # it was she after all
    until(lambda: page.evaluate("JSON.parse(localStorage['xk.me']).learner") == learner, what="her to come back")
    page.context.close()


def test_without_a_network_nobody_is_asked_and_nothing_breaks(site: Site, browser: Browser) -> None:
    page = a_phone(browser)
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto(f"{site.address}/today")
    wait_for_app(page, practices=[], files=["/static/app/start-"])
    site.gate.shut()

    page.reload()

    start = page.get_by_role("button", name="Start")
    expect(start).to_be_visible()
    page.wait_for_load_state("networkidle")
    expect(page.locator(".returning")).to_have_count(0)
    start.click()
    expect(page.locator(".tabs")).to_be_visible()
    assert problems == []
    page.context.close()


def test_start_that_was_tapped_is_not_taken_back_by_a_late_answer(site: Site, browser: Browser) -> None:
    """The first page of all is the server's; it asks too, and goes on to the app for the question."""
    page = a_phone(browser)
    learns_and_is_remembered(page, site)
    throws_everything_away(page, site)
    held: list[Route] = []
    page.route(REMEMBERED, lambda route: held.append(route))

    def answers_first(route: Route) -> None:
        held[0].continue_()
        route.continue_()

    page.route("**/begin?**", answers_first)
    page.goto(f"{site.address}/")
    until(lambda: bool(held), what="the question who it is")

    page.locator("button.go").click()

    expect(page).to_have_url(re.compile("/ra/ra1/$"))
    page.context.close()


def test_a_phone_that_is_somebody_else_s_now_asks_no_more(site: Site, browser: Browser) -> None:
    page = a_phone(browser)
    learns_and_is_remembered(page, site)
    throws_everything_away(page, site)
    page.goto(f"{site.address}/")
    expect(face(page, "Xiulan")).to_be_visible()

    mine = page.get_by_role("button", name=SAYS["en"]["owner"])
    mine.click()
    expect(page.get_by_text("Tap it once more")).to_be_visible()
    expect(face(page, "Xiulan")).to_be_visible()
    with page.expect_response(lambda response: response.request.method == "DELETE"):
        mine.click()

    expect(page.locator(".returning")).to_have_count(0)
    with page.expect_response(REMEMBERED) as asked:
        page.reload()
    assert asked.value.json() == {"faces": []}
    page.context.close()


def test_who_had_a_lock_is_led_to_her_pass_or_a_code(site: Site, browser: Browser) -> None:
    page = a_phone(browser)
    learns_and_is_remembered(page, site)
    page.goto(f"{site.address}/en/-/mylock/")
    page.get_by_role("button", name="Lock with 4 digits").click()
    for _ in ("chosen", "once more"):
        page.get_by_label("4 digits").fill("0417")
        page.get_by_role("button", name="Go on").click()
    expect(page.get_by_text("Your lessons open with your 4 digits.")).to_be_visible()
    with page.expect_request(lambda request: request.url.endswith("/remembered") and request.method == "POST") as told:
        page.goto(f"{site.address}/")
    assert '"locked":true' in (told.value.post_data or "")
    told.value.response()
    throws_everything_away(page, site)
    page.goto(f"{site.address}/")

    face(page, "Xiulan").click()

    expect(page.get_by_text("You had a lock here.")).to_be_visible()
    assert_everybody_can_use(page)
    page.route(REMEMBERED, her_sister_has_no_lock)
    page.get_by_role("link", name="Bring your lessons here").click()
    expect(page.get_by_label("Pass or code")).to_be_visible()
    expect(face(page, "Mei")).to_be_visible()
    expect(face(page, "Xiulan")).to_have_count(0)
    page.context.close()


def her_sister_has_no_lock(route: Route) -> None:
    answer = route.fetch()
    [hers] = answer.json()["faces"]
    route.fulfill(response=answer, json={"faces": [hers, {**hers, "which": 0, "nickname": "Mei", "is_locked": False}]})


def test_two_who_shared_the_phone_come_back_one_after_the_other(site: Site, browser: Browser, tmp_path: Path) -> None:
    page = a_phone(browser)
    learns_and_is_remembered(page, site)
    page.goto(f"{site.address}/en/-/who:new/")
    page.get_by_label("Your name here").fill("Mei")
    page.get_by_role("button", name="Begin").click()
    expect(page.locator(".whose")).to_contain_text("Mei")
    until(lambda: page.evaluate(IS_REMEMBERED, 2), what="both to be remembered")
    throws_everything_away(page, site)
    page.goto(f"{site.address}/")

    face(page, "Mei").click()
    expect(page.locator(".tabs")).to_be_visible()
    for way in ("who:new", "who:code", "who"):
        page.goto(f"{site.address}/en/-/{way}/")
        expect(page.locator(".returning .faces button")).to_have_count(1)
    assert_everybody_can_use(page)
    page.screenshot(path=tmp_path / "who-is-not-back.png")
    face(page, "Xiulan").click()

    expect(page.locator(".whose")).to_contain_text("Xiulan")
    page.goto(f"{site.address}/en/-/who/")
    expect(page.locator(".faces button")).to_have_count(3)
    expect(page.locator(".returning")).to_have_count(0)
    assert len(page.evaluate("JSON.parse(localStorage['xk.me']).profiles")) == 2
    page.context.close()
