import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.engine.events import EVENT_KINDS, KINDS, EventKind, fits, is_place

SITTING, ANOTHER = "0193a2b4-7c1d-7000-8000-0123456789ab", "0193a2b4-7c1d-7000-8000-0123456789ac"
GOOD: dict[str, dict[str, Any]] = {
    "lesson_opened": {"language": "zh-hans"},
    "answered": {"sitting": SITTING, "try": 1, "response": ["a", "c"], "credit": 0.5},
    "lesson_finished": {"sitting": SITTING},
    "tool_used": {"sitting": SITTING, "result": {"missions": 2}},
    "checked": {"responses": {"q1": "b", "q2": ["a", "c"], "q3": 5.76, "q4": {"a": "1"}, "q5": True}, "right": 4},
    "assessed": {"draw": SITTING, "responses": {"p07": ["c", "a", "b"], "p11": "shelf"}},
    "taught": {},
    "profile_set": {"nickname": "小梅", "picture": "kiwi", "language": "zh-hans"},
    "consent_set": {"purpose": "needs", "given": False},
    "survey_answered": {"question": "birth-year", "answer": 1974},
    "message_read": {"message": SITTING},
    "asked": {
        "text": "Why is the price so low?",
        "attachments": [
            {"id": SITTING, "sha256": "a" * 64, "bytes": 61_440, "type": "image/jpeg"},
            {"id": ANOTHER, "sha256": "b" * 64, "bytes": 122_880, "type": "audio/ogg"},
        ],
    },
}
PHOTO, NOTE = GOOD["asked"]["attachments"]
ITEMS = {
    "lesson": "ra1",
    "lesson/exercise": "ra1/q1",
    "lesson/tool": "ra2/simulator",
    "lesson or none": "ra1",
    None: "",
}


def test_there_is_an_example_of_every_kind() -> None:
    assert GOOD.keys() == KINDS.keys()


def _fits(kind: str, body: object) -> bool:
    return fits(kind=kind, body=json.dumps(body).encode())


@pytest.mark.parametrize("kind", EVENT_KINDS, ids=lambda kind: kind.name)
def test_a_good_body_fits(kind: EventKind) -> None:
    assert _fits(kind.name, GOOD[kind.name])
    assert is_place(kind=kind.name, item=ITEMS[kind.item])


@pytest.mark.parametrize("kind", EVENT_KINDS, ids=lambda kind: kind.name)
def test_a_field_too_few_or_too_many_does_not_fit(kind: EventKind) -> None:
    body = GOOD[kind.name]
    for name in body:
        assert not _fits(kind.name, {key: body[key] for key in body if key != name})
    assert not _fits(kind.name, {**body, "more": 1})


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("lesson_opened", "language", "fr"),
        ("lesson_opened", "language", ["en"]),
        ("answered", "sitting", "not-a-uuid"),
        ("answered", "try", 0),
        ("answered", "try", True),
        ("answered", "try", 1.0),
        ("answered", "credit", 1.01),
        ("answered", "credit", "1"),
        ("answered", "credit", float("nan")),
        ("answered", "response", None),
        ("answered", "response", "x" * 2001),
        ("answered", "response", [["a"]]),
        ("answered", "response", {"a": 1}),
        ("tool_used", "result", "won"),
        ("tool_used", "result", {"log": "x" * 4000}),
        ("checked", "responses", {"q1": None}),
        ("checked", "responses", {"not a name": True}),
        ("checked", "right", -1),
        ("assessed", "draw", "one"),
        ("assessed", "responses", ["b"]),
        ("assessed", "responses", {f"p{n}": True for n in range(51)}),
        ("profile_set", "nickname", "x" * 41),
        ("consent_set", "purpose", "everything"),
        ("consent_set", "given", 1),
        ("survey_answered", "question", "a question?"),
        ("survey_answered", "answer", {"year": 1974}),
        ("asked", "text", "x" * 1001),
        ("asked", "attachments", [PHOTO, {**PHOTO, "id": ANOTHER}]),
        ("asked", "attachments", [NOTE, {**NOTE, "id": SITTING, "type": "audio/mp4"}]),
        ("asked", "attachments", [PHOTO, {**NOTE, "id": SITTING}]),
        ("asked", "attachments", [{**PHOTO, "bytes": 61_441}]),
        ("asked", "attachments", [{**NOTE, "bytes": 122_881}]),
        ("asked", "attachments", [{**PHOTO, "bytes": 0}]),
        ("asked", "attachments", [{**PHOTO, "type": "image/svg+xml"}]),
        ("asked", "attachments", [{**PHOTO, "sha256": "../" + "a" * 61}]),
        ("asked", "attachments", [{**PHOTO, "sha256": "A" * 64}]),
        ("asked", "attachments", [{**PHOTO, "name": "me.jpg"}]),
    ],
)
def test_a_bad_field_does_not_fit(kind: str, field: str, value: object) -> None:
    assert not _fits(kind, {**GOOD[kind], field: value})


@pytest.mark.parametrize(
    ("kind", "item"),
    [
        ("lesson_opened", ""),
        ("lesson_opened", "ra1/q1"),
        ("answered", "ra1"),
        ("answered", "ra1/"),
        ("answered", "ra1/q1/x"),
        ("answered", "../q1"),
        ("checked", "ra1/q1"),
        ("assessed", "ra1"),
        ("taught", ""),
        ("profile_set", "ra1"),
        ("asked", "ra1/q1"),
    ],
)
def test_an_item_of_another_shape_is_refused(kind: str, item: str) -> None:
    assert not is_place(kind=kind, item=item)


def test_a_question_may_come_from_nowhere_and_says_something() -> None:
    assert is_place(kind="asked", item="")
    assert _fits("asked", {"text": "Why?", "attachments": []})
    assert _fits("asked", {"text": "", "attachments": [NOTE]})
    assert not _fits("asked", {"text": " ", "attachments": []})


def test_what_nobody_knows_does_not_fit() -> None:
    assert not _fits("reassigned", {})
    assert not _fits("answered", [])
    assert not fits(kind="answered", body=b"{")


def test_a_sign_that_no_database_keeps_does_not_fit() -> None:
    assert not _fits("profile_set", {**GOOD["profile_set"], "nickname": "a\0"})


def test_survey_answers_need_consent_and_nothing_else_does() -> None:
    assert {kind.name: kind.consent for kind in EVENT_KINDS if kind.consent} == {"survey_answered": "needs"}


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
names = [name for kind in EVENT_KINDS for name in kind.fields]


@given(st.sampled_from([*KINDS, "?"]), anything | st.dictionaries(st.sampled_from(names), anything))
def test_checking_never_raises(kind: str, body: object) -> None:
    _fits(kind, body)
