"""Finding out by id what a phone and the server lack of each other, day by day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from functools import reduce
from operator import xor
from uuid import UUID

from django.db import transaction

from courses.learning.models import Event
from courses.syncing import wire
from courses.syncing.actions.standing import stand
from courses.syncing.models import Delivered

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def reconcile(request: wire.HaveRequest, *, token: str, now: datetime) -> dict[str, list[UUID]]:
    """For every day that differs, all ids this device delivered. Raises WrongToken."""
    with transaction.atomic():
        stand(device=request.device, token=token, learners=[], reads={}, language="", now=now)
        days = _by_day(_delivered(request.device))
    differing = [day for day in {*days, *request.days} if _digest(days.get(day, [])) != _claimed(request.days.get(day))]
    return {day: sorted(days.get(day, [])) for day in sorted(differing)}


def _delivered(device: UUID) -> Iterable[UUID]:
    own = Event.objects.filter(device=device).values_list("pk", flat=True)
    bare = Delivered.objects.filter(device=device).values_list("event_id", flat=True)
    return [*own, *bare]


def _by_day(ids: Iterable[UUID]) -> Mapping[str, list[UUID]]:
    days: dict[str, list[UUID]] = defaultdict(list)
    for id in ids:
        days[day_of(id)].append(id)
    return days


def day_of(id: UUID) -> str:
    """The UTC day in the first 48 bits (milliseconds) of a uuid7. Any other id has some day too, always the same."""
    try:
        return (_EPOCH + timedelta(milliseconds=id.int >> 80)).date().isoformat()
    except OverflowError:
        return "9999-12-31"


def _digest(ids: Iterable[UUID]) -> tuple[int, int]:
    numbers = [id.int for id in ids]
    return len(numbers), reduce(xor, numbers, 0)


def _claimed(digest: wire.Digest | None) -> tuple[int, int]:
    return (digest.n, int(digest.x, 16)) if digest else (0, 0)
