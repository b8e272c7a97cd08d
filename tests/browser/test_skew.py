"""The server has a newer app than the page that stands open: late files of the old app still come, and where they are
gone for good the page is loaded anew when nothing can be lost by it. Real builds, made while phones look on."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.held import kept, wait_for_app, wait_for_module
from tests.browser.learner import card
from tests.browser.site import Site, a_site, says, until
from tests.browser.test_app_library import begin
from tests.browser.test_two_tabs import answers
from tests.built_app import an_app, build, newest_files, rewrite
from trainingsite.bootstrap import ROOT

pytestmark = pytest.mark.browser

_UPDATE = "navigator.serviceWorker.getRegistration().then((one) => one.update())"
_WAITS = "navigator.serviceWorker.getRegistration().then((one) => !!(one && one.waiting))"
_LESSON_IS_OPEN = "void navigator.locks.request('xk-lesson', { mode: 'shared' }, () => new Promise(() => 0))"
_TAKE_OVER = "navigator.serviceWorker.getRegistration().then((one) => one.waiting.postMessage('activate'))"
_LATE_FILE = "(path) => import(path).then(() => 'came', () => 'away')"


@pytest.fixture(scope="module")
def static(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sources and the build of an app of its own."""
    return an_app(tmp_path_factory.mktemp("skew"))


@pytest.fixture(scope="module")
def site(static: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    (static.parent / "skewed_settings.py").write_text(
        "from pathlib import Path\nfrom trainingsite.settings import *\n"
        f"APP_DIR = Path({str(static / 'dist')!r})\nSTATICFILES_DIRS = [APP_DIR]\n"
    )
    with a_site(tmp_path_factory.mktemp("skewed")) as site:
        site.environment |= {"DJANGO_SETTINGS_MODULE": "skewed_settings", "PYTHONPATH": f"{static.parent}:{ROOT}"}
        site.start_web()
        yield site


def a_page(browser: Browser, site: Site, *, has_worker: bool) -> Page:
    """Today, in the app that is the newest now."""
    context = browser.new_context(locale="en-GB", service_workers="allow" if has_worker else "block")
    page = context.new_page()
    begin(page, site)
    wait_for_module(page, "ra")
    if has_worker:
        wait_for_app(page)
        page.reload()  # from here on the worker answers this page
        expect(page.locator(".tabs")).to_be_visible()
    page.evaluate("window.isTheSame = true")
    return page


def is_the_same(page: Page) -> bool:
    """It was not loaded anew, nor is it being so."""
    return says(page, "window.isTheSame === true")


def update(static: Path) -> tuple[str, str]:
    """A newer app: the library asks something in other words. The old words and the new ones."""
    source = "app/text/library.en.ts"
    found = re.search(r'rate: "(.+?)"', (static / source).read_text())
    assert found
    newer = f"{found[1]} And since when?"
    rewrite(static, source, found[1], newer)
    build(static)
    return found[1], newer


def late_file_before(static: Path) -> str:
    """A late file of the app before the newest."""
    newest = newest_files(static)
    older = [path for path in (static / "dist" / "app").glob("library.en-*.js") if path not in newest]
    return f"/static/app/{max(older, key=lambda path: path.stat().st_mtime_ns).name}"


def a_year_passes(static: Path, site: Site) -> str:
    """Only the newest app is kept. A late file of the one before."""
    app, newest, gone = static / "dist" / "app", newest_files(static), late_file_before(static)
    for path in set(app.glob("*.js")) - newest:
        for ending in ("", ".br", ".gz"):
            path.with_name(path.name + ending).unlink()
    site.kill("web")
    site.start_web()
    return gone


def opens_library(page: Page) -> None:
    page.get_by_role("link", name="Library", exact=True).click()


def test_an_old_page_gets_old_files_and_a_new_page_new_ones(site: Site, static: Path, browser: Browser) -> None:
    """Nobody started the server anew; the files are served as soon as they are there."""
    without, beside = (a_page(browser, site, has_worker=has_worker) for has_worker in (False, True))
    beside.evaluate(_LESSON_IS_OPEN)
    old, new = update(static)
    beside.evaluate(_UPDATE)
    until(lambda: bool(beside.evaluate(_WAITS)), what="the newer worker")

    beside.context.set_offline(True)
    for page in (without, beside):
        opens_library(page)
        expect(page.get_by_text(old, exact=True)).to_be_visible()
        assert is_the_same(page)

    beside.context.set_offline(False)
    for page in (without, beside):
        page.reload()
        expect(page.get_by_text(new, exact=True)).to_be_visible(timeout=60_000)
        page.context.close()


def newer_app_takes_over_late(page: Page, static: Path) -> str:
    """As where a browser let it wait for minutes after it was told, and she went on. The newer app's words."""
    _, new = update(static)
    page.evaluate(_UPDATE)
    until(lambda: bool(page.evaluate(_WAITS)), what="the newer worker")
    page.evaluate(_TAKE_OVER)
    until(lambda: not page.evaluate(_WAITS), what="the newer worker to take over")
    return new


def opens_lesson(page: Page, site: Site) -> None:
    page.goto(f"{site.address}/path")
    page.get_by_role("link", name="Begin").click()
    expect(card(page)).to_be_visible()
    page.evaluate("window.isTheSame = true")


def learns_on_and_finds_the_newer_app_after_the_lesson(page: Page, new: str) -> None:
    """Her card and all she did are as they were."""
    answers(page, "ra1")
    place, done = page.locator("header .count").inner_text(), kept(page, "events")
    assert is_the_same(page), "it was loaded anew while she learned"
    page.go_back()
    until(lambda: not is_the_same(page), what="the newer app")
    opens_library(page)
    expect(page.get_by_text(new, exact=True)).to_be_visible()
    page.get_by_role("link", name="Path").click()
    page.get_by_role("link", name="Go on").first.click()
    expect(page.locator("header .count")).to_have_text(place)
    assert kept(page, "events") == done


def test_a_newer_app_that_takes_over_late_leaves_an_open_lesson_as_it_is(
    site: Site, static: Path, browser: Browser
) -> None:
    page = a_page(browser, site, has_worker=True)
    opens_lesson(page, site)
    new = newer_app_takes_over_late(page, static)

    page.context.set_offline(True)
    assert page.evaluate(_LATE_FILE, late_file_before(static)) == "came"
    learns_on_and_finds_the_newer_app_after_the_lesson(page, new)
    page.context.close()


def test_a_newer_app_waits_while_she_writes(site: Site, static: Path, browser: Browser) -> None:
    page = a_page(browser, site, has_worker=True)
    page.get_by_role("link", name="Me", exact=True).click()
    name = page.get_by_label("Your name here")
    name.fill("Xiu")
    newer_app_takes_over_late(page, static)
    name.press_sequentially("lan")
    page.wait_for_timeout(2_000)
    assert is_the_same(page)
    expect(name).to_have_value("Xiulan")
    page.get_by_role("button", name="Save", exact=True).click()
    until(lambda: not is_the_same(page), what="the newer app")
    expect(page.get_by_label("Your name here")).to_have_value("Xiulan")
    page.context.close()


def test_a_page_whose_files_are_gone_is_loaded_anew_but_not_while_a_lesson_is_open(
    site: Site, static: Path, browser: Browser
) -> None:
    page = a_page(browser, site, has_worker=False)
    lesson = page.context.new_page()
    opens_lesson(lesson, site)
    _, new = update(static)
    late_file = a_year_passes(static, site)

    assert lesson.evaluate(_LATE_FILE, late_file) == "away"
    opens_library(page)
    expect(page.get_by_text(new, exact=True)).to_be_visible()
    assert not is_the_same(page)

    learns_on_and_finds_the_newer_app_after_the_lesson(lesson, new)
    page.context.close()
