"""Every people page in a real Chromium: axe finds nothing, none is wider than the phone, and nothing is cut."""

from datetime import datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from courses.authoring.actions import compile_waiting, load_library
from courses.authoring.models import AssessmentPage, LessonPage
from courses.people import actions
from courses.people.models import Staff
from tests.cast import Cast, the_cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

AXE = Path(settings.BASE_DIR) / "static" / "node_modules" / "axe-core" / "axe.min.js"
# Left out: the sections of the lesson editor's blocks. Wagtail names each by its type, so two cards have one name.
FIND = """options => axe.run(options).then(found => found.violations
    .filter(v => v.id !== 'landmark-unique' || !v.nodes.every(n => String(n.target[0]).startsWith('#block-')))
    .map(v => v.id + ' ' + v.nodes.map(n => n.target).join()))"""

RULES: dict[str, dict[str, list[str]]] = {"light": {}, "dark": {"runOnly": ["color-contrast"]}}
"""Night changes colours and nothing else."""
BUILT = "() => document.querySelector('#wagtail-sidebar')?.childElementCount !== 0"
"""Where there is a menu, it stands."""
CUT = """() => [...document.querySelectorAll("main :is(input, textarea, select, button, audio, img)")]
    .filter(each => each.checkVisibility() && each.getBoundingClientRect().right > innerWidth + 1
        && !each.closest(".form-side, #page-edit-form"))
    .map(each => each.outerHTML.slice(0, 80))"""
"""What cannot be reached to its end; of our pages, not of Wagtail's editor. A page that hides it is no wider for it."""
AT_ONCE = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("*, *::before, *::after { transition: none !important; animation: none !important }");
    document.adoptedStyleSheets.push(sheet);
}"""
"""No colour is ever on its way from day to night."""


_ALL = slice(None)
looked_at = pytest.mark.parametrize(
    ("language", "width", "which"),
    [
        pytest.param("en", 390, slice(0, None, 2), id="en-390"),
        pytest.param("zh-hans", 390, slice(1, None, 2), id="zh-hans-390"),
        *(
            pytest.param(language, width, _ALL, id=f"{language}-{width}-all", marks=pytest.mark.long)
            for language, width in [("en", 390), ("zh-hans", 390), ("en", 1280), ("zh-hans", 1280)]
        ),
    ],
)
"""Each page on a phone, where room is scarcest, in one language, by turns; with `--long` in both, and wide too."""


def pages(cast: Cast) -> list[str]:
    """Each page of the people office, with things of centre A."""
    learner, group = f"people/{cast.learner_a.pk}/", f"people/groups/{cast.group_a.pk}/"
    staff = f"people/staff/{cast.trainer_a.pk}/"
    return [
        *("", f"?whom=centre-{cast.centre_a.pk}", "people/villages/", f"{learner}lock/", "reports/site-history/"),
        *("people/", f"people/?group={cast.group_a.pk}", learner, f"{learner}move/", f"{learner}about/"),
        *(f"{learner}contact/", "people/groups/", "people/groups/new/", group, f"{group}edit/", f"{group}code/"),
        *(f"people/codes/{cast.code_a.pk}/poster/", "people/villages/new/"),
        *(f"people/villages/{cast.village_a.pk}/", "people/places/", "people/places/county/new/"),
        *(f"people/places/centre/{cast.centre_a.pk}/", "people/staff/", "people/staff/invite/"),
        *(f"{learner}proofs/", f"{learner}proofs/sign/", f"people/{cast.learner_b.pk}/proofs/"),
        *(
            staff,
            f"{staff}role/",
            f"{staff}second-factor/",
            "account/",
            "account/second-factor/",
            "people/groups/999999/",
        ),
    ]


def open_office(browser: Browser, *, server: LiveServer, staff: Staff, width: int) -> Page:
    """A window in which this member of staff is signed in."""
    client = Client()
    client.force_login(staff)
    context = browser.new_context(viewport={"width": width, "height": 844})
    cookie = client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": cookie, "url": f"{server.url}/office/"}])
    return context.new_page()


def faults(page: Page, address: str, *, width: int) -> list[str]:
    """What axe finds on this page by day and by night, and whether it has to be pushed sideways."""
    answer = page.goto(address)
    assert answer is not None and answer.status in (200, 404), address
    return faults_here(page, width=width)


def faults_here(page: Page, *, width: int) -> list[str]:
    """The same of the page that stands open."""
    page.wait_for_function(BUILT)
    page.evaluate(AT_ONCE)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = []
    for colours, rules in RULES.items():
        page.emulate_media(color_scheme=colours)  # type: ignore[arg-type]
        found += [f"{colours}: {fault}" for fault in page.evaluate(FIND, rules)]
    found += [f"cut by the edge of the screen: {cut}" for cut in page.evaluate(CUT)]
    is_wide = int(page.evaluate("document.documentElement.scrollWidth")) > width
    return [*found, "wider than the screen"] if is_wide else found


def of_lessons(preview: LessonPage) -> list[str]:
    """The rest of the office: overview, reminders, modules, the editor, the phone beside it, photos."""
    module = preview.get_parent().pk
    return [
        *("", "reminders/", "modules/", "modules/facts/", "images/", "images/add/", "people/?q=x"),
        *(f"pages/{preview.pk}/unpublish/", f"pages/{preview.pk}/history/"),
        *(f"pages/{preview.pk}/edit/", f"pages/{preview.pk}/view_draft/", f"pages/add/courses/lessonpage/{module}/"),
        f"pages/{AssessmentPage.objects.child_of(preview.get_parent()).get().pk}/edit/",
    ]


@looked_at
def test_every_page_of_lessons_is_readable_by_everybody(
    browser: Browser, live_server: LiveServer, language: str, width: int, which: slice, now: datetime
) -> None:
    cast = the_cast(language=language)
    load_library(Path(settings.CONTENT_DIR), now=now)
    compile_waiting(now=now)
    lesson = LessonPage.objects.get(lesson_id="ra1", locale__language_code=language)
    page = open_office(browser, server=live_server, staff=cast.trainer_a, width=width)

    wrong = {
        path: found
        for path in of_lessons(lesson)[which]
        if (found := faults(page, f"{live_server.url}/office/{path}", width=width))
    }

    page.context.close()
    assert wrong == {}


@looked_at
def test_every_people_page_is_readable_by_everybody(
    browser: Browser, live_server: LiveServer, language: str, width: int, which: slice
) -> None:
    cast = the_cast(language=language)
    page = open_office(browser, server=live_server, staff=cast.operator, width=width)

    wrong = {
        path: found
        for path in pages(cast)[which]
        if (found := faults(page, f"{live_server.url}/office/{path}", width=width))
    }

    page.context.close()
    assert wrong == {}


def test_the_pages_before_signing_in_are_readable_by_everybody(browser: Browser, live_server: LiveServer) -> None:
    cast = the_cast()
    now = cast.invitation_a.created_at
    _, token = actions.invite_staff(
        email="a@example.org",
        name="Li Wen",
        role="trainer",
        centre=cast.centre_a,
        by=cast.manager_a,
        now=now.replace(year=now.year + 5),
    )
    page = browser.new_page(viewport={"width": 390, "height": 844})

    wrong = {
        path: found
        for path in ("login/", f"invitation/{token}/", "invitation/no-such-token/")
        if (found := faults(page, f"{live_server.url}/office/{path}", width=390))
    }

    page.close()
    assert wrong == {}
