"""One phone for a family and one learner on several phones: reset keys, passes, one-time codes, lost phones."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from courses.engine.locks import answer
from courses.learning.actions import fold_learner
from courses.learning.models import Event
from courses.people.models import Learner
from courses.syncing import actions
from courses.syncing.models import Admission, Device, LockKey, Parked, Pass, ReadKey
from tests.builders import a_join_code, a_staff_member
from tests.learned import a_module
from tests.syncing.phone import ANY_TIME, Json, Phone

pytestmark = pytest.mark.django_db
NOW = ANY_TIME + timedelta(days=1)


def a_phone() -> Phone:
    """One that is known, with a sitting of hers on the server."""
    phone = Phone(release=a_module())
    phone.write("profile_set", body={"nickname": "桂花", "picture": "lotus", "language": "en"})
    phone.answer(phone.open())
    phone.sync()
    return phone


def learner_of(phone: Phone) -> Learner:
    return Learner.objects.get(pk=phone.learner)


def row_of(phone: Phone) -> Device:
    return Device.objects.get(pk=phone.device)


def lock_of(phone: Phone, **about: Any) -> str | None:
    """What one request that asks for the reset key is given."""
    request = phone.request([])
    request["learners"][0] |= {"lock": True} | about
    key: str | None = phone.send(request)["changes"].get(phone.learner, {}).get("lock")
    return key


def a_pass(phone: Phone) -> str:
    body = {"device": phone.device, "learner": phone.learner, "read": phone.read, "language": "en"}
    response = phone.post("/api/v1/passes", body)
    assert response.status_code == 200, response.content
    assert response.json()["address"] == "/pass/" + response.json()["code"].replace("-", "")
    assert len(response.json()["qr"]) > 20
    code: str = response.json()["code"]
    return code


def show(phone: Phone, code: str) -> Any:
    body = {"code": code, "device": phone.device, "read": phone.read, "language": "en"}
    return phone.post("/api/v1/admissions", body)


def take_on(phone: Phone, answered: Json) -> None:
    """The phone shows whom it was told."""
    phone.learner = answered["learner"]


def test_the_office_writes_to_her_in_the_language_that_she_chose_last_whoevers_phone_spoke_first() -> None:
    """The request that names her says what the window showed that sent it; her own word goes before."""
    phone = Phone(release=a_module())
    about = {"nickname": "Lily", "picture": "fish"}
    phone.write("profile_set", body=about | {"language": "zh-hans"})
    phone.sync()
    fold_learner(learner_of(phone).pk)
    assert learner_of(phone).language == "zh-hans"

    phone.write("profile_set", body=about | {"language": "en"})
    phone.sync()
    fold_learner(learner_of(phone).pk)

    assert (learner_of(phone).language, learner_of(phone).nickname) == ("en", "Lily")


class TestResetKeys:
    def test_a_phone_that_asks_gets_her_reset_key_and_always_the_same(self) -> None:
        phone = a_phone()

        first = lock_of(phone)

        assert first and len(bytes.fromhex(first)) == 16
        assert lock_of(phone) == first
        assert "lock" not in phone.send(phone.request([]))["changes"][phone.learner]

    def test_who_cannot_read_gets_no_key(self) -> None:
        phone = a_phone()

        assert lock_of(phone, read=uuid.uuid4().hex) is None
        assert not LockKey.objects.exists()

    def test_staff_read_back_what_the_phone_expects_and_the_log_keeps_no_digits(self) -> None:
        phone, staff = a_phone(), a_staff_member()
        key = lock_of(phone)
        assert key

        answers = actions.answers_for(learner_of(phone), typed="００４ 217", by=staff, now=NOW)

        assert answers == [answer(bytes.fromhex(key), digits="004217")]
        line = ModelLogEntry.objects.get(action="syncing.open_lock")
        assert (line.user, line.data) == (staff, {})

    def test_without_a_key_and_without_six_digits_there_is_no_answer(self) -> None:
        phone, staff = a_phone(), a_staff_member()

        with pytest.raises(actions.NoLockKey):
            actions.answers_for(learner_of(phone), typed="004217", by=staff, now=NOW)
        with pytest.raises(actions.NotSixDigits):
            actions.answers_for(learner_of(phone), typed="4217", by=staff, now=NOW)


class TestPasses:
    def test_a_pass_brings_her_to_another_phone_which_then_writes_and_reads(self) -> None:
        first, other = a_phone(), Phone(release=a_module())

        answered = show(other, a_pass(first).lower())

        about = {"nickname": "桂花", "picture": "lotus", "language": "en"}
        assert answered.json() == {"learner": first.learner, **about, "membership": None}
        take_on(other, answered.json())
        other.finish(other.open())
        other.sync()
        assert other.progress["ra/ra1"]["right"] == ["q1@1"], "what she did on the first phone is there"
        assert Event.objects.filter(learner=first.learner, kind="lesson_finished").count() == 1

    def test_a_pass_that_is_shown_again_after_a_lost_reply_says_the_same(self) -> None:
        first, other = a_phone(), Phone()
        code = a_pass(first)

        assert show(other, code).json() == show(other, code).json()

        assert Admission.objects.filter(device=row_of(other), via="pass").count() == 1
        assert ReadKey.objects.filter(device=row_of(other)).count() == 1

    def test_several_passes_hold_until_staff_end_them_all(self) -> None:
        phone, staff = a_phone(), a_staff_member()
        codes = [a_pass(phone), actions.print_pass(learner_of(phone), by=staff, now=NOW)]
        assert [show(Phone(), code).status_code for code in codes] == [200, 200]

        assert actions.end_passes(learner_of(phone), by=staff, now=NOW) == 2

        ended = [show(Phone(), code) for code in codes]
        assert [(each.status_code, each.json()["code"]) for each in ended] == [(409, "expired-code")] * 2

    def test_who_does_not_know_her_key_makes_no_pass(self) -> None:
        phone = a_phone()
        body = {"device": phone.device, "learner": phone.learner, "read": uuid.uuid4().hex, "language": "en"}

        response = phone.post("/api/v1/passes", body)

        assert (response.status_code, response.json()["code"]) == (403, "wrong-read")
        assert not Pass.objects.exists()

    def test_the_code_itself_is_not_kept(self) -> None:
        code = a_pass(a_phone()).replace("-", "")

        assert code not in repr(list(Pass.objects.values()))

    def test_twenty_passes_a_day_are_enough(self) -> None:
        phone = a_phone()
        for _ in range(20):
            a_pass(phone)
        body = {"device": phone.device, "learner": phone.learner, "read": phone.read}

        refused = phone.post("/api/v1/passes", body)

        assert refused.status_code == 429 and "Retry-After" in refused

    @pytest.mark.parametrize("wrong", ["ABCD-EFGH-JKMN-PQRS", "ABCDEFGH", "", "·"])
    def test_a_code_that_was_never_given_is_unknown_and_admits_nobody(self, wrong: str) -> None:
        phone = Phone()

        response = show(phone, wrong)

        assert (response.status_code, response.json()["code"]) == (404, "unknown-code")
        assert response.json()["message"].startswith("We do not know this code")
        assert not Admission.objects.exists()

    def test_guessing_is_stopped_after_sixty_tries(self) -> None:
        statuses = [show(Phone(client=Client(REMOTE_ADDR="10.7.7.7")), "ABCDEFGH").status_code for _ in range(61)]

        assert statuses == [404] * 60 + [429]


class TestOneTimeCodes:
    def test_a_code_works_once_and_its_own_phone_may_ask_again(self) -> None:
        first, staff, mine, another = a_phone(), a_staff_member(), Phone(), Phone()
        code, _ = actions.give_code(learner_of(first), by=staff, now=timezone.now())

        answered = show(mine, f"{code[:4]} {code[4:]}")

        assert answered.json()["learner"] == first.learner
        assert show(mine, code).json() == answered.json()
        mine.read = uuid.uuid4().hex
        used = [show(mine, code), show(another, code)]
        assert [(each.status_code, each.json()["code"]) for each in used] == [(409, "used-code")] * 2
        assert Admission.objects.get(device=row_of(mine)).via == "code"

    def test_a_code_is_good_for_a_day(self) -> None:
        phone, staff = a_phone(), a_staff_member()
        yesterday = timezone.now() - timedelta(hours=24)
        code, until = actions.give_code(learner_of(phone), by=staff, now=yesterday)

        response = show(Phone(), code)

        assert until - yesterday == timedelta(hours=24)
        assert (response.status_code, response.json()["code"]) == (409, "expired-code")

    def test_a_new_code_ends_the_one_that_nobody_used(self) -> None:
        phone, staff = a_phone(), a_staff_member()
        now = timezone.now()
        codes = [actions.give_code(learner_of(phone), by=staff, now=now)[0] for _ in range(2)]

        statuses = [show(Phone(), code).status_code for code in codes]

        assert statuses == [409, 200]


class TestLostPhones:
    def test_a_blocked_phone_hears_of_it_and_what_it_sends_is_kept_and_does_not_count(self) -> None:
        phone, staff = a_phone(), a_staff_member()
        before = Event.objects.count()
        actions.block(row_of(phone), by=staff, now=NOW)
        phone.finish(phone.open())

        reply = phone.send(phone.request(phone.waiting()))
        phone.believe(reply)

        assert reply["device"] == {"revoked": True}
        assert {(verdict, code) for _, verdict, code in reply["verdicts"]} == {("parked", "revoked-device")}
        assert reply["changes"] == {} and reply["digest"] == "same"
        assert not phone.waiting() and phone.is_revoked
        assert (Event.objects.count(), Parked.objects.count()) == (before, 2)

    def test_a_blocked_phone_that_lost_count_still_hands_over_everything(self) -> None:
        phone, staff = a_phone(), a_staff_member()
        phone.finish(phone.open())
        actions.block(row_of(phone), by=staff, now=NOW)
        phone.delivered = {str(uuid.uuid4())}

        phone.sync()

        assert phone.is_revoked and phone.delivered == set(phone.held)
        assert Parked.objects.count() >= 2

    def test_keys_and_passes_made_on_it_open_nothing_any_more(self) -> None:
        phone, staff = a_phone(), a_staff_member()
        code = a_pass(phone)
        actions.block(row_of(phone), by=staff, now=NOW)

        thief = Phone(learner=phone.learner, read=phone.read)

        assert thief.send(thief.request([]))["changes"] == {}
        assert show(thief, code).status_code == 409

    def test_her_other_phone_goes_on(self) -> None:
        phone, other, staff = a_phone(), Phone(release=a_module()), a_staff_member()
        take_on(other, show(other, a_pass(phone)).json())

        actions.block(row_of(phone), by=staff, now=NOW)

        other.open()
        other.sync()
        assert not other.is_revoked and other.cursor

    def test_a_phone_that_was_found_goes_on_where_it_was_and_its_parked_events_can_be_judged_again(self) -> None:
        phone, staff = a_phone(), a_staff_member()
        code = a_pass(phone)
        actions.block(row_of(phone), by=staff, now=NOW)
        late = phone.open()
        phone.sync()

        actions.let_in_again(row_of(phone), by=staff, now=NOW)
        replayed = actions.replay(Parked.objects.values_list("pk", flat=True), by=staff, now=NOW)

        assert [each.verdict for each in replayed] == ["stored"]
        assert Event.objects.filter(pk=late).exists()
        assert phone.sync() == 0 and not phone.is_revoked and phone.cursor
        assert show(Phone(), code).status_code == 200

    def test_blocking_twice_and_finding_twice_change_nothing(self) -> None:
        phone, staff = a_phone(), a_staff_member()
        for at in (NOW, NOW + timedelta(days=1)):
            actions.block(row_of(phone), by=staff, now=at)
        assert row_of(phone).revoked_at == NOW

        for _ in range(2):
            actions.let_in_again(row_of(phone), by=staff, now=NOW)

        assert row_of(phone).revoked_at is None
        assert ModelLogEntry.objects.filter(action__in=["syncing.block", "syncing.let_in_again"]).count() == 2

    def test_a_blocked_phone_is_let_in_by_no_code(self) -> None:
        phone, lost, staff = a_phone(), a_phone(), a_staff_member()
        actions.block(row_of(lost), by=staff, now=NOW)
        join = {"code": a_join_code().code, "device": lost.device, "learner": lost.learner, "read": lost.read}

        refused = [show(lost, a_pass(phone)), lost.post("/api/v1/join", join)]

        assert [(each.status_code, each.json()["code"]) for each in refused] == [(403, "revoked-device")] * 2


def proof_of(phone: Phone) -> str | None:
    """What one request that asks for it is given."""
    request = phone.request([])
    request["learners"][0]["lock"] = True
    proof: str | None = phone.send(request)["changes"].get(phone.learner, {}).get("proof")
    return proof


def shown(phone: Phone, proof: str | None, **about: str) -> list[str]:
    """The codes of the verdicts on one new event that comes with this proof."""
    phone.open()
    request = phone.request(phone.waiting())
    request["learners"][0] |= {"proof": proof} | about
    return [verdict if code is None else code for _, verdict, code in phone.send(request)["verdicts"]]


class TestProofs:
    def test_a_site_that_forgot_whom_it_let_in_believes_the_proof(self) -> None:
        phone = a_phone()
        proof = proof_of(phone)
        Admission.objects.all().delete()
        ReadKey.objects.all().delete()
        assert shown(phone, None) == ["not-your-learner"]

        assert shown(phone, proof) == ["known", "stored"]  # the refused one was judged again before

        assert Parked.objects.get().outcome == "stored"
        assert phone.send(phone.request([]))["changes"][phone.learner]

    def test_it_opens_nothing_for_another_phone_or_another_key(self) -> None:
        phone, thief = a_phone(), Phone(release=a_module())
        proof = proof_of(phone)
        thief.learner, thief.read = phone.learner, phone.read

        assert shown(thief, proof) == ["not-your-learner"]
        Admission.objects.all().delete()
        assert shown(phone, proof, read=uuid.uuid4().hex) == ["not-your-learner"]
        assert shown(phone, "0" * 32) == ["not-your-learner"] * 2
        assert not Admission.objects.exists()

    def test_a_blocked_phone_stays_blocked_whatever_it_shows(self) -> None:
        phone = a_phone()
        proof = proof_of(phone)
        Admission.objects.all().delete()
        actions.block(row_of(phone), by=a_staff_member(), now=NOW)

        assert shown(phone, proof) == ["revoked-device"]
        assert not Admission.objects.exists()

    def test_who_may_not_write_for_her_is_given_none(self) -> None:
        phone = a_phone()
        Admission.objects.all().delete()

        assert proof_of(phone) is None
