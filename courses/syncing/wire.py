"""What travels between a phone and the server: shapes and nothing more. docs/events.md describes them.

The whole request is decoded at once; only where that fails, each event by itself, so that one that cannot be read
never holds the others.
"""

import hashlib
import struct
from datetime import datetime
from typing import Annotated, Literal, TypeVar
from uuid import UUID

import msgspec

from courses.engine.devices import ABILITIES
from courses.refusals import Invalid

T = TypeVar("T")
MOST_EVENTS = 100
_SMALL = 2**15 - 1
_LARGE = 2**53

_NO_NUL = "^[^\\x00]*$"
"""PostgreSQL keeps no NUL in a text."""
Name = Annotated[str, msgspec.Meta(max_length=64)]
Language = Annotated[str, msgspec.Meta(max_length=16, pattern=_NO_NUL)]
Moment = Annotated[datetime, msgspec.Meta(tz=True)]
Hex128 = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{32}$")]
Secret = Annotated[str, msgspec.Meta(min_length=16, max_length=200)]


class Malformed(Invalid):
    """The request itself cannot be read; no event could be looked at."""

    code = "malformed"


class TooLarge(Invalid):
    code = "too-large"


class Event(msgspec.Struct, kw_only=True, frozen=True, gc=False):
    """One event as sent. `body` stays text until its kind is known."""

    id: UUID
    v: Annotated[int, msgspec.Meta(ge=0, le=_SMALL)]
    device: UUID
    seq: Annotated[int, msgspec.Meta(ge=0, le=_LARGE)]
    learner: UUID
    kind: Annotated[str, msgspec.Meta(max_length=24)]
    at: Moment
    session: UUID | None = None
    mono: Annotated[float, msgspec.Meta(ge=-_LARGE, le=_LARGE)] | None = None
    module: Annotated[str, msgspec.Meta(max_length=60)] | None = None
    release: Name | None = None
    item: Annotated[str, msgspec.Meta(max_length=120)] | None = None
    body: msgspec.Raw


class Unreadable(msgspec.Struct, frozen=True):
    """What stood where an event was expected; `id` where at least that could be read."""

    id: UUID | None
    raw: bytes


class Digest(msgspec.Struct, frozen=True):
    """How many ids, and the XOR of their 16 bytes."""

    n: Annotated[int, msgspec.Meta(ge=0, le=_LARGE)]
    x: Hex128


class Cursor(msgspec.Struct, frozen=True):
    epoch: UUID
    record_seq: Annotated[int, msgspec.Meta(ge=0, le=_LARGE)]


class Reader(msgspec.Struct, frozen=True):
    """A learner of this phone, the key to read for her, how far it has read.

    `lock`: it has no reset key or no proof for her. `proof`: shown where the server said that it may not write for her.
    """

    id: UUID
    read: Secret
    cursor: Cursor | None = None
    lock: bool = False
    proof: Hex128 | None = None


class _Envelope(msgspec.Struct, kw_only=True, frozen=True):
    """`last`: all tokens that this phone ever showed were refused, and it has no other."""

    device: UUID
    now: Moment
    digest: Digest
    app: Annotated[str, msgspec.Meta(max_length=40, pattern=_NO_NUL)] = ""
    session: UUID | None = None
    mono: Annotated[float, msgspec.Meta(ge=-_LARGE, le=_LARGE)] | None = None
    waiting: Annotated[int, msgspec.Meta(ge=-_LARGE, le=2**31 - 1)] = 0
    learners: Annotated[list[Reader], msgspec.Meta(max_length=50)] = []
    catalogue: Name | None = None
    language: Language = "zh-hans"
    can: Annotated[list[Annotated[str, msgspec.Meta(max_length=16)]], msgspec.Meta(max_length=10)] = []
    last: bool = False


class Request(_Envelope, kw_only=True, frozen=True):
    """`POST /api/v1/sync`, where every event can be read."""

    events: list[Event] = []


class _LooseRequest(_Envelope, kw_only=True, frozen=True):
    events: list[msgspec.Raw] = []


class HaveRequest(msgspec.Struct, frozen=True):
    """`POST /api/v1/sync/have`: digests of the ids the phone believes delivered, by UTC day of the uuid7."""

    device: UUID
    days: Annotated[
        dict[Annotated[str, msgspec.Meta(pattern="^[0-9]{4,5}-[0-9]{2}-[0-9]{2}$")], Digest],
        msgspec.Meta(max_length=5000),
    ]


class JoinRequest(msgspec.Struct, frozen=True):
    """`POST /api/v1/join`."""

    code: Annotated[str, msgspec.Meta(max_length=40)]
    device: UUID
    learner: UUID
    read: Secret
    language: Language = "zh-hans"


class DrawRequest(msgspec.Struct, frozen=True):
    """`POST /api/v1/assessments/{module}`."""

    device: UUID
    learner: UUID
    read: Secret
    language: Language = "zh-hans"


class ClaimRequest(msgspec.Struct, frozen=True, kw_only=True):
    """`POST /api/v1/certificates`."""

    device: UUID
    learner: UUID
    read: Secret
    module: Annotated[str, msgspec.Meta(max_length=64, pattern=_NO_NUL)]
    name: Annotated[str, msgspec.Meta(max_length=400)]
    show_name: bool
    language: Language = "zh-hans"


class TokenRequest(msgspec.Struct, frozen=True):
    """`POST /api/v1/tokens`: the upload token that this device wants to have from now on."""

    device: UUID
    next: Secret


class PassRequest(msgspec.Struct, frozen=True):
    """`POST /api/v1/passes`."""

    device: UUID
    learner: UUID
    read: Secret
    language: Language = "zh-hans"


class AdmissionRequest(msgspec.Struct, frozen=True):
    """`POST /api/v1/admissions`."""

    code: Annotated[str, msgspec.Meta(max_length=40)]
    device: UUID
    read: Secret
    language: Language = "zh-hans"


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """`PUT /api/v1/attachments/{sha256}`: a part of an attachment, or, with no `part`, the question what is lacking."""

    sha256: str
    device: UUID
    id: UUID
    part: int | None
    data: bytes


class _OnlyId(msgspec.Struct, frozen=True):
    id: UUID


class _OnlyLearner(msgspec.Struct, frozen=True):
    learner: UUID


Code = Literal["stored", "known", "parked", "gone"]
Verdict = tuple[UUID | None, Code, str | None]

_REQUEST = msgspec.json.Decoder(Request)
_LOOSE = msgspec.json.Decoder(_LooseRequest)
_EVENT = msgspec.json.Decoder(Event)
_HAVE = msgspec.json.Decoder(HaveRequest)
_JOIN = msgspec.json.Decoder(JoinRequest)
_DRAW = msgspec.json.Decoder(DrawRequest)
_CLAIM = msgspec.json.Decoder(ClaimRequest)
_TOKEN = msgspec.json.Decoder(TokenRequest)
_PASS = msgspec.json.Decoder(PassRequest)
_ADMISSION = msgspec.json.Decoder(AdmissionRequest)
_ONLY_ID = msgspec.json.Decoder(_OnlyId)
_ONLY_LEARNER = msgspec.json.Decoder(_OnlyLearner)
_ENCODER = msgspec.json.Encoder()
_NOT_READ = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)
"""No JSON, another shape, no UTF-8, or brackets in brackets without end."""
_SIGNED_EIGHT_BYTES = struct.Struct(">q")


def read_request(raw: bytes) -> tuple[Request, list[Unreadable]]:
    """The request with the events that can be read, and those that cannot. Raises Malformed, TooLarge."""
    unreadable: list[Unreadable] = []
    try:
        request = _REQUEST.decode(raw)
    except _NOT_READ:
        request, unreadable = _read_one_by_one(raw)
    if len(request.events) + len(unreadable) > MOST_EVENTS:
        raise TooLarge
    return request, unreadable


def _read_one_by_one(raw: bytes) -> tuple[Request, list[Unreadable]]:
    try:
        loose = _LOOSE.decode(raw)
    except _NOT_READ as error:
        raise Malformed from error
    events: list[Event] = []
    unreadable: list[Unreadable] = []
    for each in loose.events:
        event = read_event(bytes(each))
        if isinstance(event, Unreadable):
            unreadable.append(event)
        else:
            events.append(event)
    rest = {name: getattr(loose, name) for name in _Envelope.__struct_fields__}
    return Request(**rest, events=events), unreadable


def read_event(raw: bytes) -> Event | Unreadable:
    """One event by itself."""
    try:
        return _EVENT.decode(raw)
    except _NOT_READ:
        return Unreadable(_id_of(raw), raw)


def _id_of(raw: bytes) -> UUID | None:
    try:
        return _ONLY_ID.decode(raw).id
    except _NOT_READ:
        return None


def learner_of(raw: bytes) -> UUID | None:
    """Whom an event is about, where at least that can be read."""
    try:
        return _ONLY_LEARNER.decode(raw).learner
    except _NOT_READ:
        return None


def decoded(decoder: msgspec.json.Decoder[T], raw: bytes) -> T:
    try:
        return decoder.decode(raw)
    except _NOT_READ as error:
        raise Malformed from error


def read_have(raw: bytes) -> HaveRequest:
    """Raises Malformed."""
    return decoded(_HAVE, raw)


def read_join(raw: bytes) -> JoinRequest:
    """Raises Malformed."""
    return decoded(_JOIN, raw)


def read_draw(raw: bytes) -> DrawRequest:
    """Raises Malformed."""
    return decoded(_DRAW, raw)


def read_claim(raw: bytes) -> ClaimRequest:
    """Raises Malformed."""
    return decoded(_CLAIM, raw)


def read_token(raw: bytes) -> TokenRequest:
    """Raises Malformed."""
    return decoded(_TOKEN, raw)


def read_pass(raw: bytes) -> PassRequest:
    """Raises Malformed."""
    return decoded(_PASS, raw)


def read_admission(raw: bytes) -> AdmissionRequest:
    """Raises Malformed."""
    return decoded(_ADMISSION, raw)


def abilities(request: Request) -> str:
    """What the phone says its browser can, of the words we know, as the device's row keeps it."""
    return " ".join(word for word in ABILITIES if word in request.can) if request.can else ""


def as_sent(event: Event) -> bytes:
    """The event's fields as JSON, always in the same order."""
    return _ENCODER.encode(event)


def fingerprint(event: Event) -> int:
    """The first 8 bytes, signed, of the SHA-256 of the event's fields: finds the same id with another content."""
    number: int = _SIGNED_EIGHT_BYTES.unpack_from(hashlib.sha256(as_sent(event)).digest())[0]
    return number
