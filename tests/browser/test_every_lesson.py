"""Every lesson of the library, from the first to the last card, without a network: each exercise rightly, and in every
other lesson wrongly before; each practice to its goal."""

from collections import Counter
from collections.abc import Iterator
from typing import Any
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.held import wait_for_app, wait_for_module
from tests.browser.learner import LESSONS, lesson_of, module_of, play
from tests.browser.site import Site, a_site
from tests.languages import LANGUAGES, LOCALES, by_turns
from tests.small_library import CONTENT

pytestmark = pytest.mark.browser

DONE_IN = """async lesson => {
    const open = await new Promise((told) => {
        const asked = indexedDB.open("xiangke");
        asked.onsuccess = () => told(asked.result);
    });
    const all = open.transaction("events").objectStore("events").getAll();
    await new Promise((told) => (all.onsuccess = told));
    open.close();
    return all.result.filter(({item}) => item.split("/")[0] === lesson).map(({kind, body}) => [kind, body]);
}"""


class Phones:
    """A phone of each language for all tests of a process; it holds the modules that were asked for so far."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._pages = dict[str, Page]()
        self._held = set[tuple[str, str]]()

    def with_module(self, site: Site, lesson: str, *, language: str) -> Page:
        page = self._pages.get(language) or self._pages.setdefault(language, self._new(language))
        module = module_of(lesson)
        tools = [card.tool.name for card in lesson_of(lesson, language).cards if card.tool]
        if (module, language) not in self._held:
            page.goto(f"{site.address}/{language}/{module}/{lesson}/")
            wait_for_module(page, module)
            self._held.add((module, language))
        wait_for_app(page, practices=tools)
        return page

    def _new(self, language: str) -> Page:
        phone: Any = {"width": 390, "height": 844}
        context = self._browser.new_context(viewport=phone, locale=LOCALES[language], reduced_motion="reduce")
        return context.new_page()


@pytest.fixture(scope="module")
def whole_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with a_site(tmp_path_factory.mktemp("library"), library=CONTENT) as site:
        yield site


@pytest.fixture
def site(whole_site: Site) -> Site:
    whole_site.serve()
    return whole_site


@pytest.fixture(scope="module")
def phones(browser: Browser) -> Phones:
    return Phones(browser)


@pytest.mark.parametrize("language", LOCALES)
def test_every_first_page_is_within_ten_kilobytes(site: Site, language: str) -> None:
    most = {"br": 10 * 1024, "gzip": 10 * 1024 * 1.15}
    addresses = [f"{site.address}/{language}/{module_of(lesson)}/{lesson}/" for lesson in LESSONS]
    sizes = {(address, encoding): bytes_sent(address, encoding) for address in addresses for encoding in most}
    assert len(sizes) == 2 * 33
    assert {page: size for page, size in sizes.items() if size > most[page[1]]} == {}


def bytes_sent(address: str, encoding: str) -> int:
    with urlopen(Request(address, headers={"Accept-Encoding": encoding})) as answer:
        assert answer.headers["Content-Encoding"] == encoding
        return len(answer.read())


@pytest.mark.parametrize(("lesson", "language"), by_turns(LESSONS))
def test_a_lesson_is_played_from_its_first_card_to_its_last(
    phones: Phones, site: Site, lesson: str, language: str
) -> None:
    page = phones.with_module(site, lesson, language=language)
    site.gate.shut()
    page.goto(f"{site.address}/{language}/{module_of(lesson)}/{lesson}/")
    is_wrong_first = (LESSONS.index(lesson) // 2 + LANGUAGES.index(language)) % 2 == 0
    play(page, lesson, language, is_wrong_first=is_wrong_first)

    written = lesson_of(lesson, language)
    done = page.evaluate(DONE_IN, lesson)
    kinds = Counter(kind for kind, _ in done)
    assert kinds["lesson_finished"] == 1
    assert kinds["answered"] == (1 + is_wrong_first) * len(written.exercises)
    assert kinds["tool_used"] >= sum(card.tool is not None for card in written.cards)
