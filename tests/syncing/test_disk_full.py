"""The server's disk is full while a phone sends.

On SQLite it is truly full: the database may not have one page more. PostgreSQL's own answer to a full disk is put in
the place of its first insert: a small disk for it needs rights that tests do not have everywhere.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from django.db import connection

from courses.learning.models import Event
from courses.people.models import Learner
from courses.syncing.models import Device, Parked
from tests.learned import a_module
from tests.syncing.faults import failing
from tests.syncing.phone import Phone

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


ITS_FIRST_WRITE = 4


@contextmanager
def a_full_disk() -> Iterator[None]:
    if connection.vendor == "postgresql":
        with failing(at=ITS_FIRST_WRITE, error=lambda: psycopg.errors.DiskFull("could not extend file")):
            yield
        return
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA page_count")
        pages = cursor.fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages}")
        try:
            yield
        finally:
            cursor.execute("PRAGMA max_page_count = 1073741823")


def test_a_full_disk_asks_the_phone_to_wait_and_keeps_nothing_by_half() -> None:
    phone = Phone(release=a_module())
    for _ in range(100):
        phone.open()
    with a_full_disk():
        response = phone.post("/api/v1/sync", phone.request(phone.waiting()))
    assert (response.status_code, response.json()["code"]) == (503, "busy")
    assert int(response["Retry-After"]) > 0
    for table in (Event, Parked, Learner, Device):
        assert not table.objects.exists()

    phone.sync()
    assert Event.objects.count() == 100
