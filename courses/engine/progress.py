"""What a learner's record adds up to, lesson by lesson: a join that ignores order and repetition and never goes back.

DESIGN.md, "Words", gives the rules for opened, finished, right and mastered. The twin is
`static/app/engine/progress.ts`; both pass tests/vectors/progress.json.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from courses.engine.format.types import Lesson

LAST_TRY_THAT_COUNTS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A `lesson_opened` event. Every time here is a corrected one."""

    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """A `lesson_finished` event."""

    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """An `answered` event once graded. `key` is `item@edition`, `attempt` the event's own `try`, counted from 1."""

    at: datetime
    release: str
    key: str
    attempt: int
    is_full: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A `checked` event once graded: `right` of the `of` exercises of the lesson's check set earned full credit."""

    at: datetime
    right: int
    of: int


Fact = Opened | Finished | Answered | Checked


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """One learner, one lesson. `right` gives each right exercise's key the first time it was right;
    `releases` each release she answered in the time of her first answer there. `checked_at`: she passed its check
    set, "mastered (checked)". None: not yet.
    """

    opened_at: datetime | None = None
    finished_at: datetime | None = None
    mastered_at: datetime | None = None
    checked_at: datetime | None = None
    last_at: datetime | None = None
    right: Mapping[str, datetime] = field(default_factory=dict)
    releases: Mapping[str, datetime] = field(default_factory=dict)

    @property
    def mastery_at(self) -> datetime | None:
        """When she first showed that she can do it: by the lesson's own exercises, or by its check set."""
        return _earlier(self.mastered_at, self.checked_at)


NOTHING = Progress()


def join(a: Progress, b: Progress) -> Progress:
    """Both together: commutative, associative, idempotent; `NOTHING` changes nothing."""
    return Progress(
        opened_at=_earlier(a.opened_at, b.opened_at),
        finished_at=_earlier(a.finished_at, b.finished_at),
        mastered_at=_earlier(a.mastered_at, b.mastered_at),
        checked_at=_earlier(a.checked_at, b.checked_at),
        last_at=max((at for at in (a.last_at, b.last_at) if at), default=None),
        right=_earliest([*a.right.items(), *b.right.items()]),
        releases=_earliest([*a.releases.items(), *b.releases.items()]),
    )


def fold(facts: Iterable[Fact]) -> Progress:
    """Facts of one learner and lesson in any order, any of them twice. Mastery needs `settled` after it."""
    facts = list(facts)
    answers = [fact for fact in facts if isinstance(fact, Answered)]
    return Progress(
        opened_at=min((fact.at for fact in facts if isinstance(fact, Opened)), default=None),
        finished_at=min((fact.at for fact in facts if isinstance(fact, Finished)), default=None),
        checked_at=min((fact.at for fact in facts if isinstance(fact, Checked) and _is_passed(fact)), default=None),
        last_at=max((fact.at for fact in facts), default=None),
        right=_earliest([(answer.key, answer.at) for answer in answers if _is_right(answer)]),
        releases=_earliest([(answer.release, answer.at) for answer in answers]),
    )


def settled(progress: Progress, *, counted: Mapping[str, frozenset[str]]) -> Progress:
    """Progress with its mastery. `counted` gives, for each known release, `counted_keys` of this lesson.

    Only grows with progress and with the releases known, so it may be called at any moment on any part.
    """
    times = [
        at
        for release, since in progress.releases.items()
        if release in counted and (at := _mastered_in(progress.right, counted[release], since))
    ]
    return replace(progress, mastered_at=min([*times, *filter(None, [progress.mastered_at])], default=None))


def counted_keys(lesson: Lesson) -> frozenset[str]:
    """The exercises that count for finished and mastered: those with a dated fact do not."""
    return frozenset(exercise.key for exercise in lesson.exercises if not exercise.fact)


def needed_right(exercises: int) -> int:
    """80 %, rounded up."""
    return -(-exercises * 4 // 5)


def progress_json(progress: Progress) -> dict[str, Any]:
    """As it travels to phones and is kept: times in ISO 8601, UTC, with milliseconds."""
    return {
        "opened": _text(progress.opened_at),
        "finished": _text(progress.finished_at),
        "mastered": _text(progress.mastered_at),
        "checked": _text(progress.checked_at),
        "last": _text(progress.last_at),
        "right": {key: _text(at) for key, at in sorted(progress.right.items())},
        "releases": {release: _text(at) for release, at in sorted(progress.releases.items())},
    }


def progress_from_json(value: Mapping[str, Any]) -> Progress:
    """The other way round."""
    return Progress(
        opened_at=_time(value["opened"]),
        finished_at=_time(value["finished"]),
        mastered_at=_time(value["mastered"]),
        checked_at=_time(value["checked"]),
        last_at=_time(value["last"]),
        right={key: datetime.fromisoformat(at) for key, at in value["right"].items()},
        releases={release: datetime.fromisoformat(at) for release, at in value["releases"].items()},
    )


def _is_right(answer: Answered) -> bool:
    return answer.is_full and answer.attempt <= LAST_TRY_THAT_COUNTS


def _is_passed(check: Checked) -> bool:
    return check.of > 0 and check.right >= needed_right(check.of)


def _mastered_in(right: Mapping[str, datetime], keys: frozenset[str], since: datetime) -> datetime | None:
    needed = needed_right(len(keys))
    times = sorted(at for key, at in right.items() if key in keys)
    if len(times) < needed:
        return None
    return max([since, *times[:needed]])


def _earliest(pairs: Iterable[tuple[str, datetime]]) -> dict[str, datetime]:
    found: dict[str, datetime] = {}
    for key, at in pairs:
        found[key] = min(at, found.get(key, at))
    return found


def _earlier(a: datetime | None, b: datetime | None) -> datetime | None:
    return min((at for at in (a, b) if at), default=None)


def _text(at: datetime | None) -> str | None:
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z") if at else None


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
