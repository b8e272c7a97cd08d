"""Statements of our own run alike outside and inside a transaction, and fail as Django's own do."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.db import IntegrityError, OperationalError, connection, transaction

from courses import database
from courses.people.models import Learner

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

LEARNER = UUID("019a0000-0000-7000-8000-000000000001")
AT = datetime(2026, 11, 22, 7, 30, 1, 5000, tzinfo=UTC)
NAME = """
INSERT INTO courses_learner (id, nickname, picture, language, gender, record_seq, created_at)
VALUES (%s, %s, '', 'zh-hans', '', %s, %s)
"""
WHO = "SELECT nickname, record_seq FROM courses_learner WHERE id = %s"


def _name() -> None:
    database.rows(NAME, [LEARNER, "秀兰", 7, AT])


@pytest.mark.parametrize("way", ["on its own", "in a transaction"])
def test_values_go_in_and_rows_come_out(way: str) -> None:
    for _ in range(2):  # the second time it is prepared already
        with transaction.atomic() if way == "in a transaction" else connection.cursor():
            _name()
            assert database.rows(WHO, [LEARNER]) == [("秀兰", 7)]
            assert database.rows(WHO, [None]) == []
        assert Learner.objects.get().created_at == AT
        Learner.objects.all().delete()


def test_a_transaction_that_fails_takes_them_back() -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        _name()
        raise ZeroDivisionError
    assert not Learner.objects.exists()


def test_after_a_rollback_they_are_prepared_anew() -> None:
    assert database.rows(WHO, [LEARNER]) == []
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        _name()
        Learner.objects.count()
        raise ZeroDivisionError
    assert database.rows(WHO, [LEARNER]) == []


def test_what_was_prepared_after_a_rollback_stays_when_something_older_is_missing() -> None:
    newest = f"{WHO} AND record_seq = 7"  # prepared for the first time after the rollback
    assert database.rows(WHO, [LEARNER]) == []
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        _name()
        raise ZeroDivisionError
    Learner.objects.count()  # now the driver lets the database forget
    for statement in (newest, WHO, newest):
        assert database.rows(statement, [LEARNER]) == []


def test_what_the_database_refuses_is_djangos_error_and_the_next_goes_through() -> None:
    _name()
    with pytest.raises(IntegrityError):
        _name()
    assert database.rows(WHO, [LEARNER]) == [("秀兰", 7)]


def test_a_statement_that_is_wrong_says_so() -> None:
    with pytest.raises(Exception, match="no_such_table"):
        database.rows("SELECT * FROM no_such_table WHERE id = %s", [LEARNER])
    assert database.rows(WHO, [LEARNER]) == []


@pytest.mark.servers
def test_a_lost_connection_is_an_operational_error_and_the_next_one_begins_anew() -> None:
    _name()
    database.rows(WHO, [LEARNER])
    with pytest.raises(OperationalError):
        database.rows("SELECT pg_terminate_backend(pg_backend_pid()) WHERE %s <> ''", ["now"])
    connection.close_if_unusable_or_obsolete()
    assert database.rows(WHO, [LEARNER]) == [("秀兰", 7)]
