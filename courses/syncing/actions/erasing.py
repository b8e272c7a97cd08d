"""Erasing a learner's part of syncing, so that her phones hear of it and their digests stay true.

The ids of her events stay, bare, as delivered by the phones that delivered them. But the newest of each phone is left
out: so at its next contact the digest differs, the phone asks, hands that one event over again, is told `gone`, and
lets go of her, even if nothing of hers waits there and somebody else learns on it. Then both agree.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from courses.learning.models import Event
from courses.people.models import Learner
from courses.syncing.models import (
    Admission,
    Delivered,
    Device,
    Erased,
    LockKey,
    Merged,
    OneTimeCode,
    Parked,
    Pass,
    ReadKey,
    RememberedLearner,
)


def lock_phones_of(*learners: UUID) -> dict[UUID, Device]:
    """The devices that handed over events of theirs or may write for them, locked in the order of their ids."""
    hers = Event.objects.filter(learner__in=learners)
    bare = Delivered.objects.filter(event_id__in=hers.values("pk"))
    parked = Parked.objects.filter(learner__in=learners)
    concerned = Q(admissions__learner__in=learners)
    for handed_over in (hers, bare, parked):
        concerned |= Q(pk__in=handed_over.values("device"))
    devices = Device.objects.filter(pk__in=Device.objects.filter(concerned).values("pk"))
    return {device.pk: device for device in devices.select_for_update(no_key=True).order_by("pk")}


@transaction.atomic
def erase_learner(learner: UUID, *, now: datetime) -> None:
    """From now on she is `gone`. Call it while her events are still there, and erase those in the same transaction."""
    devices = lock_phones_of(learner)
    Learner.objects.select_for_update().filter(pk=learner).first()  # what comes now waits, and then finds her gone
    wrote = _ids_by_device(learner)
    known = {*devices, *Device.objects.filter(pk__in=wrote).values_list("pk", flat=True)}
    for device in sorted(known & wrote.keys()):
        rows = [Delivered(device_id=device, event_id=id) for id in wrote[device]]
        Delivered.objects.bulk_create(rows, ignore_conflicts=True)
    for row in devices.values():
        _leave_one_out(row, learner=learner)
    names = [learner, *Merged.objects.filter(learner=learner).values_list("old", flat=True)]
    for name in names:
        Erased.objects.get_or_create(learner=name, defaults={"at": now})
        _parked_of(name).delete()
    for table in (Merged, Admission, ReadKey, LockKey, Pass, OneTimeCode, RememberedLearner):
        table.objects.filter(learner=learner).delete()


def _ids_by_device(learner: UUID) -> Mapping[UUID, Sequence[UUID]]:
    found: defaultdict[UUID, list[UUID]] = defaultdict(list)
    for id, device in Event.objects.filter(learner=learner).order_by("record_seq").values_list("pk", "device"):
        found[device].append(id)
    return found


def _leave_one_out(device: Device, *, learner: UUID) -> None:
    """The newest id of hers that this device delivered, were it parked, counts as not delivered."""
    hers = Event.objects.filter(learner=learner).values("pk")
    parked = Parked.objects.filter(device=device, learner=learner).exclude(event_id=None).values("event_id")
    either = Q(event_id__in=hers) | Q(event_id__in=parked)
    newest = Delivered.objects.filter(either, device=device).order_by("-event_id").first()
    if newest is None:
        return
    newest.delete()
    device.n -= 1
    device.x = UUID(int=device.x.int ^ newest.event_id.int)
    device.save(update_fields=["n", "x"])


def _parked_of(learner: UUID) -> QuerySet[Parked]:
    """What names her, were it in a text that nobody could read. It counts as delivered all the same."""
    return Parked.objects.filter(Q(learner=learner) | Q(raw__icontains=str(learner)) | Q(raw__icontains=learner.hex))
