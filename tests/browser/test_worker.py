"""The service worker in a real browser: when a newer app takes over, and how a kept file is given in parts."""

import hashlib
import json
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from tests.browser.gate import Break
from tests.browser.held import kept
from tests.browser.learner import answer_card, card, step
from tests.browser.site import Site, a_site, says, until
from tests.browser.test_two_tabs import answers, opens
from trainingsite.bootstrap import ROOT

pytestmark = pytest.mark.browser

DIST = ROOT / "static" / "dist"
_SHELLS = "caches.keys().then((names) => names.filter((name) => name.startsWith('shell-')))"
_UPDATE = "navigator.serviceWorker.getRegistration().then((one) => one && one.update())"
_WAITS = "navigator.serviceWorker.getRegistration().then((one) => !!(one && one.waiting))"
_KEPT = """async () => {
    for (const name of await caches.keys())
        for (const { url } of await (await caches.open(name)).keys())
            if (new URL(url).pathname.startsWith("/static/art/trays-")) return new URL(url).pathname;
    return "";
}"""
_ACTIVE = "async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated'"
_IS_INSTALLING = "navigator.serviceWorker.getRegistration().then((one) => !!(one && one.installing))"
_IN_SHELLS = """async () => {
    const paths = [];
    for (const name of await caches.keys())
        if (name.startsWith("shell-"))
            for (const { url } of await (await caches.open(name)).keys()) paths.push(new URL(url).pathname);
    return paths;
}"""
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


def a_late_file() -> str:
    """The largest of the newest app's rooms: none of them is among the first to come."""
    rows: list[dict[str, Any]] = json.loads((DIST / "manifest.json").read_text())["shell"]
    rooms = [row for row in rows if row["part"].startswith("views.") and row["path"].endswith(".js")]
    return str(max(rooms, key=lambda row: row["bytes"])["path"])


def test_an_install_that_was_cut_goes_on_and_fetches_no_file_twice(site: Site, browser: Browser) -> None:
    late = a_late_file()
    site.gate.breaks[late] = Break(after=2000, then="cut")
    page = browser.new_context(locale="en-GB").new_page()
    page.goto(f"{site.address}/en/ra/ra1/")
    until(lambda: not site.gate.breaks and not page.evaluate(_IS_INSTALLING), what="the install to be cut")
    came = [path for path in page.evaluate(_IN_SHELLS) if path != "/app"]  # the first page asks for that one itself
    assert len(came) > 5
    assert late not in came

    site.gate.count_anew()
    page.reload()
    until(lambda: bool(page.evaluate(_ACTIVE)), what="the worker")
    assert late in page.evaluate(_IN_SHELLS)
    assert {path: site.gate.asked[path] for path in came} == dict.fromkeys(came, 0)
    page.context.close()


def test_a_wrong_answer_is_asked_for_once_more_past_what_the_browser_kept(site: Site, browser: Browser) -> None:
    late = a_late_file()
    page = browser.new_context(locale="en-GB").new_page()
    site.gate.count_anew()
    site.gate.forged[late] = 1
    page.goto(f"{site.address}/en/ra/ra1/")
    until(lambda: bool(page.evaluate(_ACTIVE)), what="the worker")
    assert late in page.evaluate(_IN_SHELLS)
    assert site.gate.asked[late] == 2
    page.context.close()


def test_an_app_that_comes_wrong_twice_is_not_taken_and_the_running_one_goes_on_until_the_next_start(
    site: Site, app: Path, page: Page
) -> None:
    page.goto(f"{site.address}/today")
    expect(page.locator(".tabs")).to_be_visible()
    page.wait_for_load_state("networkidle")  # the app has looked for a newer one by itself
    newer = put_newer_app(app, instead_of=page.evaluate(_SHELLS)[0].removeprefix("shell-"))
    site.gate.count_anew()
    site.gate.forged["/app"] = 2

    page.evaluate(_UPDATE)
    until(lambda: site.gate.asked["/app"] == 2 and not page.evaluate(_IS_INSTALLING), what="the install to stop")
    assert not page.evaluate(_WAITS)
    page.context.set_offline(True)
    page.reload()
    page.get_by_role("link", name="Library", exact=True).click()
    expect(page.get_by_role("heading", name="Library")).to_be_visible()
    assert page.evaluate(_ACTIVE)

    page.context.set_offline(False)
    page.goto(f"{site.address}/today")
    until(lambda: _opened_again(page) == [newer], what="the newer app to take over")


def test_the_kill_switch_takes_the_app_away_and_nothing_she_did_and_the_app_comes_back(
    site: Site, app: Path, page: Page
) -> None:
    opens(page, site, "ra1")
    page.route("**/api/v1/sync", lambda route: route.abort())
    answers(page, "ra1")
    place, done, pictures = page.locator("header .count").inner_text(), page.evaluate(_EVENTS), page.evaluate(_KEPT)
    waiting = page.evaluate("localStorage['xk.queue']")
    assert kept(page, "waiting")
    page.goto(f"{site.address}/today")
    expect(page.locator(".tabs")).to_be_visible()
    (switch := site.data / "worker-off").touch()
    try:
        until(lambda: _is_taken_away(page), what="the app to be taken away")
        page.goto(f"{site.address}/today")
        page.get_by_role("link", name="Go on").click()
        expect(page.locator("header .count")).to_have_text(place)
        assert page.evaluate(_EVENTS) == done
        assert page.evaluate("localStorage['xk.queue']") == waiting
        assert page.evaluate(_KEPT) == pictures, "what was paid for stays"
    finally:
        switch.unlink()

    page.unroute("**/api/v1/sync")
    page.goto(f"{site.address}/today")
    until(lambda: "/app" in page.evaluate(_IN_SHELLS) and not page.evaluate(_IS_INSTALLING), what="the app's files")
    page.reload()  # as any newer app, it takes over at the next start
    until(lambda: _is_back(page), what="the app")
    until(lambda: not kept(page, "waiting"), what="all to be sent")
    page.context.set_offline(True)
    page.goto(f"{site.address}/en/ra/ra1/")
    expect(page.locator("header .count")).to_have_text(place)
    assert page.evaluate(_EVENTS) == done


def _is_back(page: Page) -> bool:
    try:
        is_settled = page.evaluate(_ACTIVE) and not page.evaluate(_IS_INSTALLING) and not page.evaluate(_WAITS)
        return bool(is_settled) and "/app" in page.evaluate(_IN_SHELLS)
    except Error:
        return False  # the page is being loaded again


def _is_taken_away(page: Page) -> bool:
    """Asks again each time: what meets a question on its way gets the answer to that one, which was asked before."""
    try:
        page.evaluate(_UPDATE)
        return bool(page.evaluate(_SHELLS) == [])
    except Error:
        return False  # the page is being loaded again


def put_newer_app(app: Path, *, instead_of: str) -> str:
    """Its document ends with the name of its shell, which is returned; every other file is as it was."""
    document, worker = app / "app.html", app / "worker.js"
    newer = f"shell-{instead_of[::-1]}"
    text, newest = document.read_bytes(), document.read_bytes() + f"<!--{newer}-->".encode()
    changed = worker.read_text()
    for old, new in ((_beginning(text), _beginning(newest)), (instead_of, instead_of[::-1])):
        assert old in changed
        changed = changed.replace(old, new)
    document.write_bytes(newest)
    worker.write_text(changed)
    return newer


def _beginning(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


def test_a_newer_app_takes_over_only_once_no_lesson_is_open(site: Site, app: Path, page: Page) -> None:
    site.gate.count_anew()
    other, old, newer = a_newer_app_waits(site, app, page)
    fetched = {path for path in site.gate.asked if path == "/app" or path.startswith("/static/")}
    assert fetched == {"/app"}, "what had not changed was there"
    other.reload()
    expect(other.locator(".tabs")).to_be_visible()
    other.wait_for_load_state("networkidle")
    assert other.evaluate(_WAITS), "it took over while a lesson was open"
    assert old in other.evaluate(_SHELLS)
    answer_card(page, "ra1", "en")
    place = page.locator("header .count").inner_text()
    done = page.evaluate(_EVENTS)

    page.goto(f"{site.address}/today")
    assert_both_are_newer(page, other, newer)
    page.goto(f"{site.address}/en/ra/ra1/")
    expect(page.locator("header .count")).to_have_text(place)
    assert page.evaluate(_EVENTS) == done


def a_newer_app_waits(site: Site, app: Path, page: Page) -> tuple[Page, str, str]:
    """For the lesson in `page` to be closed. Returns another page of the app, the shell at work and the newer one."""
    page.goto(f"{site.address}/en/ra/ra1/")
    expect(card(page)).to_be_visible()
    other = page.context.new_page()
    other.goto(f"{site.address}/today")
    expect(other.locator(".tabs")).to_be_visible()
    [old] = other.evaluate(_SHELLS)
    newer = put_newer_app(app, instead_of=old.removeprefix("shell-"))
    other.evaluate(_UPDATE)
    until(lambda: bool(other.evaluate(_WAITS)), what="the newer worker")
    return other, old, newer


def assert_both_are_newer(page: Page, other: Page, newer: str) -> None:
    until(lambda: _opened_again(page) == [newer], what="the newer app to take over")
    for tab in (page, other):
        expect(tab.locator(".tabs")).to_be_visible()
        until(partial(says, tab, f"document.lastChild.data === '{newer}'"), what="the newer page")


def _opened_again(page: Page) -> list[str]:
    """The shells that are kept some seconds later. Where the older one is still at work, she opens the app once more:
    what came while it was open takes over at its next start.
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


def test_a_kept_file_is_given_in_the_part_that_is_asked_for(site: Site, page: Page) -> None:
    page.goto(f"{site.address}/today")
    address = page.evaluate(_KEPT)
    page.context.set_offline(True)
    for asked, part in (("0-9", slice(0, 10)), ("5-", slice(5, None)), ("-4", slice(-4, None))):
        status, told, given, whole = page.evaluate(_PART, [address, f"bytes={asked}"])
        first, last, _ = part.indices(len(whole))
        assert (status, given) == (206, whole[part])
        assert told == f"bytes {first}-{last - 1}/{len(whole)}"


def test_a_part_behind_the_end_is_refused_as_http_says(site: Site, page: Page) -> None:
    page.goto(f"{site.address}/today")
    status, told, _, whole = page.evaluate(_PART, [page.evaluate(_KEPT), "bytes=9999999-"])
    assert (status, told) == (416, f"bytes */{len(whole)}")


def test_what_waits_outlives_a_browser_that_throws_away_database_worker_and_files(site: Site, page: Page) -> None:
    opens(page, site, "ra1")
    sent = answers(page, "ra1").removeprefix("ra1/")
    page.goto(f"{site.address}/me")
    page.get_by_label("Your name here").fill("Xiulan")
    page.get_by_role("button", name="Save", exact=True).click()
    until(lambda: not kept(page, "waiting"), what="answer and name to be sent")
    opens(page, site, "ra1")
    page.route("**/api/v1/sync", lambda route: route.abort())
    waiting = set[str]()
    while not waiting:  # she may stand on the card again that she answered last
        answers(page, "ra1")
        waiting = set(page.evaluate("JSON.parse(localStorage['xk.queue']).map(({ id }) => id)"))
    who = page.evaluate("JSON.parse(localStorage['xk.me']).learner")
    assert waiting <= set(page.evaluate(_EVENTS))

    page.goto("about:blank")
    thrown_away = {"origin": site.address, "storageTypes": "indexeddb,cache_storage,service_workers"}
    page.context.new_cdp_session(page).send("Storage.clearDataForOrigin", thrown_away)
    page.unroute("**/api/v1/sync")
    page.goto(f"{site.address}/today")

    expect(page.get_by_text("All sent")).to_be_visible(timeout=60_000)
    expect(page.get_by_role("heading", name="Hello, Xiulan")).to_be_visible()
    assert waiting <= set(page.evaluate(_EVENTS))
    assert page.evaluate("JSON.parse(localStorage['xk.me']).learner") == who
    [lesson] = kept(page, "progress")
    assert f"{sent}@1" in lesson["server"]["right"], "what had been sent comes back from the server"
