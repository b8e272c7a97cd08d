"""Asking the trainer with a photo and a spoken note, mostly without a network; at the office; and back to the phone."""

import io
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from tests.browser.axe import assert_everybody_can_use
from tests.browser.held import wait_for_app
from tests.browser.learner import step
from tests.browser.site import Site, a_site, signed_in_as_operator, until
from tests.languages import mostly
from trainingsite.parts import chromium

pytestmark = pytest.mark.browser

PHONE: Any = {"width": 390, "height": 844}
LOCALE = {"en": "en-GB", "zh-hans": "zh-CN"}
MICROPHONE = "--no-sandbox --disable-gpu --use-fake-device-for-media-stream --use-fake-ui-for-media-stream"
ORIENTATION, GPS = 0x0112, 0x8825
"""Of EXIF."""

THEIRS = """SELECT a.type, a.bytes, a.original FROM courses_attachment a
    JOIN courses_question q ON q.id = a.event WHERE q.text = ? ORDER BY a.type DESC"""
SAID_SOMETHING = re.compile("Speak now: [1-9]")
REFUSED = "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'))"
ANSWERED = """async ([text, link]) => {
    const open = indexedDB.open("xiangke");
    await new Promise((done) => (open.onsuccess = done));
    const writing = open.result.transaction("inbox", "readwrite");
    const {learner} = JSON.parse(localStorage["xk.me"]);
    writing.objectStore("inbox").put({learner, id: "m1", kind: "answer", title: "老师回答了你", text, link,
        created_at: "2026-11-22T08:00:00.000Z", read_at: null});
    await new Promise((done) => (writing.oncomplete = done));
    open.result.close();
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with a_site(tmp_path_factory.mktemp("asking")) as site:
        site.start_web()
        site.start_worker()
        yield site


@pytest.fixture(scope="module")
def phones(browser: Browser) -> Iterator[Browser]:
    """Chromium with a microphone that hears a beep every second."""
    running = browser.browser_type.launch(executable_path=chromium(), args=MICROPHONE.split())
    yield running
    running.close()


@pytest.fixture
def phone(phones: Browser, site: Site) -> Iterator[Callable[..., Page]]:
    """A phone on which somebody has begun, with the app and its rooms on it, at the screen for asking."""
    opened = list[BrowserContext]()

    def a_phone(*, language: str = "en", script: str = "") -> Page:
        context = phones.new_context(viewport=PHONE, locale=LOCALE[language], bypass_csp=True, reduced_motion="reduce")
        opened.append(context)
        page = context.new_page()
        page.goto(f"{site.address}/app")
        page.locator(".btn.go").click()
        expect(page.locator(".hero")).to_be_visible()
        wait_for_app(page, files=["/static/app/trainer-", "/static/app/photo-", "/static/app/recording-"])
        if script:
            page.add_init_script(script)
        page.goto(f"{site.address}/{language}/-/ask/")
        return page

    yield a_phone
    for context in opened:
        context.close()


def a_photo(into: Path, *, wide: int = 3200, high: int = 2400) -> Path:
    """As a phone's camera writes it when it is held upright: lying, red at its left, with a note to turn it; and where
    it was taken."""
    random = Random(1)
    noise = Image.frombytes("L", (wide // 4, high // 4), random.randbytes(wide // 4 * (high // 4))).resize((wide, high))
    picture = Image.merge("RGB", (Image.new("L", (wide, high), 20), noise, Image.new("L", (wide, high), 20)))
    picture.paste((230, 20, 20), (0, 0, wide // 4, high))
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif.get_ifd(GPS)[1] = "N"
    file = into / "photo.jpg"
    picture.save(file, quality=95, exif=exif)
    return file


def assert_small_and_upright(data: bytes) -> None:
    assert len(data) <= 61_440
    with Image.open(io.BytesIO(data)) as picture:
        assert picture.height > picture.width and picture.height <= 1280
        assert not picture.getexif()
        whole = picture.convert("RGB")
    top, bottom = whole.getpixel((whole.width // 2, 10)), whole.getpixel((whole.width // 2, whole.height - 10))
    assert isinstance(top, tuple) and isinstance(bottom, tuple)
    assert top[0] > 180 > bottom[0], "red is above"


def says_it(page: Page) -> None:
    page.get_by_role("button", name="Say it").click()
    expect(page.get_by_text(SAID_SOMETHING)).to_be_visible()
    page.get_by_role("button", name="That is all", exact=True).click()
    expect(page.get_by_role("button", name="Listen to what you said")).to_be_visible()


def shows_a_photo(page: Page, photo: Path) -> None:
    page.get_by_label("Pick a photo").set_input_files(photo)
    expect(page.get_by_alt_text("Your photo")).to_be_visible()


def test_a_question_asked_without_a_network_comes_whole_and_its_answer_comes_back(
    site: Site, browser: Browser, phone: Callable[..., Page], tmp_path: Path
) -> None:
    page = phone()
    page.context.set_offline(True)
    page.reload()
    page.get_by_label("What would you like to know?").fill("Why are they soft?")
    shows_a_photo(page, a_photo(tmp_path))
    says_it(page)
    until(lambda: _is_kept(page), what="the draft is on the phone's disk")
    page.reload()
    expect(page.get_by_label("What would you like to know?")).to_have_value("Why are they soft?")
    page.get_by_role("button", name="Listen to what you said").click()
    expect(page.get_by_role("button", name="Stop")).to_be_visible()
    page.get_by_role("button", name="Send, about").click()
    question = page.get_by_role("article")
    expect(question).to_contain_text("Why are they soft?")
    expect(question.get_by_text("Saved on this phone")).to_be_visible()
    expect(page.get_by_role("status").get_by_text("It goes to your trainer by itself")).to_be_visible()

    page.goto(f"{site.address}/en/-/waiting/")
    expect(page.get_by_text("1 photo · 1 spoken note")).to_be_visible()
    page.goto(f"{site.address}/en/-/ask/")
    expect(question.get_by_alt_text("Your photo")).to_be_visible()
    page.context.set_offline(False)
    until(lambda: question.get_by_text("Sent").count() == 1, what="the question and all that goes with it are sent")

    rows = site.database_rows(THEIRS, "Why are they soft?")
    assert [len(original) for _, _, original in rows] == [size for _, size, _ in rows]
    assert rows[0][0] == "image/webp" and rows[1][0].startswith("audio/")
    assert_small_and_upright(rows[0][2])

    office = signed_in_as_operator(site, browser)
    _answer_at_the_office(office, site)
    page.goto(f"{site.address}/today")
    answer = page.get_by_role("link", name="Your trainer answered")

    def has_come() -> bool:
        with page.expect_response("**/api/v1/sync") as synced:
            page.reload()
        synced.value.finished()
        with suppress(PlaywrightTimeout):  # a page that is left before it kept what it was sent is sent it once more
            answer.wait_for(timeout=5_000)
        return answer.count() > 0

    until(has_come, what="the answer comes into her inbox")
    answer.click()
    expect(question).to_contain_text("They need one more day.")
    expect(question.get_by_text("Answered", exact=True)).to_be_visible()
    assert_everybody_can_use(page)
    page.goto(f"{site.address}/today")
    expect(page.locator(".hero")).to_be_visible()
    expect(answer).to_have_count(0)
    office.context.close()


def _is_kept(page: Page) -> bool:
    return bool(
        page.evaluate(
            """async () => {
                const open = indexedDB.open("xiangke");
                await new Promise((done) => (open.onsuccess = done));
                const {learner} = JSON.parse(localStorage["xk.me"]);
                const asked = open.result.transaction("meta").objectStore("meta").get(`ask:${learner}`);
                await new Promise((done) => (asked.onsuccess = done));
                open.result.close();
                return asked.result && asked.result.text && asked.result.photo && asked.result.note;
            }"""
        )
    )


def _answer_at_the_office(office: Page, site: Site) -> None:
    """Photo and sound are there once the worker has made them anew."""
    office.goto(f"{site.address}/office/questions/")
    question = office.get_by_role("article").filter(has_text="Why are they soft?")
    shown = question.locator("img, audio")
    until(lambda: office.reload() is not None and shown.count() == 2, what="photo and sound at the office")
    question.locator("textarea").fill("They need one more day.")
    question.get_by_role("button", name="Send the answer").click()
    kept = "SELECT 1 FROM courses_trainersanswer WHERE text = 'They need one more day.'"
    until(lambda: site.database_says(kept), what="the answer is kept at the office")


def test_a_question_from_a_lesson_takes_it_along_and_leads_back(site: Site, phone: Callable[..., Page]) -> None:
    page = phone()
    page.goto(f"{site.address}/en/ra/ra1/")
    way = page.get_by_role("link", name="Ask your trainer")
    expect(way).to_be_hidden()
    step(page)
    expect(way).to_be_visible()
    way.click()
    expect(page.get_by_text("About the lesson:")).to_be_visible()
    page.get_by_label("What would you like to know?").fill("x" * 1001)
    expect(page.get_by_role("button", name="1 letter too many: make it shorter")).to_be_disabled()
    expect(page.get_by_label("What would you like to know?")).to_have_value("x" * 1001)
    page.get_by_label("What would you like to know?").fill("What is a search word?")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("article")).to_be_visible()
    asked = "SELECT 1 FROM courses_question WHERE text = 'What is a search word?' AND module = 'ra' AND lesson = 'ra1'"
    until(lambda: site.database_says(asked), what="the question with its lesson")
    expect(page.get_by_role("status").get_by_text("Sent", exact=True)).to_be_visible()
    page.get_by_role("link", name="Back").click()
    expect(page.locator("[data-card].on")).to_be_visible()


def test_who_refuses_the_microphone_is_told_what_to_do_and_can_write(phone: Callable[..., Page]) -> None:
    page = phone(script=REFUSED)
    page.get_by_role("button", name="Say it").click()
    expect(page.get_by_role("status").get_by_text("allow the microphone")).to_be_visible()
    assert_everybody_can_use(page)
    page.get_by_label("What would you like to know?").fill("Then I write.")
    expect(page.get_by_role("button", name="Send")).to_be_enabled()


def test_where_nobody_can_listen_there_is_no_button_for_it(phone: Callable[..., Page]) -> None:
    page = phone(script="delete window.MediaRecorder")
    expect(page.get_by_text("Take a photo")).to_be_visible()
    expect(page.get_by_role("button", name="Say it")).to_have_count(0)


def test_a_picture_that_cannot_be_read_says_so_and_takes_nothing_away(
    phone: Callable[..., Page], tmp_path: Path
) -> None:
    page = phone()
    unread = tmp_path / "photo.heic"
    unread.write_bytes(b"\0\0\0\x18ftypheic" + bytes(200))
    page.get_by_label("What would you like to know?").fill("Look at this")
    page.get_by_label("Pick a photo").set_input_files(unread)
    expect(page.get_by_role("status").get_by_text("cannot open that picture")).to_be_visible()
    expect(page.get_by_label("What would you like to know?")).to_have_value("Look at this")


def test_a_note_that_is_left_in_the_middle_is_kept(phone: Callable[..., Page], site: Site) -> None:
    page = phone()
    page.get_by_role("button", name="Say it").click()
    expect(page.get_by_text(SAID_SOMETHING)).to_be_visible()
    page.get_by_role("link", name="Back").click()
    expect(page.get_by_role("link", name="Ask your trainer")).to_be_visible()
    page.get_by_role("link", name="Ask your trainer").click()
    until(
        lambda: (
            page.reload() is not None
            and page.get_by_label("What would you like to know?").is_visible()
            and page.get_by_role("button", name="Listen to what you said").count() == 1
        ),
        what="what she said is still there",
    )


@pytest.mark.parametrize("language", mostly("zh-hans"))
def test_everybody_can_use_it_empty_full_and_with_answers(
    site: Site, phone: Callable[..., Page], tmp_path: Path, language: str
) -> None:
    page = phone(language=language)
    page.route("**/api/**", lambda route: route.abort())
    expect(page.locator("textarea")).to_be_visible()
    assert_everybody_can_use(page, what="empty")
    page.locator("textarea").fill("?")
    page.locator("input[type=file]").last.set_input_files(a_photo(tmp_path, wide=800, high=600))
    expect(page.locator("img.photo")).to_be_visible()
    assert_everybody_can_use(page, what="full")
    page.locator("form button[type=submit]").click()
    expect(page.locator("article")).to_be_visible()
    assert_everybody_can_use(page, what="sent")
    elsewhere = f"/{language}/-/ask:01900000-0000-7000-8000-000000000001/"
    page.evaluate(ANSWERED, ["One more day.\nThen again.", elsewhere])
    page.goto(f"{site.address}{elsewhere}")
    expect(page.locator(".say", has_text="One more day.")).to_be_focused()
    assert_everybody_can_use(page, what="an answer to what was asked elsewhere")
