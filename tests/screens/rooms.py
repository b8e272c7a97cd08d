"""Walks through the screens around the lessons: arriving, Today at every stage, Path, Library and Me."""

from playwright.sync_api import Route, expect

from tests.browser.learner import answer_card, card, finish, step
from tests.browser.network import HeldLessons
from tests.browser.site import until
from tests.screens.camera import OLD_CODE, OPEN_CODE, Phone


def arriving(phone: Phone) -> None:
    """Start, the code from the centre, and addresses that lead nowhere."""
    phone.open("/")
    phone.take("start")
    for name, code in (("join", ""), ("join-unknown", "ABCD2345"), ("join-over", OLD_CODE), ("joined", OPEN_CODE)):
        phone.open(f"/join/{code}")
        if code:
            phone.page.locator("button[type=submit]").click()
            expect(phone.page.locator(".say.hint, .foot .go").first).to_be_visible()
        phone.take(name)
    phone.open("/nowhere")
    phone.take("no-such-page")
    phone.open(f"/{phone.language}/gone/g1/")
    phone.take("unpublished")


def coming(phone: Phone) -> None:
    """A lesson tapped before its words are here: on their way, and without a network."""
    page = phone.page
    HeldLessons(page, phone.site, language=phone.language)
    page.goto(f"{phone.site.address}/app")
    page.locator(".btn.go").click()
    expect(page.locator(".tabs")).to_be_visible()
    phone.take("today-empty", is_idle=False)
    page.locator(".tabs a").nth(1).click()
    page.locator(".road .btn.go").click()
    expect(page.locator("progress")).to_be_visible()
    phone.take("on-its-way", is_idle=False)
    page.route("**/api/**", lambda route: route.abort())
    page.goto(f"{phone.site.address}/path")
    page.locator(".road .btn.go").click()
    expect(page.locator("[role=status]")).to_contain_text("signal" if phone.language == "en" else "信号")
    phone.take("not-here-offline", is_idle=False)


def rooms(phone: Phone) -> None:
    """Today at every stage, Path, Library and Me."""
    page, site = phone.page, phone.site
    phone.open("/app")
    page.evaluate("localStorage.setItem('xk.none', '1')")
    phone.take("app-start")
    page.locator(".btn.go").click()
    until(lambda: page.locator(".hero").count() > 0, what="the first lesson")
    phone.open("/today")
    phone.take("today-new")
    phone.lesson("ra1")
    step(page)
    answer_card(page, "ra1", phone.language)
    phone.wait_for_app()
    phone.open("/today")
    expect(page.locator(".hero progress")).to_be_visible()
    phone.take("today-begun")
    for room in ("path", "library", "me"):
        phone.open(f"/{room}")
        page.locator("h1").wait_for()
        phone.take(room)
    site.kill("web")
    page.goto(f"{site.address}/{phone.language}/ra/ra1/")
    finish(page, "ra1", phone.language)
    page.goto(f"{site.address}/today")
    expect(page.locator(".status")).to_contain_text("等" if phone.language != "en" else "wait")
    phone.take("today-waiting")
    page.goto(f"{site.address}/{phone.language}/pc/pc1/")
    page.locator("h1").wait_for()
    phone.take("not-here")
    site.start_web()
    _name(phone)
    phone.lesson("ra2")
    finish(page, "ra2", phone.language)
    phone.open("/join/" + OPEN_CODE)
    page.locator("button[type=submit]").click()
    expect(page.locator(".foot .go")).to_be_visible()
    _message(phone)
    phone.open("/today")
    expect(page.locator("a.card .hint, a.card.hint, .blob.hint").first).to_be_visible(timeout=60_000)
    phone.take("today-message")
    page.locator("a.card:has(.hint)").first.click()
    expect(card(page)).to_be_visible()
    phone.open("/me")
    phone.take("me-joined")
    phone.open("/today")
    phone.take("today-done")
    phone.open("/path")
    phone.take("path-done")
    _erase(phone)
    phone.take("erased")


def _name(phone: Phone) -> None:
    phone.open("/me")
    phone.page.locator(".field input").fill("Xiulan" if phone.language == "en" else "秀兰")
    phone.take("me-naming")
    phone.page.locator(".portraits input").first.check()  # keeps the name too
    expect(phone.page.locator("form .status")).to_be_visible()


_ERASE = """
from datetime import UTC, datetime
from courses.people.models import Learner
from courses.syncing.models import Erased
Learner.objects.filter(pk="{learner}").delete()
Erased.objects.create(learner="{learner}", at=datetime.now(UTC))
"""


def _erase(phone: Phone) -> None:
    """She asked to be forgotten; the phone hears of it at its next contact."""
    learner = phone.page.evaluate("JSON.parse(localStorage['xk.me']).learner")
    phone.site.manage("shell", "--no-imports", "-c", _ERASE.format(learner=learner))
    phone.open("/me")
    expect(phone.page.locator("main > .say")).to_be_visible()


_MESSAGE = """
from datetime import UTC, datetime
from courses.inbox import actions
from courses.people.models import Learner
learner = Learner.objects.get(pk="{learner}")
actions.put_message(learner=learner.pk, kind="trainer", language="{language}", title="{title}", text="{text}",
                    link="/{language}/ra/ra2/", now=datetime.now(UTC))
"""


def _message(phone: Phone) -> None:
    learner = phone.page.evaluate("JSON.parse(localStorage['xk.me']).learner")
    said = {
        "en": ("Bring your phone on Friday", "We look at your product page together, at 9 in the centre."),
        "zh-hans": ("星期五带上手机", "上午9点在中心，我们一起看你的商品页面。"),
    }
    title, text = said[phone.language]
    phone.site.manage(
        "shell",
        "--no-imports",
        "-c",
        _MESSAGE.format(learner=learner, language=phone.language, title=title, text=text),
    )


def full(phone: Phone) -> None:
    """A phone without room, and one that saves data."""
    phone.page.add_init_script(
        "const put = Cache.prototype.put;"
        "Cache.prototype.put = function (key, ...rest) { return String(key.url || key).includes('/packs/') "
        "? Promise.reject(new DOMException('full', 'QuotaExceededError')) : put.call(this, key, ...rest); }"
    )
    phone.lesson("ra1")
    until(lambda: bool(phone.page.evaluate("caches.has('packs')")), what="the app")
    phone.page.wait_for_timeout(3000)
    phone.open("/library")
    phone.take("library-full")


def library(phone: Phone) -> None:
    """What a module costs, on its way, half here; then a helper's line and the largest words."""
    page, site = phone.page, phone.site
    page.add_init_script("Object.defineProperty(navigator, 'connection', {value: {saveData: true}})")
    offered = page.request.get(f"{site.address}/api/v1/catalogue?language={phone.language}").json()["modules"][0]
    manifest = page.request.get(f"{site.address}/packs/{offered['manifest']}").json()
    later = {lesson["file"] for lesson in manifest["lessons"][1:]}
    held: list[Route] = []
    first = page.locator("article").first
    page.route(
        "**/packs/*", lambda route: held.append(route) if route.request.url[-64:] in later else route.continue_()
    )
    page.goto(f"{site.address}/app")
    page.locator(".btn.go").click()
    expect(page.locator("a.btn.go")).to_have_attribute("href", "/library")
    phone.take("today-saving")
    page.locator("a.btn.go").click()
    page.locator("[inputmode=decimal]").fill("30")
    page.locator("[inputmode=decimal]").blur()
    expect(first).to_contain_text("¥" if phone.language == "en" else "1分钱")
    phone.take("library-price")
    first.locator(".btn").first.click()
    expect(first.locator("progress")).to_be_visible()
    phone.take("library-getting", is_idle=False)
    for route in held:
        route.abort()
    expect(first.locator("progress")).to_have_count(0)
    phone.take("library-half")
    first.locator(".btn.bare").last.click()
    phone.take("library-remove")
    page.unroute_all()
    phone.open("/me")
    page.locator(".switching .switch").last.wait_for()
    page.locator(".card.switching .switch").check()
    phone.lesson("ra1")
    if not page.locator(".helping").count():  # the server's own page: the app has it from Today on
        phone.open("/today")
        page.locator(".btn.go").click()
    expect(page.locator(".helping")).to_be_visible()
    phone.take("lesson-helping")
    phone.open("/me")
    page.locator("[name=text]").last.check()
    page.locator(".switching .switch").last.wait_for()
    phone.take("me-large")
    phone.open("/library")
    phone.take("library-large")
