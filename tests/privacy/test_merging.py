"""Two profiles of one person become one: nothing is lost, phones follow, rebuilding changes nothing."""

import uuid
from datetime import date, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db.models import Sum
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from courses.engine.locks import answer
from courses.inbox import actions as inbox
from courses.learning import actions as learning
from courses.learning import queries as record
from courses.learning.models import Certificate, Draw, Event, Proof, Signature
from courses.people import actions as people
from courses.people import queries as places
from courses.people.models import Consent, Contact, Learner
from courses.privacy import actions
from courses.reports import actions as reports
from courses.reports.models import LearnerDay
from courses.syncing import actions as syncing
from courses.syncing.models import Device, Erased, LockKey, Merged, Parked, Remembered, RememberedLearner
from tests.assessed import responses_to
from tests.builders import a_contact, a_parked_record, a_reminder, a_signature
from tests.cast import Cast
from tests.privacy.everything import NOW, Her, ids_of, tables_with
from tests.syncing.phone import ANY_TIME, Phone

pytestmark = pytest.mark.django_db


@pytest.fixture
def twin(cast: Cast, her: Her) -> Phone:
    """Her second profile, on a phone of its own, in the same group."""
    return a_twin(cast, her)


def a_twin(cast: Cast, her: Her) -> Phone:
    phone = Phone(release=her.phone.release, clock=ANY_TIME + timedelta(hours=5))
    phone.answer(phone.open(), item="ra1/q2")
    phone.write("profile_set", body={"nickname": "花婶", "picture": "hen", "language": "zh-hans"})
    phone.sync()
    people.seat_learner(cast.code_a.code, learner=uuid.UUID(phone.learner), now=ANY_TIME)
    learning.fold_learner(uuid.UUID(phone.learner))
    return phone


def merge(twin: Phone, her: Her, cast: Cast) -> None:
    actions.merge_learners(uuid.UUID(twin.learner), into=her.pk, by=cast.trainer_a, now=NOW)


def progress(learner: uuid.UUID) -> Any:
    return record.progress_of([learner])[learner]


def test_all_that_the_one_was_and_did_goes_over_and_only_a_number_is_left(cast: Cast, her: Her, twin: Phone) -> None:
    """The one with something in every table goes over to the other."""
    hers = ids_of(her.pk)
    about = [model._meta.db_table for model in apps.get_models() if tables_with(hers) & {model._meta.db_table}]
    assert len(about) > 15
    events = set(Event.objects.filter(learner__in=[her.pk, twin.learner]).values_list("pk", flat=True))

    actions.merge_learners(her.pk, into=uuid.UUID(twin.learner), by=cast.trainer_a, now=NOW)

    left = tables_with(hers)
    assert left == {Merged._meta.db_table, Parked._meta.db_table}, "and in the raw text of what was parked"
    assert not Parked.objects.filter(learner=her.pk).exists()
    assert set(Event.objects.filter(learner=twin.learner).values_list("pk", flat=True)) == events


def test_progress_is_both_together_and_rebuilding_changes_nothing(cast: Cast, her: Her, twin: Phone) -> None:
    one, other = progress(her.pk), progress(uuid.UUID(twin.learner))

    merge(twin, her, cast)

    both = progress(her.pk)
    assert set(both["ra", "ra1"].right) == set(one["ra", "ra1"].right) | set(other["ra", "ra1"].right)
    assert both["ra", "ra1"].opened_at == min(one["ra", "ra1"].opened_at, other["ra", "ra1"].opened_at)
    assert learning.rebuild_progress().changed == 0
    assert progress(her.pk) == both


def test_sums_of_reports_stay(cast: Cast, her: Her, twin: Phone) -> None:

    reports.count_learner(learner=uuid.UUID(twin.learner))
    sums = [Sum("opened"), Sum("finished"), Sum("answers"), Sum("right")]
    before = LearnerDay.objects.filter(group=cast.group_a).aggregate(*sums)

    merge(twin, her, cast)

    assert LearnerDay.objects.filter(group=cast.group_a).aggregate(*sums) == before
    assert not LearnerDay.objects.filter(learner=twin.learner).exists()


class TestPhones:
    def test_the_phone_of_the_old_profile_is_told_and_reads_all_of_the_new_one(
        self, cast: Cast, her: Her, twin: Phone
    ) -> None:
        merge(twin, her, cast)

        changes = twin.send(twin.request([]))["changes"][twin.learner]

        assert changes["merged"] == str(her.pk)
        assert {"q1@1", "q2@1"} <= set(changes["progress"][0]["right"])
        assert len(changes["inbox"]) == 2 and changes["proofs"]
        moved = Phone(device=twin.device, token=twin.token, learner=str(her.pk), read=twin.read)
        moved.cursor, moved.delivered, moved.seq = changes["cursor"], set(twin.held), twin.seq
        reply = moved.send(moved.request([]))
        assert reply["digest"] == "same"
        assert reply["changes"][str(her.pk)]["progress"] == [], "what it took under the old id was all there is"

    def test_phones_of_the_other_are_sent_what_came_over(self, cast: Cast, her: Her, twin: Phone) -> None:
        her.phone.sync()
        assert not her.phone.progress.get("ra/ra1")

        merge(twin, her, cast)
        her.phone.sync()

        assert "q2@1" in her.phone.progress["ra/ra1"]["right"]

    def test_what_was_stamped_with_the_old_id_counts_for_the_new_one(self, cast: Cast, her: Her, twin: Phone) -> None:
        late = twin.open("ra2")
        merge(twin, her, cast)

        twin.finish(late, lesson="ra2")
        twin.sync()

        assert twin.delivered == set(twin.held)
        assert Event.objects.get(pk=late).learner == her.pk
        learning.fold_learner(her.pk)
        assert progress(her.pk)["ra", "ra2"].finished_at
        assert not Learner.objects.filter(pk=twin.learner).exists()
        assert not Parked.objects.filter(device__in=Device.objects.filter(pk=twin.device)).exists()

    def test_what_was_sent_before_is_known_when_it_is_sent_again(self, cast: Cast, her: Her, twin: Phone) -> None:
        merge(twin, her, cast)
        before = Event.objects.count()

        reply = twin.send({**twin.request(list(twin.held.values())), "digest": {"n": 0, "x": "0" * 32}})

        assert {verdict for _, verdict, _ in reply["verdicts"]} == {"known"} and reply["digest"] == "same"
        assert Event.objects.count() == before

    def test_both_phones_agree_with_the_server_without_asking(self, cast: Cast, her: Her, twin: Phone) -> None:
        merge(twin, her, cast)

        assert [phone.sync() for phone in (her.phone, her.other, twin)] == [0, 0, 0]

    def test_a_stranger_s_phone_may_still_not_write_for_her(self, cast: Cast, her: Her, twin: Phone) -> None:
        merge(twin, her, cast)
        stranger = Phone(release=her.phone.release, learner=twin.learner)
        stranger.open()

        reply = stranger.send(stranger.request(stranger.waiting()))

        assert reply["verdicts"][0][1:] == ["parked", "not-your-learner"]
        assert reply["changes"] == {}

    def test_a_phone_that_was_not_heard_from_since_can_still_be_opened(self, cast: Cast, her: Her, twin: Phone) -> None:
        old, new = syncing.lock_key(uuid.UUID(twin.learner), now=NOW), syncing.lock_key(her.pk, now=NOW)
        merge(twin, her, cast)

        answers = syncing.answers_for(her.learner, typed="123456", by=cast.trainer_a, now=NOW)

        assert answers == [answer(bytes.fromhex(key), digits="123456") for key in (new, old)]
        request = twin.request([])
        request["learners"][0]["lock"] = True
        assert twin.send(request)["changes"][twin.learner]["lock"] == new
        assert LockKey.objects.filter(is_current=True).count() == 1

    def test_an_old_pass_brings_the_new_profile(self, cast: Cast, her: Her, twin: Phone) -> None:
        code = syncing.print_pass(Learner.objects.get(pk=twin.learner), by=cast.trainer_a, now=NOW)
        merge(twin, her, cast)
        phone = Phone()

        answered = phone.post("/api/v1/admissions", {"code": code, "device": phone.device, "read": phone.read})

        assert answered.json()["learner"] == str(her.pk)

    def test_a_browser_that_knew_both_knows_one_and_keeps_her_lock(self, cast: Cast, her: Her, twin: Phone) -> None:
        browser = Remembered.objects.create(cookie_hash="b" * 64, at=NOW, used_at=NOW)
        for learner, is_locked in ((her.pk, False), (uuid.UUID(twin.learner), True)):
            RememberedLearner.objects.create(
                browser=browser, learner_id=learner, device_id=twin.device, is_locked=is_locked, at=NOW, last_at=NOW
            )

        merge(twin, her, cast)

        [row] = browser.learners.all()
        assert (row.learner_id, row.is_locked) == (her.pk, True)

    def test_who_is_joined_again_is_found_from_every_old_id(self, cast: Cast, her: Her, twin: Phone) -> None:
        third = a_twin(cast, her)
        merge(twin, her, cast)
        actions.merge_learners(her.pk, into=uuid.UUID(third.learner), by=cast.trainer_a, now=NOW)

        late = twin.open("ra2")
        twin.sync()

        assert str(Event.objects.get(pk=late).learner) == third.learner

    def test_erasing_her_reaches_the_phone_of_the_old_profile_too(self, cast: Cast, her: Her, twin: Phone) -> None:
        merge(twin, her, cast)

        actions.erase_learner(her.pk, by=cast.manager_a, now=NOW)

        assert tables_with([*ids_of(her.pk), *ids_of(uuid.UUID(twin.learner))]) == {Erased._meta.db_table}
        for phone in (twin, her.phone):
            phone.sync()
            assert phone.gone
        late = twin.open("ra2")
        twin.sync()
        assert late in twin.gone

    def test_an_assessment_drawn_for_the_old_profile_can_still_be_handed_in(
        self, cast: Cast, her: Her, twin: Phone
    ) -> None:
        draw = learning.draw_assessment(learner=uuid.UUID(twin.learner), module="ra", now=NOW)
        merge(twin, her, cast)

        twin.write("assessed", body={"draw": str(draw.pk), "responses": responses_to(draw, right=5)})
        twin.held[list(twin.held)[-1]]["module"] = "ra"
        twin.sync()
        learning.fold_learner(her.pk)

        assert [row.nth for row in Draw.objects.filter(learner=her.pk, module="ra").order_by("nth")] == [0, 1]
        assert Draw.objects.get(pk=draw.pk).handed_in.passed
        assert learning.rebuild_progress().changed == 0


class TestProof:
    def test_two_certificates_of_one_module_both_stay_valid_for_whoever_looks_them_up(
        self, cast: Cast, her: Her, twin: Phone
    ) -> None:
        other = Learner.objects.get(pk=twin.learner)
        seen = date(2026, 11, 19)
        learning.sign(other, module="ra", seen_date=seen, by=cast.trainer_a, time_zone="Asia/Shanghai", now=NOW)
        codes = list(
            Certificate.objects.filter(module="ra", learner__in=[her.pk, other.pk]).values_list("code", flat=True)
        )

        merge(twin, her, cast)

        assert len(codes) == 2
        assert [Client().get(f"/verify/{code}").status_code for code in codes] == [200, 200]
        standing = Certificate.objects.get(learner=her.pk, module="ra", beside=None)
        assert (standing.way, standing.state) == ("assessment", "claimed")
        assert not Certificate.objects.filter(learner=her.pk, module="ra").exclude(revoked_at=None).exists()

        learning.revoke_certificate(standing, by=cast.manager_a, now=NOW)
        assert not Certificate.objects.filter(learner=her.pk, module="ra", revoked_at=None).exists()

    def test_where_both_were_signed_for_it_stays_signed(self, cast: Cast, her: Her, twin: Phone) -> None:
        other = Learner.objects.get(pk=twin.learner)
        a_signature(learner=other, by=cast.trainer_a, module="pc")

        merge(twin, her, cast)

        assert Signature.objects.filter(learner=her.pk, module="pc").count() == 2
        assert Proof.objects.get(learner=her.pk, module="pc", way="trainer").passed


class TestPeople:
    def test_the_newest_name_stands(self, cast: Cast, her: Her, twin: Phone) -> None:
        merge(twin, her, cast)

        her.learner.refresh_from_db()
        assert (her.learner.nickname, her.learner.picture, her.learner.gender) == ("花婶", "hen", "woman")
        assert her.learner.language == "zh-hans"

    def test_what_she_agreed_to_and_her_numbers_are_kept_and_the_newest_word_counts(
        self, cast: Cast, her: Her, twin: Phone
    ) -> None:
        other = Learner.objects.get(pk=twin.learner)
        a_contact(learner=other, value="13711137111")
        a_reminder(learner=other)
        people.record_consent(other.pk, purpose="contact", given=False, at=timezone.now(), by=cast.trainer_a)

        merge(twin, her, cast)

        assert not places.has_consented(her.pk, purpose=Consent.Purpose.CONTACT)
        assert Contact.objects.filter(learner=her.pk).count() == 2
        assert not Contact.objects.filter(learner=her.pk, withdrawn_at=None).exists()

    def test_lines_of_the_log_follow_her_and_the_merge_is_noted_without_names(
        self, cast: Cast, her: Her, twin: Phone
    ) -> None:
        people.set_gender(uuid.UUID(twin.learner), gender="woman", at=ANY_TIME, by=cast.trainer_a)

        merge(twin, her, cast)

        assert ModelLogEntry.objects.filter(action="people.set_about", object_id=str(her.pk)).count() == 2
        line = ModelLogEntry.objects.get(action="privacy.merge")
        assert (line.user, line.label, line.data) == (cast.trainer_a, str(her.learner), {})

    def test_messages_of_both_are_in_one_inbox(self, cast: Cast, her: Her, twin: Phone) -> None:
        inbox.put_message(
            learner=uuid.UUID(twin.learner), kind="x", language="en", title="Two", text="…", link="/", now=NOW
        )

        merge(twin, her, cast)
        her.phone.sync()

        assert {row["title"] for row in her.phone.inbox.values()} == {"To her", "Two", "Your trainer answered"}


class TestWhoMay:
    def test_who_does_not_see_both_is_told_that_there_is_nobody(self, cast: Cast, her: Her, twin: Phone) -> None:
        with pytest.raises(actions.UnknownLearner):
            actions.merge_learners(uuid.UUID(twin.learner), into=her.pk, by=cast.manager_b, now=NOW)
        with pytest.raises(actions.UnknownLearner):
            actions.merge_learners(her.pk, into=her.pk, by=cast.operator, now=NOW)

    def test_two_centres_are_two_people_until_one_is_moved(self, cast: Cast, her: Her) -> None:
        with pytest.raises(actions.NotOnePerson):
            actions.merge_learners(cast.learner_b.pk, into=her.pk, by=cast.operator, now=NOW)

    def test_who_belongs_nowhere_yet_may_be_anybody(self, cast: Cast, her: Her) -> None:
        actions.merge_learners(cast.unassigned.pk, into=her.pk, by=cast.county_officer, now=NOW)

        assert Merged.objects.filter(old=cast.unassigned.pk, learner=her.pk).exists()

    def test_doing_it_twice_changes_nothing(self, cast: Cast, her: Her, twin: Phone) -> None:
        merge(twin, her, cast)
        before = ModelLogEntry.objects.count(), list(Device.objects.order_by("pk").values())

        merge(twin, her, cast)

        assert (ModelLogEntry.objects.count(), list(Device.objects.order_by("pk").values())) == before


def test_a_failure_in_the_middle_leaves_both(
    cast: Cast, her: Her, twin: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tables_with(ids_of(uuid.UUID(twin.learner)))

    def fails(_old: uuid.UUID, *, into: uuid.UUID) -> None:
        raise RuntimeError("the lights went out")

    monkeypatch.setattr("courses.privacy.actions.reports.merge_learner", fails)
    with pytest.raises(RuntimeError):
        merge(twin, her, cast)

    assert tables_with(ids_of(uuid.UUID(twin.learner))) == before


def test_a_replay_of_what_was_parked_counts_for_the_new_one(cast: Cast, her: Her, twin: Phone) -> None:
    row = a_parked_record(device=Device.objects.get(pk=twin.device), learner=uuid.UUID(twin.learner))
    merge(twin, her, cast)

    row.refresh_from_db()

    assert row.learner == her.pk
