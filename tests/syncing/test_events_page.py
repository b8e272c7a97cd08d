"""docs/events.md shows every kind of event with its item and the fields of its body, as the code has them."""

import re
from pathlib import Path

from courses.engine.events import EVENT_KINDS

PAGE = Path(__file__).parents[2] / "docs" / "events.md"
ROW = re.compile(r"^\| `(\w+)` \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)


def test_the_page_and_the_code_know_the_same_events() -> None:
    shown = {
        name: (item.strip(), tuple(re.findall(r"`([\w-]+)`", body)))
        for name, item, body in ROW.findall(PAGE.read_text())
    }
    coded = {kind.name: (kind.item or "–", tuple(kind.fields)) for kind in EVENT_KINDS}
    assert shown == coded
