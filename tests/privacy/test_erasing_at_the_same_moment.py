"""A phone hands over, the record is folded and counted, and she is erased, all at once. Means most on PostgreSQL."""

import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from uuid import UUID

import pytest
from django.db import connection

from courses.learning import actions as learning
from courses.people.models import Role
from courses.privacy import actions
from courses.reports import actions as reports
from courses.syncing.models import Erased
from tests.builders import a_staff_member
from tests.learned import a_module
from tests.privacy.everything import NOW, ids_of, tables_with
from tests.syncing.phone import Phone

ROUNDS = 12
_one_at_a_time = threading.Lock()


def _turn() -> AbstractContextManager[object]:
    """SQLite's database in memory refuses where the one on disk waits; PostgreSQL takes all at once."""
    return nullcontext() if connection.vendor == "postgresql" else _one_at_a_time


def _again_and_again(step: Callable[[], object], failures: list[str]) -> None:
    try:
        for _ in range(ROUNDS):
            with _turn():
                step()
            time.sleep(0)  # lets another have its turn
    except Exception as error:
        failures.append(repr(error))
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_nothing_of_hers_comes_back_whoever_was_at_work() -> None:
    operator, phone = a_staff_member(role=Role.OPERATOR), Phone(release=a_module())
    phone.open()
    phone.sync()
    hers, failures, is_half_way = UUID(phone.learner), list[str](), threading.Event()

    def learns() -> None:
        sitting = phone.open()
        phone.answer(sitting)
        phone.sync()
        if phone.seq > ROUNDS:
            is_half_way.set()

    def works() -> None:
        learning.fold_learner(hers)
        reports.count_learner(learner=hers)

    threads = [threading.Thread(target=_again_and_again, args=(step, failures)) for step in (learns, works)]
    for thread in threads:
        thread.start()
    is_half_way.wait(timeout=60)
    with _turn():
        actions.erase_learner(hers, by=operator, now=NOW)
    for thread in threads:
        thread.join()

    assert failures == []
    phone.sync()
    assert phone.gone
    assert tables_with(ids_of(hers)) == {Erased._meta.db_table}
