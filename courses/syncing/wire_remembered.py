"""What a phone sends so that its browser is known again: shapes and nothing more. docs/events.md describes them."""

from typing import Annotated
from uuid import UUID

import msgspec

from courses.syncing.wire import Language, Secret, decoded


class Resident(msgspec.Struct, frozen=True):
    """One who learns on this phone. `locked`: she has set a lock here."""

    id: UUID
    read: Secret
    locked: bool = False


class RememberRequest(msgspec.Struct, frozen=True):
    """`POST /api/v1/remembered`."""

    device: UUID
    learners: Annotated[list[Resident], msgspec.Meta(min_length=1, max_length=50)]
    language: Language = "zh-hans"


class ComeBackRequest(msgspec.Struct, frozen=True):
    """`POST /api/v1/remembered/admissions`."""

    device: UUID
    which: Annotated[int, msgspec.Meta(ge=0, le=2**53)]
    read: Secret
    language: Language = "zh-hans"


_REMEMBER = msgspec.json.Decoder(RememberRequest)
_COME_BACK = msgspec.json.Decoder(ComeBackRequest)


def read_remember(raw: bytes) -> RememberRequest:
    """Raises Malformed."""
    return decoded(_REMEMBER, raw)


def read_come_back(raw: bytes) -> ComeBackRequest:
    """Raises Malformed."""
    return decoded(_COME_BACK, raw)
