"""Exercises and tools as they stand in fenced blocks: their keys by type, and whether the answer fits the options."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from courses.engine.format.errors import FormatError
from courses.engine.format.plain import answer_json
from courses.engine.format.records import Key, Listing, OneOrSeveral, Pairs, Record
from courses.engine.format.sayings import NAMES, Complaint, exercise_of
from courses.engine.format.shapes import Flag, Id, Number, OneOf, Shape, Text, Whole
from courses.engine.format.types import EXERCISE_TYPES, Answer, Exercise, Json, MatchOptions, Option, Tool
from courses.engine.format.yaml_text import Place, compose

_OPTION = Record(
    NAMES["option"],
    {"id": Key(shape=Id()), "text": Key(shape=Text()), "why": Key(shape=Text(), required=False)},
)
_ENTRY = Record(NAMES["entry"], {"id": Key(shape=Id()), "text": Key(shape=Text())})
_VERDICT = Record(NAMES["option"], {"id": Key(shape=OneOf(("true", "false"))), "why": Key(shape=Text())})
_COLUMNS = Record(
    NAMES["columns"],
    {"left": Key(shape=Listing(_ENTRY, least=2)), "right": Key(shape=Listing(_ENTRY, least=2))},
)
_OPTIONS: dict[str, Key] = {
    "choice": Key(shape=Listing(_OPTION, least=2)),
    "true-false": Key(shape=Listing(_VERDICT), required=False, default=[]),
    "order": Key(shape=Listing(_OPTION, least=2)),
    "match": Key(shape=_COLUMNS),
}
_ANSWERS: dict[str, Shape] = {
    "choice": OneOrSeveral(Id()),
    "true-false": Flag(),
    "numeric": Number(),
    "order": Listing(Id(), least=2),
    "match": Pairs(),
    "text-entry": OneOrSeveral(Text()),
}
TOOL_NAMES = (
    "ad-auction",
    "case-desk",
    "chat-trainer",
    "code-cards",
    "computer-hour",
    "data-jar",
    "decision-path",
    "device-parts",
    "file-sorter",
    "form-finder",
    "highest-bid",
    "honest-photos",
    "keyboard",
    "margin-calculator",
    "message-check",
    "mini-sheet",
    "money-path",
    "offer-comparison",
    "order-the-steps",
    "password-builder",
    "permission-cards",
    "photo-crop",
    "ranking-buyer",
    "ranking-sieve",
    "ranking-simulator",
    "results-page",
    "rule-hunt",
    "shop-opening",
    "snowball-days",
    "spot-the-phishing",
    "text-editor",
    "title-builder",
    "touchpad",
)
TOOL = Record(
    NAMES["tool"],
    {"id": Key(shape=Id()), "name": Key(shape=OneOf(TOOL_NAMES)), "goal": Key(shape=Text())},
)


def exercise_shape(kind: str) -> Record:
    """The keys of an exercise of this type, in their canonical order."""
    keys = {"id": Key(shape=Id()), "type": Key(shape=OneOf(EXERCISE_TYPES))}
    keys["edition"] = Key(shape=Whole(least=1), required=False, default=1)
    keys["prompt"] = Key(shape=Text())
    if kind in _OPTIONS:
        keys["options"] = _OPTIONS[kind]
    keys["answer"] = Key(shape=_ANSWERS[kind])
    if kind == "numeric":
        keys["tolerance"] = Key(shape=Number(), required=False)
        keys["unit"] = Key(shape=Text(), required=False)
    keys["why"] = Key(shape=Text(), required=False)
    keys["fact"] = Key(shape=Text(), required=False)
    return Record(exercise_of(kind), keys)


def read_exercise(text: str, *, place: Place) -> Exercise:
    """Raises FormatError where a key, an option or the answer does not fit."""
    node = compose(text, place=place)
    kind = _type_of(node, place=place)
    value = exercise_shape(kind).read(node=node, place=place, key="exercise")
    exercise = _exercise(value)
    if misfit := answer_misfit(exercise):
        line = _line_of(node, place=place, key=misfit.key)
        raise FormatError(path=place.path, line=line, complaint=misfit.complaint)
    return exercise


def read_tool(text: str, *, place: Place) -> Tool:
    return Tool(**TOOL.read(node=compose(text, place=place), place=place, key="tool"))


def write_exercise(exercise: Exercise) -> list[str]:
    """The lines between the fences."""
    value = {
        "id": exercise.id,
        "type": exercise.type,
        "edition": exercise.edition,
        "prompt": exercise.prompt,
        "options": _options_json(exercise),
        "answer": _answer_in_order(exercise),
        "tolerance": exercise.tolerance,
        "unit": exercise.unit,
        "why": exercise.why,
        "fact": exercise.fact,
    }
    return exercise_shape(exercise.type).block(value) or []


def write_tool(tool: Tool) -> list[str]:
    return TOOL.block({"id": tool.id, "name": tool.name, "goal": tool.goal}) or []


def _type_of(node: yaml.Node, *, place: Place) -> str:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    for key, value in pairs:
        if key.value == "type":
            return OneOf(EXERCISE_TYPES).read(node=value, place=place, key="type")
    raise place.error(node, Complaint("no-type", {"known": ", ".join(EXERCISE_TYPES)}))


def _line_of(node: yaml.Node, *, place: Place, key: str) -> int:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((place.line(name) for name, _ in pairs if name.value == key), place.line(node))


def _exercise(value: Json) -> Exercise:
    options: tuple[Option, ...] | MatchOptions = ()
    raw = value.get("options") or []
    if isinstance(raw, dict):
        options = MatchOptions(left=_column(raw["left"]), right=_column(raw["right"]))
    elif value["type"] == "true-false":
        options = _column(sorted(raw, key=lambda verdict: verdict["id"] != "true"))
    else:
        options = _column(raw)
    return Exercise(
        id=value["id"],
        type=value["type"],
        edition=value["edition"],
        prompt=value["prompt"],
        options=options,
        answer=_answer(kind=value["type"], value=value["answer"]),
        tolerance=value.get("tolerance"),
        unit=value.get("unit"),
        why=value["why"],
        fact=value["fact"],
    )


def _column(entries: Sequence[Json]) -> tuple[Option, ...]:
    return tuple(Option(id=e["id"], text=e.get("text") or "", why=e.get("why")) for e in entries)


def _answer(*, kind: str, value: Any) -> Answer:
    """One form for one answer: several right options sorted, accepted texts always a list."""
    if kind == "choice":
        return tuple(sorted(value)) if isinstance(value, list) else str(value)
    if kind == "text-entry":
        return tuple(value) if isinstance(value, list) else (value,)
    answer: Answer = tuple(value) if isinstance(value, list) else value
    return answer


def _answer_in_order(exercise: Exercise) -> Any:
    """Pairs of a `match` in the order of the left column, whatever order they were made in."""
    answer = answer_json(exercise.answer)
    if isinstance(exercise.options, MatchOptions):
        return {option.id: answer[option.id] for option in exercise.options.left if option.id in answer}
    return answer


def _options_json(exercise: Exercise) -> Any:
    if isinstance(exercise.options, MatchOptions):
        return {"left": _rows(exercise.options.left), "right": _rows(exercise.options.right)}
    return _rows(exercise.options)


def _rows(options: tuple[Option, ...]) -> list[Json]:
    return [{"id": option.id, "text": option.text, "why": option.why} for option in options]


@dataclass(frozen=True)
class Misfit:
    """What does not fit in an exercise, and at which key it shows."""

    key: str
    complaint: Complaint


def answer_misfit(exercise: Exercise) -> Misfit | None:
    """What is wrong between options and answer, or None."""
    ids = option_ids(exercise)
    if any(len(set(column)) < len(column) for column in ids):
        return Misfit("options", Complaint("option-twice"))
    answer = exercise.answer
    if exercise.type == "choice":
        named = answer if isinstance(answer, tuple) else (str(answer),)
        if len(set(named)) < len(named):
            return Misfit("answer", Complaint("answer-twice"))
        return _unknown_option(named, known=ids[0])
    if exercise.type == "order" and isinstance(answer, tuple) and sorted(answer) != sorted(ids[0]):
        return Misfit("answer", Complaint("order-incomplete"))
    if (exercise.tolerance or 0) < 0:
        return Misfit("tolerance", Complaint("tolerance-below-zero"))
    if exercise.type == "match" and isinstance(exercise.options, MatchOptions):
        return _match_misfit(answer, left=ids[0], right=ids[1])
    return None


def _match_misfit(answer: Answer, *, left: Sequence[str], right: Sequence[str]) -> Misfit | None:
    pairs = answer if isinstance(answer, Mapping) else {}
    if set(pairs) != set(left):
        return Misfit("answer", Complaint("match-incomplete"))
    return _unknown_option(tuple(pairs.values()), known=right)


def _unknown_option(named: Sequence[str], *, known: Sequence[str]) -> Misfit | None:
    if not any(named):
        return Misfit("answer", Complaint("nothing-right"))
    for name in named:
        if name not in known:
            return Misfit("answer", Complaint("no-such-option", {"item": name, "known": ", ".join(known)}))
    return None


def option_ids(exercise: Exercise) -> list[list[str]]:
    """The ids of each column: two of a `match`, else one."""
    options = exercise.options
    columns = (options.left, options.right) if isinstance(options, MatchOptions) else (options,)
    return [[option.id for option in column] for column in columns]
