"""The stretches of YAML in content files: read with the file's lines, and texts quoted where YAML needs it."""

import json
import re
from dataclasses import dataclass
from typing import Any

import yaml

from courses.engine.format.errors import FormatError
from courses.engine.format.sayings import Complaint

# libyaml where the wheel has it: the same trees, ten times as quick.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UNSAFE = re.compile("[^\t\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a stretch of YAML stands: `first_line` is the file's line of its first line, from 1."""

    path: str
    first_line: int = 1

    def line(self, node: yaml.Node) -> int:
        return self.first_line + int(node.start_mark.line)

    def error(self, node: yaml.Node, complaint: Complaint) -> FormatError:
        return FormatError(path=self.path, line=self.line(node), complaint=complaint)


def compose(text: str, *, place: Place) -> yaml.Node:
    """The YAML tree of `text`, with the file's line in every complaint. No tags, no anchors, no aliases."""
    try:
        for event in yaml.parse(text, Loader=_Loader):
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise _complained(event.start_mark, code="sign-with-meaning", place=place)
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        raise _complained(getattr(error, "problem_mark", None), code="not-yaml", place=place) from None
    if node is None:
        raise _complained(None, code="empty", place=place)
    return node


def _complained(mark: Any, *, code: str, place: Place) -> FormatError:
    """`mark` is PyYAML's or libyaml's, which share no type; None where the parser named no place."""
    line = place.first_line + (int(mark.line) if mark else 0)
    return FormatError(path=place.path, line=line, complaint=Complaint(code))


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
