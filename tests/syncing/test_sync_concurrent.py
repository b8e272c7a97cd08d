"""Many phones at once: no cursor ever skips an event that becomes visible later. Means most on PostgreSQL."""

import threading
import uuid
from contextlib import AbstractContextManager, nullcontext

import pytest
from django.db import connection

from courses.learning.models import Event
from courses.people.models import Learner
from courses.syncing.models import Admission, Device
from tests.learned import a_module
from tests.syncing.phone import Phone

PHONES = 4
BATCHES = 6


_one_at_a_time = threading.Lock()


def _turn() -> AbstractContextManager[object]:
    """SQLite's database in memory refuses where the one on disk waits; PostgreSQL takes all at once."""
    return nullcontext() if connection.vendor == "postgresql" else _one_at_a_time


def _writes(phone: Phone, failures: list[str]) -> None:
    try:
        for _ in range(BATCHES):
            phone.open()
            phone.open("ra2")
            with _turn():
                phone.sync()
    except AssertionError as error:
        failures.append(str(error))
    finally:
        connection.close()


def _reads(learner: uuid.UUID, seen: list[int], done: threading.Event) -> None:
    """Reads on from its cursor, as a consumer of the record does."""
    try:
        while True:
            is_last = done.is_set()
            after = seen[-1] if seen else 0
            events = Event.objects.filter(learner=learner, record_seq__gt=after).order_by("record_seq")
            with _turn():
                seen.extend(events.values_list("record_seq", flat=True))
            if is_last:
                return
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_cursor_never_skips_what_other_phones_write_meanwhile() -> None:
    first = Phone(release=a_module())
    body = {"device": first.device, "learner": first.learner, "read": first.read, "language": "en"}
    assert first.post("/api/v1/passes", body).status_code == 200, "she is known, and wrote nothing yet"
    others = [Phone(release=first.release, learner=first.learner, read=first.read) for _ in range(PHONES - 1)]
    for other in others:
        other.sync()
        device = Device.objects.get(pk=other.device)
        Admission.objects.create(device=device, learner_id=first.learner, via="code", at=device.created_at)
    failures: list[str] = []
    seen: list[int] = []
    done = threading.Event()
    writers = [threading.Thread(target=_writes, args=(phone, failures)) for phone in [first, *others]]
    reader = threading.Thread(target=_reads, args=(uuid.UUID(first.learner), seen, done))
    for thread in [reader, *writers]:
        thread.start()
    for writer in writers:
        writer.join()
    done.set()
    reader.join()
    assert failures == []
    assert sorted(seen) == sorted(Event.objects.values_list("record_seq", flat=True))
    assert len(seen) == PHONES * BATCHES * 2 == len(set(seen))
    assert Learner.objects.get().record_seq == max(seen)
