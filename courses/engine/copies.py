"""A kept copy: the file into which a phone writes what it could not send (docs/events.md, "A kept copy").

One JSON object a line: a head that says whose it is and how many events follow, then the events as in a sync. A file
that lost its head, its end or some of its signs on the way is read as far as it can be.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, TypeVar
from uuid import UUID

import msgspec
from msgspec import Meta

T = TypeVar("T")
MOST_BYTES = 16 * 1024 * 1024
"""About 35,000 events: more than any phone ever kept."""


class _Head(msgspec.Struct, frozen=True, kw_only=True):
    copy: int
    device: UUID
    events: Annotated[int, Meta(ge=0)]
    language: Annotated[str, Meta(max_length=16)] = "zh-hans"


class _Marked(msgspec.Struct, frozen=True):
    """What every event says, whatever else is wrong with it."""

    device: UUID
    kind: str


class _Whole(msgspec.Struct, frozen=True):
    """The file in which a learner takes along all that is hers: it holds her events too."""

    events: list[msgspec.Raw]


_HEAD = msgspec.json.Decoder(_Head)
_MARKED = msgspec.json.Decoder(_Marked)
_WHOLE = msgspec.json.Decoder(_Whole)


class NotACopy(ValueError):
    """Nothing in the file was written by a phone of ours."""


@dataclass(frozen=True, kw_only=True)
class Copy:
    """What was read. `device` wrote the file; `lines` should each be an event.

    `promised`: how many events the head speaks of; None where the head is missing.
    """

    device: UUID
    lines: Sequence[bytes]
    promised: int | None = None
    language: str = "zh-hans"

    @property
    def missing(self) -> int:
        """How many events were lost between the phone and here."""
        return max(0, self.promised - len(self.lines)) if self.promised is not None else 0


def read_copy(raw: bytes) -> Copy:
    """What a phone wrote, in order. Raises NotACopy."""
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    if whole := _read(_WHOLE, raw):
        # As phones send them: the blanks of a file made for people would make each another event.
        return _without_head([msgspec.json.format(event, indent=-1) for event in whole.events])
    lines = [line for line in (each.strip() for each in raw.split(b"\n")) if line]
    head = _read(_HEAD, lines[0]) if lines else None
    if head is None:
        return _without_head(lines)
    return Copy(device=head.device, lines=lines[1:], promised=head.events, language=head.language)


def _without_head(lines: Sequence[bytes]) -> Copy:
    """An event names its device too: the first one that can be read speaks for the file."""
    marked = next((found for line in lines if (found := _read(_MARKED, line))), None)
    if marked is None:
        raise NotACopy
    return Copy(device=marked.device, lines=lines)


def device_of(line: bytes) -> UUID | None:
    """The device that an event names, where at least that can be read."""
    marked = _read(_MARKED, line)
    return marked.device if marked else None


def _read(decoder: msgspec.json.Decoder[T], raw: bytes) -> T | None:
    try:
        return decoder.decode(raw)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
