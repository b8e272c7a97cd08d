"""The whole way of one learner on one phone, without a network after the first load: survey, path, lessons with every
exercise and every practice, one of them to its goal, a review some days later, an assessment; then her certificate.
By keys alone; and by taps, with the assessment by keys alone.
"""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from courses.engine.format import Exercise, Lesson
from courses.engine.format.items import TOOL_NAMES
from tests.browser.axe import assert_everybody_can_use
from tests.browser.hands import Hands, Keys, Taps
from tests.browser.held import wait_for_app, wait_for_module
from tests.browser.learner import card, lesson_of, pool_of
from tests.browser.site import Site, a_site
from tests.every_type import every_type
from tests.tools.goals import SHOP

pytestmark = pytest.mark.browser

MORE_LESSONS = """
from datetime import UTC, datetime
from tests.published_every_type import publish_every_practice, publish_module
publish_module(now=datetime.now(UTC))
publish_every_practice(now=datetime.now(UTC))
"""
LARGE = """addEventListener("DOMContentLoaded", () => document.head.append(
    Object.assign(document.createElement("style"), {textContent: "html { font-size: 225% !important; }"})))"""
SAYS: dict[str, dict[str, str]] = {
    "en": {
        "begin": "Answer the questions",
        "internet": "Finding my way on the internet",
        "enough": "Enough for now",
        "only here": "Only this phone",
        "path": "Show my path",
        "hers": "This order follows your answers.",
        "review": "Today's review",
        "all there": "All questions are answered",
        "handed in": "Handed in",
        "passed": "You have shown what you can",
        "name": "Chen Xiulan",
    },
    "zh-hans": {
        "begin": "开始答题",
        "internet": "上网",
        "enough": "先答到这里",
        "only here": "只留在这个手机里",
        "path": "看我的路线",
        "hers": "这个顺序是照你的回答排的。",
        "review": "今天的复习",
        "all there": "题都答完了",
        "handed in": "卷子交了",
        "passed": "你证明了自己的本事",
        "name": "陈秀兰",
    },
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with a_site(tmp_path_factory.mktemp("whole")) as site:
        site.manage("shell", "--no-imports", "-c", MORE_LESSONS)
        site.start_worker()
        yield site


@pytest.mark.takes_long
@pytest.mark.parametrize(
    ("language", "locale", "way", "scheme"),
    [("en", "en-GB", Keys, "light"), ("zh-hans", "zh-CN", Taps, "dark")],
    ids=["english, keys alone", "chinese, taps and then keys, dark and large"],
)
def test_from_the_first_question_to_the_certificate(
    site: Site,
    browser: Browser,
    language: str,
    locale: str,
    way: Callable[[Page], Hands],
    scheme: Literal["light", "dark"],
) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 844},
        locale=locale,
        color_scheme=scheme,
        reduced_motion="reduce",
        bypass_csp=True,  # for axe, which is put into the page
    )
    if scheme == "dark":
        context.add_init_script(LARGE)
    walk = Walk(site=site, hands=way(context.new_page()), language=language)

    walk.load_everything()
    site.gate.shut()
    walk.answer_the_survey()
    walk.learn("ra", lesson_of("ra1", language))
    walk.learn("ra", lesson_of("ra2", language))
    walk.learn("px", every_type(language))
    walk.try_every_practice()
    walk.review_some_days_later()
    walk.draw_an_assessment()
    site.gate.shut()
    walk.hands = Keys(walk.page)
    walk.answer_the_assessment()
    site.serve()
    address = walk.claim_the_certificate()

    stranger = browser.new_context(locale=locale, bypass_csp=True).new_page()
    stranger.goto(site.address + address)
    expect(stranger.locator("body")).to_contain_text(pool(language)[0])
    assert_fits_everybody(stranger)
    context.close()


def pool(language: str) -> tuple[str, dict[str, Exercise]]:
    """The title of the assessment, and its exercises by id."""
    read = pool_of(language)
    return read.title, {item.exercise.id: item.exercise for item in read.items}


def assert_fits_everybody(page: Page) -> None:
    expect(page.locator("h1")).to_be_visible()
    assert_everybody_can_use(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "wider than the screen"


class Walk:
    """One learner's way, step by step."""

    def __init__(self, *, site: Site, hands: Hands, language: str) -> None:
        self.site, self.hands, self.language = site, hands, language
        self.page, self.say = hands.page, SAYS[language]

    def go(self, path: str) -> None:
        self.page.goto(f"{self.site.address}{path}")

    def on(self) -> None:
        """The one next step."""
        self.hands.press(self.page.locator("main > .foot .btn.go"))

    def load_everything(self) -> None:
        self.site.serve()
        for lesson in ("px/px1", "ty/ty1", "ra/ra1"):
            self.go(f"/{self.language}/{lesson}/")
            wait_for_module(self.page, lesson[:2])
        wait_for_app(self.page, practices=TOOL_NAMES)

    def answer_the_survey(self) -> None:
        self.go("/path")
        self.hands.press(self.page.get_by_role("button", name=self.say["begin"]))
        self.hands.pick(self.page.get_by_label(self.say["internet"], exact=True))
        assert_fits_everybody(self.page)
        self.hands.press(self.page.locator("button.go"))
        self.hands.press(self.page.get_by_role("button", name=self.say["enough"]))
        self.hands.pick(self.page.get_by_label(self.say["only here"], exact=True))
        self.hands.press(self.page.locator("button.go"))
        self.hands.press(self.page.get_by_role("button", name=self.say["path"]))
        expect(self.page.get_by_text(self.say["hers"])).to_be_visible()
        assert_fits_everybody(self.page)

    def learn(self, module: str, lesson: Lesson) -> None:
        self.go(f"/{self.language}/{module}/{lesson.id}/")
        exercises = {exercise.id: exercise for exercise in lesson.exercises}
        for number, shown in enumerate(lesson.cards, start=1):
            expect(card(self.page)).to_have_id(f"c{number}")
            if shown.exercise:
                self.hands.answer(exercises[shown.exercise.id])
                self.on()
                expect(self.page.locator(".say.good")).to_be_visible()
            if shown.tool:
                self.leave_the_practice()
            else:
                self.on()
        expect(self.page.locator("section.end")).to_be_visible()
        assert_fits_everybody(self.page)

    def leave_the_practice(self) -> None:
        expect(card(self.page).locator("[data-tool] .tool")).to_be_visible()
        self.hands.press(self.page.locator("main > .foot .btn").last)

    def try_every_practice(self) -> None:
        self.go(f"/{self.language}/ty/ty1/")
        for name in sorted(TOOL_NAMES):
            expect(card(self.page).locator(f"[data-tool={name}]")).to_be_visible()
            if name == "shop-opening":
                self.open_a_shop()
            self.leave_the_practice()
        expect(self.page.locator("section.end")).to_be_visible()

    def open_a_shop(self) -> None:
        """To its goal: one step after the other, and then the next step is in sight."""
        here = card(self.page)
        for step in SHOP:
            self.hands.press(here.locator(f"[data-id={step}] button"))
        expect(here.locator(".mission.good")).to_be_visible()
        expect(self.page.locator(".saved")).not_to_be_empty()
        expect(self.page.locator("main > .foot .btn.go")).to_be_visible()
        assert_fits_everybody(self.page)

    def review_some_days_later(self) -> None:
        self.page.clock.set_system_time(datetime.now().astimezone() + timedelta(days=4))
        self.go("/")
        assert_fits_everybody(self.page)
        self.hands.press(self.page.get_by_role("link", name=self.say["review"]))
        asked = {
            "".join(exercise.prompt.split()): exercise
            for lesson in (lesson_of("ra1", self.language), lesson_of("ra2", self.language), every_type(self.language))
            for exercise in lesson.exercises
        }
        answered = 0
        while not self.page.locator("section.end").count():
            prompt = "".join(card(self.page).locator("legend").inner_text().split())
            self.hands.answer(asked[prompt])
            self.on()
            expect(self.page.locator(".say.good")).to_be_visible()
            self.on()
            answered += 1
        assert answered

    def draw_an_assessment(self) -> None:
        self.site.serve()
        self.go("/path")
        self.hands.press(self.page.locator("a[href$='/-/proof:ra/']"))
        expect(self.page.locator("main > .foot .btn.go")).to_be_visible()
        assert_fits_everybody(self.page)
        self.on()
        expect(self.page.locator("header progress")).to_be_visible()

    def answer_the_assessment(self) -> None:
        _, exercises = pool(self.language)
        for _ in range(5):
            item = card(self.page).locator("form").get_attribute("data-item")
            assert item
            self.hands.answer(exercises[item])
            self.on()
        expect(self.page.locator("h1")).to_have_text(self.say["all there"])
        self.on()
        expect(self.page.locator("h1")).to_have_text(self.say["handed in"])
        assert_fits_everybody(self.page)

    def claim_the_certificate(self) -> str:
        """The address at which a stranger looks it up."""
        self.hands.press(self.page.locator("main > .foot .btn").first)
        expect(self.page.locator("h1")).to_have_text(self.say["passed"], timeout=60_000)
        self.on()
        self.hands.write(self.page.locator(".field input"), self.say["name"])
        self.hands.press(self.page.locator("form .btn.go"))
        opens = self.page.locator("a.btn.go")
        expect(opens).to_be_visible()
        assert_fits_everybody(self.page)
        paper = self.page.request.get(self.site.address + (opens.get_attribute("href") or ""))
        assert (paper.status, paper.body()[:5]) == (200, b"%PDF-")
        return self.page.locator("a.address").get_attribute("href") or ""
