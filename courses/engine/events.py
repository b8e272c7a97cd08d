"""The one table of what a phone may write: every kind of event, its body, what it needs consent for.

docs/events.md shows this table to integrators; a test holds the two together.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

LANGUAGES = ("en", "zh-hans")
LONGEST_RESULT = 4000

Purpose = Literal["needs", "contact"]
PURPOSES: tuple[Purpose, ...] = ("needs", "contact")
ItemShape = Literal["lesson", "lesson/exercise", "lesson/tool"]

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_SLUG = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}")
_ITEMS = (re.compile(""), _SLUG, re.compile(f"{_SLUG.pattern}/{_SLUG.pattern}"))


@dataclass(frozen=True, slots=True)
class Type:
    """What a field may hold: the words of the docs, and the check that goes with them."""

    words: str
    fits: Callable[[object], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventKind:
    """`item` is the shape of the event's `item` (None: it has none). `consent`: may be sent only once this is given."""

    name: str
    means: str
    item: ItemShape | None
    fields: Mapping[str, Type]
    consent: Purpose | None = None


def _text(longest: int) -> Type:
    return Type(f"text up to {longest} characters", lambda value: isinstance(value, str) and len(value) <= longest)


def _one_of(*values: str) -> Type:
    return Type(" or ".join(f'"{value}"' for value in values), lambda value: value in values)


def _is_response(value: object) -> bool:
    if isinstance(value, str):
        return len(value) <= 2000
    if isinstance(value, list):
        return len(value) <= 50 and all(_is_short(part) for part in value)
    if isinstance(value, dict):
        return len(value) <= 50 and all(_is_short(part) for part in [*value, *value.values()])
    return isinstance(value, (bool, int, float))


def _is_short(value: object) -> bool:
    return isinstance(value, str) and len(value) <= 200


def _is_share(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= 1


def _is_survey_answer(value: object) -> bool:
    if isinstance(value, list):
        return len(value) <= 50 and all(_is_short(part) for part in value)
    return value is None or isinstance(value, (bool, int)) or _is_short(value)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 10_000


def _is_uuid(value: object) -> bool:
    return isinstance(value, str) and _UUID.fullmatch(value) is not None


def _is_result(value: object) -> bool:
    return isinstance(value, dict) and len(json.dumps(value)) <= LONGEST_RESULT


UUID_TEXT = Type("uuid", _is_uuid)
SLUG = Type("id", lambda value: isinstance(value, str) and _SLUG.fullmatch(value) is not None)
LANGUAGE = _one_of(*LANGUAGES)
YES_NO = Type("true or false", lambda value: isinstance(value, bool))
COUNT = Type("whole number from 1", _is_count)
SHARE = Type("number from 0 to 1", _is_share)
RESPONSE = Type("response of the exercise's type", _is_response)
RESULT = Type(f"object up to {LONGEST_RESULT} characters of JSON", _is_result)
SURVEY_ANSWER = Type("text, whole number, true, false, null or a list of texts", _is_survey_answer)

EVENT_KINDS: tuple[EventKind, ...] = (
    EventKind(
        name="lesson_opened",
        means="She opened a lesson. The event's id names the sitting.",
        item="lesson",
        fields={"language": LANGUAGE},
    ),
    EventKind(
        name="answered",
        means="She answered an exercise. `try` counts from 1 within the sitting; `credit` is the phone's own grade.",
        item="lesson/exercise",
        fields={"sitting": UUID_TEXT, "try": COUNT, "response": RESPONSE, "credit": SHARE},
    ),
    EventKind(
        name="lesson_finished",
        means="She reached the last card and tried every exercise.",
        item="lesson",
        fields={"sitting": UUID_TEXT},
    ),
    EventKind(
        name="tool_used",
        means="She practised with a tool. Self-reported: it never counts toward mastery.",
        item="lesson/tool",
        fields={"sitting": UUID_TEXT, "result": RESULT},
    ),
    EventKind(
        name="profile_set",
        means="She chose a nickname, a picture or a language.",
        item=None,
        fields={"nickname": _text(40), "picture": _text(40), "language": LANGUAGE},
    ),
    EventKind(
        name="consent_set",
        means="She allowed or took back one purpose.",
        item=None,
        fields={"purpose": _one_of(*PURPOSES), "given": YES_NO},
    ),
    EventKind(
        name="survey_answered",
        means="She answered one question of the survey.",
        item=None,
        fields={"question": SLUG, "answer": SURVEY_ANSWER},
        consent="needs",
    ),
    EventKind(
        name="message_read",
        means="She read a message of the inbox.",
        item=None,
        fields={"message": UUID_TEXT},
    ),
)
KINDS: Mapping[str, EventKind] = {kind.name: kind for kind in EVENT_KINDS}


# Intake asks for every event, so the checks stand ready.
_CHECKS = {kind.name: tuple((name, type_.fits) for name, type_ in kind.fields.items()) for kind in EVENT_KINDS}
_DEPTHS = {kind.name: len(kind.item.split("/")) if kind.item else 0 for kind in EVENT_KINDS}
_NOTHING = object()


def check_body(*, kind: str, body: object) -> str | None:
    """What keeps this body from being read, such as `bad try`; None where nothing does."""
    checks = _CHECKS.get(kind)
    if checks is None:
        return "unknown kind"
    if not isinstance(body, dict):
        return "body is no object"
    for name, fits in checks:
        value = body.get(name, _NOTHING)
        if not fits(value):
            return f"missing {name}" if value is _NOTHING else f"bad {name}"
    if len(body) > len(checks):
        return f"unknown {min(body.keys() - KINDS[kind].fields.keys())}"
    return None


def check_item(*, kind: str, item: str) -> str | None:
    """What is wrong with an event's `item`, such as `ra1/q1` of an `answered`; None where nothing is."""
    if kind not in _DEPTHS or not _ITEMS[_DEPTHS[kind]].fullmatch(item):
        return "bad item"
    return None
