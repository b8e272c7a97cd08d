"""Upload tokens change, and nobody is locked out by it: not who missed the moment, nor a copy, nor after a restore."""

import uuid
from copy import deepcopy
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone

from courses.learning.models import Event
from courses.people.models import Role
from courses.syncing import actions as syncing
from courses.syncing.actions.tokens import OVERLAP, TOKEN_LASTS
from courses.syncing.hashing import hashed
from courses.syncing.models import Admission, Device, FormerToken, Parked, ReadKey
from tests.builders import a_staff_member
from tests.learned import a_module
from tests.syncing.phone import Phone

pytestmark = pytest.mark.django_db


def _a_phone() -> Phone:
    phone = Phone(release=a_module())
    phone.finish(phone.open())
    phone.sync()
    return phone


def _a_copy_of(phone: Phone) -> Phone:
    copy = deepcopy(phone)
    copy.client = type(phone.client)()
    return copy


def _renews(phone: Phone, *, token: str | None = None) -> Any:
    """Asks for another token and, unless it is told that it is a copy, shows that one from now on."""
    wanted = token or uuid.uuid4().hex
    response = phone.post("/api/v1/tokens", {"device": phone.device, "next": wanted})
    if response.status_code == 200 and not response.json():
        phone.token = wanted
    return response


def _asked(phone: Phone) -> bool:
    return phone.send(phone.request([])).get("device") == {"renew": True}


def _the_overlap_ends() -> None:
    FormerToken.objects.update(until=timezone.now())


def test_a_phone_is_asked_for_another_token_after_half_a_year() -> None:
    phone = _a_phone()
    assert not _asked(phone)
    Device.objects.update(created_at=timezone.now() - TOKEN_LASTS)
    assert _asked(phone)
    assert _renews(phone).json() == {}
    assert not _asked(phone)
    Device.objects.update(token_at=timezone.now() - TOKEN_LASTS)
    assert _asked(phone)


def test_the_older_token_is_good_for_the_overlap_and_says_that_there_is_a_newer_one() -> None:
    phone = _a_phone()
    older = phone.token
    _renews(phone)
    assert FormerToken.objects.get().until - Device.objects.get().token_at == OVERLAP  # type: ignore[operator]
    phone.token = older
    phone.finish(phone.open())
    reply = phone.send(phone.request(phone.waiting()))
    assert {verdict for _, verdict, _ in reply["verdicts"]} == {"stored"}
    assert reply["device"] == {"renew": True}


def test_a_lost_reply_costs_nothing() -> None:
    phone = _a_phone()
    older, newer = phone.token, uuid.uuid4().hex
    _renews(phone, token=newer)
    for shown in (older, newer):
        phone.token = shown
        assert _renews(phone, token=newer).json() == {}
    assert FormerToken.objects.count() == 1
    assert not _asked(phone)


def test_a_copy_that_wants_a_token_too_is_given_a_name_of_its_own() -> None:
    phone = _a_phone()
    copy = _a_copy_of(phone)
    _renews(phone)
    name = _renews(copy).json()["rekey"]
    assert _renews(copy).json()["rekey"] == name, "the same however often it asks"
    copy.believe({"device": {"rekey": name}})
    copy.finish(copy.open())
    copy.sync()
    phone.finish(phone.open())
    phone.sync()
    assert not Parked.objects.exists()
    assert {str(id) for id in Event.objects.values_list("pk", flat=True)} == phone.held.keys() | copy.held.keys()


def test_a_copy_found_after_the_overlap_is_given_a_name_and_may_write_for_whom_it_can_read() -> None:
    phone = _a_phone()
    copy = _a_copy_of(phone)
    _renews(phone)
    _the_overlap_ends()
    copy.finish(copy.open())
    copy.sync()
    assert copy.device != phone.device
    assert not Parked.objects.exists()
    assert {str(id) for id in Event.objects.values_list("pk", flat=True)} == copy.held.keys()


def _opens_nothing(thief: Phone, *, of: Phone) -> None:
    """What it sends counts for nobody, and it is shown nothing."""
    thief.sync()
    assert thief.progress == {}
    assert Event.objects.count() == len(of.held)
    assert set(Parked.objects.values_list("code", flat=True)) == {"not-your-learner"}


def test_an_old_token_that_somebody_found_opens_nothing_of_hers() -> None:
    phone = _a_phone()
    thief = _a_copy_of(phone)
    thief.read = uuid.uuid4().hex
    _renews(phone)
    _the_overlap_ends()
    thief.held.clear()
    thief.finish(thief.open())
    _opens_nothing(thief, of=phone)


def _asks_for_a_name(phone: Phone) -> Any:
    """Sends all that it holds, and says that it has no other token."""
    return phone.post("/api/v1/sync", phone.request(phone.waiting()) | {"last": True})


def _a_copy_whose_token_nobody_knows(phone: Phone) -> Phone:
    """As after a restore, when the server met the other one first."""
    copy = _a_copy_of(phone)
    copy.token = uuid.uuid4().hex
    return copy


def test_a_copy_that_has_no_known_token_is_given_a_name_and_may_write_for_whom_it_can_read() -> None:
    phone = _a_phone()
    copy = _a_copy_whose_token_nobody_knows(phone)
    copy.finish(copy.open())
    reply = _asks_for_a_name(copy).json()
    assert (reply["verdicts"], reply["changes"]) == ([], {})
    assert reply["device"] == _asks_for_a_name(copy).json()["device"], "the same however often it asks"
    copy.believe(reply)
    copy.sync()
    assert copy.device != phone.device
    assert not Parked.objects.exists()
    assert {str(id) for id in Event.objects.values_list("pk", flat=True)} == copy.held.keys()


def test_a_stranger_who_says_so_is_given_nothing_of_hers() -> None:
    phone = _a_phone()
    thief = _a_copy_whose_token_nobody_knows(phone)
    thief.read = uuid.uuid4().hex
    thief.held.clear()
    thief.finish(thief.open())
    thief.believe(_asks_for_a_name(thief).json())
    _opens_nothing(thief, of=phone)


def test_nor_does_a_stranger_make_the_first_key_to_read_of_her() -> None:
    phone = _a_phone()
    ReadKey.objects.all().delete()
    thief = _a_copy_whose_token_nobody_knows(phone)
    thief.believe(_asks_for_a_name(thief).json())
    assert not ReadKey.objects.exists()
    assert not Admission.objects.filter(device__id=thief.device).exists()


def test_a_blocked_phone_is_given_no_name() -> None:
    phone = _a_phone()
    syncing.block(Device.objects.get(), by=a_staff_member(role=Role.OPERATOR), now=timezone.now())
    assert _asks_for_a_name(_a_copy_whose_token_nobody_knows(phone)).status_code == 401
    assert Device.objects.count() == 1


def test_whoever_says_so_and_shows_the_right_token_is_served_as_ever() -> None:
    phone = _a_phone()
    phone.finish(phone.open())
    reply = _asks_for_a_name(phone).json()
    assert "device" not in reply
    assert {verdict for _, verdict, _ in reply["verdicts"]} == {"stored"}


@pytest.mark.parametrize("path", ["/api/v1/sync/have", "/api/v1/tokens", "/api/v1/passes", "/api/v1/admissions"])
def test_an_ended_token_is_good_for_a_name_and_nothing_else(path: str) -> None:
    phone = _a_phone()
    older = phone.token
    _renews(phone)
    _the_overlap_ends()
    phone.token = older
    body = {
        "device": phone.device,
        "days": {},
        "next": "n" * 32,
        "learner": phone.learner,
        "read": phone.read,
        "code": "X",
    }
    response = phone.post(path, body)
    assert (response.status_code, response.json()["code"]) == (401, "wrong-token")


def test_a_strange_token_is_refused_and_changes_nothing() -> None:
    phone = _a_phone()
    token, phone.token = phone.token, "t" * 32
    assert _renews(phone).status_code == 401
    assert Device.objects.get().token_hash == hashed(token)
    assert not FormerToken.objects.exists()


def test_a_lost_phone_hands_over_what_it_holds_however_old_its_token_is() -> None:
    phone = _a_phone()
    lost = _a_copy_of(phone)
    _renews(phone)
    _the_overlap_ends()
    syncing.block(Device.objects.get(), by=a_staff_member(role=Role.OPERATOR), now=timezone.now())
    assert _renews(phone).json()["code"] == "revoked-device"
    lost.finish(lost.open())
    lost.sync()
    assert lost.is_revoked
    assert {str(id) for id in Parked.objects.values_list("event_id", flat=True)} == lost.held.keys() - phone.held.keys()


def test_tokens_change_again_and_again_and_each_has_its_own_end() -> None:
    phone = _a_phone()
    tokens = [phone.token]
    for _ in range(3):
        _renews(phone)
        tokens.append(phone.token)
    _the_overlap_ends()
    FormerToken.objects.filter(token_hash=hashed(tokens[2])).update(until=timezone.now() + timedelta(hours=1))
    statuses = []
    for phone.token in tokens:
        response = phone.post("/api/v1/sync/have", {"device": phone.device, "days": {}})
        statuses.append(response.status_code)
    assert statuses == [401, 401, 200, 200]


def test_the_operator_asks_every_phone_for_a_new_token(capsys: pytest.CaptureFixture[str]) -> None:
    phone = _a_phone()
    call_command("renew_tokens")
    assert "1" in capsys.readouterr().out
    assert _asked(phone)
    _renews(phone)
    assert not _asked(phone)


def test_the_operator_ends_the_older_tokens_at_once() -> None:
    phone = _a_phone()
    older = phone.token
    _renews(phone)
    call_command("renew_tokens", "--end-older", verbosity=0)
    assert not FormerToken.objects.filter(until__gt=timezone.now()).exists()
    phone.token = older
    assert phone.post("/api/v1/sync/have", {"device": phone.device, "days": {}}).status_code == 401
