"""The raw blocks of a lesson's page as cards: the way out. `importers.cards` is the way in."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from courses.engine.format import Card, Exercise, MatchOptions, Option, Picture, Tool
from courses.engine.format.lessons import tidy_text
from courses.engine.format.pools import PoolItem
from courses.engine.format.shapes import plain_number
from courses.engine.format.types import Answer, ExerciseType

Raw = Mapping[str, Any]
NameOf = Callable[[int], str]


def cards_of(stream: Sequence[Raw], *, drawing: NameOf, photo: NameOf) -> tuple[Card, ...]:
    """The cards of a raw stream. `drawing` and `photo` give the path in the lesson's folder for a row's number."""
    return tuple(_card(block["value"], drawing=drawing, photo=photo) for block in stream)


def pool_items_of(stream: Sequence[Raw]) -> tuple[PoolItem, ...]:
    """The exercises of an assessment's raw stream."""
    found = [(block["value"], next(iter(block["value"].get("activity") or []), None)) for block in stream]
    return tuple(
        PoolItem(lesson=one_line(value.get("heading")), exercise=_exercise(activity))
        for value, activity in found
        if activity
    )


def items_of(stream: Sequence[Raw]) -> list[Raw]:
    """The blocks of all exercises and tools of a raw stream, in order."""
    return [item for block in stream for item in block["value"].get("activity") or []]


def key_of(block: Raw) -> str:
    """The item's key: as written, else the first signs of the block's own id."""
    return block["value"].get("key") or str(block["id"])[:8]


def _card(value: Raw, *, drawing: NameOf, photo: NameOf) -> Card:
    activity = next(iter(value.get("activity") or []), None)
    tool = activity if activity and activity["type"] == "tool" else None
    sound = value.get("sound")
    return Card(
        heading=one_line(value.get("heading")),
        picture=_picture(value.get("picture") or [], drawing=drawing, photo=photo),
        sound=drawing(sound) if sound else None,
        text=tidy_text(value.get("text") or ""),
        exercise=_exercise(activity) if activity and not tool else None,
        tool=_tool(tool) if tool else None,
    )


def one_line(text: object) -> str:
    """A text that stands on one line of a file: spaces for line breaks, none at its ends."""
    return " ".join(str(text or "").split("\n")).strip()


def _maybe(text: object) -> str | None:
    return one_line(text) or None


def _picture(blocks: Sequence[Raw], *, drawing: NameOf, photo: NameOf) -> Picture | None:
    for block in blocks:
        value = block["value"]
        row = value.get("file") or value.get("image")
        if row:
            file = drawing(row) if block["type"] == "drawing" else photo(row)
            return Picture(alt=one_line(value.get("alt")), file=file)
    return None


def _tool(block: Raw) -> Tool:
    value = block["value"]
    return Tool(id=key_of(block), name=value.get("name") or "", goal=one_line(value.get("goal")))


def _exercise(block: Raw) -> Exercise:
    value = block["value"]
    kind: ExerciseType = block["type"].replace("_", "-")
    options, answer = _PARTS[kind](value)
    tolerance = value.get("tolerance")
    return Exercise(
        id=key_of(block),
        type=kind,
        edition=value.get("edition") or 1,
        prompt=one_line(value.get("prompt")),
        options=options,
        answer=answer,
        tolerance=None if tolerance is None else plain_number(tolerance),
        unit=_maybe(value.get("unit")),
        why=_maybe(value.get("why")),
        fact=_maybe(value.get("fact")),
    )


Parts = tuple[tuple[Option, ...] | MatchOptions, Answer]


def _values(value: Raw, name: str) -> list[Any]:
    return [entry["value"] for entry in value.get(name) or []]


def _column(entries: Sequence[Raw]) -> tuple[Option, ...]:
    return tuple(
        Option(id=e.get("letter") or "", text=one_line(e.get("text")), why=_maybe(e.get("why"))) for e in entries
    )


def _choice(value: Raw) -> Parts:
    entries = _values(value, "options")
    right = sorted(entry.get("letter") or "" for entry in entries if entry.get("right"))
    several = value.get("several") or len(right) != 1
    return _column(entries), tuple(right) if several else right[0]


def _true_false(value: Raw) -> Parts:
    whys = (("true", _maybe(value.get("why_true"))), ("false", _maybe(value.get("why_false"))))
    return tuple(Option(id=name, text="", why=why) for name, why in whys if why), value.get("answer") == "true"


def _numeric(value: Raw) -> Parts:
    return (), plain_number(value.get("answer") or 0)


def _order(value: Raw) -> Parts:
    entries = _values(value, "steps")
    right = sorted(entries, key=lambda entry: entry.get("place") or 0)
    return _column(entries), tuple(entry.get("letter") or "" for entry in right)


def _match(value: Raw) -> Parts:
    left, right = _values(value, "left"), _values(value, "right")
    pairs = {entry.get("letter") or "": str(entry.get("partner") or "").strip() for entry in left}
    return MatchOptions(left=_column(left), right=_column(right)), pairs


def _text_entry(value: Raw) -> Parts:
    return (), tuple(one_line(text) for text in _values(value, "answers") if one_line(text))


_PARTS: Mapping[str, Callable[[Raw], Parts]] = {
    "choice": _choice,
    "true-false": _true_false,
    "numeric": _numeric,
    "order": _order,
    "match": _match,
    "text-entry": _text_entry,
}
