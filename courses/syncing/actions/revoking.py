"""A lost phone is blocked: what it sends is kept and does not count, and nothing of hers is shown there any more."""

from datetime import datetime

from django.db import transaction

from courses.people import audit
from courses.people.models import Staff
from courses.syncing.models import Device, Pass, ReadKey

OF_A_PHONE = (ReadKey, Pass)
"""What was made on it and would open records from elsewhere, were it copied."""


@transaction.atomic
def block(device: Device, *, by: Staff, now: datetime) -> None:
    """From now on its events are parked, and keys and passes made on it open nothing. Safe to repeat."""
    if not Device.objects.filter(pk=device.pk, revoked_at=None).update(revoked_at=now):
        return
    for made in OF_A_PHONE:
        made.objects.filter(device=device, ended_at=None).update(ended_at=now)
    audit.note(device, "syncing.block", by=by, now=now)


@transaction.atomic
def let_in_again(device: Device, *, by: Staff, now: datetime) -> None:
    """It was found. What it sent meanwhile stays parked until somebody has it judged again. Safe to repeat."""
    row = Device.objects.select_for_update(no_key=True).get(pk=device.pk)
    if row.revoked_at is None:
        return
    for made in OF_A_PHONE:
        made.objects.filter(device=row, ended_at=row.revoked_at).update(ended_at=None)
    row.revoked_at = None
    row.save(update_fields=["revoked_at"])
    audit.note(row, "syncing.let_in_again", by=by, now=now)
