"""Typed builders: one plain call makes what a test needs; what it does not say gets a likely value.

Each builder makes what it stands on (a group makes its centre). They write rows as they would stand in a grown
database; tests of an action call the action.
"""

import hashlib
import itertools
import uuid
from datetime import UTC, datetime, timedelta

from courses.asking.models import Attachment, Question
from courses.learning.models import Certificate, Signature, Way
from courses.people import actions
from courses.people.models import (
    Centre,
    Contact,
    County,
    Group,
    Invitation,
    JoinCode,
    Learner,
    Membership,
    Role,
    Staff,
    StaffRole,
    Village,
)
from courses.people.queries import SINCE_EVER
from courses.reminders.models import ChannelKey, Reason, Reminder
from courses.syncing.models import Admission, Device, Parked

LONG_AGO = datetime(2026, 3, 1, 1, 0, tzinfo=UTC)
_more = itertools.count(1)


def _another(word: str) -> str:
    return f"{word} {next(_more)}"


def a_county(*, name: str | None = None) -> County:
    return County.objects.create(name=name or _another("County"))


def a_centre(
    *,
    name: str | None = None,
    county: County | None = None,
    is_default: bool = False,
    time_zone: str = "Asia/Shanghai",
) -> Centre:
    return Centre.objects.create(
        county=county or a_county(),
        name=name or _another("Centre"),
        is_default=is_default,
        time_zone=time_zone,
    )


def a_village(*, name: str | None = None, centre: Centre | None = None) -> Village:
    return Village.objects.create(centre=centre or a_centre(), name=name or _another("Village"))


def a_group(*, name: str | None = None, centre: Centre | None = None, created_at: datetime = LONG_AGO) -> Group:
    return Group.objects.create(centre=centre or a_centre(), name=name or _another("Group"), created_at=created_at)


def a_join_code(
    *,
    code: str | None = None,
    group: Group | None = None,
    seats: int | None = None,
    created_at: datetime = LONG_AGO,
    expires_at: datetime | None = None,
) -> JoinCode:
    return JoinCode.objects.create(
        code=code or f"CQDE{next(_more):04d}".replace("0", "X").replace("1", "Y"),
        group=group or a_group(),
        seats=seats,
        created_at=created_at,
        expires_at=expires_at or created_at + timedelta(days=366),
    )


def a_learner(
    *,
    learner: uuid.UUID | None = None,
    nickname: str = "",
    language: str = "zh-hans",
    centre: Centre | None = None,
    group: Group | None = None,
    village: Village | None = None,
    created_at: datetime = LONG_AGO,
    from_at: datetime = SINCE_EVER,
) -> Learner:
    """A learner; in a centre (that of the group or village, if one is given) since `from_at`, or nowhere yet."""
    person = Learner.objects.create(
        pk=learner or uuid.uuid4(), nickname=nickname, language=language, created_at=created_at
    )
    home = centre or (group and group.centre) or (village and village.centre)
    if home:
        a_membership(learner=person, centre=home, group=group, village=village, from_at=from_at)
    return person


def a_membership(
    *,
    learner: Learner,
    centre: Centre,
    group: Group | None = None,
    village: Village | None = None,
    from_at: datetime = SINCE_EVER,
    until_at: datetime | None = None,
) -> Membership:
    return Membership.objects.create(
        learner=learner, centre=centre, group=group, village=village, from_at=from_at, until_at=until_at
    )


def a_staff_member(
    *,
    username: str | None = None,
    role: str | None = Role.MANAGER,
    centre: Centre | None = None,
    county: County | None = None,
    language: str = "en",
) -> Staff:
    """Somebody of the staff with one role (None: none), in Wagtail's groups as the role says."""
    staff = Staff.objects.create(username=username or _another("staff"), language=language)
    actions.set_language(staff, language=language)
    if role is not None:
        place = None if role == Role.OPERATOR or county else (centre or a_centre())
        StaffRole.objects.create(staff=staff, role=role, centre=place, county=county)
        actions.keep_groups_in_step(staff)
    return staff


def a_contact(*, learner: Learner, kind: str = "phone", value: str = "13900139000") -> Contact:
    return Contact.objects.create(learner=learner, kind=kind, value=value, consent_at=LONG_AGO)


def an_invitation(
    *, centre: Centre, invited_by: Staff, role: str = Role.TRAINER, created_at: datetime = LONG_AGO
) -> Invitation:
    """An open invitation; nobody knows its token."""
    return Invitation.objects.create(
        email="somebody@example.org",
        name=_another("Somebody"),
        role=role,
        centre=centre,
        token_hash=_another("hash"),
        invited_by=invited_by,
        created_at=created_at,
        expires_at=created_at + timedelta(days=3660),
    )


def a_reminder(
    *,
    learner: Learner,
    reason: str = Reason.STOPPED,
    channel: str = ChannelKey.TRAINER_LIST,
    due_at: datetime = LONG_AGO,
) -> Reminder:
    return Reminder.objects.create(
        learner=learner,
        reason=reason,
        channel=channel,
        period=_another("period"),
        lesson="ra/ra1",
        due_at=due_at,
        created_at=due_at,
    )


def a_signature(*, learner: Learner, by: Staff, module: str = "ra", signed_at: datetime = LONG_AGO) -> Signature:
    return Signature.objects.create(
        learner=learner, module=module, seen_date=signed_at.date(), by=by, signed_at=signed_at
    )


def a_certificate(*, learner: Learner, module: str = "ra", way: str = Way.TRAINER) -> Certificate:
    """One that stands and has no name yet."""
    says = {
        "en": {"title": "How products are ranked", "can": ["I can name six kinds of signals."]},
        "zh-hans": {"title": "平台排序的秘密", "can": ["我能说出排序看的六样。"]},
    }
    code = f"CERT{next(_more):06d}"
    return Certificate.objects.create(code=code, learner=learner, module=module, way=way, says=says, earned_at=LONG_AGO)


def a_device(*, learner: Learner | None = None, last_heard_at: datetime = LONG_AGO) -> Device:
    """A phone that holds this learner and has called once, with a clock that is right."""
    device = Device.objects.create(
        pk=uuid.uuid4(),
        token_hash=hashlib.sha256(uuid.uuid4().bytes).hexdigest(),
        app="test",
        x=uuid.UUID(int=0),
        waiting=0,
        met_device_at=last_heard_at,
        met_server_at=last_heard_at,
        created_at=LONG_AGO,
        last_heard_at=last_heard_at,
    )
    if learner:
        Admission.objects.create(device=device, learner=learner, via="first", at=LONG_AGO)
    return device


def a_parked_record(
    *, device: Device, learner: uuid.UUID | None = None, code: str = "not-your-learner", raw: str | None = None
) -> Parked:
    """Something that phone sent and nobody could take, about this learner (None: it does not say)."""
    text = raw or f'{{"id":"{uuid.uuid4()}","learner":"{learner}"}}'
    return Parked.objects.create(
        device=device,
        learner=learner,
        code=code,
        raw=text,
        raw_hash=hashlib.sha256(text.encode()).hexdigest(),
        received_at=LONG_AGO,
    )


def a_question(
    *,
    learner: Learner,
    text: str = "Is this mould?",
    asked_at: datetime = LONG_AGO,
    lesson: str = "",
    sureness: int = 1,
) -> Question:
    """One that came; nobody answered it."""
    return Question.objects.create(
        pk=uuid.uuid4(),
        learner=learner,
        device=uuid.uuid4(),
        asked_at=asked_at,
        sureness=sureness,
        module="ra" if lesson else "",
        lesson=lesson,
        text=text,
    )


def an_attachment(
    *,
    question: Question,
    type: str = "image/jpeg",
    state: str = Attachment.State.READY,
    original: bytes = b"as it came",
    shown: bytes = b"as it is shown",
) -> Attachment:
    """One that hangs on it; the bytes stand for a photo or a note and are none."""
    is_photo, is_here = type.startswith("image/"), state != Attachment.State.WAITS
    is_ready = state == Attachment.State.READY
    return Attachment.objects.create(
        pk=uuid.uuid4(),
        event=question.pk,
        learner=question.learner_id,
        device=question.device,
        sha256=hashlib.sha256(original).hexdigest(),
        bytes=len(original),
        type=type,
        state=state,
        named_at=question.asked_at,
        stored_at=question.asked_at if is_here else None,
        original=original if is_here else None,
        shown=shown if is_ready else None,
        shown_type=("image/webp" if is_photo else "audio/mp4") if is_ready else "",
        width=40 if is_photo else None,
        height=30 if is_photo else None,
        seconds=None if is_photo else 12,
    )
