"""The one table of what a phone may write: every kind of event, its body, what it needs consent for.

docs/events.md shows this table to integrators; a test holds the two together.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from courses.engine import asking

Purpose = Literal["needs", "contact"]
ItemShape = Literal["lesson", "lesson/exercise", "lesson/tool", "lesson or none"]

_SLUG = "[A-Za-z0-9][A-Za-z0-9._-]{0,59}"
_ITEMS: Mapping[ItemShape | None, re.Pattern[str]] = {
    None: re.compile(""),
    "lesson": re.compile(_SLUG),
    "lesson/exercise": re.compile(f"{_SLUG}/{_SLUG}"),
    "lesson/tool": re.compile(f"{_SLUG}/{_SLUG}"),
    "lesson or none": re.compile(f"(?:{_SLUG})?"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class EventKind:
    """`item` is the shape of the event's `item` (None: it has none), `fields` the types of its body, all required.

    `longest` is the most bytes of the body as JSON. `consent`: may be sent only once this is given. `also` says of a
    body whose fields are of the right types whether they go together.
    """

    name: str
    means: str
    item: ItemShape | None
    fields: Mapping[str, Any]
    longest: int = 64_000
    consent: Purpose | None = None
    also: Callable[[bytes], bool] | None = None


Short = Annotated[str, Meta(max_length=200)]
ShortList = Annotated[list[Short], Meta(max_length=50)]
ShortText = Annotated[str, Meta(max_length=40)]
Slug = Annotated[str, Meta(pattern=f"^{_SLUG}\\Z")]
Language = Literal["en", "zh-hans"]
Count = Annotated[int, Meta(ge=1, le=10_000)]
Number = Annotated[int, Meta(ge=0, le=50)]
Share = Annotated[float, Meta(ge=0, le=1)]
Pairs = Annotated[dict[Short, Short], Meta(max_length=50)]
Response = Annotated[str, Meta(max_length=2000)] | ShortList | Pairs | bool | int | float
Responses = Annotated[dict[Slug, Response], Meta(max_length=50)]
Result = dict[str, Any]
SurveyAnswer = Short | ShortList | bool | int | None

EVENT_KINDS: tuple[EventKind, ...] = (
    EventKind(
        name="lesson_opened",
        means="She opened a lesson. The event's id names the sitting.",
        item="lesson",
        fields={"language": Language},
    ),
    EventKind(
        name="answered",
        means="She answered an exercise. `try` counts from 1 within the sitting; `credit` is the phone's own grade.",
        item="lesson/exercise",
        fields={"sitting": UUID, "try": Count, "response": Response, "credit": Share},
    ),
    EventKind(
        name="lesson_finished",
        means="She reached the last card and tried every exercise.",
        item="lesson",
        fields={"sitting": UUID},
    ),
    EventKind(
        name="tool_used",
        means="She practised with a tool. Self-reported: it never counts toward mastery.",
        item="lesson/tool",
        fields={"sitting": UUID, "result": Result},
        longest=4000,
    ),
    EventKind(
        name="checked",
        means="She took the lesson's check set: one try each, without the cards. `right` is the phone's own count.",
        item="lesson",
        fields={"responses": Responses, "right": Number},
    ),
    EventKind(
        name="assessed",
        means="She handed in an assessment of the module: her responses to the exercises drawn for her.",
        item=None,
        fields={"draw": UUID, "responses": Responses},
    ),
    EventKind(
        name="taught",
        means="She taught a neighbour what the lesson is about. Self-reported: it never counts toward mastery.",
        item="lesson",
        fields={},
    ),
    EventKind(
        name="profile_set",
        means="She chose a nickname, a picture or a language.",
        item=None,
        fields={"nickname": ShortText, "picture": ShortText, "language": Language},
    ),
    EventKind(
        name="consent_set",
        means="She allowed or took back one purpose.",
        item=None,
        fields={"purpose": Purpose, "given": bool},
    ),
    EventKind(
        name="survey_answered",
        means="She answered one question of the survey.",
        item=None,
        fields={"question": Slug, "answer": SurveyAnswer},
        consent="needs",
    ),
    EventKind(
        name="message_read",
        means="She read a message of the inbox.",
        item=None,
        fields={"message": UUID},
    ),
    EventKind(
        name="asked",
        means="She asked her trainer something, in words, with a photo or with a spoken note.",
        item="lesson or none",
        fields={"text": asking.Text, "attachments": asking.Attachments},
        longest=8000,
        also=asking.is_question,
    ),
)
KINDS: Mapping[str, EventKind] = {kind.name: kind for kind in EVENT_KINDS}

REASSIGNED = "reassigned"
"""The one kind that staff write and no phone: these events were done under somebody else's name. It stands in both
records. Body: `{"way": "away"|"here", "events": [id…]}`, without saying who the other is."""
LEARNED = ("lesson_opened", "answered", "lesson_finished", "tool_used", "checked", "taught")
"""What may be reassigned: what somebody did in lessons. What she said of herself, and proofs, stay."""


def _decoder(kind: EventKind) -> msgspec.json.Decoder[Any]:
    """Reads a body and checks it in one go: intake asks for every event."""
    fields = [(f"_{name}", type_) for name, type_ in kind.fields.items()]
    names = {f"_{name}": name for name in kind.fields}
    return msgspec.json.Decoder(
        msgspec.defstruct(kind.name, fields, rename=names, forbid_unknown_fields=True, gc=False)
    )


_DECODERS = {kind.name: _decoder(kind) for kind in EVENT_KINDS}


def fits(*, kind: str, body: bytes) -> bool:
    """Whether this JSON can be the body of an event of that kind."""
    known = KINDS.get(kind)
    if known is None or len(body) > known.longest:
        return False
    try:
        _DECODERS[kind].decode(body)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return False
    if b"\\u0000" in body:  # no database keeps this sign
        return False
    return known.also is None or known.also(body)


def is_place(*, kind: str, item: str) -> bool:
    """Whether an event of that kind can be about this `item`, such as `ra1/q1` of an `answered`."""
    known = KINDS.get(kind)
    return known is not None and _ITEMS[known.item].fullmatch(item) is not None
