"""Reading a kept copy, whole or damaged."""

import json

import pytest

from courses.engine.copies import NotACopy, device_of, read_copy
from tests.engine.vectors import vectors

CASES = vectors("kept_copies.json")["cases"]
DEVICE = "01900000-0000-7000-8000-000000000001"
EVENT = json.dumps({"id": "01900000-0000-7000-8000-0000000000aa", "device": DEVICE, "kind": "taught"}).encode()
HEAD = json.dumps({"copy": 1, "device": DEVICE, "events": 2}).encode()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_a_phone_writes_is_read_event_by_event(case: dict[str, object]) -> None:
    copy = read_copy(str(case["text"]).encode())

    assert str(copy.device) == case["device"]
    assert [json.loads(line) for line in copy.lines] == case["events"]
    assert copy.missing == 0


def test_marks_that_other_programs_add_change_nothing() -> None:
    copy = read_copy(b"\xef\xbb\xbf" + b"\r\n\r\n".join([HEAD, EVENT, EVENT]) + b"\r\n")

    assert list(copy.lines) == [EVENT, EVENT]


def test_a_file_that_was_cut_off_keeps_what_arrived_and_says_what_is_missing() -> None:
    copy = read_copy(HEAD + b"\n" + EVENT[:-3])

    assert list(copy.lines) == [EVENT[:-3]]
    assert copy.missing == 1


def test_a_file_without_its_head_belongs_to_the_device_its_events_name() -> None:
    copy = read_copy(b"half a he\n" + EVENT)

    assert str(copy.device) == DEVICE
    assert list(copy.lines) == [b"half a he", EVENT]
    assert copy.promised is None and copy.missing == 0


def test_what_a_learner_took_along_holds_her_events_too() -> None:
    file = json.dumps({"format": 1, "kind": "learner", "events": [json.loads(EVENT)]}, indent=1)

    copy = read_copy(file.encode())

    assert str(copy.device) == DEVICE
    assert list(copy.lines) == [json.dumps(json.loads(EVENT), separators=(",", ":")).encode()]


@pytest.mark.parametrize(
    "raw", [b"", b"\n\n", b"PK\x03\x04\xff\xfe", "张三,李四\n".encode(), b'{"events": []}', b"[" * 9999]
)
def test_any_other_file_is_no_copy(raw: bytes) -> None:
    with pytest.raises(NotACopy):
        read_copy(raw)


def test_the_device_of_a_line_is_read_where_it_can_be() -> None:
    assert str(device_of(EVENT)) == DEVICE
    assert device_of(EVENT[:-3]) is None
