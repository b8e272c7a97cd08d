"""Answers as people give them: right more often with practice, wrong in the way the exercise tempts to."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import cast

from courses.engine import grading
from courses.engine.format import Exercise, MatchOptions, Option, answer_json

HARDER = {"order": 0.15, "match": 0.2, "text-entry": 0.12, "numeric": 0.1, "choice": 0.05, "true-false": 0.0}
MISTYPED = ("不知道", "search", "搜索", "money")


def chance(exercise: Exercise, *, skill: float, attempt: int) -> float:
    """How likely she is right: `skill` 0 to 1, less for harder types, more at the second try."""
    return min(0.98, max(0.05, skill - HARDER[exercise.type] + 0.25 * (attempt - 1)))


def response(exercise: Exercise, *, is_right: bool, random: Random) -> object:
    """A response that earns full credit, or one that does not."""
    right = _right(exercise)
    return right if is_right else _wrong(exercise, right, random=random)


def credit(exercise: Exercise, answer: object) -> float:
    return grading.grade(exercise=exercise, response=answer).credit


def _right(exercise: Exercise) -> object:
    answer = answer_json(exercise.answer)
    if exercise.type == "text-entry" and isinstance(answer, list):
        return answer[0]
    if exercise.type == "choice" and isinstance(answer, list):
        return sorted(answer)
    return answer


def _wrong(exercise: Exercise, right: object, *, random: Random) -> object:
    match exercise.type:
        case "true-false":
            return not right
        case "numeric":
            return cast(float, right) + random.choice((1, -2, 10)) * (1 + (exercise.tolerance or 0))
        case "text-entry":
            return random.choice([word for word in MISTYPED if credit(exercise, word) < 1])
        case "order":
            return _swapped(cast(Sequence[str], right), random=random)
        case "match":
            return _mixed_up(cast(Mapping[str, str], right), cast(MatchOptions, exercise.options), random=random)
    others = [option.id for option in cast(tuple[Option, ...], exercise.options) if option.id not in _named(right)]
    if isinstance(right, str):
        return random.choice(others)
    return sorted([*cast(list[str], right)[:-1], *others[:1]])


def _named(right: object) -> Sequence[str]:
    return [right] if isinstance(right, str) else cast(Sequence[str], right)


def _swapped(right: Sequence[str], *, random: Random) -> list[str]:
    """Two neighbours have changed places."""
    place = random.randrange(len(right) - 1)
    mixed = list(right)
    mixed[place], mixed[place + 1] = mixed[place + 1], mixed[place]
    return mixed


def _mixed_up(right: Mapping[str, str], options: MatchOptions, *, random: Random) -> dict[str, str]:
    """Two pairs have changed partners, two that are not alike."""
    one = random.choice(options.left).id
    other = random.choice([option.id for option in options.left if right[option.id] != right[one]])
    return {**right, one: right[other], other: right[one]}
