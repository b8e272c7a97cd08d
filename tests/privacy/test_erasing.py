"""Erasing a learner: nothing of hers is left, her phones hear of it, the sums of others stay."""

import uuid
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db.models import Sum
from django.test import Client
from wagtail.models import ModelLogEntry

from courses.learning import actions as learning
from courses.learning.actions import LearnerGone
from courses.learning.models import Certificate, Event, Folded, HandedIn
from courses.people.models import Learner
from courses.privacy import actions, erased_list
from courses.reports import actions as reports
from courses.reports.models import Counted, LearnerDay
from courses.syncing.actions import batches
from courses.syncing.actions.intake import take_events
from courses.syncing.models import Device, Erased
from tests.cast import Cast, signed_in
from tests.learned import Record
from tests.privacy.everything import (
    NAME,
    NICKNAME,
    NOW,
    NUMBER,
    Her,
    ids_of,
    tables_with,
)

pytestmark = pytest.mark.django_db


def erase(her: Her, cast: Cast) -> None:
    actions.erase_learner(her.pk, by=cast.manager_a, now=NOW)


def tables_of_learners() -> set[str]:
    """Those with a column that is about a learner, by its name or by where it points."""
    return {
        model._meta.db_table
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if field.name == "learner" or field.related_model is Learner
    }


def test_every_table_about_learners_held_her_and_none_does_but_the_list_of_the_erased(cast: Cast, her: Her) -> None:
    hers = {*ids_of(her.pk), NICKNAME, NUMBER, NAME}
    before = tables_with(hers)
    assert tables_of_learners() - before == {Erased._meta.db_table}, "somebody_with_everything lacks these"
    assert before >= {"courses_learner", "wagtailcore_modellogentry"}

    erase(her, cast)

    assert tables_with(hers) == {Erased._meta.db_table}
    assert not HandedIn.objects.exists() and not Event.objects.exists()


def test_nobody_else_loses_anything(cast: Cast, her: Her) -> None:
    theirs = ids_of(cast.learner_a.pk)
    before = tables_with(theirs)

    erase(her, cast)

    assert tables_with(theirs) == before
    assert Device.objects.filter(pk__in=[her.phone.device, her.other.device, cast.device_a.pk]).count() == 3


def test_her_phone_hears_of_it_at_its_next_contact_with_nothing_new_to_send(cast: Cast, her: Her) -> None:
    erase(her, cast)

    for phone in (her.phone, her.other):
        assert phone.sync() <= 1  # one question what is missing, and both agree
        assert phone.gone and phone.gone <= set(phone.held)
        assert phone.send(phone.request([]))["digest"] == "same"

    assert tables_with(ids_of(her.pk)) == {Erased._meta.db_table}


def test_what_she_did_meanwhile_and_whatever_is_sent_again_is_gone_and_not_kept(cast: Cast, her: Her) -> None:
    late = her.phone.open("ra2")
    erase(her, cast)

    her.phone.delivered.clear()
    her.phone.sync()

    assert {late, *her.phone.held} == her.phone.gone
    assert tables_with(ids_of(her.pk)) == {Erased._meta.db_table}


def test_who_learns_on_the_same_phone_goes_on(cast: Cast, her: Her) -> None:
    neighbour = str(uuid.uuid4())
    kept = her.phone.write("taught", item="ra1", learner=neighbour)
    her.phone.sync()
    erase(her, cast)

    new = her.phone.write("taught", item="ra1", learner=neighbour)
    her.phone.sync()

    assert {str(id) for id in Event.objects.values_list("pk", flat=True)} == {kept["id"], new["id"]}
    assert not {kept["id"], new["id"]} & her.phone.gone


def test_totals_of_the_week_stay_without_her_days(cast: Cast, her: Her) -> None:
    def sums() -> Any:
        rows = LearnerDay.objects.filter(group=cast.group_a)
        return rows.aggregate(opened=Sum("opened"), finished=Sum("finished"), answers=Sum("answers"))

    before = sums()
    assert before["opened"] and before["finished"] and before["answers"]

    erase(her, cast)

    assert sums() == before
    assert {row.day_date.isoweekday() for row in LearnerDay.objects.all()} == {1}
    assert not LearnerDay.objects.exclude(village=None).exists()


def test_what_was_not_counted_yet_is_counted_before_she_goes(cast: Cast, her: Her) -> None:
    before = LearnerDay.objects.aggregate(n=Sum("finished"))["n"]
    her.phone.finish(her.phone.open("ra2"), lesson="ra2")
    her.phone.sync()

    erase(her, cast)

    assert LearnerDay.objects.aggregate(n=Sum("finished"))["n"] == before + 1


def test_who_looks_her_certificate_up_is_told_that_there_is_none(cast: Cast, her: Her) -> None:
    code = Certificate.objects.get(learner=her.pk, module="ra").code
    assert Client().get(f"/verify/{code}").status_code == 200

    erase(her, cast)

    page = Client().get(f"/verify/{code}")
    assert page.status_code == 404 and NAME not in page.content.decode()


def test_erasing_again_changes_nothing(cast: Cast, her: Her) -> None:
    erase(her, cast)
    before = (
        list(Erased.objects.order_by("pk")),
        ModelLogEntry.objects.count(),
        list(Device.objects.order_by("pk").values()),
    )

    erase(her, cast)

    after = (
        list(Erased.objects.order_by("pk")),
        ModelLogEntry.objects.count(),
        list(Device.objects.order_by("pk").values()),
    )
    assert after == before


def test_her_bare_id_is_noted_beside_the_backups_and_nothing_else_of_her(
    cast: Cast, her: Her, settings: Any, tmp_path: Path, django_capture_on_commit_callbacks: Any
) -> None:
    settings.DATA_DIR = tmp_path

    with django_capture_on_commit_callbacks(execute=True):
        erase(her, cast)

    listed = tmp_path / "backups" / erased_list.NAME
    assert set(listed.read_text().split()) == {str(id) for id in Erased.objects.values_list("pk", flat=True)}
    assert str(her.pk) in listed.read_text() and listed.stat().st_mode & 0o777 == 0o600


def test_a_list_that_cannot_be_written_stops_no_erasure(
    cast: Cast, her: Her, settings: Any, tmp_path: Path, django_capture_on_commit_callbacks: Any
) -> None:
    settings.DATA_DIR = tmp_path / "a file"
    settings.DATA_DIR.write_text("")

    with django_capture_on_commit_callbacks(execute=True):
        erase(her, cast)

    assert not Learner.objects.filter(pk=her.pk).exists()


def test_a_damaged_list_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    one, other = uuid.uuid4(), uuid.uuid4()
    (tmp_path / erased_list.NAME).write_bytes(f"{one}\nnot an id\n\xff\n{str(other)[:9]}".encode("latin-1"))

    erased_list.add([other], folder=tmp_path)

    assert erased_list.read(tmp_path, tmp_path / "nowhere") == {one, other}


def test_a_task_that_comes_late_brings_nothing_back(cast: Cast, her: Her) -> None:
    erase(her, cast)

    learning.fold_learner(her.pk)
    reports.count_learner(learner=her.pk)

    assert not Folded.objects.filter(learner=her.pk).exists()
    assert not Counted.objects.filter(learner=her.pk).exists()


def test_a_failure_in_the_middle_leaves_everything(cast: Cast, her: Her, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tables_with(ids_of(her.pk))

    def fails(_learner: uuid.UUID) -> None:
        raise RuntimeError("the lights went out")

    monkeypatch.setattr("courses.privacy.actions.people.erase_learner", fails)
    with pytest.raises(RuntimeError):
        erase(her, cast)

    assert tables_with(ids_of(her.pk)) == before


def test_a_batch_that_met_an_erasure_on_its_way_is_judged_again(
    cast: Cast, her: Her, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What only two connections at once can do, played by hand: she was there when the phone was looked up."""
    calls: list[int] = []

    def meets_an_erasure(*args: Any, **kwargs: Any) -> Any:
        calls.append(1)
        if len(calls) == 1:
            erase(her, cast)
            raise LearnerGone
        return take_events(*args, **kwargs)

    monkeypatch.setattr(batches, "take_events", meets_an_erasure)
    monkeypatch.setattr(batches, "take_new", lambda *_args, **_kwargs: None)
    late = her.phone.write("taught", item="ra1")
    reply = her.phone.send(her.phone.request([late]))

    assert reply["verdicts"] == [[late["id"], "gone", None]]


def test_the_record_refuses_events_of_somebody_who_is_not_there(cast: Cast, her: Her) -> None:
    nobody = Learner(pk=uuid.uuid4())
    with pytest.raises(LearnerGone):
        Record(learner=nobody, release=her.phone.release).opened(at=NOW)


def test_the_log_says_that_somebody_was_erased_and_not_who(cast: Cast, her: Her) -> None:
    erase(her, cast)

    (line,) = ModelLogEntry.objects.filter(action="privacy.erase")
    assert (line.user, line.label, line.data) == (cast.manager_a, str(cast.centre_a), {})
    kept = ModelLogEntry.objects.filter(action="people.set_about")
    assert kept.count() == 1 and kept.get().label == "–"
    page = signed_in(cast.operator).get("/office/reports/site-history/")
    assert page.status_code == 200 and "Erased a learner" in page.content.decode()
