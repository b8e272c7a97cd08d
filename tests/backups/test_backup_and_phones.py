"""A site back from its backup meets phones that learned on meanwhile. On SQLite and PostgreSQL alike."""

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.management import call_command
from django.db import connection

from courses.learning.models import Answer, Event
from courses.learning.tasks import fold_all_ahead
from courses.people.models import Learner, Role
from courses.privacy import actions as privacy
from courses.privacy import erased_list
from courses.syncing.models import Epoch, Erased
from tests.builders import a_staff_member
from tests.learned import a_module
from tests.syncing.phone import Phone
from trainingsite.backups import building, rows
from trainingsite.backups.archive import Reader
from trainingsite.backups.making import make, note_erased

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def back_up(tmp_path: Path, now: datetime) -> Iterator[Callable[[], Reader]]:
    with ExitStack() as opened:
        numbers = count()

        def made() -> Reader:
            file = tmp_path / f"{next(numbers)}.tar"
            make(file, now=now)
            return opened.enter_context(Reader(file))

        yield made


def _restore(backup: Reader) -> None:
    building.fill(backup)
    call_command("new_epoch")


def _learns(phone: Phone, *, lesson: str, answers: int) -> None:
    """One lesson: opened, so many answers, finished; `answers` + 2 events."""
    sitting = phone.open(lesson)
    for attempt in range(1, answers + 1):
        phone.answer(sitting, item=f"{lesson}/q{1 + attempt % 2}", attempt=1 + attempt // 3)
    phone.finish(sitting, lesson=lesson)


def _shown_elsewhere(phone: Phone) -> dict[str, Any]:
    """What another phone of hers shows, which asks for all of it: not when, for times are worked out on arrival."""
    other = Phone(learner=phone.learner, read=phone.read)
    other.sync()
    done = ("opened_at", "finished_at", "mastered_at", "checked_at")
    return {place: ([name for name in done if row[name]], row["right"]) for place, row in other.progress.items()}


def test_after_a_restore_a_phone_brings_back_all_by_itself_and_no_progress_goes_back(
    back_up: Callable[[], Reader],
) -> None:
    phone = Phone(release=a_module())
    _learns(phone, lesson="ra1", answers=8)
    phone.sync()
    backup = back_up()
    _learns(phone, lesson="ra2", answers=3)
    phone.sync()
    fold_all_ahead()
    shown, answers, before = _shown_elsewhere(phone), Answer.objects.count(), Epoch.objects.get().value

    _restore(backup)

    assert Event.objects.count() == 10
    assert Epoch.objects.get().value != before
    phone.sync()
    assert Event.objects.count() == 15
    fold_all_ahead()
    assert Answer.objects.count() == answers == 11
    assert _shown_elsewhere(phone) == shown
    assert set(shown) == {"ra/ra1", "ra/ra2"}
    assert all({"finished_at", "mastered_at"} <= set(done) for done, _ in shown.values())


def test_a_phone_that_the_backup_never_met_brings_everything(back_up: Callable[[], Reader]) -> None:
    release = a_module()
    backup = back_up()
    phone = Phone(release=release)
    _learns(phone, lesson="ra1", answers=2)
    phone.sync()

    _restore(backup)

    assert not Learner.objects.exists()
    phone.sync()
    assert Event.objects.count() == 4
    assert "finished_at" in _shown_elsewhere(phone)["ra/ra1"][0]


def test_who_was_erased_after_the_backup_does_not_come_back_with_it(
    back_up: Callable[[], Reader], tmp_path: Path, settings: Any
) -> None:
    settings.DATA_DIR = tmp_path
    operator, phone, stays = a_staff_member(role=Role.OPERATOR), Phone(release=a_module()), Phone()
    for each in (phone, stays):
        each.write("profile_set", body={"nickname": "x", "picture": "", "language": "en"})
        each.sync()
    backup = back_up()
    privacy.erase_learner(UUID(phone.learner), by=operator, now=datetime.now(UTC))

    building.fill(backup)
    assert Learner.objects.filter(pk=phone.learner).exists()
    call_command("new_epoch")
    call_command("erase_again", *map(str, erased_list.read(tmp_path / "backups")))

    assert [str(row.pk) for row in Learner.objects.all()] == [stays.learner]
    phone.sync()
    assert phone.gone and not Event.objects.filter(learner=phone.learner).exists()


def test_each_backup_notes_who_was_erased_until_then_beside_itself(tmp_path: Path) -> None:
    gone = uuid4()
    Erased.objects.create(learner=gone, at=datetime.now(UTC))

    note_erased(beside=tmp_path / "site.tar")

    assert erased_list.read(tmp_path) == {gone}


def test_what_is_restored_and_backed_up_again_is_the_same(back_up: Callable[[], Reader]) -> None:
    phone = Phone(release=a_module())
    _learns(phone, lesson="ra1", answers=4)
    phone.sync()
    fold_all_ahead()
    backup = back_up()

    building.fill(backup)

    assert _all_rows(back_up()) == _all_rows(backup)


def test_new_rows_get_numbers_above_those_that_came_back(back_up: Callable[[], Reader]) -> None:
    phone = Phone(release=a_module())
    _learns(phone, lesson="ra1", answers=2)
    phone.sync()
    fold_all_ahead()
    _restore(back_up())

    other = Phone(release=phone.release)
    _learns(other, lesson="ra1", answers=2)
    other.sync()
    fold_all_ahead()

    assert Answer.objects.count() == 4


def test_a_backup_is_of_one_moment_while_others_go_on_writing(tmp_path: Path) -> None:
    release = a_module()
    failures: list[BaseException] = []

    def learns_meanwhile() -> None:
        try:
            phone = Phone(release=release)
            phone.open("ra1")
            phone.sync()
        except BaseException as failure:
            failures.append(failure)
        finally:
            connection.close()

    with rows.one_moment():
        learners = list(rows.read("courses_learner", columns=[("id", "uuid")]))
        other = threading.Thread(target=learns_meanwhile)
        other.start()
        other.join()
        events = list(rows.read("courses_event", columns=[("id", "uuid")]))

    assert (failures, learners, events) == ([], [], [])
    assert Event.objects.count() == 1


def test_every_table_is_in_the_backup_but_those_named_as_left_out(back_up: Callable[[], Reader]) -> None:
    with connection.cursor() as cursor:
        there = set(connection.introspection.table_names(cursor))
    left_out = there - {table.name for table in back_up().manifest.tables}
    of_the_index = {name for name in left_out if name.startswith("wagtailsearch_indexentry")}
    assert left_out - of_the_index == {"django_migrations", "django_session"}


def test_the_manifest_says_when_what_and_how_much(back_up: Callable[[], Reader]) -> None:
    phone = Phone(release=a_module())
    phone.open("ra1")
    phone.sync()

    manifest = back_up().manifest

    assert manifest.made_at == datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
    assert manifest.database == connection.vendor
    assert (manifest.learners, manifest.events) == (1, 1)
    assert ("courses", "0001_people_and_records") in manifest.migrations


def _all_rows(backup: Reader) -> dict[str, list[Any]]:
    return {table.name: sorted(map(repr, backup.rows(table))) for table in backup.manifest.tables}
