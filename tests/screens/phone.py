"""Takes every screen of the learner's phone, in both languages and at both sizes, into docs/screenshots/phone/.

    .venv/bin/python -m tests.screens.phone

starts a site of its own in a temporary folder and stops it again. `--only JOURNEY …` takes those journeys' screens,
`--dark` the dark ones, `--width 320` and `--text 200` other phones, `--out DIR` puts them elsewhere.
"""

import argparse
import io
import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from tests.browser.learner import answer_card, card, finish, step
from tests.browser.site import Site, a_site, until
from trainingsite.bootstrap import ROOT
from trainingsite.parts import chromium

DOCS = ROOT / "docs" / "screenshots"
HEIGHTS = {390: 844, 1280: 800}
SHORT = {"en": "en", "zh-hans": "zh"}
LOCALES = {"en": "en-GB", "zh-hans": "zh-CN"}
COLOURS = (128, 64, 32, 16)
MOST_TALL = 1800
MOST_BYTES = 60_000
QUIET = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
OPEN_CODE, OLD_CODE = "CQDE2345", "CQDE6789"
_IS_READY = """async () => {
    const kept = [];
    for (const name of await caches.keys())
        for (const request of await (await caches.open(name)).keys()) kept.push(new URL(request.url).pathname);
    return ["/app", "/static/tools/ranking-simulator-", "/static/art/together-"]
        .every((file) => kept.some((path) => path.startsWith(file)));
}"""


@dataclass(frozen=True, kw_only=True)
class Look:
    """How a phone is set, and where its pictures go."""

    language: str
    width: int
    dark: bool = False
    text: int = 100
    out: Path = DOCS / "phone"

    @property
    def ending(self) -> str:
        text = f"-text{self.text}" if self.text != 100 else ""
        return f"{SHORT[self.language]}-{self.width}{text}{'-dark' if self.dark else ''}.png"


class Phone:
    """One phone in one language on one site, and a camera."""

    def __init__(self, browser: Browser, site: Site, look: Look, *, script: bool = True) -> None:
        self.site, self.look, self.language = site, look, look.language
        self._height = HEIGHTS.get(look.width, 844)
        self.context: BrowserContext = browser.new_context(
            viewport={"width": look.width, "height": self._height},
            locale=LOCALES[look.language],
            color_scheme="dark" if look.dark else "light",
            reduced_motion="reduce",
            java_script_enabled=script,
            bypass_csp=look.text != 100,
        )
        self.page = self.context.new_page()
        if look.text != 100:
            self.page.add_init_script(_larger_text(look.text))

    def open(self, path: str) -> None:
        self.page.goto(self.site.address + path)
        expect(self.page.locator("h1, h2").first).to_be_attached()
        self.page.wait_for_load_state("networkidle")

    def lesson(self, lesson: str) -> None:
        self.open(f"/{self.language}/ra/{lesson}/")

    def take(self, name: str) -> None:
        """The whole page as a picture; it is never wider than the phone."""
        self.page.wait_for_load_state("networkidle")
        self.page.wait_for_timeout(150)
        wide = self.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= self.look.width, f"{name} is {wide} wide"
        self.look.out.mkdir(parents=True, exist_ok=True)
        with self._tall_enough():
            tall = min(self.page.evaluate("document.documentElement.scrollHeight"), MOST_TALL)
            clip = {"x": 0, "y": 0, "width": self.look.width, "height": max(tall, self._height)}
            picture = small(self.page.screenshot(full_page=True, clip=clip))  # type: ignore[arg-type]  # plain numbers
        (self.look.out / f"{name}-{self.look.ending}").write_bytes(picture)

    @contextmanager
    def _tall_enough(self) -> Iterator[None]:
        """The bar of tabs belongs to the end of the picture, not to its middle."""
        size = self.page.viewport_size
        if size and self.page.locator(".tabs").count():
            tall = self.page.evaluate("document.documentElement.scrollHeight")
            self.page.set_viewport_size({"width": size["width"], "height": tall})
        yield
        if size:
            self.page.set_viewport_size(size)

    def wait_for_app(self) -> None:
        """Until shell, lessons, pictures and practices are kept."""
        until(lambda: bool(self.page.evaluate(_IS_READY)), what="the download")


def _larger_text(percent: int) -> str:
    size = json.dumps(f"html {{ font-size: {1.125 * percent}% !important; }}")
    return (
        "addEventListener('DOMContentLoaded', () => document.head.append("
        f"Object.assign(document.createElement('style'), {{textContent: {size}}})))"
    )


def small(png: bytes) -> bytes:
    """The same picture with a palette, of as many colours as fit the budget."""
    whole = Image.open(io.BytesIO(png)).convert("RGB")
    for colours in COLOURS:
        out = io.BytesIO()
        palette = whole.quantize(colours, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        palette.save(out, "PNG", optimize=True)
        if out.tell() <= MOST_BYTES:
            break
    return out.getvalue()


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


def first_page(phone: Phone) -> None:
    """A lesson opened cold: each kind of exercise, the practice, the end. The app stays away."""
    phone.context.route("**/static/app-*.js", lambda route: route.abort())
    page = phone.page
    phone.lesson("ra1")
    phone.take("lesson")
    step(page)
    phone.take("choice")
    page.locator("#q2 [value=a]").check()
    step(page)
    phone.take("choice-not-yet")
    step(page)
    page.locator("#q2 [value=a]").check()
    step(page)
    phone.take("choice-this-is")
    step(page)
    phone.take("lesson-word")
    for name in ("story", "sieve"):
        step(page)
        expect(page.locator("[data-card].on [data-tool] .tool") if name == "sieve" else card(page)).to_be_visible()
        phone.take(name)
    page.locator("main > .foot .btn").last.click()
    step(page)
    phone.take("order-lists")
    finish(page, "ra1", phone.language)
    phone.take("finished")


def playing(phone: Phone) -> None:
    """Each kind of exercise and both practices as the app shows them, and the second lesson's end."""
    page = phone.page
    phone.lesson("ra1")
    phone.wait_for_app()
    phone.lesson("ra1")
    for _ in range(12):
        here = card(page)
        form = here.locator("form")
        if form.count():
            _answer(phone, "ra1")
        elif here.locator("[data-tool]").count():
            _sieve(phone)
        else:
            step(page)
    expect(page.locator("section.end")).to_be_visible()
    phone.take("app-finished")
    page.locator("section.end ~ .foot a.go").click()
    expect(card(page)).to_be_visible()
    phone.take("next-lesson")
    while not card(page).locator("[data-tool]").count():
        _answer(phone, "ra2") if card(page).locator("form").count() else step(page)
    _simulator(phone)


def _answer(phone: Phone, lesson: str) -> None:
    form = card(phone.page).locator("form")
    kind = form.get_attribute("data-type")
    phone.take(f"{lesson}-{form.get_attribute('data-item')}-{kind}")
    answer_card(phone.page, lesson, phone.language)


def _sieve(phone: Phone) -> None:
    page = phone.page
    expect(card(page).locator(".tool")).to_be_visible()
    titles = card(page).locator("[name=sieve-title]")
    for place in range(titles.count()):
        titles.nth(place).check(force=True)
        if card(page).locator(".mission.good").count():
            break
    phone.take("sieve-reached")
    step(page)


def _simulator(phone: Phone) -> None:
    page = phone.page
    expect(card(page).locator(".tool")).to_be_visible()
    phone.take("simulator")
    for dial in ("shop-photo", "shop-sales", "shop-n"):
        more = card(page).locator(f".dial:has(#{dial}) button").last
        for _ in range(5):
            more.dispatch_event("click")
    expect(card(page).locator(".mission.good")).to_be_visible()
    phone.take("simulator-reached")


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
    page.locator("a.card").first.click()
    phone.open("/me")
    phone.take("me-joined")
    phone.open("/today")
    phone.take("today-done")
    phone.open("/path")
    phone.take("path-done")


def _name(phone: Phone) -> None:
    phone.open("/me")
    phone.page.locator(".field input").fill("Xiulan" if phone.language == "en" else "秀兰")
    phone.page.locator(".portraits input").first.check()
    phone.take("me-naming")
    phone.page.locator(".btn.go").click()


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


def saving(phone: Phone) -> None:
    phone.page.add_init_script(
        "Object.defineProperty(navigator, 'connection', {value: {saveData: true, effectiveType: '2g'}})"
    )
    phone.lesson("ra1")
    phone.take("lesson-saving")
    phone.page.locator(".btn.bare").last.click()
    until(lambda: bool(phone.page.evaluate("caches.has('packs')")), what="the app")
    phone.page.wait_for_timeout(3000)
    phone.open("/library")
    phone.take("library-saving")


def plain(phone: Phone) -> None:
    """The lesson without script, from the first card to the end."""
    page = phone.page
    phone.open("/")
    phone.take("noscript-start")
    phone.lesson("ra1")
    phone.take("noscript-lesson")
    page.locator("#q2 [value=a]").check()
    page.locator("#q2 button").click()
    phone.take("noscript-not-yet")


Journey = Callable[[Phone], None]
JOURNEYS: dict[str, Journey] = {
    "arriving": arriving,
    "first": first_page,
    "playing": playing,
    "rooms": rooms,
    "full": full,
    "saving": saving,
    "plain": plain,
}

_CODES = """
from datetime import UTC, datetime, timedelta
from courses.authoring.models import ModulePage
from tests.builders import a_centre, a_county, a_group, a_join_code
now = datetime.now(UTC)
group = a_group(name="{group}", centre=a_centre(name="{centre}", county=a_county(name="Liuhe")))
a_join_code(code="{code}", group=group, created_at=now)
a_join_code(code="{old}", group=group, created_at=now - timedelta(days=9), expires_at=now - timedelta(days=1))
"""


@contextmanager
def a_staged_site(data: Path) -> Iterator[Site]:
    """A site with the library, and one group with a code that is open and one that is over."""
    with a_site(data) as site:
        site.manage(
            "shell",
            "--no-imports",
            "-c",
            _CODES.format(group="柳河1班", centre="柳河村", code=OPEN_CODE, old=OLD_CODE),
        )
        site.start_web()
        yield site


def looks(given: argparse.Namespace) -> Iterator[Look]:
    for width in [given.width] if given.width else HEIGHTS:
        for language in [given.language] if given.language else SHORT:
            yield Look(language=language, width=width, dark=given.dark, text=given.text, out=given.out)


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--only", nargs="+", default=list(JOURNEYS), choices=list(JOURNEYS))
    asked.add_argument("--language", default="", choices=["", *SHORT])
    asked.add_argument("--out", type=Path, default=DOCS / "phone")
    asked.add_argument("--width", type=int, default=0)
    asked.add_argument("--text", type=int, default=100)
    asked.add_argument("--dark", action="store_true")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder, a_staged_site(Path(folder)) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
        for look in looks(given):
            for name, journey in JOURNEYS.items():
                if name in given.only:
                    phone = Phone(browser, site, look, script=name != "plain")
                    journey(phone)
                    phone.context.close()
        browser.close()
    start = DOCS / "phone" / "start-en-390.png"
    if start.exists():
        shutil.copyfile(start, DOCS / start.name)


if __name__ == "__main__":
    main()
