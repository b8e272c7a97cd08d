"""Her own order of lessons, from what she answered (CURRICULUM.md, section 7). A suggestion, never a gate.

The twin is `static/app/engine/path.ts`; both pass tests/vectors/path.json, and generated answers are compared.
Gender, birth year and education are read nowhere in here (rules P33–P35).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from courses.engine import path_rules as rules
from courses.engine.path_answers import Answers, Level, further_needs, hints_of, levels_of, track_of, weights_of


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineLesson:
    """`name` and `needs` are `module/lesson`; `is_planned`: nobody has written it yet."""

    name: str
    needs: tuple[str, ...] = ()
    is_planned: bool = False

    @property
    def module(self) -> str:
        return self.name.split("/")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """`lessons` in her order. `checks`: lessons that five questions may spare her. `hints`: what the app may do."""

    lessons: tuple[str, ...]
    checks: tuple[str, ...]
    hints: tuple[str, ...]
    computer_level: Level
    internet_level: Level


def path(
    answers: Answers,
    *,
    outline: Sequence[OutlineLesson],
    kept: Sequence[str] = (),
    failed_checks: Collection[str] = (),
) -> Path:
    """The whole way through the outline but for its planned lessons.

    `answers` by question; what is missing or cannot be read counts as skipped. `kept` are the lessons she has begun
    or finished, in her own order: they stay in front whatever she answers. `failed_checks` are the lessons whose five
    questions showed that the lesson would help her: they come next.
    """
    known = {lesson.name: lesson for lesson in outline}
    checks = [name for name in known if name in _checks(answers) and name not in (*kept, *failed_checks)]
    order = _Order(needs=_needs(answers, known=known), taken={*kept, *checks})
    for name in (*(name for name in known if name in failed_checks), *_opening(answers)):
        order.take(name)
    _take_turns(order, ranking=_ranking(answers, outline=outline))
    written = [name for name in (*_once(kept), *_phishing_first(order)) if name in known and not known[name].is_planned]
    computer, internet = levels_of(answers)
    return Path(
        lessons=tuple(written),
        checks=tuple(name for name in checks if not known[name].is_planned),
        hints=hints_of(answers),
        computer_level=computer,
        internet_level=internet,
    )


class _Order:
    """Lessons one after the other, each once, each after what it needs. What is `taken` already is not put in again."""

    def __init__(self, *, needs: Mapping[str, Sequence[str]], taken: Collection[str]) -> None:
        self.needs = needs
        self.before = frozenset(taken)
        self.taken = set(taken)
        self.names: list[str] = []

    def take(self, name: str) -> None:
        if name in self.taken or name not in self.needs:
            return
        self.taken.add(name)  # at once: lessons that need each other must not go round for ever
        for need in self.needs[name]:
            self.take(need)
        self.names.append(name)


def _once(names: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(names))


def _checks(answers: Answers) -> tuple[str, ...]:
    computer, internet = levels_of(answers)
    well_known = (rules.PC_CHECKS if computer == 2 else ()) + (rules.IN_CHECKS if internet == 2 else ())
    return well_known + rules.TRACK_CHECKS[track_of(answers)]


def _opening(answers: Answers) -> list[str]:
    computer, internet = levels_of(answers)
    return [
        *(("in/in1", "in/in2") if internet == 0 else ()),
        *(("pc/pc1",) if computer == 0 else ()),
        *(("ec/ec1",) if track_of(answers) == "begin" else ()),
        "py/py1",
        "py/py2",
    ]


def _needs(answers: Answers, *, known: Mapping[str, OutlineLesson]) -> dict[str, list[str]]:
    """Every lesson of the outline, and what it needs for her."""
    needs = {name: list(lesson.needs) for name, lesson in known.items()}
    for name, need in (*further_needs(answers), *rules.ALWAYS_NEEDS):
        if name in needs:
            needs[name].append(need)
    return needs


def _ranking(answers: Answers, *, outline: Sequence[OutlineLesson]) -> list[list[str]]:
    """The lessons of each module, heaviest module first; modules that no rule knows come last, as in the outline."""
    modules: dict[str, list[str]] = {module: [] for module in rules.BASE_WEIGHTS}
    for lesson in outline:
        modules.setdefault(lesson.module, []).append(lesson.name)
    weights = weights_of(answers)
    return [modules[module] for module in sorted(modules, key=lambda module: -weights.get(module, 0))]


def _take_turns(order: _Order, *, ranking: Sequence[Sequence[str]]) -> None:
    """A module that is through passes its turn to the next rank, the last one to the first."""
    turn = 0
    while left := [name for module in ranking for name in module if name not in order.taken]:
        rank = rules.TURNS[turn % len(rules.TURNS)]
        later = {name for module in ranking[rank:] for name in module}
        order.take(next((name for name in left if name in later), left[0]))
        turn += 1


def _phishing_first(order: _Order) -> list[str]:
    """The same order, but that phishing, and what it needs, stands before the opening of a shop."""
    needs = {name: list(needs) for name, needs in order.needs.items()}
    if rules.OPEN_A_SHOP in needs:
        needs[rules.OPEN_A_SHOP].append(rules.PHISHING)
    again = _Order(needs=needs, taken=order.before)
    for name in order.names:
        again.take(name)
    return again.names
