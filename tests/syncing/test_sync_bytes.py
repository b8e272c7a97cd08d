"""What a sync of twenty answers costs in bytes, both ways together, once phone and server know each other."""

import gzip
import json

import pytest

from tests.learned import a_module
from tests.syncing.phone import Phone

pytestmark = pytest.mark.django_db
MOST = 2560  # bytes; docs/plan.md, "Bytes"


def test_twenty_events_fit_into_two_and_a_half_kilobytes_and_one_round_trip() -> None:
    phone = Phone(release=a_module())
    phone.open()
    phone.sync()
    sitting = phone.open()
    for number in range(19):
        phone.answer(sitting, item=f"ra1/q{number % 5 + 1}", right=number % 3 > 0, attempt=number // 5 + 1)
    request = phone.request(phone.waiting())
    assert len(request["events"]) == 20

    sent = gzip.compress(json.dumps(request, separators=(",", ":")).encode())
    answer = phone.post("/api/v1/sync", request, packed=True)
    phone.believe(answer.json())

    assert phone.waiting() == [], "one round trip is enough"
    assert len(sent) + len(answer.content) <= MOST, (len(sent), len(answer.content))
