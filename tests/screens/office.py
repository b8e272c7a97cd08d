"""Takes every screen of the office, in both languages and at both sizes, into docs/screenshots/office/.

    .venv/bin/python -m tests.screens.office --site http://localhost:8000 --data var

takes them from a site that was started with `up --demo --data var`; from one without the demo it takes the operator's
first steps. `--only NAME` takes the screens whose name has that in it, `--language en` one language, `--dark` the dark
ones, `--out FOLDER` puts them elsewhere.
"""

# ruff: noqa: PLC0415 - Django is set up for that site's folder before its models can be imported

import argparse
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import django
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.screens import office_scenes as scenes
from tests.screens.camera import small
from trainingsite.parts import chromium

SCREENSHOTS = Path(__file__).resolve().parent.parent.parent / "docs" / "screenshots"
PHONE, COMPUTER = (390, 844), (1280, 800)
SIZES = (PHONE, COMPUTER)
LANGUAGES = {"en": "en", "zh-hans": "zh"}
QUIET = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
COUNTY, MANAGER, TRAINER, OPERATOR = "demo-county", "demo-manager-a", scenes.TRAINER, scenes.OPERATOR

TWO_STEPS = "account/second-factor/"
SUBMIT = ".x-form button[type=submit]"


@dataclass(frozen=True, kw_only=True)
class Screen:
    """One picture: its name, who is signed in ("" for nobody), the address below /office/.

    `first` is done before the page is opened. Then `fill` is written into fields (by selector), `files` are chosen,
    `taps` are tapped and `then` is done, in this order.
    """

    name: str
    who: str
    path: str
    first: Callable[[], None] = lambda: None
    fill: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    taps: Sequence[str] = ()
    then: Callable[[Page], None] = lambda page: None
    sizes: Sequence[tuple[int, int]] = SIZES


def screens(language: str) -> list[Screen]:
    """All of them, with things of the demo site; without the demo, what the operator sees first."""
    from courses.people.models import Staff

    if Staff.objects.filter(username=TRAINER).exists():
        return demo_screens(language)
    return [Screen(name="welcome", who=OPERATOR, path="")]


def demo_screens(language: str) -> list[Screen]:
    return [*_arriving(language), *_people(), *_places(), *_phones(), *_lessons(language)]


def _arriving(language: str) -> list[Screen]:
    wrong = {"[name=username]": "li-wen", "[name=password]": "wrong"}
    careful = partial(scenes.second_factor, is_on=False)
    return [
        Screen(name="sign-in", who="", path="login/"),
        Screen(name="sign-in-refused", who="", path="login/", fill=wrong, taps=[".login-form [type=submit]"]),
        Screen(name="own-password", who=scenes.NEW, path="own-password/"),
        Screen(name="invitation", who="", path=f"invitation/{scenes.invitation(language)}/"),
        Screen(name="invitation-gone", who="", path="invitation/none/"),
        Screen(name="overview-empty", who=scenes.EMPTY, path=""),
        Screen(name="overview", who=MANAGER, path="", first=scenes.put_all_aside),
        Screen(name="county", who=COUNTY, path="", first=scenes.put_all_aside),
        Screen(name="menu", who=TRAINER, path="", taps=["#wagtail-sidebar button"], sizes=[PHONE]),
        Screen(name="account", who=TRAINER, path="account/"),
        Screen(name="second-factor", who=OPERATOR, path="account/second-factor/"),
        Screen(name="recovery-codes", who=scenes.CAREFUL, path=TWO_STEPS, first=careful, then=scenes.type_the_code),
        Screen(name="second-step", who=scenes.CAREFUL, path="", first=partial(scenes.second_factor, is_on=True)),
        Screen(name="not-found", who=TRAINER, path="people/groups/999999/"),
    ]


def _people() -> list[Screen]:
    from courses.people.models import Learner

    learner, other = Learner.objects.filter(memberships__centre=scenes.centre(), memberships__until_at=None).order_by(
        "pk"
    )[:2]
    hers = f"people/{learner.pk}/"
    return [
        Screen(name="people", who=MANAGER, path="people/"),
        Screen(name="people-nobody", who=MANAGER, path="people/?q=x"),
        Screen(name="learner", who=MANAGER, path=hers),
        Screen(name="learner-data", who=MANAGER, path=hers, then=partial(_down_to, what="[aria-labelledby=her-data]")),
        Screen(name="move", who=MANAGER, path=f"{hers}move/"),
        Screen(name="about", who=MANAGER, path=f"{hers}about/"),
        Screen(name="contact", who=MANAGER, path=f"{hers}contact/"),
        Screen(name="lock", who=TRAINER, path=f"{hers}lock/", fill={"#id_digits": "123 456"}, taps=[SUBMIT]),
        Screen(name="one-time-code", who=TRAINER, path=hers, taps=[f'form[action$="{hers}code/"] button']),
        Screen(name="pass", who=TRAINER, path=hers, taps=[f'form[action$="{hers}pass/"] button']),
        Screen(name="same-person", who=TRAINER, path=f"{hers}same/"),
        Screen(name="same-both", who=TRAINER, path=f"{hers}same/{other.pk}/"),
        Screen(name="proofs", who=TRAINER, path=f"{hers}proofs/", first=partial(scenes.sign_for, learner)),
        Screen(name="sign", who=TRAINER, path=f"{hers}proofs/sign/"),
        Screen(name="erase", who=MANAGER, path=f"{hers}erase/"),
        Screen(name="reminders", who=TRAINER, path="reminders/", first=scenes.list_reminders),
        *_questions(),
    ]


def _questions() -> list[Screen]:
    from courses.asking.models import Question

    asked = f"people/{Question.objects.order_by('asked_at')[0].learner_id}/"
    hers = partial(_down_to, what="[aria-labelledby=her-questions]")
    return [
        Screen(name="questions", who=TRAINER, path="questions/"),
        Screen(name="questions-answered", who=TRAINER, path="questions/?answered=yes"),
        Screen(name="learner-questions", who=TRAINER, path=asked, then=hers),
    ]


def _places() -> list[Screen]:
    from courses.people.models import JoinCode, Staff

    trainer = Staff.objects.get(username=TRAINER)
    code = JoinCode.objects.filter(group__centre=scenes.centre()).order_by("pk")[0]
    group, colleague = f"people/groups/{code.group_id}/", f"people/staff/{trainer.pk}/"
    invite, name = "people/staff/invite/", {"#id_name": "Li Wen"}
    return [
        Screen(name="groups", who=TRAINER, path="people/groups/"),
        Screen(name="group", who=TRAINER, path=group),
        Screen(name="group-new", who=TRAINER, path="people/groups/new/"),
        Screen(name="group-change", who=TRAINER, path=f"{group}edit/"),
        Screen(name="code-new", who=TRAINER, path=f"{group}code/"),
        Screen(name="poster", who=TRAINER, path=f"people/codes/{code.pk}/poster/"),
        Screen(name="villages", who=TRAINER, path="people/villages/"),
        Screen(name="village-new", who=TRAINER, path="people/villages/new/"),
        Screen(name="staff", who=MANAGER, path="people/staff/", first=scenes.withdraw_invitations),
        Screen(name="colleague", who=MANAGER, path=colleague),
        Screen(name="role", who=MANAGER, path=f"{colleague}role/"),
        Screen(name="second-factor-reset", who=OPERATOR, path=f"{colleague}second-factor/"),
        Screen(name="invite", who=MANAGER, path=invite),
        Screen(name="invite-refused", who=MANAGER, path=invite, taps=[SUBMIT]),
        Screen(name="invited", who=MANAGER, path=invite, fill=name, taps=[SUBMIT]),
        Screen(name="places", who=OPERATOR, path="people/places/"),
        Screen(name="county-new", who=OPERATOR, path="people/places/county/new/"),
        Screen(name="centre", who=OPERATOR, path=f"people/places/centre/{scenes.centre().pk}/"),
        Screen(name="site-history", who=OPERATOR, path="reports/site-history/"),
    ]


def _phones() -> list[Screen]:
    from courses.syncing.models import Parked

    phone = f"phones/{Parked.objects.order_by('pk')[0].device_id}/"
    take = {"[name=file]": str(scenes.kept_copy())}
    return [
        Screen(name="phones", who=MANAGER, path="phones/", first=scenes.park_some),
        Screen(name="phones-none-found", who=MANAGER, path="phones/?q=zzz"),
        Screen(name="phone", who=MANAGER, path=phone),
        Screen(name="lost", who=TRAINER, path=f"{phone}lost/"),
        Screen(name="phone-lost", who=MANAGER, path=f"phones/{scenes.lost_phone()}/"),
        Screen(name="wrong-name", who=TRAINER, path=f"{phone}wrong-name/"),
        Screen(name="parked", who=MANAGER, path="phones/parked/"),
        Screen(name="parked-settled", who=TRAINER, path="phones/parked/?settled=yes"),
        Screen(name="copy", who=TRAINER, path="phones/copy/"),
        Screen(name="copy-taken", who=TRAINER, path="phones/copy/", files=take, taps=[SUBMIT]),
    ]


def _lessons(language: str) -> list[Screen]:
    from courses.authoring.models import AssessmentPage, LessonPage

    lesson = LessonPage.objects.get(lesson_id="ra1", locale__language_code=language)
    module = lesson.get_parent()
    assessment = AssessmentPage.objects.child_of(module).get()
    page, preview = f"pages/{lesson.pk}/", ['[data-side-panel-toggle="preview"]']
    menu = ["footer [data-w-dropdown-target=toggle]"]
    return [
        Screen(name="modules", who=TRAINER, path="modules/"),
        Screen(name="numbers", who=TRAINER, path="modules/facts/"),
        Screen(name="editor", who=TRAINER, path=f"{page}edit/"),
        Screen(name="editor-preview", who=TRAINER, path=f"{page}edit/", taps=preview),
        Screen(name="editor-menu", who=TRAINER, path=f"{page}edit/", taps=menu),
        Screen(name="published", who=TRAINER, path=f"{page}edit/", taps=[*menu, "[name=action-publish]"]),
        Screen(name="unpublish", who=TRAINER, path=f"{page}unpublish/"),
        Screen(name="lesson-history", who=TRAINER, path=f"{page}history/"),
        Screen(name="lesson-new", who=TRAINER, path=f"pages/add/courses/lessonpage/{module.pk}/"),
        Screen(name="assessment", who=TRAINER, path=f"pages/{assessment.pk}/edit/"),
        Screen(name="photos", who=TRAINER, path="images/"),
        Screen(name="photo-new", who=TRAINER, path="images/add/"),
    ]


def _down_to(page: Page, *, what: str) -> None:
    page.locator(what).evaluate("panel => panel.scrollIntoView()")


def signed_in(context: BrowserContext, *, who: str, site: str, language: str) -> None:
    from django.test import Client

    from courses.people import actions
    from courses.people.models import Staff

    staff = Staff.objects.get(username=who)
    actions.set_language(staff, language=language)
    client = Client()
    client.force_login(staff)
    cookie = client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": cookie, "url": f"{site}/office/"}])


def taken(browser: Browser, screen: Screen, *, site: str, language: str, size: tuple[int, int], is_dark: bool) -> bytes:
    """The picture as PNG, of the first screenful."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if is_dark else "light",
        locale="zh-CN" if language == "zh-hans" else "en",
        reduced_motion="reduce",
    )
    if screen.who:
        signed_in(context, who=screen.who, site=site, language=language)
    screen.first()
    page = context.new_page()
    page.goto(f"{site}/office/{screen.path}", wait_until="networkidle")
    for where, words in screen.fill.items():
        page.locator(where).fill(words)
    for where, file in screen.files.items():
        page.locator(where).set_input_files(file)
    for what in screen.taps:
        page.locator(what).first.click()
        page.wait_for_load_state("networkidle")
        if "preview" in what:
            page.wait_for_timeout(4000)  # it draws itself when the editor has been read
    screen.then(page)
    page.wait_for_timeout(400)  # until the menu has moved away
    picture = page.screenshot()
    context.close()
    return picture


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--data", required=True, help="the folder of the demo site that runs")
    asked.add_argument("--site", required=True, help="its address")
    asked.add_argument("--only", default="")
    asked.add_argument("--language", choices=LANGUAGES, action="append", help="one of them; else both")
    asked.add_argument("--out", type=Path, default=SCREENSHOTS / "office")
    asked.add_argument("--dark", action="store_true")
    given = asked.parse_args()
    os.environ |= {"XIANGKE_DATA": given.data, "DJANGO_SETTINGS_MODULE": "trainingsite.settings"}
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright keeps an event loop in this thread
    django.setup()
    scenes.prepare()
    given.out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
        for language in given.language or LANGUAGES:
            for screen in [one for one in screens(language) if given.only in one.name]:
                for size in screen.sizes:
                    png = taken(browser, screen, site=given.site, language=language, size=size, is_dark=given.dark)
                    name = f"{screen.name}-{LANGUAGES[language]}-{size[0]}{'-dark' if given.dark else ''}.png"
                    (given.out / name).write_bytes(small(png))
        browser.close()


if __name__ == "__main__":
    main()
