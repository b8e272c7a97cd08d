"""What may stand in a content file, said once: the same shape reads, checks and writes it.

A shape reads a YAML node into a plain value and writes it back in the one canonical way. Reading is strict about
keys and gentle about quotes: what is written where a text belongs is that text, `1.1` and `yes` included.
"""

import datetime as dt
import difflib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

import yaml

from courses.engine.format.errors import FormatError

LANGUAGES = ("en", "zh-hans")
Json = dict[str, Any]

# libyaml where the wheel has it: the same trees, ten times as quick.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_UNSAFE = re.compile("[^\t\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a stretch of YAML stands: `first_line` is the file's line of its first line, from 1."""

    path: str
    first_line: int = 1

    def line(self, node: yaml.Node) -> int:
        return self.first_line + int(node.start_mark.line)

    def error(self, *, node: yaml.Node, problem: str, mend: str) -> FormatError:
        return FormatError(path=self.path, line=self.line(node), problem=problem, mend=mend)


class Shape(Protocol):
    """`write` gives the value as it stands after a colon on one line; `block` its lines below the key instead."""

    def read(self, *, node: yaml.Node, place: Place, key: str) -> Any: ...

    def write(self, value: Any, *, flow: bool) -> str: ...

    def block(self, value: Any) -> list[str] | None: ...


class _OneLine:
    def block(self, value: Any) -> list[str] | None:
        return None


def _scalar(*, node: yaml.Node, place: Place, key: str, wanted: str) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise place.error(node=node, problem=f"“{key}” should be {wanted}.", mend="Write it on one line.")
    if node.tag == "tag:yaml.org,2002:null" and not node.style:
        raise place.error(node=node, problem=f"“{key}” is empty.", mend=f"Write {wanted}, or leave the key out.")
    return str(node.value)


@dataclass(frozen=True)
class Text(_OneLine):
    def read(self, *, node: yaml.Node, place: Place, key: str) -> str:
        text = _scalar(node=node, place=place, key=key, wanted="a text").strip()
        if not text:
            raise place.error(node=node, problem=f"“{key}” is empty.", mend="Write a text, or leave the key out.")
        return text

    def write(self, value: Any, *, flow: bool) -> str:
        return quoted_if_needed(str(value), flow=flow)


@dataclass(frozen=True)
class Id(Text):
    def read(self, *, node: yaml.Node, place: Place, key: str) -> str:
        text = super().read(node=node, place=place, key=key)
        if not _ID.fullmatch(text):
            mend = "Use small letters, digits and hyphens, at most 40, such as two-bottles."
            raise place.error(node=node, problem=f"“{text}” cannot be an id.", mend=mend)
        return text


@dataclass(frozen=True)
class LessonName(Text):
    """`module/lesson`."""

    def read(self, *, node: yaml.Node, place: Place, key: str) -> str:
        text = super().read(node=node, place=place, key=key)
        parts = text.split("/")
        if len(parts) != 2 or not all(_ID.fullmatch(part) for part in parts):
            mend = "Write module/lesson, such as pc/pc7."
            raise place.error(node=node, problem=f"“{text}” does not name a lesson.", mend=mend)
        return text


@dataclass(frozen=True)
class OneOf(Text):
    values: tuple[str, ...]

    def read(self, *, node: yaml.Node, place: Place, key: str) -> str:
        text = super().read(node=node, place=place, key=key)
        if text not in self.values:
            mend = f"Write one of: {', '.join(self.values)}."
            raise place.error(node=node, problem=f"“{key}” cannot be “{text}”.", mend=mend)
        return text


@dataclass(frozen=True)
class Whole(_OneLine):
    least: int = 0
    most: int = 1000

    def read(self, *, node: yaml.Node, place: Place, key: str) -> int:
        text = _scalar(node=node, place=place, key=key, wanted="a whole number")
        if not re.fullmatch(r"[0-9]{1,9}", text) or not self.least <= int(text) <= self.most:
            mend = f"Write a whole number from {self.least} to {self.most}."
            raise place.error(node=node, problem=f"“{key}” cannot be “{text}”.", mend=mend)
        return int(text)

    def write(self, value: Any, *, flow: bool) -> str:
        return str(int(value))


@dataclass(frozen=True)
class Number(_OneLine):
    """A decimal number, kept as int where it is whole."""

    def read(self, *, node: yaml.Node, place: Place, key: str) -> float:
        text = _scalar(node=node, place=place, key=key, wanted="a number")
        if not re.fullmatch(r"-?[0-9]{1,12}(\.[0-9]{1,6})?", text):
            mend = "Write digits only, such as 5.76; the unit has a key of its own."
            raise place.error(node=node, problem=f"“{key}” cannot be “{text}”.", mend=mend)
        return plain_number(float(text))

    def write(self, value: Any, *, flow: bool) -> str:
        return f"{value:.6f}".rstrip("0").rstrip(".")


def plain_number(value: float) -> float:
    """`40.0` becomes `40`, so that one number has one form; never minus zero."""
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded


@dataclass(frozen=True)
class Flag(_OneLine):
    def read(self, *, node: yaml.Node, place: Place, key: str) -> bool:
        text = _scalar(node=node, place=place, key=key, wanted="true or false")
        if text.lower() not in ("true", "false"):
            raise place.error(node=node, problem=f"“{key}” cannot be “{text}”.", mend="Write true or false.")
        return text.lower() == "true"

    def write(self, value: Any, *, flow: bool) -> str:
        return "true" if value else "false"


@dataclass(frozen=True)
class Day(_OneLine):
    """A date, as its ISO text."""

    def read(self, *, node: yaml.Node, place: Place, key: str) -> str:
        text = _scalar(node=node, place=place, key=key, wanted="a date")
        try:
            return dt.date.fromisoformat(text).isoformat()
        except ValueError:
            mend = "Write year-month-day, such as 2026-11-21."
            raise place.error(node=node, problem=f"“{text}” is not a date.", mend=mend) from None

    def write(self, value: Any, *, flow: bool) -> str:
        return str(value)


@dataclass(frozen=True)
class Listing:
    """Several of one shape: records below each other, anything else in one pair of brackets."""

    of: Shape
    least: int = 0

    def read(self, *, node: yaml.Node, place: Place, key: str) -> list[Any]:
        if not isinstance(node, yaml.SequenceNode):
            raise place.error(node=node, problem=f"“{key}” should be a list.", mend="Write it in brackets: [a, b].")
        if len(node.value) < self.least:
            mend = f"Write at least {self.least}."
            raise place.error(node=node, problem=f"“{key}” has too few entries.", mend=mend)
        return [self.of.read(node=entry, place=place, key=key) for entry in node.value]

    def write(self, value: Any, *, flow: bool) -> str:
        return "[" + ", ".join(self.of.write(entry, flow=True) for entry in value) + "]"

    def block(self, value: Any) -> list[str] | None:
        if not value or not isinstance(self.of, Record):
            return None
        return list(_dashed(self.of, value))


def _dashed(shape: "Record", entries: list[Any]) -> Iterator[str]:
    for entry in entries:
        first, *rest = shape.block(entry) or []
        yield f"- {first}"
        yield from (f"  {line}" for line in rest)


@dataclass(frozen=True)
class TextOrTexts:
    """One id, or several of them: a `choice` with one or with several right options."""

    of: Shape

    def read(self, *, node: yaml.Node, place: Place, key: str) -> Any:
        if isinstance(node, yaml.SequenceNode):
            return Listing(self.of, least=1).read(node=node, place=place, key=key)
        return self.of.read(node=node, place=place, key=key)

    def write(self, value: Any, *, flow: bool) -> str:
        shape = Listing(self.of) if isinstance(value, (list, tuple)) else self.of
        return shape.write(value, flow=flow)

    def block(self, value: Any) -> list[str] | None:
        return None


@dataclass(frozen=True)
class Pairs:
    """Ids to ids, in one pair of braces: the answer of a `match`."""

    def read(self, *, node: yaml.Node, place: Place, key: str) -> dict[str, str]:
        entries = _entries(node=node, place=place, what=f"“{key}”")
        return {name: Id().read(node=value, place=place, key=key) for name, (_, value) in entries.items()}

    def write(self, value: Any, *, flow: bool) -> str:
        pairs = (f"{Text().write(a, flow=True)}: {Text().write(b, flow=True)}" for a, b in value.items())
        return "{" + ", ".join(pairs) + "}"

    def block(self, value: Any) -> list[str] | None:
        return None


@dataclass(frozen=True, kw_only=True)
class Key:
    """A key of a record. A value equal to `default` is left out when written."""

    shape: Shape
    required: bool = True
    default: Any = None


@dataclass(frozen=True)
class Record:
    """Named keys, written in the order in which they stand here."""

    what: str
    keys: Mapping[str, Key] = field(hash=False)

    def read(self, *, node: yaml.Node, place: Place, key: str) -> Json:
        entries = _entries(node=node, place=place, what=self.what)
        for name, (name_node, _) in entries.items():
            if name not in self.keys:
                raise self._unknown(name=name, node=name_node, place=place)
        return {name: self._value(name=name, entries=entries, node=node, place=place) for name in self.keys}

    def _value(
        self, *, name: str, entries: Mapping[str, tuple[yaml.Node, yaml.Node]], node: yaml.Node, place: Place
    ) -> Any:
        expected = self.keys[name]
        if name in entries:
            return expected.shape.read(node=entries[name][1], place=place, key=name)
        if expected.required:
            problem = f"“{name}” is missing in {self.what}."
            raise place.error(node=node, problem=problem, mend=f"Add a line “{name}: …”.")
        return expected.default

    def _unknown(self, *, name: str, node: yaml.Node, place: Place) -> FormatError:
        near = difflib.get_close_matches(name, self.keys, n=1)
        mend = f"Did you mean “{near[0]}”?" if near else f"Possible keys: {', '.join(self.keys)}."
        return place.error(node=node, problem=f"“{name}” is not a key of {self.what}.", mend=mend)

    def write(self, value: Any, *, flow: bool) -> str:
        raise TypeError(f"{self.what} is written as lines")

    def block(self, value: Any) -> list[str] | None:
        lines: list[str] = []
        for name, expected in self.keys.items():
            entry = value[name]
            if not expected.required and entry == expected.default:
                continue
            below = expected.shape.block(entry)
            if below is None:
                lines.append(f"{name}: {expected.shape.write(entry, flow=False)}")
            else:
                lines += [f"{name}:", *(f"  {line}" for line in below)]
        return lines


def in_languages() -> Record:
    """A text in each language. A course may be written in one only."""
    return Record("a text in languages", {name: Key(shape=Text(), required=False) for name in LANGUAGES})


def _entries(*, node: yaml.Node, place: Place, what: str) -> dict[str, tuple[yaml.Node, yaml.Node]]:
    if not isinstance(node, yaml.MappingNode):
        raise place.error(node=node, problem=f"{what} should be lines of “key: value”.", mend="Put each on a line.")
    found: dict[str, tuple[yaml.Node, yaml.Node]] = {}
    for name_node, value in node.value:
        name = _scalar(node=name_node, place=place, key="key", wanted="a key")
        if name in found:
            raise place.error(node=name_node, problem=f"“{name}” stands here twice.", mend="Remove one of them.")
        found[name] = (name_node, value)
    return found


def compose(text: str, *, place: Place) -> yaml.Node:
    """The YAML tree of `text`, with the file's line in every complaint. No tags, no anchors, no aliases."""
    try:
        for event in yaml.parse(text, Loader=_Loader):
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise FormatError(
                    path=place.path,
                    line=place.first_line + (int(event.start_mark.line) if event.start_mark else 0),
                    problem="“&” and “*” at the start of a value have a meaning of their own here.",
                    mend="Put the text into double quotes.",
                )
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = place.first_line + (int(mark.line) if mark else 0)
        detail = getattr(error, "problem", None) or "it is not YAML"
        mend = "Look at colons, quotes and indentation; put a text with “: ” or “#” into double quotes."
        raise FormatError(path=place.path, line=line, problem=f"This cannot be read: {detail}.", mend=mend) from None
    if node is None:
        raise FormatError(path=place.path, line=place.first_line, problem="This is empty.", mend="Write the keys.")
    return node


def quoted_if_needed(text: str, *, flow: bool) -> str:
    """Plain where YAML reads it back as the same text, else in double quotes."""
    return text if text and not _UNSAFE.search(text) and _reads_back(text, flow=flow) else _quoted(text)


def _reads_back(text: str, *, flow: bool) -> bool:
    try:
        if "\t" in text or (flow and "?" in text):
            return False  # YAML readers disagree about tabs, and about a question mark before a bracket
        if flow:
            return bool(_load(f"[{text}, {{{text}: {text}}}]") == [text, {text: text}])
        return bool(_load(f"k: {text}") == {"k": text})
    except (yaml.YAMLError, ValueError):
        return False


def _load(text: str) -> Any:
    return yaml.load(text, Loader=_Loader)


def _quoted(text: str) -> str:
    return _UNSAFE.sub(_escaped, json.dumps(text, ensure_ascii=False))


def _escaped(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}"
