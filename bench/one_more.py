"""One more event folded with all its rows: the part of `bench.engine` that needs a database; it runs inside Django."""

import json
import statistics
import time
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import msgspec
from django.db import transaction

from courses.learning import actions
from courses.learning.actions import NewEvent
from courses.people.models import Learner
from tests.builders import a_learner
from tests.learned import a_module

MONDAY = datetime(2026, 11, 16, 8, tzinfo=UTC)
EXERCISES = 5
_BATCH = 500


def tell(behind: Sequence[int], *, rounds: int) -> None:
    """Prints, as JSON, the median seconds of one more event for a learner who has so many behind her.

    Rounds of all of them are interleaved, so that a noisy machine disturbs all.
    """
    release = a_module(exercises=EXERCISES)
    learners = [_with_behind(count, release=release) for count in behind]
    taken: list[list[float]] = [[] for _ in behind]
    for more in range(rounds):
        for learner, count, times in zip(learners, behind, taken, strict=True):
            _record(learner, release=release, places=range(count + more, count + more + 1))
            began = time.perf_counter()
            actions.fold_learner(learner.pk)
            times.append(time.perf_counter() - began)
    print(json.dumps([statistics.median(times) for times in taken]))


def _with_behind(count: int, *, release: str) -> Learner:
    learner = a_learner()
    for since in range(0, count, _BATCH):
        _record(learner, release=release, places=range(since, min(count, since + _BATCH)))
    while actions.fold_learner(learner.pk):
        pass
    return learner


@transaction.atomic
def _record(learner: Learner, *, release: str, places: range) -> None:
    events = [_event(learner, release=release, place=place) for place in places]
    actions.record_events(events, now=MONDAY + timedelta(minutes=places[-1]))


def _event(learner: Learner, *, release: str, place: int) -> NewEvent:
    at = MONDAY + timedelta(minutes=place)
    body = {"sitting": str(uuid.UUID(int=1)), "try": place % 3 + 1, "response": place % 3 > 0, "credit": 1}
    return NewEvent(
        id=uuid.uuid4(),
        v=1,
        device=uuid.UUID(int=learner.pk.int),
        seq=place,
        learner=learner.pk,
        kind="answered",
        at=at,
        corrected_at=at,
        sureness=2,
        session=None,
        mono=None,
        module="ra",
        release=release,
        item=f"ra1/q{place % EXERCISES + 1}",
        body=msgspec.Raw(json.dumps(body).encode()),
        fingerprint=place,
    )
