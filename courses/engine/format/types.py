"""What a lesson is made of, as frozen values. Sequences are tuples; what an author left out is None or empty."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

LANGUAGES = ("en", "zh-hans")
Json = dict[str, Any]

ExerciseType = Literal["choice", "true-false", "numeric", "order", "match", "text-entry"]
EXERCISE_TYPES: tuple[ExerciseType, ...] = get_args(ExerciseType)

# choice with one right option: its id · several: their ids · true-false: bool · numeric: number · order: ids in
# the right order · match: left id to right id · text-entry: every accepted text
Answer = str | bool | float | tuple[str, ...] | Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Picture:
    """`file` is a path in the lesson's folder, or the SHA-256 of the file once released.

    `width` and `height` are in CSS pixels, known once released, 0 before.
    """

    alt: str
    file: str
    width: int = 0
    height: int = 0


@dataclass(frozen=True, kw_only=True)
class Option:
    """`why` says why this option tempts, or why it is right."""

    id: str
    text: str = ""
    why: str | None = None


@dataclass(frozen=True, kw_only=True)
class MatchOptions:
    """Two columns; the right one may hold more options than the left."""

    left: tuple[Option, ...]
    right: tuple[Option, ...]


@dataclass(frozen=True, kw_only=True)
class Exercise:
    """A question. `tolerance` and `unit` belong to numeric alone; `fact` names a dated fact, such as V01."""

    id: str
    type: ExerciseType
    prompt: str
    answer: Answer
    options: tuple[Option, ...] | MatchOptions = ()
    edition: int = 1
    tolerance: float | None = None
    unit: str | None = None
    why: str | None = None
    fact: str | None = None

    @property
    def key(self) -> str:
        """`item@edition`: right answers count together wherever this is the same."""
        return f"{self.id}@{self.edition}"


@dataclass(frozen=True, kw_only=True)
class Tool:
    """An interactive practice; `name` is the same in every layer, such as `ranking-simulator`."""

    id: str
    name: str
    goal: str


@dataclass(frozen=True, kw_only=True)
class Card:
    """One screen. `text` is the card's sentences in Markdown; `sound` a file like a picture's."""

    heading: str
    picture: Picture | None = None
    sound: str | None = None
    text: str = ""
    exercise: Exercise | None = None
    tool: Tool | None = None


@dataclass(frozen=True, kw_only=True)
class Lesson:
    """5 to 8 minutes. `needs` and `helps` name `module/lesson`, `digcomp` competences such as 5.2.

    `country` (two letters) is set where what the lesson says holds in that country only.
    """

    id: str
    title: str
    minutes: int
    can: str
    needs: tuple[str, ...] = ()
    helps: tuple[str, ...] = ()
    digcomp: tuple[str, ...] = ()
    country: str | None = None
    cards: tuple[Card, ...] = ()

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """In the order in which they are met."""
        return tuple(card.exercise for card in self.cards if card.exercise)
