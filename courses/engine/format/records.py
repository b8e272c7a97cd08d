"""What content files are made of: lists of shapes, pairs, and records of named keys in their canonical order."""

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from courses.engine.format.errors import FormatError
from courses.engine.format.sayings import NAMES, Complaint, Value, Words
from courses.engine.format.shapes import Id, Shape, Text, scalar
from courses.engine.format.types import LANGUAGES, Json
from courses.engine.format.yaml_text import Place


@dataclass(frozen=True)
class Listing:
    """Several of one shape: records below each other, anything else in one pair of brackets."""

    of: Shape
    least: int = 0

    def read(self, *, node: yaml.Node, place: Place, key: str) -> list[Any]:
        if not isinstance(node, yaml.SequenceNode):
            raise place.error(node, Complaint("not-list", {"key": key}))
        if len(node.value) < self.least:
            raise place.error(node, Complaint("too-few", {"key": key, "least": self.least}))
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
class OneOrSeveral:
    """One of a shape, or several in brackets: the right options of a `choice`, the accepted texts of a `text-entry`."""

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
        entries = _entries(node, place=place, what=key)
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

    what: Words
    keys: Mapping[str, Key] = field(hash=False)

    def read(self, *, node: yaml.Node, place: Place, key: str) -> Json:
        entries = _entries(node, place=place, what=self.what)
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
            raise place.error(node, Complaint("missing-key", {"key": name, "what": self.what}))
        return expected.default

    def _unknown(self, *, name: str, node: yaml.Node, place: Place) -> FormatError:
        near = difflib.get_close_matches(name, self.keys, n=1)
        values: dict[str, Value] = {"key": name, "what": self.what}
        if near:
            return place.error(node, Complaint("misspelt-key", values | {"near": near[0]}))
        return place.error(node, Complaint("unknown-key", values | {"known": ", ".join(self.keys)}))

    def write(self, value: Any, *, flow: bool) -> str:
        raise TypeError(f"{self.what.en} is written as lines")

    def block(self, value: Any) -> list[str] | None:
        lines: list[str] = []
        for name, expected in self.keys.items():
            # A value that was kept before a key came to be is written as if the key were left out.
            entry = value[name] if expected.required else value.get(name, expected.default)
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
    return Record(NAMES["languages"], {name: Key(shape=Text(), required=False) for name in LANGUAGES})


def _entries(node: yaml.Node, *, place: Place, what: str | Words) -> dict[str, tuple[yaml.Node, yaml.Node]]:
    if not isinstance(node, yaml.MappingNode):
        raise place.error(node, Complaint("not-keys", {"what": what}))
    found: dict[str, tuple[yaml.Node, yaml.Node]] = {}
    for name_node, value in node.value:
        name = scalar(name_node, place=place, key="key", wanted="key")
        if name in found:
            raise place.error(name_node, Complaint("key-twice", {"key": name}))
        found[name] = (name_node, value)
    return found
