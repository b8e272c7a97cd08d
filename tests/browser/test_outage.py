"""The network goes in the middle of a module: what came stays, the rest comes by itself, nothing comes twice.

Bytes are counted at the gate. Time is the page's own clock, which the test puts forward.
"""

import socket
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.gate import Break, Gate
from tests.browser.held import kept
from tests.browser.site import Site, until
from tests.browser.test_app_library import PHONE, SAVES_DATA, begin, files_of, is_whole

pytestmark = pytest.mark.browser

SYNC = "/api/v1/sync"
PATIENCE_MS = 60_000
"""For how long the app waits for an answer (syncing/ask.ts)."""
LITTLE_MS = 5_000
COMES_BY_ITSELF = "Comes by itself as soon as there is a network."


@pytest.fixture
def gate(site: Site) -> Iterator[Gate]:
    yield site.gate
    site.gate.breaks.clear()
    site.gate.speak()


@pytest.fixture
def page(browser: Browser, site: Site) -> Iterator[Page]:
    """A phone that fetches nothing before she taps."""
    context = browser.new_context(viewport=PHONE, locale="en-GB")
    page = context.new_page()
    page.clock.install()
    page.add_init_script(SAVES_DATA)
    begin(page, site)
    page.get_by_role("link", name="Library", exact=True).click()
    yield page
    context.close()


def half_of(site: Site, path: str) -> int:
    """As many bytes of the answer as end in the middle of the file."""
    head, _, body = _answer(site, path).partition(b"\r\n\r\n")
    return len(head) + len(body) // 2


def _answer(site: Site, path: str) -> bytes:
    asks = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip, deflate, br\r\nConnection: close\r\n\r\n"
    with socket.create_connection(("localhost", site.gate.to)) as way:
        way.sendall(asks.encode())
        return b"".join(iter(lambda: way.recv(1 << 16), b""))


def goes_silent_at_half_of_the_second_lesson(page: Page, site: Site) -> tuple[str, str]:
    """She taps; the first lesson comes whole, the second by half, and then nothing moves. Both paths."""
    first, second = (f"/packs/{file}" for file in files_of(page, site)[0])
    site.gate.breaks[second] = Break(after=half_of(site, second), then="stall")
    site.gate.count_anew()
    page.get_by_role("button", name="Get: How products are ranked").click()
    until(lambda: site.gate.is_stalled and held(page) == ["ra1"], what="the first lesson and half of the second")
    site.gate.hush()
    return first, second


def held(page: Page) -> list[str]:
    """The lessons of a module that is not whole yet."""
    return [lesson for pack in kept(page, "packs") for lesson in pack.get("held") or []]


def tries_again(page: Page, gate: Gate) -> None:
    """By itself: nobody taps, and the browser tells nobody that there is a network."""
    before = gate.asked[SYNC]

    def tries() -> bool:
        page.clock.fast_forward(LITTLE_MS)
        return gate.asked[SYNC] > before

    until(tries, what="another try")


def test_after_half_a_minute_without_a_signal_the_same_download_goes_on(site: Site, page: Page, gate: Gate) -> None:
    first, second = goes_silent_at_half_of_the_second_lesson(page, site)
    page.clock.fast_forward(30_000)
    expect(page.locator("article progress")).to_be_visible()
    gate.speak()
    expect(page.get_by_text("The words are on this phone.")).to_be_visible()
    assert (gate.asked[first], gate.asked[second]) == (1, 1)


def test_after_minutes_without_a_signal_only_the_file_that_was_lost_comes_again(
    site: Site, page: Page, gate: Gate
) -> None:
    first, second = goes_silent_at_half_of_the_second_lesson(page, site)
    page.clock.fast_forward(PATIENCE_MS)
    expect(page.get_by_text("1 of 2 lessons are here and work.")).to_be_visible()
    expect(page.get_by_text(COMES_BY_ITSELF)).to_be_visible()
    tries_again(page, gate)
    page.clock.fast_forward(PATIENCE_MS)
    tries_again(page, gate)
    page.clock.fast_forward(PATIENCE_MS)
    before = gate.carried.copy()

    gate.speak()
    tries_again(page, gate)
    expect(page.get_by_text("The words are on this phone.")).to_be_visible()
    expect(page.get_by_text(COMES_BY_ITSELF)).to_have_count(0)
    assert gate.asked[first] == 1
    assert gate.carried[first] == before[first]
    assert gate.asked[second] == 2


@pytest.fixture
def last_picture(page: Page, site: Site) -> str:
    """Its path. The words are here, the pictures are not."""
    page.get_by_role("button", name="Get: How products are ranked").click()
    expect(page.get_by_text("The words are on this phone.")).to_be_visible()
    return "/packs/" + files_of(page, site)[1][-1]


def test_a_connection_cut_at_half_of_a_picture_costs_that_half_and_no_more(
    site: Site, page: Page, gate: Gate, last_picture: str
) -> None:
    lessons, pictures = (["/packs/" + file for file in files] for files in files_of(page, site))
    whole, half = len(_answer(site, last_picture)), half_of(site, last_picture)
    gate.breaks[last_picture] = Break(after=half, then="cut")
    gate.count_anew()
    page.get_by_role("button", name="Get the pictures").click()
    until(lambda: gate.carried[last_picture] >= half, what="half of the last picture")
    tries_again(page, gate)
    until(lambda: is_whole(page), what="the module")
    assert [gate.asked[path] for path in lessons] == [0] * len(lessons)
    assert {path: gate.asked[path] for path in pictures} == dict.fromkeys(pictures, 1) | {last_picture: 2}
    assert gate.carried[last_picture] <= half + whole


def test_an_answer_cut_in_its_head_which_the_browser_keeps_as_an_empty_file_is_asked_for_anew(
    site: Site, page: Page, gate: Gate, last_picture: str
) -> None:
    """On plain http Chromium takes it for whole, and keeps it for as long as the head says: a year."""
    head, _, _ = _answer(site, last_picture).partition(b"\r\n\r\n")
    gate.breaks[last_picture] = Break(after=len(head) - 20, then="cut")
    page.get_by_role("button", name="Get the pictures").click()
    until(lambda: is_whole(page), what="the module")
    assert last_picture not in gate.breaks
