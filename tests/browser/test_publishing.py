"""A trainer publishes an edit while a learner is in the middle of the lesson."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.learner import answer_card, card, finish, step
from tests.browser.site import Site, a_site, signed_in_as_operator, until

pytestmark = pytest.mark.browser

OLD = "She searched for them, and found nothing."
NEW = "She looked for them, and found nothing."


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    with a_site(tmp_path) as site:
        site.start_web()
        site.start_worker()
        yield site


@pytest.mark.takes_long
def test_an_open_lesson_stays_as_it_was_and_the_next_opening_is_new(site: Site, browser: Browser) -> None:
    phone = browser.new_context(viewport={"width": 390, "height": 844}, locale="en-GB").new_page()
    lesson = f"{site.address}/en/ra/ra1/"
    phone.goto(lesson)
    expect(card(phone)).to_contain_text(OLD)
    step(phone)
    answer_card(phone, "ra1", "en")
    until(lambda: is_kept(phone), what="the module on the phone")
    phone.reload()

    office = signed_in_as_operator(site, browser)
    before = catalogue(office, site)
    publish_edit(office, site)
    until(lambda: catalogue(office, site) != before, what="the new release at the server")

    # The phone hears of it, fetches what is new, and goes on with what she began.
    phone.goto(f"{site.address}/")
    until(lambda: phone.evaluate(HAS_TEXT, NEW), what="the new release on the phone")
    phone.goto(lesson)
    expect(phone.locator("#c3.on")).to_be_visible()
    assert OLD in (phone.locator("#c1").text_content() or "")
    finish(phone, "ra1", "en")

    # She looks at it again: now it is the new one, and what she did still counts.
    phone.goto(lesson)
    expect(card(phone)).to_contain_text(NEW)
    phone.goto(f"{site.address}/path")
    expect(phone.get_by_role("listitem").filter(has_text="What happens after")).to_contain_text(
        "Finished, and most answers right"
    )


HAS_TEXT = """(words) => new Promise((tell, fail) => {
    const asked = indexedDB.open("xiangke");
    asked.onerror = () => fail(asked.error);
    asked.onsuccess = () => {
        const all = asked.result.transaction("files").objectStore("files").getAll();
        all.onsuccess = () => {
            asked.result.close();
            tell(all.result.some((file) => typeof file === "string" && file.includes(words)));
        };
    };
})"""


def is_kept(phone: Page) -> bool:
    return bool(
        phone.evaluate("async () => (await indexedDB.databases()).some((each) => each.name === 'xiangke')")
    ) and bool(phone.evaluate(HAS_TEXT, OLD))


def catalogue(page: Page, site: Site) -> str:
    """The hash of what phones are offered."""
    return str(page.request.get(f"{site.address}/api/v1/catalogue?language=en").json()["hash"])


def publish_edit(office: Page, site: Site) -> None:
    """Change the first card's sentence in the editor, and publish it."""
    lesson = "LessonPage.objects.get(slug='ra1', locale__language_code='en')"
    find = f"from courses.authoring.models import LessonPage; print({lesson}.pk)"
    page = site.manage("shell", "--no-imports", "-c", find).strip()
    office.goto(f"{site.address}/office/pages/{page}/edit/")
    words = office.locator("[name=body-0-value-text]")
    words.evaluate("(field, words) => { field.value = field.value.replace(...words); }", [OLD, NEW])
    office.locator("footer .w-dropdown__toggle").click()
    office.locator("[name=action-publish]").click()
    office.wait_for_url(lambda address: "/edit/" not in address)
