"""A phone hands over, the record is folded and counted, and she is erased or joined. Means most on PostgreSQL."""

import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from uuid import UUID

import pytest
from django.db import connection

from courses.learning import actions as learning
from courses.learning.models import Event, LessonProgress
from courses.people.models import Role
from courses.privacy import actions
from courses.reports import actions as reports
from courses.syncing.models import Erased
from tests.builders import a_learner, a_staff_member
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
    hers = UUID(phone.learner)

    failures = _in_the_middle_of_work(phone, lambda: actions.erase_learner(hers, by=operator, now=NOW))

    assert failures == []
    phone.sync()
    assert phone.gone
    assert tables_with(ids_of(hers)) == {Erased._meta.db_table}


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_nothing_of_hers_is_lost_and_nothing_counts_twice_when_two_profiles_are_joined() -> None:
    operator, phone, other = a_staff_member(role=Role.OPERATOR), Phone(release=a_module()), a_learner()
    hers = UUID(phone.learner)

    failures = _in_the_middle_of_work(phone, lambda: actions.merge_learners(hers, into=other.pk, by=operator, now=NOW))

    assert failures == []
    assert phone.sync() == 0 and not phone.gone
    assert {str(id) for id in Event.objects.filter(learner=other.pk).values_list("pk", flat=True)} == set(phone.held)
    learning.fold_learner(other.pk)
    assert learning.rebuild_progress().changed == 0
    assert not LessonProgress.objects.filter(learner=hers).exists()


def _in_the_middle_of_work(phone: Phone, act: Callable[[], object]) -> list[str]:
    """Does it while her phone sends and the worker folds and counts; gives what failed of those."""
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
        act()
    for thread in threads:
        thread.join()
    return failures
