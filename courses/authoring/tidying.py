"""Fills what a trainer may leave empty in the blocks: letters of options, keys of exercises.

A duplicated block gets a key of its own, else two exercises would count as one. The block that came from the files
keeps the key (its id follows from it); otherwise the first one does.
"""

import itertools
import string
from typing import Any

from wagtail.blocks import StreamValue

from courses.authoring.importers.cards import exercise_block_id

_LISTS = ("options", "steps", "left", "right")


def tidy_stream(stream: StreamValue, *, lesson: str) -> StreamValue:
    """The same stream, filled. Block ids that are missing are given."""
    raw = stream.get_prep_value()
    items = [item for block in raw for item in block["value"].get("activity") or []]
    owners = {item["value"]["key"]: item["id"] for item in reversed(items) if item["value"].get("key")}
    for item in items:
        key = item["value"].get("key")
        if key and item["id"] == exercise_block_id(lesson=lesson, item=key):
            owners[key] = item["id"]
    for item in items:
        _tidy_item(item["value"], block_id=item["id"], owners=owners)
    return stream.stream_block.to_python(raw)


def _tidy_item(value: dict[str, Any], *, block_id: str, owners: dict[str, str]) -> None:
    key = value.get("key")
    if not key or owners[key] != block_id:
        value["key"] = block_id.replace("-", "")[:8]
    for name in _LISTS:
        _give_letters([entry["value"] for entry in value.get(name) or []], digits=name == "right")


def _give_letters(entries: list[dict[str, Any]], *, digits: bool) -> None:
    numbers = (str(number) for number in itertools.count(1))
    free = numbers if digits else itertools.chain(string.ascii_lowercase, (f"z{number}" for number in numbers))
    taken = {entry.get("letter") for entry in entries}
    seen: set[str] = set()
    for entry in entries:
        letter = entry.get("letter") or ""
        if not letter or letter in seen:
            letter = next(sign for sign in free if sign not in taken)
            entry["letter"] = letter
        seen.add(letter)
