"""What may stand in one value of a content file, said once: the same shape reads, checks and writes it.

A shape reads a YAML node into a plain value and writes it back in the one canonical way. Reading is strict about
keys and gentle about quotes: what is written where a text belongs is that text, `1.1` and `yes` included.
"""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any, Protocol

import yaml

from courses.engine.format.countries import CODES
from courses.engine.format.sayings import NAMES, Complaint, Value
from courses.engine.format.yaml_text import Place, quoted_if_needed

ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


class Shape(Protocol):
    """`write` gives the value as it stands after a colon on one line; `block` its lines below the key instead."""

    def read(self, *, node: yaml.Node, place: Place, key: str) -> Any: ...

    def write(self, value: Any, *, flow: bool) -> str: ...

    def block(self, value: Any) -> list[str] | None: ...


class OneLine:
    """What is always written after its key."""

    def block(self, value: Any) -> list[str] | None:
        return None


def scalar(node: yaml.Node, *, place: Place, key: str, wanted: str) -> str:
    """The text of one value; `wanted` is what is called for instead, a name of `sayings.NAMES`."""
    values: dict[str, Value] = {"key": key, "wanted": NAMES[wanted]}
    if not isinstance(node, yaml.ScalarNode):
        raise place.error(node, Complaint("not-wanted", values))
    if node.tag == "tag:yaml.org,2002:null" and not node.style:
        raise place.error(node, Complaint("empty-key", values))
    return str(node.value)


@dataclass(frozen=True)
class Text(OneLine):
    def read(self, *, node: yaml.Node, place: Place, key: str) -> str:
        text = scalar(node, place=place, key=key, wanted="text").strip()
        if not text:
            raise place.error(node, Complaint("empty-key", {"key": key, "wanted": NAMES["text"]}))
        return text

    def write(self, value: Any, *, flow: bool) -> str:
        return quoted_if_needed(str(value), flow=flow)


@dataclass(frozen=True)
class Id(Text):
    def read(self, *, node: yaml.Node, place: Place, key: str) -> str:
        text = super().read(node=node, place=place, key=key)
        if not ID.fullmatch(text):
            raise place.error(node, Complaint("bad-id", {"text": text}))
        return text


@dataclass(frozen=True)
class Country(Text):
    """Two small letters of ISO 3166."""

    def read(self, *, node: yaml.Node, place: Place, key: str) -> str:
        text = super().read(node=node, place=place, key=key)
        if text not in CODES:
            raise place.error(node, Complaint("bad-country", {"text": text}))
        return text


@dataclass(frozen=True)
class LessonName(Text):
    """`module/lesson`."""

    def read(self, *, node: yaml.Node, place: Place, key: str) -> str:
        text = super().read(node=node, place=place, key=key)
        parts = text.split("/")
        if len(parts) != 2 or not all(ID.fullmatch(part) for part in parts):
            raise place.error(node, Complaint("bad-lesson-name", {"text": text}))
        return text


@dataclass(frozen=True)
class OneOf(Text):
    values: tuple[str, ...]

    def read(self, *, node: yaml.Node, place: Place, key: str) -> str:
        text = super().read(node=node, place=place, key=key)
        if text not in self.values:
            values = {"key": key, "text": text, "known": ", ".join(self.values)}
            raise place.error(node, Complaint("not-one-of", values))
        return text


@dataclass(frozen=True)
class Whole(OneLine):
    least: int = 0
    most: int = 1000

    def read(self, *, node: yaml.Node, place: Place, key: str) -> int:
        text = scalar(node, place=place, key=key, wanted="whole-number")
        if not re.fullmatch(r"[0-9]{1,9}", text) or not self.least <= int(text) <= self.most:
            values: dict[str, Value] = {"key": key, "text": text, "least": self.least, "most": self.most}
            raise place.error(node, Complaint("not-whole", values))
        return int(text)

    def write(self, value: Any, *, flow: bool) -> str:
        return str(int(value))


@dataclass(frozen=True)
class Number(OneLine):
    """A decimal number, kept as int where it is whole."""

    def read(self, *, node: yaml.Node, place: Place, key: str) -> float:
        text = scalar(node, place=place, key=key, wanted="number")
        if not re.fullmatch(r"-?[0-9]{1,12}(\.[0-9]{1,6})?", text):
            raise place.error(node, Complaint("not-number", {"key": key, "text": text}))
        return plain_number(float(text))

    def write(self, value: Any, *, flow: bool) -> str:
        return f"{value:.6f}".rstrip("0").rstrip(".")


def plain_number(value: float) -> float:
    """`40.0` becomes `40`, so that one number has one form; never minus zero."""
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded


@dataclass(frozen=True)
class Flag(OneLine):
    def read(self, *, node: yaml.Node, place: Place, key: str) -> bool:
        text = scalar(node, place=place, key=key, wanted="flag")
        if text.lower() not in ("true", "false"):
            raise place.error(node, Complaint("not-flag", {"key": key, "text": text}))
        return text.lower() == "true"

    def write(self, value: Any, *, flow: bool) -> str:
        return "true" if value else "false"


@dataclass(frozen=True)
class Day(OneLine):
    """A date, as its ISO text."""

    def read(self, *, node: yaml.Node, place: Place, key: str) -> str:
        text = scalar(node, place=place, key=key, wanted="date")
        try:
            return dt.date.fromisoformat(text).isoformat()
        except ValueError:
            raise place.error(node, Complaint("not-date", {"text": text})) from None

    def write(self, value: Any, *, flow: bool) -> str:
        return str(value)
