"""The service worker in a real browser: when a newer app takes over, and how a kept file is given in parts."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from tests.browser.learner import answer_card, card, step
from tests.browser.site import Site, a_site, until
from trainingsite.bootstrap import ROOT

pytestmark = pytest.mark.browser

DIST = ROOT / "static" / "dist"
_SHELLS = "caches.keys().then((names) => names.filter((name) => name.startsWith('shell-')))"
_UPDATE = "navigator.serviceWorker.getRegistration().then((one) => one.update())"
_WAITS = "navigator.serviceWorker.getRegistration().then((one) => !!(one && one.waiting))"
_KEPT = """async () => {
    for (const name of await caches.keys())
        for (const { url } of await (await caches.open(name)).keys())
            if (new URL(url).pathname.startsWith("/static/art/trays-")) return new URL(url).pathname;
    return "";
}"""
_ACTIVE = "async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated'"
_PART = """async ([address, range]) => {
    const whole = await (await fetch(address)).text();
    const answer = await fetch(address, { headers: range ? { Range: range } : {} });
    return [answer.status, answer.headers.get("Content-Range"), await answer.text(), whole];
}"""

_EVENTS = """() => new Promise((told) => {
    const open = indexedDB.open("xiangke");
    open.onsuccess = () => {
        const ask = open.result.transaction("events").objectStore("events").getAll();
        ask.onsuccess = () => { open.result.close(); told(ask.result.map(({ id }) => id)); };
    };
})"""


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documents of the built app in a folder of their own, where a test may put newer ones."""
    folder = tmp_path_factory.mktemp("newer")
    for name in ("app.html", "worker.js", "worker-off.js", "app.webmanifest", "manifest.json", "first.css"):
        shutil.copy(DIST / name, folder)
    for script in DIST.glob("first.*.js"):
        shutil.copy(script, folder)
    (folder / "newer_settings.py").write_text(
        f"from pathlib import Path\nfrom trainingsite.settings import *\nAPP_DIR = Path({str(folder)!r})\n"
    )
    return folder


@pytest.fixture(scope="module")
def site(app: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with a_site(tmp_path_factory.mktemp("worker")) as site:
        site.environment |= {"DJANGO_SETTINGS_MODULE": "newer_settings", "PYTHONPATH": f"{app}:{ROOT}"}
        site.start_web()
        yield site


@pytest.fixture
def page(site: Site, browser: Browser) -> Iterator[Page]:
    """A phone on which lesson, shell and drawings are kept."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="en-GB")
    page = context.new_page()
    page.goto(f"{site.address}/en/ra/ra1/")
    step(page)
    until(lambda: bool(page.evaluate(_KEPT)), what="the drawings")
    until(lambda: bool(page.evaluate(_ACTIVE)), what="the worker")
    yield page
    context.close()


def test_a_newer_app_takes_over_only_once_no_lesson_is_open(site: Site, app: Path, page: Page) -> None:
    page.goto(f"{site.address}/en/ra/ra1/")
    expect(card(page)).to_be_visible()
    other = page.context.new_page()
    other.goto(f"{site.address}/today")
    expect(other.locator(".tabs")).to_be_visible()
    [old] = other.evaluate(_SHELLS)
    version = old.removeprefix("shell-")
    worker = app / "worker.js"
    assert version in worker.read_text()
    worker.write_text(worker.read_text().replace(version, version[::-1]))

    other.evaluate(_UPDATE)
    until(lambda: bool(other.evaluate(_WAITS)), what="the newer worker")
    other.reload()
    expect(other.locator(".tabs")).to_be_visible()
    other.wait_for_load_state("networkidle")
    assert other.evaluate(_WAITS), "it took over while a lesson was open"
    assert old in other.evaluate(_SHELLS)

    page.goto(f"{site.address}/today")
    until(lambda: _opened_again(page) == [f"shell-{version[::-1]}"], what="the newer app to take over")
    expect(other.locator(".tabs")).to_be_visible()


def _opened_again(page: Page) -> list[str]:
    """The shells that are kept some seconds later. Where the older one is still at work, she opens the app once more:
    browsers let a worker finish what pages asked of it, for minutes where a request hangs.
    """
    for _ in range(10):
        try:
            found: list[str] = page.evaluate(_SHELLS)
            if len(found) == 1 and not page.evaluate(_WAITS):
                return found
        except Error:
            pass  # the page is being loaded again
        page.wait_for_timeout(500)
    page.reload()
    expect(page.locator(".tabs")).to_be_visible()
    return []


@pytest.mark.parametrize(
    ("range_asked", "part"),
    [("bytes=0-9", slice(0, 10)), ("bytes=5-", slice(5, None)), ("bytes=-4", slice(-4, None))],
)
def test_a_kept_file_is_given_in_the_part_that_is_asked_for(
    site: Site, page: Page, range_asked: str, part: slice
) -> None:
    page.goto(f"{site.address}/today")
    address = page.evaluate(_KEPT)
    site.kill("web")
    try:
        status, told, given, whole = page.evaluate(_PART, [address, range_asked])
    finally:
        site.start_web()
    first, last, _ = part.indices(len(whole))
    assert (status, given) == (206, whole[part])
    assert told == f"bytes {first}-{last - 1}/{len(whole)}"


def test_a_part_behind_the_end_is_refused_as_http_says(site: Site, page: Page) -> None:
    page.goto(f"{site.address}/today")
    status, told, _, whole = page.evaluate(_PART, [page.evaluate(_KEPT), "bytes=9999999-"])
    assert (status, told) == (416, f"bytes */{len(whole)}")


def test_what_waits_outlives_a_browser_that_throws_away_database_worker_and_files(site: Site, page: Page) -> None:
    page.route("**/api/v1/sync", lambda route: route.abort())
    page.goto(f"{site.address}/en/ra/ra1/")
    answer_card(page, "ra1", "en")
    waiting = page.evaluate("JSON.parse(localStorage['xk.queue']).map(({ id }) => id)")
    who = page.evaluate("JSON.parse(localStorage['xk.me']).learner")
    assert waiting
    assert set(waiting) <= set(page.evaluate(_EVENTS))

    page.goto("about:blank")
    thrown_away = {"origin": site.address, "storageTypes": "indexeddb,cache_storage,service_workers"}
    page.context.new_cdp_session(page).send("Storage.clearDataForOrigin", thrown_away)
    page.unroute("**/api/v1/sync")
    page.goto(f"{site.address}/today")

    expect(page.get_by_text("All sent")).to_be_visible(timeout=60_000)
    assert set(waiting) <= set(page.evaluate(_EVENTS))
    assert page.evaluate("JSON.parse(localStorage['xk.me']).learner") == who
