"""Which phones held a learner, what of hers could not be taken, and whether she was erased."""

from typing import Any
from uuid import UUID

from courses.syncing.models import Admission, Erased, LockKey, Merged, OneTimeCode, Parked, Pass, RememberedLearner


def everything_of(learner: UUID) -> dict[str, Any]:
    """Her phones and what is parked of hers. Keys and tokens are left out: they open doors and say nothing of her."""
    phones = Admission.objects.filter(learner=learner).order_by("at", "pk")
    parked = Parked.objects.filter(learner=learner).order_by("received_at", "pk")
    browsers = RememberedLearner.objects.filter(learner=learner).order_by("at", "pk")
    codes = OneTimeCode.objects.filter(learner=learner).order_by("at", "pk")
    return {
        "phones": list(phones.values("device", "via", "at", "device__app", "device__last_heard_at")),
        "passes": list(Pass.objects.filter(learner=learner).order_by("at", "pk").values("at", "ended_at")),
        "one_time_codes": list(codes.values("at", "expires_at", "used_at")),
        "remembered": list(browsers.values("device", "is_locked", "at", "last_at")),
        "lock_keys": list(LockKey.objects.filter(learner=learner).order_by("at", "pk").values("at")),
        "merged": list(Merged.objects.filter(learner=learner).order_by("at", "pk").values("old", "at")),
        "parked": list(parked.values("event_id", "code", "raw", "received_at", "settled_at", "outcome")),
    }


def erased() -> list[UUID]:
    """The bare ids of everybody who was erased."""
    return list(Erased.objects.values_list("pk", flat=True))


def is_erased(learner: UUID) -> bool:
    return Erased.objects.filter(pk=learner).exists()


def merged_into(learner: UUID) -> UUID | None:
    """For whom counts what is stamped with this id, where two profiles were joined."""
    return Merged.objects.filter(pk=learner).values_list("learner", flat=True).first()
