"""What a fresh demo has not, made for the pictures of the office; Django is set up before any of it is called."""

# ruff: noqa: PLC0415 - Django is set up for that site's folder before its models can be imported

import json
import tempfile
from base64 import b32decode
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from playwright.sync_api import Page

if TYPE_CHECKING:
    from courses.people.models import Centre, Learner

TRAINER, OPERATOR = "demo-trainer-a", "operator"
NEW, EMPTY, CAREFUL = "screens-new", "screens-empty", "screens-careful"


def prepare() -> None:
    """People whom the demo has not: one with a one-time password, one whose centre is empty, one with two steps."""
    from django.utils import timezone

    from courses.people.actions import staff as people
    from courses.people.models import Centre, County, Role, Staff, StaffRole

    Staff.objects.filter(username=OPERATOR).update(password_once=False)
    if not Staff.objects.filter(username=TRAINER).exists():
        return
    empty, _ = Centre.objects.get_or_create(name="新桥镇创业中心", county=County.objects.order_by("pk")[0])
    for name in (NEW, EMPTY, CAREFUL):
        person, _ = Staff.objects.get_or_create(username=name, defaults={"first_name": "Li Wen"})
        StaffRole.objects.get_or_create(staff=person, role=Role.MANAGER, centre=empty)
        people.keep_groups_in_step(person)
    park_some()
    _give_lock_keys()
    Staff.objects.filter(username=NEW).update(password_once=True, last_login=timezone.now())


def centre() -> "Centre":
    """The one of the trainer."""
    from courses.people.models import Staff

    here = Staff.objects.get(username=TRAINER).roles.get().centre
    assert here is not None
    return here


def second_factor(*, is_on: bool) -> None:
    from django.utils import timezone

    from courses.people import actions, queries
    from courses.people.models import Staff
    from tests.people.test_second_factor import SECRET, code_at

    now, careful = timezone.now(), Staff.objects.get(username=CAREFUL)
    if queries.second_factor_of(careful):
        actions.reset_second_factor(careful, by=Staff.objects.get(username=OPERATOR), now=now)
    if is_on:
        actions.turn_on_second_factor(careful, secret=SECRET, code=code_at(now), now=now)


def type_the_code(page: Page) -> None:
    """What an authenticator app shows for the key on this page."""
    from django.utils import timezone

    from tests.people.test_second_factor import code_at

    secret = b32decode(page.inner_text("code").replace(" ", "")).hex()
    page.locator("#main [name=code]").fill(code_at(timezone.now(), secret=secret))
    page.locator("#main [name=code]").press("Enter")
    page.wait_for_load_state("networkidle")


def invitation(language: str) -> str:
    """The token of a link that is still good."""
    from django.utils import timezone

    from courses.people import actions
    from courses.people.models import Role, Staff

    by, now = Staff.objects.get(username=OPERATOR), timezone.now()
    _, token = actions.invite_staff(
        name="Li Wen", role=Role.TRAINER, centre=centre(), language=language, by=by, now=now
    )
    return token


def withdraw_invitations() -> None:
    from courses.people.models import Invitation

    Invitation.objects.all().delete()


def lost_phone() -> UUID:
    """One of the centre that was lost; `phone` is another."""
    from django.utils import timezone

    from courses.people.models import Staff
    from courses.syncing import actions
    from courses.syncing.models import Admission

    held = Admission.objects.filter(learner__memberships__centre=centre(), learner__memberships__until_at=None)
    device = held.order_by("pk")[4].device
    actions.block(device, by=Staff.objects.get(username=TRAINER), now=timezone.now())
    return device.pk


def list_reminders() -> None:
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


def sign_for(learner: "Learner") -> None:
    """The trainer saw her do it, yesterday."""
    from django.utils import timezone

    from courses.learning import actions, queries
    from courses.people.models import Staff

    if not queries.standings_of(learner.pk):
        now, trainer = timezone.now(), Staff.objects.get(username=TRAINER)
        yesterday, zone = (now - timedelta(days=1)).date(), "Asia/Shanghai"
        actions.sign(learner, module="ra", seen_date=yesterday, by=trainer, time_zone=zone, now=now)


def park_some() -> None:
    """Four records that a phone of the centre sent and the site could not take, one of them put aside."""
    from django.utils import timezone

    from courses.syncing.models import Admission, Device, Parked

    held = Admission.objects.filter(learner__memberships__centre=centre(), learner__memberships__until_at=None)
    phone, neighbour = held.order_by("pk")[:2]
    Parked.objects.exclude(raw_hash__startswith="screens-").delete()
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


def put_all_aside() -> None:
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


def kept_copy() -> Path:
    """The file of a phone that could not send: two records, one of them damaged, and one that was lost."""
    from courses.syncing.models import Admission, Parked

    parked = Parked.objects.order_by("pk")[0]
    learner = Admission.objects.filter(device=parked.device).order_by("pk")[0].learner_id
    head = {"copy": 1, "device": str(parked.device_id), "app": "x", "now": "2026-11-22T04:00:00.000Z", "events": 3}
    lines = [json.dumps(head), *(_event(parked.device_id, learner=learner, is_whole=whole) for whole in (True, False))]
    path = Path(tempfile.mkdtemp()) / "xiangke-2026-11-22.txt"
    path.write_text("\n".join(lines))
    return path
