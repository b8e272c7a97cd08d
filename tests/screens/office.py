"""Takes every screen of the office, in both languages and at both sizes, into docs/screenshots/office/.

    .venv/bin/python -m tests.screens.office --site http://localhost:8000 --data var

takes them from a site that was started with `up --demo --data var`; from one without the demo it takes the operator's
first steps. `--only NAME` takes the screens whose name has that in it, `--language en` one language, `--dark` the dark
ones, `--out FOLDER` puts them elsewhere.
"""

# ruff: noqa: PLC0415 - Django is set up for that site's folder before its models can be imported

import argparse
import json
import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import django
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.screens.camera import small
from trainingsite.parts import chromium

if TYPE_CHECKING:
    from courses.people.models import Learner

SCREENSHOTS = Path(__file__).resolve().parent.parent.parent / "docs" / "screenshots"
SIZES = ((390, 844), (1280, 800))
LANGUAGES = {"en": "en", "zh-hans": "zh"}
QUIET = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
TRAINER, MANAGER, OPERATOR, NEW, EMPTY = "demo-trainer-a", "demo-manager-a", "operator", "screens-new", "screens-empty"

SUBMIT = ".x-form button[type=submit]"


@dataclass(frozen=True, kw_only=True)
class Screen:
    """One picture: its name, who is signed in ("" for nobody), the address below /office/.

    `first` is done before the page is opened. Then `fill` is written into fields (by selector), `files` are chosen and
    `taps` are tapped, in this order.
    """

    name: str
    who: str
    path: str
    first: Callable[[], None] = lambda: None
    fill: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    taps: Sequence[str] = ()


def screens(language: str) -> list[Screen]:
    """All of them, with things of the demo site; without the demo, what the operator sees first."""
    from courses.people.models import Staff

    if Staff.objects.filter(username=TRAINER).exists():
        return demo_screens(language)
    return [Screen(name="welcome", who=OPERATOR, path="")]


def demo_screens(language: str) -> list[Screen]:
    from courses.authoring.models import LessonPage
    from courses.people.models import JoinCode, Learner, Staff
    from courses.syncing.models import Parked

    trainer = Staff.objects.get(username=TRAINER)
    centre = trainer.roles.get().centre
    assert centre is not None
    learner, other = Learner.objects.filter(memberships__centre=centre, memberships__until_at=None).order_by("pk")[:2]
    hers = f"people/{learner.pk}/"
    code = JoinCode.objects.filter(group__centre=centre).order_by("pk")[0]
    lesson = LessonPage.objects.get(lesson_id="ra1", locale__language_code=language)
    editor = f"pages/{lesson.pk}/edit/"
    phone = f"phones/{Parked.objects.order_by('pk')[0].device_id}/"
    take, copy = {"[name=file]": str(_kept_copy())}, [SUBMIT]
    return [
        Screen(name="sign-in", who="", path="login/"),
        Screen(name="own-password", who=NEW, path="own-password/"),
        Screen(name="overview-empty", who=EMPTY, path=""),
        Screen(name="overview", who=MANAGER, path="", first=_put_all_aside),
        Screen(name="people", who=MANAGER, path="people/"),
        Screen(name="people-nobody", who=MANAGER, path="people/?q=x"),
        Screen(name="learner", who=MANAGER, path=hers),
        Screen(name="move", who=MANAGER, path=f"{hers}move/"),
        Screen(name="lock", who=TRAINER, path=f"{hers}lock/", fill={"#id_digits": "123 456"}, taps=[SUBMIT]),
        Screen(name="one-time-code", who=TRAINER, path=hers, taps=[f'form[action$="{hers}code/"] button']),
        Screen(name="pass", who=TRAINER, path=hers, taps=[f'form[action$="{hers}pass/"] button']),
        Screen(name="same-person", who=TRAINER, path=f"{hers}same/"),
        Screen(name="same-both", who=TRAINER, path=f"{hers}same/{other.pk}/"),
        Screen(name="proofs", who=TRAINER, path=f"{hers}proofs/", first=partial(_sign_for, learner)),
        Screen(name="sign", who=TRAINER, path=f"{hers}proofs/sign/"),
        Screen(name="erase", who=MANAGER, path=f"{hers}erase/"),
        Screen(name="groups", who=TRAINER, path="people/groups/"),
        Screen(name="group", who=TRAINER, path=f"people/groups/{code.group_id}/"),
        Screen(name="poster", who=TRAINER, path=f"people/codes/{code.pk}/poster/"),
        Screen(name="villages", who=TRAINER, path="people/villages/"),
        Screen(name="staff", who=MANAGER, path="people/staff/"),
        Screen(name="colleague", who=MANAGER, path=f"people/staff/{trainer.pk}/"),
        Screen(name="invite", who=MANAGER, path="people/staff/invite/"),
        Screen(name="invite-refused", who=MANAGER, path="people/staff/invite/", taps=[SUBMIT]),
        Screen(name="invited", who=MANAGER, path="people/staff/invite/", fill={"#id_name": "Li Wen"}, taps=[SUBMIT]),
        Screen(name="places", who=OPERATOR, path="people/places/"),
        Screen(name="phones", who=MANAGER, path="phones/", first=_park_some),
        Screen(name="phone", who=MANAGER, path=phone),
        Screen(name="lost", who=TRAINER, path=f"{phone}lost/"),
        Screen(name="wrong-name", who=TRAINER, path=f"{phone}wrong-name/"),
        Screen(name="parked", who=MANAGER, path="phones/parked/"),
        Screen(name="parked-settled", who=TRAINER, path="phones/parked/?settled=yes"),
        Screen(name="copy", who=TRAINER, path="phones/copy/"),
        Screen(name="copy-taken", who=TRAINER, path="phones/copy/", files=take, taps=copy),
        Screen(name="modules", who=TRAINER, path="modules/"),
        Screen(name="editor", who=TRAINER, path=editor),
        Screen(name="editor-preview", who=TRAINER, path=editor, taps=['[data-side-panel-toggle="preview"]']),
        Screen(name="reminders", who=TRAINER, path="reminders/", first=_list_reminders),
        Screen(name="account", who=TRAINER, path="account/"),
        Screen(name="second-factor", who=OPERATOR, path="account/second-factor/"),
        Screen(name="not-found", who=TRAINER, path="people/groups/999999/"),
    ]


def prepare() -> None:
    """Two people whom the demo has not: one with a one-time password, one whose centre is still empty."""
    from django.utils import timezone

    from courses.people.actions import staff as people
    from courses.people.models import Centre, County, Role, Staff, StaffRole

    Staff.objects.filter(username=OPERATOR).update(password_once=False)
    if not Staff.objects.filter(username=TRAINER).exists():
        return
    centre, _ = Centre.objects.get_or_create(name="新桥镇创业中心", county=County.objects.order_by("pk")[0])
    for name in (NEW, EMPTY):
        person, _ = Staff.objects.get_or_create(username=name, defaults={"first_name": "Li Wen"})
        StaffRole.objects.get_or_create(staff=person, role=Role.MANAGER, centre=centre)
        people.keep_groups_in_step(person)
    _park_some()
    _give_lock_keys()
    Staff.objects.filter(username=NEW).update(password_once=True, last_login=timezone.now())


def _list_reminders() -> None:
    """Two people whom the trainer should tell something; the worker soon drops what is not true of them."""
    from django.utils import timezone

    from courses.people.models import Learner, Staff
    from courses.reminders.models import ChannelKey, Reason, Reminder

    centre = Staff.objects.get(username=TRAINER).roles.get().centre
    learners = Learner.objects.filter(memberships__centre=centre, memberships__until_at=None).exclude(nickname="")
    asked = [(Reason.STOPPED, "ra/ra2"), (Reason.LESSONS_WAIT, "")]
    for learner, (reason, lesson) in zip(learners.order_by("pk"), asked, strict=False):
        Reminder.objects.update_or_create(
            learner=learner,
            reason=reason,
            period="screens",
            channel=ChannelKey.TRAINER_LIST,
            defaults={
                "lesson": lesson,
                "state": Reminder.State.LISTED,
                "due_at": timezone.now(),
                "created_at": timezone.now(),
            },
        )


def _sign_for(learner: "Learner") -> None:
    """The trainer saw her do it, yesterday."""
    from django.utils import timezone

    from courses.learning import actions, queries
    from courses.people.models import Staff

    if not queries.standings_of(learner.pk):
        now, trainer = timezone.now(), Staff.objects.get(username=TRAINER)
        yesterday, zone = (now - timedelta(days=1)).date(), "Asia/Shanghai"
        actions.sign(learner, module="ra", seen_date=yesterday, by=trainer, time_zone=zone, now=now)


def _park_some() -> None:
    """Four records that a phone of the centre sent and the site could not take, one of them put aside."""
    from django.utils import timezone

    from courses.people.models import Staff
    from courses.syncing.models import Admission, Device, Parked

    centre = Staff.objects.get(username=TRAINER).roles.get().centre
    held = Admission.objects.filter(learner__memberships__centre=centre, learner__memberships__until_at=None)
    phone, neighbour = held.order_by("pk")[:2]
    Admission.objects.get_or_create(
        device_id=phone.device_id, learner_id=neighbour.learner_id, defaults={"via": "code", "at": neighbour.at}
    )
    now = timezone.now()
    Device.objects.filter(pk=phone.device_id).update(
        abilities="worker gzip", met_device_at=now + timedelta(hours=3, minutes=12), met_server_at=now, waiting=4
    )
    for code, outcome in (("not-your-learner", ""), ("unknown-kind", ""), ("unreadable", ""), ("bad-body", "aside")):
        Parked.objects.update_or_create(
            device_id=phone.device_id,
            raw_hash=f"screens-{code}",
            defaults={
                "learner": phone.learner_id,
                "code": code,
                "raw": _event(phone.device_id, learner=phone.learner_id, is_whole=code != "unreadable"),
                "received_at": now,
                "settled_at": now if outcome else None,
                "outcome": outcome,
            },
        )


def _put_all_aside() -> None:
    """A usual day: nothing is parked."""
    from django.utils import timezone

    from courses.syncing.models import Parked

    Parked.objects.filter(settled_at=None).update(settled_at=timezone.now(), outcome="aside")


def _give_lock_keys() -> None:
    """As if a phone of each had asked for one."""
    from django.utils import timezone

    from courses.people.models import Learner
    from courses.syncing.actions import lock_key

    for learner in Learner.objects.order_by("pk"):
        lock_key(learner.pk, now=timezone.now())


def _event(device: UUID, *, learner: UUID, is_whole: bool = True) -> str:
    """One that a phone might write, or its beginning."""
    ids = {"id": str(uuid4()), "device": str(device), "learner": str(learner), "release": "a1b2", "module": "ra"}
    rest = {"v": 1, "seq": 9001, "kind": "taught", "at": "2026-11-21T10:15:00.000Z", "item": "ra1", "body": {}}
    text = json.dumps(ids | rest)
    return text if is_whole else text[:120]


def _kept_copy() -> Path:
    """The file of a phone that could not send: two records, one of them damaged, and one that was lost."""
    from courses.syncing.models import Admission, Parked

    parked = Parked.objects.order_by("pk")[0]
    learner = Admission.objects.filter(device=parked.device).order_by("pk")[0].learner_id
    head = {"copy": 1, "device": str(parked.device_id), "app": "x", "now": "2026-11-22T04:00:00.000Z", "events": 3}
    lines = [json.dumps(head), *(_event(parked.device_id, learner=learner, is_whole=whole) for whole in (True, False))]
    path = Path(tempfile.mkdtemp()) / "xiangke-2026-11-22.txt"
    path.write_text("\n".join(lines))
    return path


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
    prepare()
    given.out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
        for language in given.language or LANGUAGES:
            for screen in [one for one in screens(language) if given.only in one.name]:
                for size in SIZES:
                    png = taken(browser, screen, site=given.site, language=language, size=size, is_dark=given.dark)
                    name = f"{screen.name}-{LANGUAGES[language]}-{size[0]}{'-dark' if given.dark else ''}.png"
                    (given.out / name).write_bytes(small(png))
        browser.close()


if __name__ == "__main__":
    main()
