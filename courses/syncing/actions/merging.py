"""Two profiles of one person: phones that held the one may write and read for the other."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from courses.syncing.models import Admission, LockKey, Merged, OneTimeCode, Parked, Pass, ReadKey, RememberedLearner


@transaction.atomic
def merge_learner(old: UUID, *, into: UUID, now: datetime) -> None:
    """Her part of a merge. From now on what is stamped with `old` counts for `into`; digests stay true, as ids do."""
    theirs = Admission.objects.filter(learner=into).values("device")
    Admission.objects.filter(learner=old, device__in=list(theirs.values_list("device", flat=True))).delete()
    known = list(ReadKey.objects.filter(learner=into).values_list("key_hash", flat=True))
    ReadKey.objects.filter(learner=old, key_hash__in=known).delete()
    if LockKey.objects.filter(learner=into, is_current=True).exists():
        LockKey.objects.filter(learner=old).update(is_current=False)
    _merge_remembered(old, into=into)
    for table in (Admission, ReadKey, LockKey, Pass, OneTimeCode, Merged):
        table.objects.filter(learner=old).update(learner=into)
    Parked.objects.filter(learner=old).update(learner=into)
    Merged.objects.create(old=old, learner_id=into, at=now)


def _merge_remembered(old: UUID, *, into: UUID) -> None:
    """A browser that knew both knows one, and keeps her lock if either had one."""
    known = RememberedLearner.objects.filter(learner=into)
    twice = RememberedLearner.objects.filter(learner=old, browser__in=list(known.values_list("browser", flat=True)))
    known.filter(browser__in=list(twice.filter(is_locked=True).values_list("browser", flat=True))).update(
        is_locked=True
    )
    twice.delete()
    RememberedLearner.objects.filter(learner=old).update(learner=into)
