"""Walks through the screens of a phone that several people use: who learns, somebody new, locks, passes, receipts."""

from playwright.sync_api import expect

from tests.browser.learner import answer_card, finish, step
from tests.browser.site import until
from tests.screens.camera import OPEN_CODE, Phone

NAMES = {"en": ("Xiulan", "Lao Guo"), "zh-hans": ("秀兰", "老郭")}
# What the server minted for her at the first talk stands under this name (app/syncing/sync.ts).
HAS_KEY = """async (many) => {
    const open = indexedDB.open("xiangke");
    await new Promise((done) => (open.onsuccess = done));
    const keys = open.result.transaction("meta").objectStore("meta").getAllKeys();
    await new Promise((done) => (keys.onsuccess = done));
    open.result.close();
    return keys.result.filter((key) => key.startsWith("key:")).length === many;
}"""


def household(phone: Phone) -> None:
    """Two people on one phone, each with a lock of another kind."""
    page, language = phone.page, phone.language
    his = learns_as_the_first(phone)
    phone.take("me-sharing")
    until(lambda: bool(page.evaluate(HAS_KEY, 1)), what="the reset key")
    set_pictures(phone)
    _pass(phone)
    somebody_new(phone, his)
    page.locator(".portraits input").nth(3).check()
    phone.take("somebody-new")
    page.locator(".btn.go").click()
    expect(page.locator(".whose")).to_be_visible()
    phone.take("today-of-two")
    page.locator(".whose a").click()
    expect(page.locator(".faces")).to_be_visible()
    phone.take("who")
    page.locator(".faces button").first.click()
    expect(page.locator(".keys")).to_be_visible()
    page.locator(".keys button").nth(2).click()
    phone.take("opening")
    page.locator(".foot .btn").click()
    expect(page.locator(".six")).to_be_visible()
    phone.take("forgotten")
    phone.open(f"/{language}/-/who:code/")
    page.locator(".field input").fill("ABCD2345")
    page.locator(".btn.go").click()
    expect(page.locator(".say.hint")).to_be_visible()
    phone.take("code-unknown")
    _pin(phone)
    phone.lesson("ra1")
    finish(page, "ra1", language)
    phone.take("lesson-of-two")
    phone.open(f"/{language}/-/waiting/")
    phone.take("receipts")


def family(phone: Phone) -> None:
    """The second person on the phone of somebody who is in a group."""
    page = phone.page
    his = learns_as_the_first(phone)
    phone.open("/join/" + OPEN_CODE)
    page.locator("button[type=submit]").click()
    expect(page.locator(".foot .go")).to_be_visible()
    somebody_new(phone, his)
    page.locator(".btn.go").click()
    expect(page.locator("form a[href='/']")).to_be_visible()
    phone.take("join-too")
    page.locator("form a[href='/']").click()
    expect(page.locator(".whose")).to_be_visible()
    phone.open("/me")
    phone.take("me-of-two")


def somebody_new(phone: Phone, name: str) -> None:
    """The form, with a name in it."""
    phone.open(f"/{phone.language}/-/who:new/")
    phone.page.locator(".field input").fill(name)


def answers(phone: Phone) -> None:
    """The first exercise of a lesson."""
    phone.lesson("ra1")
    step(phone.page)
    answer_card(phone.page, "ra1", phone.language)


def learns_as_the_first(phone: Phone) -> str:
    """She learns a little and says who she is. The name of who comes after her."""
    her, his = NAMES[phone.language]
    answers(phone)
    phone.wait_for_app()
    _say_who(phone, her)
    return his


def _say_who(phone: Phone, name: str) -> None:
    """Under Me: her name and the first of the pictures."""
    phone.open("/me")
    phone.page.locator(".field input").fill(name)
    phone.page.locator(".portraits input").first.check()
    phone.page.locator("form .btn").first.click()
    expect(phone.page.locator("form .status")).to_be_visible()


def set_pictures(phone: Phone) -> None:
    page = phone.page
    phone.open(f"/{phone.language}/-/mylock/")
    phone.take("lock")
    page.locator("main button.btn").nth(1).click()
    for _ in range(2):
        for at in (0, 4, 10):
            page.locator(".keys button").nth(at).click()
    expect(page.locator(".say.good")).to_be_visible()


def _pin(phone: Phone) -> None:
    page = phone.page
    until(lambda: page.goto(f"{phone.site.address}/{phone.language}/-/mylock/") is not None, what="the lock's page")
    page.locator("main button.btn").nth(0).click()
    page.locator(".pin input").fill("0417")
    phone.take("pin")
    page.locator(".btn.go").click()
    page.locator(".pin input").fill("0418")
    page.locator(".btn.go").click()
    expect(page.locator(".say.hint")).to_be_visible()


def _pass(phone: Phone) -> None:
    page = phone.page
    phone.open(f"/{phone.language}/-/mypass/")
    expect(page.locator(".pass")).to_be_visible()
    phone.take("pass")
    address = page.locator(".six").inner_text()
    other = phone.context.browser.new_context(  # type: ignore[union-attr]  # contexts of a running browser have one
        viewport=page.viewport_size, color_scheme="dark" if phone.look.dark else "light", reduced_motion="reduce"
    )
    phone.page = other.new_page()
    phone.open(f"/{phone.language}/-/pass:{address}/")
    expect(phone.page.locator(".one-face")).to_be_visible()
    phone.take("is-this-you")
    phone.page = page
    other.close()
