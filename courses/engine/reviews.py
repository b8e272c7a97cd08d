"""When an exercise is due again (FSRS-6), and today's review: a replay of answers that ignores order and repetition.

The twin is `static/app/engine/reviews.ts`; both pass tests/vectors/reviews.json. Formulas and default parameters:
Free Spaced Repetition Scheduler, version 6, https://github.com/open-spaced-repetition/py-fsrs (MIT), the 6.3 defaults,
without its learning steps and fuzz; held against it by a test. Days are whole local days (docs/decisions/0040).
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from enum import IntEnum
from math import exp, pow  # the built-in pow has no type of its own

W = (
    *(0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796),
    *(1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542),
)
"""FSRS-6's w0 to w20; the first four are the stability after a first recall, by grade."""

DECAY = -W[20]
FACTOR = pow(0.9, 1 / DECAY) - 1
LEAST_STABILITY = 0.001
LONGEST_DAYS = 180
MOST_IN_A_REVIEW = 8
_EASY = 4  # a grade that nobody gives here; difficulty drifts back to what it would begin with


class Grade(IntEnum):
    """FSRS's words, without its *easy*: nobody is asked how an answer felt."""

    AGAIN = 1
    HARD = 2
    GOOD = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One `answered` event, graded; `at` is its corrected time. `exercise` is `module/lesson/item@edition`."""

    exercise: str
    sitting: str
    at: datetime
    attempt: int
    is_full: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What she keeps of one exercise. `stability`: days until nine of ten would still know it; `difficulty` 1 to 10."""

    stability: float
    difficulty: float
    last_date: date


def memories(answers: Iterable[Answer], *, utc_offset: timedelta, today: date) -> dict[str, Memory]:
    """Each exercise's memory. A sitting is one recall of it, on the day of its first answer there.

    Answers from a day after `today` (somebody's clock was ahead) count as today's.
    """
    sittings: dict[tuple[str, str], list[Answer]] = {}
    for answer in answers:
        sittings.setdefault((answer.exercise, answer.sitting), []).append(answer)
    recalls = sorted(
        (min(answer.at for answer in tries), sitting, exercise, grade(tries))
        for (exercise, sitting), tries in sittings.items()
    )
    zone = timezone(utc_offset)
    found: dict[str, Memory] = {}
    for at, _, exercise, given in recalls:
        on = min(at.astimezone(zone).date(), today)
        found[exercise] = recalled(found.get(exercise), grade=given, on=on)
    return found


def grade(tries: Iterable[Answer]) -> Grade:
    """All answers to one exercise in one sitting: full credit at the first try, at the second, or not."""
    full = min((answer.attempt for answer in tries if answer.is_full), default=0)
    return {1: Grade.GOOD, 2: Grade.HARD}.get(full, Grade.AGAIN)


def recalled(before: Memory | None, *, grade: Grade, on: date) -> Memory:
    """The memory after one more recall, the first if `before` is None. `on` is never before its last day."""
    if before is None:
        difficulty = _between_1_and_10(_initial_difficulty(grade))
        return Memory(stability=W[grade - 1], difficulty=difficulty, last_date=on)
    if on == before.last_date:
        stability = _same_day_stability(before.stability, grade=grade)
    else:
        stability = _next_stability(before, grade=grade, retrievability=retrievability(before, on=on))
    return Memory(
        stability=max(stability, LEAST_STABILITY),
        difficulty=_next_difficulty(before.difficulty, grade=grade),
        last_date=on,
    )


def retrievability(memory: Memory, *, on: date) -> float:
    """How likely she still knows it on that day, 0 to 1."""
    days = max((on - memory.last_date).days, 0)
    return pow(1 + FACTOR * days / memory.stability, DECAY)


def due_date(memory: Memory) -> date:
    """The day on which nine of ten would still know it (that is what stability means); 1 to 180 days after the last."""
    return memory.last_date + timedelta(days=min(max(round(memory.stability), 1), LONGEST_DAYS))


def todays_review(remembered: Mapping[str, Memory], *, finished: Collection[str], today: date) -> list[str]:
    """At most eight exercises that are due, of finished lessons (`module/lesson`) alone.

    Those most likely forgotten are chosen; then lessons take turns, so that no two neighbours are of one lesson where
    that can be. What does not fit waits and is not counted: days without a review cost nothing.
    """
    due = [
        exercise
        for exercise, memory in remembered.items()
        if lesson_of(exercise) in finished and due_date(memory) <= today
    ]
    due.sort(key=lambda exercise: (retrievability(remembered[exercise], on=today), exercise))
    return _taking_turns(due[:MOST_IN_A_REVIEW])


def lesson_of(exercise: str) -> str:
    """`ra/ra1` of `ra/ra1/q1@1`."""
    return exercise.rpartition("/")[0]


def _taking_turns(exercises: list[str]) -> list[str]:
    """Always of the lesson that has most left, but for the one just asked; among equals the one that comes first."""
    left, order = list(exercises), list[str]()
    while left:
        lessons = [lesson_of(exercise) for exercise in left]
        just = lesson_of(order[-1]) if order else ""
        others = [lesson for lesson in lessons if lesson != just] or lessons
        order.append(left.pop(lessons.index(max(others, key=lessons.count))))
    return order


def _initial_difficulty(grade: int) -> float:
    return W[4] - exp(W[5] * (grade - 1)) + 1


def _next_difficulty(difficulty: float, *, grade: Grade) -> float:
    moved = difficulty - W[6] * (grade - 3) * (10 - difficulty) / 9
    return _between_1_and_10(W[7] * _initial_difficulty(_EASY) + (1 - W[7]) * moved)


def _between_1_and_10(difficulty: float) -> float:
    return min(max(difficulty, 1.0), 10.0)


def _same_day_stability(stability: float, *, grade: Grade) -> float:
    growth = exp(W[17] * (grade - 3 + W[18])) * pow(stability, -W[19])
    return stability * (growth if grade is Grade.AGAIN else max(growth, 1.0))


def _next_stability(before: Memory, *, grade: Grade, retrievability: float) -> float:
    stability, difficulty = before.stability, before.difficulty
    if grade is Grade.AGAIN:
        kept = pow(difficulty, -W[12]) * (pow(stability + 1, W[13]) - 1)
        forgotten = W[11] * kept * exp((1 - retrievability) * W[14])
        return min(forgotten, stability / exp(W[17] * W[18]))
    penalty = W[15] if grade is Grade.HARD else 1.0
    ease = exp(W[8]) * (11 - difficulty) * pow(stability, -W[9])
    return stability * (1 + ease * (exp((1 - retrievability) * W[10]) - 1) * penalty)
