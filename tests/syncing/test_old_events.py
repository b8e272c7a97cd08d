"""Every version of events ever shipped is still taken: phones rewrite nothing that waits in their queues."""

import json
from pathlib import Path

import pytest

from courses.engine.events import KINDS
from courses.learning.models import Event
from tests.syncing.phone import Phone

GOLDEN = Path(__file__).parents[1] / "vectors" / "events"


@pytest.mark.django_db
@pytest.mark.parametrize("path", sorted(GOLDEN.glob("v*.json")), ids=lambda path: path.stem)
def test_events_as_they_were_first_written_are_stored(path: Path) -> None:
    events = json.loads(path.read_text())
    phone = Phone(device=events[0]["device"], learner=events[0]["learner"])
    reply = phone.send(phone.request(events))
    assert {verdict for _, verdict, _ in reply["verdicts"]} == {"stored"}
    assert {event["kind"] for event in events} == set(KINDS)
    for event in events:
        assert Event.objects.get(pk=event["id"]).body == event["body"]
