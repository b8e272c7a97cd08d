"""Whatever goes wrong, the API answers in one shape, in the reader's language."""

import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client

from courses.syncing import actions as syncing
from courses.syncing.announcing import Announcer
from courses.web.errors import STATUS_OF_CODE
from courses.web.sentences import SENTENCES
from tests.learned import a_module
from tests.syncing.phone import Phone

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Iterator[Client]:
    yield Client(raise_request_exception=False)


def _shape(response: Any) -> tuple[int, str]:
    problem = response.json()
    assert set(problem) == {"code", "message", "details"}
    assert problem["message"]
    return response.status_code, problem["code"]


def test_every_code_with_a_status_has_a_sentence_in_both_languages() -> None:
    assert set(STATUS_OF_CODE) <= set(SENTENCES)
    assert all(set(texts) == {"en", "zh-hans"} for texts in SENTENCES.values())


def test_a_bug_is_answered_with_the_id_under_which_it_was_logged(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(syncing, "take_batch", breaks)
    phone = Phone(client=client)
    response = phone.post("/api/v1/sync", phone.request([]))
    assert _shape(response) == (500, "something-broke")
    assert response.json()["details"]["request"] in caplog.text
    assert "ZeroDivisionError" not in response.content.decode()


def test_a_busy_database_asks_the_phone_to_wait(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def is_locked(*_: object, **__: object) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr(syncing, "take_batch", is_locked)
    phone = Phone(client=client)
    response = phone.post("/api/v1/sync", phone.request([]))
    assert _shape(response) == (503, "busy")
    assert response["Retry-After"] == "10"


@pytest.mark.parametrize(
    ("query", "header", "begins"),
    [("?language=en", "zh-CN", "There"), ("", "en-GB,zh;q=0.5", "There"), ("", "zh-CN,en", "这里"), ("", "fr", "这里")],
)
def test_the_sentence_is_in_the_readers_language(client: Client, query: str, header: str, begins: str) -> None:
    response = client.get(f"/packs/{'0' * 64}{query}", headers={"accept-language": header})
    assert _shape(response) == (404, "not-found")
    assert response.json()["message"].startswith(begins)


@pytest.mark.parametrize("address", ["join", "admissions"])
def test_the_language_of_her_app_goes_before_the_browsers(address: str) -> None:
    """Her browser may speak a third language, or that of whose phone it is."""
    for language, browser, begins in (("en", "fr", "We do"), ("en", "zh-CN", "We do"), ("zh-hans", "en", "没有")):
        phone = Phone(client=Client(headers={"accept-language": browser}))
        body = {"code": "WRNGCDE2", "device": phone.device, "learner": phone.learner, "read": phone.read}
        response = phone.post(f"/api/v1/{address}", body | {"language": language})
        assert _shape(response) == (404, "unknown-code")
        assert response.json()["message"].startswith(begins)


def test_a_pack_is_sent_as_small_as_the_reader_takes_it_and_kept_for_ever(client: Client) -> None:
    a_module()
    catalogue = client.get("/api/v1/catalogue?language=en").json()
    address = f"/packs/{catalogue['modules'][0]['manifest']}"
    plain, packed = client.get(address), client.get(address, headers={"accept-encoding": "gzip, br"})
    assert plain.json()["module"] == "ra"
    assert packed.get("Content-Encoding") in ("br", None)
    assert len(packed.content) <= len(plain.content)
    assert "immutable" in plain["Cache-Control"]
    assert client.get(address, headers={"if-none-match": plain["ETag"]}).status_code == 304


def test_a_broker_that_is_away_neither_fails_nor_delays() -> None:
    asked: list[list[str]] = []

    def is_away(learners: list[str]) -> None:
        asked.append(learners)
        raise ConnectionError

    announcer = Announcer(is_away, gather_seconds=3600)
    learner = uuid.uuid4()
    announcer.announce([learner, learner])
    assert announcer.publish_waiting() is False
    assert asked == [[str(learner)]]
    assert announcer.publish_waiting() is True


def test_the_api_describes_itself(client: Client) -> None:
    schema = client.get("/api/v1/openapi.json").json()
    assert set(schema["paths"]) >= {"/api/v1/sync", "/api/v1/sync/have", "/api/v1/join", "/api/v1/catalogue"}
    body = schema["paths"]["/api/v1/sync"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    assert "digest" in body["required"]
