"""The office of a household phone: lost and found, locks, codes and passes, by those who see her."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from courses.engine.locks import answer
from courses.syncing import actions
from courses.syncing.models import Device, LockKey, OneTimeCode, Pass
from tests.builders import a_parked_record
from tests.cast import NAME_A, Cast, signed_in, the_cast
from tests.syncing.phone import Phone
from tests.syncing.test_remembering import a_phone, remember

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(db: None) -> Cast:
    return the_cast()


def hers(cast: Cast, what: str) -> str:
    return f"/office/people/{cast.learner_a.pk}/{what}"


def her_phone(cast: Cast, what: str = "") -> str:
    return f"/office/phones/{cast.device_a.pk}/{what}"


def text(page: object) -> str:
    content: bytes = page.content  # type: ignore[attr-defined]
    return content.decode()


class TestLostPhones:
    def test_staff_read_what_happens_before_they_block_a_phone(self, cast: Cast) -> None:
        client = signed_in(cast.trainer_a)
        assert her_phone(cast, "lost/") in text(client.get(her_phone(cast)))

        page = text(client.get(her_phone(cast, "lost/")))

        assert NAME_A in page and "Then it clears itself" in page
        assert Device.objects.get(pk=cast.device_a.pk).revoked_at is None

    def test_a_lost_phone_is_blocked_and_a_found_one_counts_again(self, cast: Cast) -> None:
        client = signed_in(cast.manager_a)

        lost = text(client.post(her_phone(cast, "lost/"), follow=True))
        assert "This phone is blocked." in lost and "It was found" in lost
        assert Device.objects.get(pk=cast.device_a.pk).revoked_at

        a_parked_record(device=cast.device_a, learner=cast.learner_a.pk, code="revoked-device")
        blocked = text(client.get(her_phone(cast)))
        assert "If it was found, say so on its page" in blocked

        found = text(client.post(her_phone(cast, "found/"), follow=True))
        assert "This phone counts again." in found
        assert "Try again: now it counts." in found and "If it was found" not in found
        assert Device.objects.get(pk=cast.device_a.pk).revoked_at is None

    def test_a_trainer_is_told_who_has_it_counted(self, cast: Cast) -> None:
        client = signed_in(cast.trainer_a)
        block(client, str(cast.device_a.pk))
        a_parked_record(device=cast.device_a, learner=cast.learner_a.pk, code="revoked-device")

        found = text(client.post(her_phone(cast, "found/"), follow=True))

        assert "counts when a manager or the operator tries it again." in found and "try them again" not in found

    def test_a_browser_that_began_anew_is_named_before_and_after_the_block(self, cast: Cast) -> None:
        phone, other = a_phone(), a_phone()
        remember(phone)
        other.client = phone.client
        remember(other)  # the same browser, once more
        client = signed_in(cast.operator)

        for page in (client.get(f"/office/phones/{phone.device}/lost/"), block(client, phone.device)):
            assert f'href="/office/phones/{other.device}/"' in text(page)
        block(client, other.device)
        assert str(other.device) not in text(client.get(f"/office/phones/{phone.device}/"))


def block(client: Client, device: str) -> object:
    return client.post(f"/office/phones/{device}/lost/", follow=True)


class TestLocks:
    def test_staff_type_what_her_phone_shows_and_read_back_what_opens_it(self, cast: Cast) -> None:
        key = bytes.fromhex(actions.lock_key(cast.learner_a.pk, now=timezone.now()))
        client = signed_in(cast.trainer_a)
        assert hers(cast, "lock/") in text(client.get(hers(cast, "")))

        page = text(client.post(hers(cast, "lock/"), {"digits": "123 456"}))

        opens = answer(key, digits="123456")
        assert "123 456" in page, "so a misheard digit is noticed"
        assert f"{opens[:3]} {opens[3:]}" in page and "If it does not open" not in page

    def test_after_a_merge_both_answers_stand_there(self, cast: Cast) -> None:
        actions.lock_key(cast.learner_a.pk, now=timezone.now())
        LockKey.objects.create(learner=cast.learner_a, key="ab" * 16, is_current=False, at=timezone.now())

        page = text(signed_in(cast.trainer_a).post(hers(cast, "lock/"), {"digits": "123456"}))

        opens = answer(b"\xab" * 16, digits="123456")
        assert f"{opens[:3]} {opens[3:]}" in page and "If it does not open" in page

    def test_wrong_digits_and_a_missing_key_are_said_kindly(self, cast: Cast) -> None:
        client = signed_in(cast.trainer_a)

        said = [text(client.post(hers(cast, "lock/"), {"digits": digits})) for digits in ("12345", "123456")]

        assert "Please type the six digits that her phone shows." in said[0]
        assert "None of her phones can have a lock yet" in said[1]


class TestToAnotherPhone:
    def test_a_code_is_shown_once_and_brings_her_to_a_phone(self, cast: Cast) -> None:
        page = text(signed_in(cast.trainer_a).post(hers(cast, "code/")))

        found = re.search(r'id="words"[^>]*>(\w{4} \w{4})<', page)
        assert found and NAME_A in page
        phone = Phone()
        answered = phone.post("/api/v1/admissions", {"code": found[1], "device": phone.device, "read": phone.read})
        assert answered.json()["nickname"] == NAME_A
        seat = {"group": cast.group_a.name, "centre": cast.centre_a.name}
        assert answered.json()["membership"] == seat, "her phone asks no one to join who is seated"
        assert OneTimeCode.objects.get().by == cast.trainer_a
        assert signed_in(cast.trainer_a).get(hers(cast, "code/")).status_code == 405

    def test_a_printed_pass_can_be_ended_from_her_page(self, cast: Cast) -> None:
        client = signed_in(cast.trainer_a)

        printed = client.post(hers(cast, "pass/"))

        assert Client().get(printed["Location"]).status_code == 200
        assert "1 pass is good." in text(client.get(hers(cast, "")))
        ended = text(client.post(hers(cast, "pass/end/"), follow=True))
        assert "1 pass opens nothing any more." in ended and "End all passes" not in ended
        assert Client().get(printed["Location"]).status_code == 404
        assert "She had no pass." in text(client.post(hers(cast, "pass/end/"), follow=True))
        assert not Pass.objects.filter(ended_at=None).exists()
