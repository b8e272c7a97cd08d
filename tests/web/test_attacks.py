"""Whoever forges, replays, steals or guesses gets nothing and breaks nothing."""

import copy
import gzip
import json
import uuid
from typing import Any

import pytest
from django.test import Client

from courses.learning.models import Event
from courses.people import limits
from courses.people.models import Membership, Role
from courses.syncing.models import Parked, Pass, Remembered
from tests.builders import a_join_code, a_staff_member
from tests.learned import a_module
from tests.syncing.phone import Json, Phone

pytestmark = pytest.mark.django_db

DEEP = b"[" * 200_000
BOMB = gzip.compress(b" " * 30_000_000)
POSTS = ("sync", "sync/have", "join", "passes", "admissions", "assessments/ra", "certificates",
         "remembered", "remembered/admissions")  # fmt: skip


@pytest.fixture
def victim() -> Phone:
    """A phone that learned and synced."""
    phone = Phone(release=a_module())
    sitting = phone.open()
    phone.answer(sitting)
    phone.finish(sitting)
    phone.sync()
    return phone


def _post(path: str, body: bytes, **headers: str) -> Any:
    token = {"authorization": f"Bearer {'t' * 32}"}
    return Client().post(f"/api/v1/{path}", body, content_type="application/json", headers=token | headers)


def _bodies(phone: Phone) -> dict[str, Json]:
    """A body for each address that names this phone and its learner, rightly."""
    hers: Json = {"device": phone.device, "learner": phone.learner, "read": phone.read}
    return {
        "sync": phone.request([]),
        "sync/have": {"device": phone.device, "days": {}},
        "join": hers | {"code": a_join_code().code},
        "passes": hers,
        "admissions": {"device": phone.device, "read": phone.read, "code": "ABCDEFGH"},
        "assessments/ra": hers,
        "remembered": hers | {"learners": [{"id": phone.learner, "read": phone.read}]},
        "remembered/admissions": hers | {"which": 1},
        "certificates": hers | {"module": "ra", "name": "Somebody", "show_name": True},
    }


@pytest.mark.parametrize("path", POSTS)
def test_a_forged_token_opens_no_address(victim: Phone, path: str) -> None:
    forger = Phone(token="f" * 32)
    response = forger.post(f"/api/v1/{path}", _bodies(victim)[path])
    assert (response.status_code, response.json()["code"]) == (401, "wrong-token")
    assert not Membership.objects.exists()
    assert not Pass.objects.exists() and not Remembered.objects.exists()


def test_a_stolen_token_only_adds_it_reads_nothing_and_makes_no_pass(victim: Phone) -> None:
    thief = Phone(device=victim.device, token=victim.token, learner=victim.learner, release=victim.release)
    assert thief.send(thief.request([]))["changes"] == {}
    refused = thief.post("/api/v1/passes", {"device": thief.device, "learner": thief.learner, "read": thief.read})
    assert (refused.status_code, refused.json()["code"]) == (403, "wrong-read")
    assert Event.objects.count() == 3


def test_what_was_overheard_and_sent_again_changes_nothing(victim: Phone) -> None:
    """With its own token, and by another phone under its own name."""
    events = list(victim.held.values())
    before = list(Event.objects.order_by("pk").values())
    replayed = victim.send(victim.request(events))
    assert {verdict for _, verdict, _ in replayed["verdicts"]} == {"known"}
    other = Phone()
    taken = other.send(other.request(events))
    assert {(verdict, code) for _, verdict, code in taken["verdicts"]} == {("parked", "not-your-learner")}
    assert victim.learner not in taken["changes"]
    assert list(Event.objects.order_by("pk").values()) == before


def test_an_event_under_another_learners_id_is_kept_apart_and_counts_for_nobody(victim: Phone) -> None:
    other = Phone(release=victim.release)
    other.open()
    other.sync()
    forged = copy.deepcopy(next(iter(other.held.values()))) | {"id": str(uuid.uuid4()), "learner": victim.learner}
    [[_, verdict, code]] = other.send(other.request([forged]))["verdicts"]
    assert (verdict, code) == ("parked", "not-your-learner")
    assert Event.objects.filter(learner=victim.learner).count() == 3
    assert Parked.objects.get().learner == uuid.UUID(victim.learner)


def test_guessing_join_codes_is_stopped_and_the_limit_is_what_it_says() -> None:
    client = Client(REMOTE_ADDR="10.9.9.9")
    tries = limits.JOIN_BY_ADDRESS.most + 1

    def guess() -> Any:
        phone = Phone(client=client)
        body = {"code": "ABCDEFGH", "device": phone.device, "learner": phone.learner, "read": phone.read}
        return phone.post("/api/v1/join", body)

    answers = [guess() for _ in range(tries)]
    assert [answer.status_code for answer in answers] == [404] * limits.JOIN_BY_ADDRESS.most + [429]
    assert int(answers[-1]["Retry-After"]) == limits.JOIN_BY_ADDRESS.seconds


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [(DEEP, {}, 400), (b" " * 1_100_000 + b"{}", {}, 413), (BOMB, {"content-encoding": "gzip"}, 413)],
    ids=["nested", "giant", "bomb"],
)
def test_a_body_made_to_hurt_is_refused_in_few_words(
    path: str, body: bytes, headers: dict[str, str], status: int
) -> None:
    response = _post(path, body, **headers)
    assert response.status_code == status
    assert set(response.json()) == {"code", "message", "details"}


def test_one_event_made_to_hurt_is_refused_with_its_batch_and_alone_lets_the_others_pass(victim: Phone) -> None:
    """The phone halves a batch that is malformed until only the culprit is left (syncing.test.ts)."""
    good = victim.answer(victim.open(), attempt=2)
    hurts = json.dumps(good).replace('"response": true', f'"response": {"[" * 5000}{"]" * 5000}')
    both = json.dumps(victim.request([good])).replace(json.dumps(good), f"{json.dumps(good)},{hurts}")
    headers = {"authorization": f"Bearer {victim.token}"}
    answer = Client().post("/api/v1/sync", both, content_type="application/json", headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (400, "malformed")
    victim.sync()
    assert Event.objects.count() == 5


@pytest.mark.parametrize("kind", ["profile_set", "answered"])
def test_a_nul_in_what_she_wrote_is_parked_and_holds_nothing_up(victim: Phone, kind: str) -> None:
    """PostgreSQL keeps no NUL, neither in a text nor in JSON."""
    sitting = victim.open()
    bodies: dict[str, Json] = {
        "profile_set": {"nickname": "a\0b", "picture": "lotus", "language": "en"},
        "answered": {"sitting": sitting, "try": 1, "response": "a\0b", "credit": 0.0},
    }
    bad = victim.write(kind, item="ra1/q1" if kind == "answered" else "", body=bodies[kind])
    verdicts = victim.send(victim.request(victim.waiting()))["verdicts"]
    assert [verdict for _, verdict, _ in verdicts] == ["stored", "parked"]
    assert verdicts[1] == [bad["id"], "parked", "bad-body"]


def test_a_nul_in_the_envelope_or_in_a_code_breaks_nothing(victim: Phone) -> None:
    for field in ("app", "language"):
        assert victim.post("/api/v1/sync", victim.request([]) | {field: "a\0b"}).status_code == 400
    for path in ("join", "admissions"):
        response = victim.post(f"/api/v1/{path}", _bodies(victim)[path] | {"code": "ABCD\0FGH"})
        assert (response.status_code, response.json()["code"]) == (404, "unknown-code")
    claim = _bodies(victim)["certificates"]
    assert victim.post("/api/v1/certificates", claim | {"module": "r\0"}).status_code == 400
    named = victim.post("/api/v1/certificates", claim | {"name": "a\0b"})
    assert (named.status_code, named.json()["code"]) == (404, "no-certificate")


@pytest.mark.parametrize(
    "address", ["/en/{}/ra1/", "/join/{}", "/pass/{}", "/verify/{}", "/certificates/{}/x.pdf", "/en/-/{}/"]
)
def test_a_nul_in_an_address_names_nothing(client: Client, address: str) -> None:
    assert client.get(address.format("A%00B")).status_code == 404
    assert client.get(address.format("AB") + "?language=%00&next=%00&code=%00").status_code in (200, 302, 404)


@pytest.mark.parametrize(
    "before", ["/packs/", "/static/", "/media/", "/office/media/", "/certificates/", "/documents/1/"]
)
@pytest.mark.parametrize(
    "trick",
    ["../../../../etc/passwd", "..%2f..%2f..%2f..%2fetc%2fpasswd", "%2e%2e/%2e%2e/%2e%2e/etc/passwd", "/etc/passwd",
     "..\\..\\etc\\passwd", "....//....//etc/passwd", "x%00.svg", "../manage.py", "C:/secret"],
)  # fmt: skip
def test_no_name_leads_out_of_a_folder(client: Client, before: str, trick: str) -> None:
    client.force_login(a_staff_member(role=Role.OPERATOR))
    response = client.get(before + trick, follow=True)
    assert response.status_code in (200, 404)
    given = b"".join(response)
    assert b"root:" not in given
    assert b"execute_from" not in given
