"""A question to the trainer, and what may hang on it: one photo, one spoken note. docs/events.md, "Questions"."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

Type = Literal["image/jpeg", "image/webp", "audio/webm", "audio/mp4", "audio/ogg"]

MOST_SIGNS = 1000
MOST_OF_A_PHOTO = 61_440
MOST_OF_A_NOTE = 122_880
MOST_BYTES: Mapping[str, int] = {
    "image/jpeg": MOST_OF_A_PHOTO,
    "image/webp": MOST_OF_A_PHOTO,
    "audio/webm": MOST_OF_A_NOTE,
    "audio/mp4": MOST_OF_A_NOTE,
    "audio/ogg": MOST_OF_A_NOTE,
}
PART_BYTES = 32_768
"""How much of an attachment travels at once; the last part is the rest."""

Sha256 = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]


class Named(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An attachment as its question names it, long before its bytes are there."""

    id: UUID
    sha256: Sha256
    bytes: Annotated[int, Meta(ge=1, le=MOST_OF_A_NOTE)]
    type: Type


Text = Annotated[str, Meta(max_length=MOST_SIGNS)]
Attachments = Annotated[list[Named], Meta(max_length=2)]


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    text: Text
    attachments: Attachments


_QUESTION = msgspec.json.Decoder(Question)


def read_question(body: bytes) -> Question:
    """The body of an `asked`, where `events.fits` said that it fits."""
    return _QUESTION.decode(body)


def is_question(body: bytes) -> bool:
    """Whether it asks anything, with at most one photo and one note, none of them too long."""
    question = read_question(body)
    named = question.attachments
    if not (question.text.strip() or named) or len({each.id for each in named}) < len(named):
        return False
    kinds = [each.type.partition("/")[0] for each in named]
    return len(set(kinds)) == len(kinds) and all(each.bytes <= MOST_BYTES[each.type] for each in named)


def lengths_of_parts(size: int) -> Sequence[int]:
    """How many bytes each part has of an attachment of this size."""
    whole, rest = divmod(size, PART_BYTES)
    return [PART_BYTES] * whole + ([rest] if rest else [])
