"""How much of an answer is right. The twin `static/app/engine/grading.ts` gives the same credit on the phone;
both pass the cases in tests/vectors/grading.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, cast

from courses.engine.format.types import Exercise, ExerciseType, MatchOptions, Option

LONGEST_TEXT = 500
LARGEST_NUMBER = 1e15

# NFKC has made most blanks and full-width signs plain by then; these are what it leaves.
_BLANKS = re.compile("[\t-\r \u0085\u1680\u200b-\u200d\u2028\u2029\ufeff]+")
_SIGNS = str.maketrans("。、“”‘’", ".,\"\"''")
_LAST_SIGNS = re.compile("[.,!?;:]+$")


class UnusableResponse(ValueError):
    """A response that no form of ours can send: wrong type, unknown option, endless text. It earns nothing."""


@dataclass(frozen=True, slots=True)
class Grade:
    """`credit` is 0 to 1, as in QTI's score of an item."""

    credit: float

    @property
    def is_full(self) -> bool:
        """Only full credit makes an exercise right."""
        return self.credit == 1


def grade(*, exercise: Exercise, response: object) -> Grade:
    """`response` is the JSON value of an `answered` event. Raises UnusableResponse."""
    return Grade(_CREDIT[exercise.type](exercise, response))


def normalised(text: str) -> str:
    """What two texts have in common whatever keyboard wrote them: width, case, blanks and a last full stop go."""
    plain = unicodedata.normalize("NFKC", text).lower().translate(_SIGNS)
    return _LAST_SIGNS.sub("", _BLANKS.sub("", plain))


def _choice(exercise: Exercise, response: object) -> float:
    known = _ids(exercise)
    if isinstance(exercise.answer, str):
        _expect(isinstance(response, str) and response in known)
        return float(response == exercise.answer)
    chosen = _distinct_texts(response)
    _expect(chosen <= known)
    right = frozenset(cast(Sequence[str], exercise.answer))
    # QTI's map_response with +1 for a right and -1 for a wrong option, lowerBound 0.
    return max(0, len(chosen & right) - len(chosen - right)) / len(right)


def _true_false(exercise: Exercise, response: object) -> float:
    _expect(isinstance(response, bool))
    return float(response is exercise.answer)


def _numeric(exercise: Exercise, response: object) -> float:
    _expect(isinstance(response, int | float) and not isinstance(response, bool))
    value = cast(float, response)
    _expect(abs(value) <= LARGEST_NUMBER)  # false for a NaN too
    # The hair above the tolerance forgives binary fractions, not learners.
    return float(abs(value - cast(float, exercise.answer)) <= (exercise.tolerance or 0) + 1e-9)


def _order(exercise: Exercise, response: object) -> float:
    answer = cast(Sequence[str], exercise.answer)
    _expect(_distinct_texts(response) == frozenset(answer))
    followed = set(pairwise(answer)) & set(pairwise(cast(Sequence[str], response)))
    return len(followed) / max(1, len(answer) - 1)


def _match(exercise: Exercise, response: object) -> float:
    options = cast(MatchOptions, exercise.options)
    answer = cast(Mapping[str, str], exercise.answer)
    _expect(isinstance(response, Mapping))
    matched = cast(Mapping[object, object], response)
    _expect(set(matched) <= {option.id for option in options.left})
    rights = {option.id for option in options.right}
    _expect(all(isinstance(right, str) and right in rights for right in matched.values()))
    return sum(matched.get(left) == right for left, right in answer.items()) / max(len(answer), len(matched))


def _text_entry(exercise: Exercise, response: object) -> float:
    _expect(isinstance(response, str) and len(response) <= LONGEST_TEXT)
    accepted = (exercise.answer,) if isinstance(exercise.answer, str) else exercise.answer
    return float(normalised(cast(str, response)) in map(normalised, cast(Sequence[str], accepted)))


_CREDIT: Mapping[ExerciseType, Callable[[Exercise, Any], float]] = {
    "choice": _choice,
    "true-false": _true_false,
    "numeric": _numeric,
    "order": _order,
    "match": _match,
    "text-entry": _text_entry,
}


def _ids(exercise: Exercise) -> frozenset[str]:
    return frozenset(option.id for option in cast(tuple[Option, ...], exercise.options))


def _distinct_texts(response: object) -> frozenset[str]:
    _expect(isinstance(response, list | tuple) and all(isinstance(part, str) for part in response))
    parts = cast(Sequence[str], response)
    _expect(len(set(parts)) == len(parts))
    return frozenset(parts)


def _expect(usable: bool) -> None:
    if not usable:
        raise UnusableResponse
