"""A kept copy: the file into which a phone writes what it could not send (docs/events.md, "A kept copy").

One JSON object a line: a head that says whose it is and how many events follow, then the events as in a sync, then
what hangs on questions. A file that lost its head, its end or some of its signs on the way is read as far as it can be.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated, TypeVar
from uuid import UUID

import msgspec
from msgspec import Meta

from courses.engine.asking import MOST_OF_A_NOTE, Sha256

T = TypeVar("T")
MOST_BYTES = 16 * 1024 * 1024
"""About 35,000 events: more than any phone ever kept."""


class _Head(msgspec.Struct, frozen=True, kw_only=True):
    copy: int
    device: UUID
    events: Annotated[int, Meta(ge=0)]
    attachments: Annotated[int, Meta(ge=0)] = 0
    language: Annotated[str, Meta(max_length=16)] = "zh-hans"


class Carried(msgspec.Struct, frozen=True):
    """What hangs on a question, whole; `data` travels as base64."""

    attachment: UUID
    sha256: Sha256
    data: Annotated[bytes, Meta(min_length=1, max_length=MOST_OF_A_NOTE)]


class _Marked(msgspec.Struct, frozen=True):
    """What every event says, whatever else is wrong with it."""

    device: UUID
    kind: str


class _Whole(msgspec.Struct, frozen=True):
    """The file in which a learner takes along all that is hers: it holds her events and attachments too."""

    events: list[msgspec.Raw]
    attachments: list[msgspec.Raw] = []


_HEAD = msgspec.json.Decoder(_Head)
_MARKED = msgspec.json.Decoder(_Marked)
_WHOLE = msgspec.json.Decoder(_Whole)
_CARRIED = msgspec.json.Decoder(Carried)
_OF_AN_ATTACHMENT = re.compile(rb'\{\s*"attachment"')


class NotACopy(ValueError):
    """Nothing in the file was written by a phone of ours."""


@dataclass(frozen=True, kw_only=True)
class Copy:
    """What was read. `device` wrote the file; `lines` should each be an event; `attachments` come after them.

    `promised`: how many of both the head speaks of; None where the head is missing.
    """

    device: UUID
    lines: Sequence[bytes]
    attachments: Sequence[Carried] = ()
    promised: int | None = None
    language: str = "zh-hans"

    @property
    def missing(self) -> int:
        """How many events and attachments were lost between the phone and here."""
        here = len(self.lines) + len(self.attachments)
        return max(0, self.promised - here) if self.promised is not None else 0


def read_copy(raw: bytes) -> Copy:
    """What a phone wrote, in order. Raises NotACopy."""
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    if whole := _read(_WHOLE, raw):
        # As phones send them: the blanks of a file made for people would make each another event.
        return _without_head([msgspec.json.format(event, indent=-1) for event in whole.events], whole.attachments)
    lines = [line for line in (each.strip() for each in raw.split(b"\n")) if line]
    head = _read(_HEAD, lines[0]) if lines else None
    hanging = [line for line in lines if _OF_AN_ATTACHMENT.match(line)]
    if hanging:
        lines = [line for line in lines if not _OF_AN_ATTACHMENT.match(line)]
    if head is None:
        return _without_head(lines, hanging)
    return Copy(
        device=head.device,
        lines=lines[1:],
        attachments=_carried(hanging),
        promised=head.events + head.attachments,
        language=head.language,
    )


def _carried(lines: Iterable[bytes]) -> list[Carried]:
    """A line that was torn is no use to anybody: the phone has it still, and brings it when it can."""
    return [carried for line in lines if (carried := _read(_CARRIED, line))]


def _without_head(lines: Sequence[bytes], hanging: Iterable[bytes]) -> Copy:
    """An event names its device too: the first one that can be read speaks for the file."""
    marked = next((found for line in lines if (found := _read(_MARKED, line))), None)
    if marked is None:
        raise NotACopy
    return Copy(device=marked.device, lines=lines, attachments=_carried(hanging))


def device_of(line: bytes) -> UUID | None:
    """The device that an event names, where at least that can be read."""
    marked = _read(_MARKED, line)
    return marked.device if marked else None


def _read(decoder: msgspec.json.Decoder[T], raw: bytes) -> T | None:
    try:
        return decoder.decode(raw)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
