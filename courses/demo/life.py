"""When each person learns, and what: her weeks as a list of visits, worked out before anything is written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Literal
from zoneinfo import ZoneInfo

from courses.demo.cast import STEP_DAYS, Person

SHANGHAI = ZoneInfo("Asia/Shanghai")
HOURS = ((6, 30), (12, 15), (17, 40), (19, 5))
FIRST_SKILL = {"steady": 0.5, "quick": 0.85, "slow": 0.2, "stopped": 0.4, "silent": 0.2, "beginner": 0.5, "looked": 0}
LONGEST_VISIT = timedelta(hours=1)

Depth = Literal["whole", "part", "rest", "look"]


@dataclass(frozen=True, kw_only=True)
class Step:
    """One lesson in one visit: all of it, its first two exercises, the rest of a sitting begun before, or a look.

    `lesson` is its place among all her lessons, from 0; after the last one she begins again.
    """

    lesson: int
    depth: Depth


@dataclass(frozen=True, kw_only=True)
class Visit:
    """One time she takes the phone. `skill` is how likely she is right; `syncs` whether there is a network then."""

    number: int
    person: Person
    at: datetime
    steps: Sequence[Step]
    skill: float
    is_first: bool
    syncs: bool
    reply_is_lost: bool


def visits(person: Person, *, starts_on_day: int, first_day: datetime, now: datetime) -> list[Visit]:
    """All her visits, oldest first; the last contact before she fell silent hands everything over."""
    random = Random(f"life {person.number}")
    until = now - person.silent_for - LONGEST_VISIT
    moments = list(_moments(person, random, starts_on_day=starts_on_day, first_day=first_day, until=until))
    if person.silent_for:
        moments = moments[-2 - person.number % 3 :]  # they came late, and stand at different stages
    steps = list(_steps(person, len(moments)))
    made = []
    for number, (at, step) in enumerate(zip(moments, steps, strict=True)):
        made.append(
            Visit(
                number=number,
                person=person,
                at=at,
                steps=step,
                skill=min(0.95, FIRST_SKILL[person.manner] + 0.03 * (number + person.number % 7 - 3)),
                is_first=number == 0,
                syncs=number in (0, len(moments) - 1) or random.random() < 0.6,
                reply_is_lost=random.random() < 0.08,
            )
        )
    return made


def _moments(
    person: Person, random: Random, *, starts_on_day: int, first_day: datetime, until: datetime
) -> Iterator[datetime]:
    """The times of her visits. Whoever stopped opens the app again later without learning; so her stop is proven."""
    late = (until - first_day).days - 3
    day = late if person.manner == "beginner" else starts_on_day + random.randrange(4)
    at = _at_hour(first_day, day=day, random=random)
    last_lesson = until - timedelta(days=5 + person.number % 9)
    while at <= until:
        if person.manner != "stopped" or at <= last_lesson:
            yield at
        day += random.randint(*STEP_DAYS.get(person.manner, (1, 2)))
        at = _at_hour(first_day, day=day, random=random)
    if person.manner in ("stopped", "looked", "quick", "slow"):
        yield until - timedelta(hours=3 + person.number % 40)


def _at_hour(first_day: datetime, *, day: int, random: Random) -> datetime:
    hour, minute = random.choice(HOURS)
    local = (first_day.astimezone(SHANGHAI) + timedelta(days=day)).replace(hour=hour, minute=minute, second=0)
    return local + timedelta(minutes=random.randrange(50), seconds=random.randrange(60))


def _steps(person: Person, count: int) -> Iterator[Sequence[Step]]:
    """What she does at each visit, by her manner; the last visit of some is only a look at the start page."""
    for number in range(count):
        is_last = number == count - 1
        match person.manner:
            case "looked":
                yield [Step(lesson=0, depth="look")] if number == 0 else []
            case "quick":
                first = 2 * number
                yield [] if is_last else [Step(lesson=first + more, depth="whole") for more in (0, 1)]
            case "slow":
                depth: Depth = "part" if number % 2 == 0 else "rest"
                yield [] if is_last else [Step(lesson=number // 2, depth=depth)]
            case "stopped":
                yield _of_one_who_stopped(number, left=count - number)
            case "beginner":
                yield [Step(lesson=0, depth="whole" if person.number % 2 else "part")] if number == 0 else []
            case "silent":
                yield [Step(lesson=number // 2, depth="part" if is_last and person.number % 2 else "whole")]
            case _:
                yield [Step(lesson=number // 2, depth="whole")]


def _of_one_who_stopped(number: int, *, left: int) -> Sequence[Step]:
    """Lessons in turn; in the last visit but one she stops in the middle; in the last she only looks in."""
    if left == 1:
        return []
    return [Step(lesson=number // 2, depth="part" if left == 2 else "whole")]
