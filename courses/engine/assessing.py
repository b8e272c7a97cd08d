"""Assessments: which exercises a learner is asked, what is right of them, and when she may try again.

Only the server knows these rules: keys never reach a phone, so there is no twin in TypeScript.
"""

import hashlib
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from courses.engine import grading
from courses.engine.format.pools import PoolItem
from courses.engine.format.types import Exercise

DRAWN = 5
TO_PASS = 4


def draw(pool: Sequence[PoolItem], *, seed: str) -> list[str]:
    """The ids of DRAWN exercises (all, where there are fewer), spread over the lessons as evenly as it goes.

    The same seed always draws the same, whatever the order of the pool.
    """
    waiting: dict[str, list[str]] = {}
    for item in sorted(pool, key=lambda item: _lot(seed, item.exercise.id)):
        waiting.setdefault(item.lesson, []).append(item.exercise.id)
    lessons = sorted(waiting, key=lambda lesson: _lot(seed, f"# {lesson}"))
    rounds = itertools.zip_longest(*(waiting[lesson] for lesson in lessons))
    dealt = [item for round_ in rounds for item in round_ if item is not None]
    return sorted(dealt[:DRAWN], key=lambda item: _lot(f"{seed}/order", item))


def _lot(seed: str, name: str) -> bytes:
    return hashlib.sha256(f"{seed}/{name}".encode()).digest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """`credits` is 0 to 1 for each exercise that was asked; only full credit is right."""

    credits: Mapping[str, float]

    @property
    def right(self) -> int:
        return sum(credit == 1 for credit in self.credits.values())

    @property
    def of(self) -> int:
        return len(self.credits)

    @property
    def is_passed(self) -> bool:
        return self.right >= TO_PASS


def outcome(asked: Mapping[str, Sequence[Exercise]], *, responses: Mapping[str, object]) -> Outcome:
    """What a hand-in is worth. `asked`: each exercise drawn, in all its languages; the best of them counts.

    What was not asked is ignored, what was not answered or cannot be an answer earns nothing.
    """
    return Outcome(credits={item: _credit(several, responses.get(item)) for item, several in asked.items()})


def _credit(several: Sequence[Exercise], response: object) -> float:
    return max((_earned(exercise, response) for exercise in several), default=0.0)


def _earned(exercise: Exercise, response: object) -> float:
    try:
        return grading.grade(exercise=exercise, response=response).credit
    except grading.UnusableResponse:
        return 0.0


def again_at(handed_in_at: datetime, *, time_zone: str) -> datetime:
    """When an assessment that was not passed may be tried again: the first moment of her next day, in UTC."""
    zone = ZoneInfo(time_zone)
    tomorrow = handed_in_at.astimezone(zone).date() + timedelta(days=1)
    return datetime.combine(tomorrow, time.min, tzinfo=zone).astimezone(UTC)
