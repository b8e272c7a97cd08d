"""A browser that threw everything away but one cookie: whom it brings back, and whom it never does."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from courses.learning.models import Event
from courses.people.models import Learner
from courses.syncing import actions, queries
from courses.syncing.models import Admission, Device, ReadKey, Remembered, RememberedLearner
from courses.syncing.queries.remembered import KEPT_FOR
from courses.web.phone_cookie import COOKIE
from tests.builders import a_staff_member
from tests.learned import a_module
from tests.syncing.phone import ANY_TIME, Json, Phone
from tests.syncing.test_household import a_pass, show

pytestmark = pytest.mark.django_db
NOW = ANY_TIME + timedelta(days=1)
ADDRESS = "/api/v1/remembered"


def row_of(phone: Phone) -> Device:
    return Device.objects.get(pk=phone.device)


def a_phone(client: Client | None = None, *, nickname: str = "桂花") -> Phone:
    """She learned on it, and the server has her name."""
    phone = Phone(client=client or Client(), release=a_module())
    phone.write("profile_set", body={"nickname": nickname, "picture": "lotus", "language": "en"})
    phone.answer(phone.open())
    phone.sync()
    return phone


def a_sister(phone: Phone, *, nickname: str = "小梅") -> Phone:
    """She learns on the same phone."""
    hers = Phone(client=phone.client, device=phone.device, token=phone.token, release=phone.release)
    hers.seq, hers.held, hers.delivered = phone.seq, phone.held, phone.delivered
    hers.write("profile_set", body={"nickname": nickname, "picture": "fish", "language": "zh-hans"})
    hers.sync()
    return hers


def remember(*those: Phone, locked: bool = False) -> Any:
    learners = [{"id": each.learner, "read": each.read, "locked": locked} for each in those]
    return those[0].post(ADDRESS, {"device": those[0].device, "learners": learners, "language": "en"})


def faces(client: Client, *, device: str = "") -> list[Json]:
    response = client.get(ADDRESS, {"device": device} if device else {})
    assert response.status_code == 200, response.content
    shown: list[Json] = response.json()["faces"]
    return shown


def wiped(phone: Phone) -> Phone:
    """The same browser, of which the cookie alone is left."""
    return Phone(client=phone.client, release=phone.release)


def come_back(phone: Phone, which: int) -> Any:
    body = {"device": phone.device, "read": phone.read, "which": which, "language": "en"}
    return phone.post(f"{ADDRESS}/admissions", body)


def code_of(response: Any) -> tuple[int, str]:
    return response.status_code, response.json()["code"]


class TestComingBack:
    def test_she_is_shown_by_name_and_picture_and_goes_on_where_she_was(self) -> None:
        before = a_phone()
        assert remember(before).json() == {"learners": [before.learner]}
        after = wiped(before)

        [face] = faces(after.client)
        which = face.pop("which")
        assert face == {"nickname": "桂花", "picture": "lotus", "language": "en", "is_locked": False}
        answered = come_back(after, which)

        about = {"nickname": "桂花", "picture": "lotus", "language": "en"}
        assert answered.json() == {"learner": before.learner, **about, "membership": None}
        after.learner = answered.json()["learner"]
        after.finish(after.open())
        after.sync()
        assert after.progress["ra/ra1"]["right"] == ["q1@1"], "what she did before is there"
        assert Event.objects.filter(learner=before.learner, kind="lesson_finished").count() == 1
        assert Admission.objects.get(device=row_of(after)).via == "cookie"

    def test_asked_again_after_a_lost_reply_it_says_the_same(self) -> None:
        before = a_phone()
        remember(before)
        after = wiped(before)
        [face] = faces(after.client)

        assert come_back(after, face["which"]).json() == come_back(after, face["which"]).json()

        assert ReadKey.objects.filter(device=row_of(after)).count() == 1

    def test_a_browser_without_a_cookie_is_told_of_nobody(self) -> None:
        remember(a_phone())

        assert faces(Client()) == []

    def test_who_learns_on_the_phone_already_is_not_asked_for(self) -> None:
        mother = a_phone()
        daughter = a_sister(mother)
        remember(mother, daughter)
        after = wiped(mother)
        hers = next(face for face in faces(after.client) if face["nickname"] == "桂花")
        come_back(after, hers["which"])

        assert [face["nickname"] for face in faces(after.client, device=after.device)] == ["小梅"]

    def test_a_household_stays_in_the_cookie_when_one_of_them_came_back(self) -> None:
        mother = a_phone()
        daughter = a_sister(mother)
        remember(mother, daughter)
        after = wiped(mother)
        which = {face["nickname"]: face["which"] for face in faces(after.client)}
        after.learner = come_back(after, which["小梅"]).json()["learner"]
        after.sync()

        assert remember(after).json() == {"learners": [daughter.learner]}

        assert {face["nickname"]: face["which"] for face in faces(after.client)} == which

    def test_who_locked_her_lessons_is_shown_and_not_opened(self) -> None:
        before = a_phone()
        remember(before, locked=True)
        after = wiped(before)
        [face] = faces(after.client)
        assert face["is_locked"]

        assert code_of(come_back(after, face["which"])) == (403, "locked-there")

        assert not Admission.objects.filter(device_id=after.device).exists()
        remember(before)  # she took the lock away
        assert come_back(after, face["which"]).status_code == 200

    def test_no_more_than_six_faces_the_latest_first(self) -> None:
        first = a_phone(nickname="1")
        those = [first, *(a_sister(first, nickname=str(number)) for number in range(2, 9))]
        for each in those:
            remember(each)

        assert [face["nickname"] for face in faces(first.client)] == ["8", "7", "6", "5", "4", "3"]

    def test_who_did_not_learn_there_for_longer_than_a_cookie_lasts_is_not_shown(self) -> None:
        phone = a_phone()
        remember(phone)
        RememberedLearner.objects.update(last_at=timezone.now() - KEPT_FOR)

        assert faces(phone.client) == []


class TestTheCookie:
    def test_it_stays_the_same_and_lasts_anew(self) -> None:
        phone = a_phone()
        given = remember(phone).cookies[COOKIE]
        again = remember(phone).cookies[COOKIE]

        assert given.value == again.value and len(given.value) >= 43
        for cookie in (given, again):
            about = (cookie["path"], cookie["httponly"], cookie["samesite"], cookie["max-age"], cookie["secure"])
            assert about == (ADDRESS, True, "Strict", 400 * 24 * 3600, "")

    def test_over_https_it_is_sent_over_https_alone(self) -> None:
        phone = a_phone()
        body = {"device": phone.device, "learners": [{"id": phone.learner, "read": phone.read}]}
        headers = {"authorization": f"Bearer {phone.token}"}
        given = phone.client.post(ADDRESS, body, content_type="application/json", headers=headers, secure=True)

        assert given.cookies[COOKIE]["secure"] is True

    def test_only_its_hash_is_kept(self) -> None:
        value = remember(a_phone()).cookies[COOKIE].value

        assert value not in repr([*Remembered.objects.values(), *RememberedLearner.objects.values()])

    def test_one_that_never_arrived_leaves_nothing_behind(self) -> None:
        phone = a_phone()
        lost = remember(phone).cookies[COOKIE].value
        phone.client.cookies.clear()

        remember(phone)

        assert Remembered.objects.count() == RememberedLearner.objects.count() == 1
        assert faces(Client(headers={"cookie": f"{COOKIE}={lost}"})) == []
        assert len(faces(phone.client)) == 1

    def test_who_does_not_know_her_key_is_given_none(self) -> None:
        phone = a_phone()
        stranger = Phone(learner=phone.learner)

        for asking in (stranger, Phone(device=phone.device, token=phone.token, learner=phone.learner)):
            response = remember(asking)
            assert response.json() == {"learners": []} and COOKIE not in response.cookies
        assert not Remembered.objects.exists()

    def test_who_did_nothing_yet_on_a_phone_that_was_let_in_is_neither_written_down_nor_remembered(self) -> None:
        code = a_pass(a_phone())
        nobody = Phone(client=Client(), release="f" * 64)
        assert show(nobody, code).status_code == 200
        before = Learner.objects.count()

        assert nobody.send(nobody.request([]))["changes"] == {}
        remember(nobody)

        assert Learner.objects.count() == before and faces(nobody.client) == []
        nobody.open()
        nobody.sync()
        assert Learner.objects.count() == before + 1

    def test_forgotten_it_opens_nothing_even_where_a_copy_of_it_is_shown(self) -> None:
        phone, neighbour = a_phone(), a_phone()
        value = remember(phone).cookies[COOKIE].value
        remember(neighbour)

        gone = phone.client.delete(ADDRESS)

        assert gone.status_code == 200 and gone.cookies[COOKIE].value == ""
        assert faces(Client(headers={"cookie": f"{COOKIE}={value}"})) == []
        assert len(faces(neighbour.client)) == 1
        assert phone.client.delete(ADDRESS).status_code == 200, "safe to repeat"


class TestLostPhones:
    def test_the_cookie_of_a_blocked_phone_opens_nothing_until_it_was_found(self) -> None:
        phone, staff = a_phone(), a_staff_member()
        remember(phone)
        [face] = faces(phone.client)
        device = row_of(phone)
        actions.block(device, by=staff, now=NOW)

        assert faces(phone.client) == []
        assert code_of(come_back(wiped(phone), face["which"])) == (404, "not-remembered")
        assert code_of(remember(phone)) == (403, "revoked-device")

        actions.let_in_again(device, by=staff, now=NOW)
        assert faces(phone.client) == [face]

    def test_a_blocked_phone_that_begins_as_somebody_new_takes_nobody_along(self) -> None:
        phone, staff = a_phone(), a_staff_member()
        value = remember(phone).cookies[COOKIE].value
        actions.block(row_of(phone), by=staff, now=NOW)
        thief = a_phone(phone.client, nickname="New")

        given = remember(thief).cookies[COOKIE].value

        assert given != value
        assert [face["nickname"] for face in faces(thief.client)] == ["New"]

    def test_who_was_remembered_in_a_thief_s_name_before_is_closed_with_the_block(self) -> None:
        """He has the phone, begins as somebody new in its browser, and only then it is blocked."""
        phone, staff = a_phone(), a_staff_member()
        remember(phone)
        thief = a_phone(phone.client, nickname="New")
        remember(thief)
        assert len(faces(thief.client)) == 2

        actions.block(row_of(phone), by=staff, now=NOW)

        assert faces(thief.client) == []
        remember(thief)
        assert [face["nickname"] for face in faces(thief.client)] == ["New"]

    def test_a_phone_that_came_back_once_and_is_blocked_opens_none_of_the_family(self) -> None:
        """Her browser lost its store; the phone that began anew in it is lost. Her sister never came back."""
        phone, staff = a_phone(), a_staff_member()
        remember(phone, a_sister(phone))
        anew = wiped(phone)
        which = {face["nickname"]: face["which"] for face in faces(phone.client)}
        assert come_back(anew, which["桂花"]).status_code == 200
        assert [each.pk for each in queries.in_same_browser(row_of(anew).pk)] == [row_of(phone).pk]

        actions.block(row_of(anew), by=staff, now=NOW)

        assert faces(phone.client) == []
        assert code_of(come_back(wiped(phone), which["小梅"])) == (404, "not-remembered")


class TestAttacks:
    def test_a_forged_cookie_and_a_face_of_another_cookie_open_nothing(self) -> None:
        victim, thief = a_phone(), a_phone()
        remember(victim)
        remember(thief)
        [face] = faces(victim.client)

        forger = Phone(client=Client(headers={"cookie": f"{COOKIE}={'A' * 43}"}))
        for asking in (thief, Phone(), forger):
            assert code_of(come_back(asking, face["which"])) == (404, "not-remembered")
        assert faces(forger.client) == []
        assert not ReadKey.objects.filter(learner_id=victim.learner).exclude(device_id=victim.device).exists()

    @pytest.mark.parametrize("header", [{"origin": "https://evil.example"}, {"referer": "https://evil.example/x"}])
    def test_a_page_of_another_site_asks_in_vain(self, header: dict[str, str]) -> None:
        phone = a_phone()
        remember(phone)
        [face] = faces(phone.client)
        posts = {"device": phone.device, "which": face["which"], "read": phone.read}
        token = {"authorization": f"Bearer {phone.token}"}

        answers = [
            phone.client.get(ADDRESS, headers=header),
            phone.client.delete(ADDRESS, headers=header),
            phone.client.post(f"{ADDRESS}/admissions", posts, content_type="application/json", headers=header | token),
        ]

        assert [code_of(each) for each in answers] == [(403, "not-from-here")] * 3
        assert len(faces(phone.client)) == 1

    def test_a_cookie_that_is_no_cookie_of_ours_breaks_nothing(self) -> None:
        for value in ("%00", "x" * 5000, "é", ""):
            client = Client(headers={"cookie": f"{COOKIE}={value}"})
            assert faces(client) == []
            assert client.delete(ADDRESS).status_code == 200

    def test_asking_without_end_is_stopped(self) -> None:
        client = Client(REMOTE_ADDR="10.8.8.8", headers={"cookie": f"{COOKIE}={'A' * 43}"})
        statuses = [client.get(ADDRESS).status_code for _ in range(301)]

        assert statuses == [200] * 300 + [429]


def test_her_file_says_since_when_a_browser_knows_her() -> None:
    phone = a_phone()
    remember(phone)

    [row] = queries.everything_of(uuid.UUID(phone.learner))["remembered"]

    assert row["device"] == uuid.UUID(phone.device) and row["at"] == row["last_at"]
    assert set(row) == {"device", "is_locked", "at", "last_at"}, "and nothing that opens a door"
