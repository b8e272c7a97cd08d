"""Phones and what is parked, as staff may see them. Every office page of syncing begins with a `…_seen_by` here."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from courses.engine import devices
from courses.people import queries as people
from courses.people.models import Centre, Learner, Membership, Staff
from courses.syncing.models import SIGN, Admission, Device, Parked


def phones_seen_by(staff: Staff) -> QuerySet[Device]:
    """The phones that hold a learner this person sees; all of them for operators."""
    if people.is_operator(staff):
        return Device.objects.all()
    mine = Admission.objects.filter(device=OuterRef("pk"), learner__in=people.learners_seen_by(staff))
    return Device.objects.filter(Exists(mine))


def parked_seen_by(staff: Staff) -> QuerySet[Parked]:
    """What is about a learner this person sees, and what her phones sent about nobody we know; all for operators.

    The text of a record is somebody's own: that another centre's learner once held the same phone opens it to nobody.
    """
    if people.is_operator(staff):
        return Parked.objects.all()
    hers = Q(learner__in=people.learners_seen_by(staff).values("pk"))
    nobodys = ~Exists(Learner.objects.filter(pk=OuterRef("learner"))) & Q(device__in=phones_seen_by(staff))
    return Parked.objects.filter(hers | nobodys)


def waiting_parked(staff: Staff) -> QuerySet[Parked]:
    """Those of them that nobody has settled yet."""
    return parked_seen_by(staff).filter(settled_at=None)


def may_settle(staff: Staff) -> bool:
    """May have what is parked judged again, and put aside what stays so: managers and operators, of what they see."""
    return people.may_lead(staff)


@dataclass(frozen=True, kw_only=True)
class Phone:
    """One phone. `learners` are those whom the reader sees; `parked` of what she sees.

    How many more it holds: `elsewhere` those of centres that are not hers, `without_centre` those who belong nowhere.

    `clock_error`: how far its clock was ahead of ours at its last sync. `tier` as in `engine.devices`.
    """

    device: Device
    learners: Sequence[Learner]
    elsewhere: int
    without_centre: int
    parked: int
    clock_error: timedelta | None
    tier: int | None

    @property
    def abilities(self) -> Collection[str]:
        return self.device.abilities.split()

    @property
    def was_heard(self) -> bool:
        """False where only a kept copy speaks of it so far."""
        return bool(self.device.token_hash)

    @property
    def has_right_clock(self) -> bool:
        return self.clock_error is not None and devices.is_clock_right(self.clock_error)


def phones(staff: Staff, *, among: QuerySet[Device]) -> list[Phone]:
    """These phones as this person may see them: those with parked records first, then the longest silent."""
    rows = list(among)
    held = _learners_of(rows, staff=staff)
    others = _others_of(rows, staff=staff)
    parked = dict(
        waiting_parked(staff).filter(device__in=rows).values_list("device").annotate(rows=Count("pk")).order_by()
    )
    found = [_phone(row, learners=held[row.pk], others=others[row.pk], parked=parked.get(row.pk, 0)) for row in rows]
    return sorted(found, key=_urgency)


def _learners_of(rows: Sequence[Device], *, staff: Staff) -> dict[UUID, list[Learner]]:
    held: dict[UUID, list[Learner]] = {row.pk: [] for row in rows}
    seen = people.learners_seen_by(staff)
    admissions = Admission.objects.filter(device__in=rows, learner__in=seen).select_related("learner")
    for admission in admissions.order_by("at", "pk"):
        held[admission.device_id].append(admission.learner)
    return held


def _others_of(rows: Sequence[Device], *, staff: Staff) -> dict[UUID, Counter[bool]]:
    """By phone how many the reader does not see, by whether they belong to a centre."""
    others: dict[UUID, Counter[bool]] = {row.pk: Counter() for row in rows}
    unseen = Admission.objects.filter(device__in=rows).exclude(learner__in=people.learners_seen_by(staff).values("pk"))
    belongs = Exists(Membership.objects.filter(learner=OuterRef("learner"), until_at=None))
    counted = unseen.annotate(belongs=belongs).values_list("device", "belongs").annotate(people=Count("pk")).order_by()
    for device, belongs_somewhere, people_there in counted:
        others[device][belongs_somewhere] = people_there
    return others


def _phone(row: Device, *, learners: Sequence[Learner], others: Mapping[bool, int], parked: int) -> Phone:
    return Phone(
        device=row,
        learners=learners,
        elsewhere=others[True],
        without_centre=others[False],
        parked=parked,
        clock_error=devices.clock_error(device_at=row.met_device_at, server_at=row.met_server_at),
        tier=devices.tier(app=row.app, abilities=row.abilities.split()),
    )


def _urgency(phone: Phone) -> tuple[bool, datetime]:
    return devices.urgency(parked=phone.parked, heard_at=phone.device.last_heard_at)


def phones_of(learner: Learner, *, staff: Staff) -> list[Phone]:
    """The phones that hold this learner."""
    held = phones_seen_by(staff).filter(admissions__learner=learner)
    return phones(staff, among=held)


def phones_found(text: str, *, staff: Staff) -> QuerySet[Device]:
    """Those of the phones seen whose sign is `text`, or that hold somebody seen whose nickname has it in it."""
    hers = people.learners_seen_by(staff).filter(nickname__icontains=text)
    holds_her = Exists(Admission.objects.filter(device=OuterRef("pk"), learner__in=hers.values("pk")))
    fits = Q(holds_her)
    if len(text) == SIGN:
        fits |= Q(pk__iendswith=text)
    return phones_seen_by(staff).filter(fits)


def phones_of_centre(centre: Centre, *, staff: Staff) -> QuerySet[Device]:
    """Those of the phones seen that hold somebody who belongs to the centre now."""
    here = Membership.objects.filter(centre=centre, until_at=None).values("learner")
    return phones_seen_by(staff).filter(Exists(Admission.objects.filter(device=OuterRef("pk"), learner__in=here)))
