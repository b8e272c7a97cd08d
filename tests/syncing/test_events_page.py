"""docs/events.md shows every kind of event with its item and the fields of its body, as the code has them."""

import re
from pathlib import Path

import pytest
from django.test import Client

from courses.engine.events import EVENT_KINDS

DOCS = Path(__file__).parents[2] / "docs"
PAGE = DOCS / "events.md"
ROW = re.compile(r"^\| `(\w+)` \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)


def test_the_page_and_the_code_know_the_same_events() -> None:
    shown = {
        name: (item.strip(), tuple(re.findall(r"`([\w-]+)`", body)))
        for name, item, body in ROW.findall(PAGE.read_text())
    }
    coded = {kind.name: (kind.item or "–", tuple(kind.fields)) for kind in EVENT_KINDS}
    assert shown == coded


@pytest.mark.django_db
def test_the_example_for_integrators_does_what_it_says(client: Client) -> None:
    found = re.search(
        r"curl .*?Bearer (\w+).*?-d '\n(\{.*?\}\]\})'\n", (DOCS / "integrators.md").read_text(), re.DOTALL
    )
    assert found
    token, body = found.groups()

    def send() -> str:
        reply = client.post("/api/v1/sync", body, "application/json", headers={"Authorization": f"Bearer {token}"})
        return str(reply.json()["verdicts"][0][1])

    assert [send(), send()] == ["stored", "known"]
