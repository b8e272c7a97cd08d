"""Proof as phones and strangers meet it: draw, answer, hand in, claim, and what an address or a code then shows."""

import json
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone

from courses.documents import certificates as documents
from courses.documents.certificates import CertificateWords
from courses.learning.actions import revoke_certificate
from courses.learning.models import Certificate
from courses.learning.tasks import fold_all_ahead
from courses.people.models import Learner
from tests.assessed import an_assessment
from tests.builders import a_staff_member
from tests.learned import a_module
from tests.syncing.phone import Phone

pytestmark = pytest.mark.django_db


def a_phone() -> Phone:
    """Her phone, known to the server; the assessment is on offer."""
    phone = Phone(release=a_module(), clock=timezone.now())
    an_assessment()
    phone.open()
    phone.sync()
    return phone


def asks(phone: Phone, *, module: str = "ra", language: str = "en", read: str | None = None) -> Any:
    body = {"device": phone.device, "learner": phone.learner, "read": read or phone.read, "language": language}
    return phone.post(f"/api/v1/assessments/{module}", body)


def hands_in(phone: Phone, drawn: dict[str, Any], *, right: int = 5) -> None:
    responses = {item["id"]: number < right for number, item in enumerate(drawn["items"])}
    event = phone.write("assessed", body={"draw": drawn["draw"], "responses": responses})
    event["module"] = "ra"


def claims(phone: Phone, name: str = "王桂兰", **others: Any) -> Any:
    body = {
        "device": phone.device,
        "learner": phone.learner,
        "read": phone.read,
        "module": "ra",
        "name": name,
        "show_name": True,
        "language": "en",
    }
    return phone.post("/api/v1/certificates", body | others)


def test_a_draw_shows_forms_and_neither_keys_nor_reasons() -> None:
    answer = asks(a_phone())

    drawn = answer.json()
    assert (answer.status_code, drawn["module"], drawn["language"], drawn["pass"], drawn["of"]) == (
        200,
        "ra",
        "en",
        4,
        5,
    )
    assert len(drawn["items"]) == 5
    assert all(set(item) == {"id", "type", "html"} for item in drawn["items"])
    assert all(f'<form method="post" id="{item["id"]}"' in item["html"] for item in drawn["items"])
    assert "SECRET" not in answer.content.decode()
    assert 'answer":' not in answer.content.decode()


def test_the_same_draw_can_be_read_in_the_other_language() -> None:
    phone = a_phone()
    english, chinese = asks(phone).json(), asks(phone, language="zh-hans").json()

    assert chinese["draw"] == english["draw"]
    assert [item["id"] for item in chinese["items"]] == [item["id"] for item in english["items"]]
    assert "对不对" in chinese["items"][0]["html"] and "Is it so" in english["items"][0]["html"]


def test_a_refusal_is_said_in_her_language() -> None:
    phone = a_phone()
    missing = asks(phone, module="pc", language="en")
    stranger = asks(phone, read="0" * 32, language="zh-hans")

    assert (missing.status_code, missing.json()["code"]) == (404, "no-assessment")
    assert "no test for this module" in missing.json()["message"]
    assert (stranger.status_code, stranger.json()["code"]) == (403, "wrong-read")
    assert "手机" in stranger.json()["message"]


def test_a_phone_that_was_never_heard_of_may_draw_before_its_first_sync() -> None:
    a_module()
    an_assessment()

    assert asks(Phone()).status_code == 200


def test_another_phone_with_a_wrong_token_draws_nothing() -> None:
    phone = a_phone()
    phone.token = "0" * 32

    assert asks(phone).status_code == 401


def test_a_result_comes_with_the_next_sync_and_only_once() -> None:
    phone = a_phone()
    hands_in(phone, asks(phone).json(), right=3)
    first = phone.send(phone.request(phone.waiting()))
    phone.believe(first)
    fold_all_ahead()

    second = phone.send(phone.request([]))
    phone.believe(second)
    third = phone.send(phone.request([]))

    assert "proofs" not in first["changes"][phone.learner]
    (row,) = second["changes"][phone.learner]["proofs"]
    assert {name: row[name] for name in ("module", "way", "passed", "right", "of", "certificate")} == {
        "module": "ra",
        "way": "assessment",
        "passed": False,
        "right": 3,
        "of": 5,
        "certificate": None,
    }
    assert datetime.fromisoformat(row["again_at"]) > datetime.fromisoformat(row["at"])
    assert "proofs" not in third["changes"][phone.learner]
    refused = asks(phone)
    assert (refused.status_code, refused.json()["code"]) == (409, "rest-first")
    assert datetime.fromisoformat(refused.json()["details"]["again_at"]) == datetime.fromisoformat(row["again_at"])


def passed(phone: Phone) -> None:
    hands_in(phone, asks(phone).json())
    phone.sync()


def test_what_was_handed_in_can_be_claimed_before_a_worker_has_folded_it() -> None:
    phone = a_phone()
    passed(phone)

    given = claims(phone)

    assert given.status_code == 200
    code = given.json()["code"]
    assert given.json()["address"] == f"/verify/{code}"
    assert given.json()["pdf"].startswith(f"/certificates/{code}/")


def test_a_repeated_claim_keeps_the_code_and_takes_the_new_name() -> None:
    phone = a_phone()
    passed(phone)

    first, second = claims(phone, "Wang"), claims(phone, "  王\u202e桂\n兰 ")

    assert first.json() == second.json()
    assert Certificate.objects.get().name == "王 桂 兰"


def test_the_name_stands_in_the_certificate_alone() -> None:
    phone = a_phone()
    passed(phone)
    claims(phone)
    phone.sync()

    changes = phone.send(phone.request([]) | {"learners": [{"id": phone.learner, "read": phone.read, "cursor": None}]})

    (row,) = changes["changes"][phone.learner]["proofs"]
    assert row["certificate"] == {"code": Certificate.objects.get().code, "state": "claimed"}
    assert "王桂兰" not in json.dumps(changes, ensure_ascii=False)
    assert Learner.objects.get(pk=UUID(phone.learner)).nickname == ""


@pytest.mark.parametrize(
    ("name", "code"), [("", "name-missing"), (" \u200b\n", "name-missing"), ("兰" * 81, "name-too-long")]
)
def test_a_name_that_cannot_be_printed_is_asked_for_again(name: str, code: str) -> None:
    phone = a_phone()
    passed(phone)

    answer = claims(phone, name)

    assert (answer.status_code, answer.json()["code"]) == (422, code)


def test_nothing_can_be_claimed_that_was_not_proved() -> None:
    answer = claims(a_phone())

    assert (answer.status_code, answer.json()["code"]) == (404, "no-certificate")


def a_claimed_certificate(name: str = "王桂兰", **others: Any) -> dict[str, str]:
    """Code, address and document of a certificate of hers."""
    phone = a_phone()
    passed(phone)
    given: dict[str, str] = claims(phone, name, **others).json()
    return given


def page_of(address: str, *, language: str = "en") -> str:
    answer = Client().get(address, headers={"accept-language": language})
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "private, no-store" and answer["X-Robots-Tag"] == "noindex"
    return answer.content.decode()


def test_whoever_checks_a_code_reads_what_when_and_how_in_both_languages() -> None:
    page = page_of(a_claimed_certificate()["address"])

    for part in ("This certificate is valid", "这张证书有效", "Module ra", "I can do it.", "王桂兰"):
        assert part in page
    assert "Verified by assessment" in page and "通过测试证明" in page
    assert page.index("This certificate is valid") < page.index("这张证书有效")
    assert "<script" not in page


def test_her_name_is_on_the_page_only_where_she_allowed_it() -> None:
    assert "王桂兰" not in page_of(a_claimed_certificate(show_name=False)["address"])


def test_a_name_that_looks_like_markup_is_shown_as_it_was_written() -> None:
    page = page_of(a_claimed_certificate("<b>Wang</b> #let x")["address"])

    assert "&lt;b&gt;Wang&lt;/b&gt; #let x" in page


def test_a_code_is_found_as_people_type_it() -> None:
    given = a_claimed_certificate()
    typed = f" {given['code'][:5].lower()}-{given['code'][5:]} "

    answer = Client().get("/verify/", {"code": typed})

    assert (answer.status_code, answer["Location"]) == (302, given["address"])


@pytest.mark.parametrize("address", ["/verify/NOSUCHCODE", "/verify/NOSUCHCODE/"])
def test_a_wrong_code_says_so_and_what_to_do(address: str) -> None:
    answer = Client().get(address, headers={"accept-language": "zh-CN"})

    page = answer.content.decode()
    assert answer.status_code == 404
    assert "没有找到这个码" in page and "compare each sign" in page
    assert 'action="/verify/"' in page


def test_who_guesses_codes_has_to_wait() -> None:
    given = a_claimed_certificate()
    guesses = [Client().get(f"/verify/GUESS{number}").status_code for number in range(61)]

    assert set(guesses[:60]) == {404} and guesses[60] == 429
    assert Client().get(given["address"]).status_code == 429
    assert Client().get(given["pdf"]).status_code == 404


def test_a_revoked_certificate_says_so_and_names_nobody() -> None:
    given = a_claimed_certificate()
    revoke_certificate(Certificate.objects.get(), by=a_staff_member(), now=timezone.now())

    page = page_of(given["address"])

    assert "no longer valid" in page and "这张证书已经不用了" in page
    assert "王桂兰" not in page and "This certificate is valid" not in page
    document = Client().get(given["pdf"])
    assert (document.status_code, document["Location"]) == (302, given["address"])


def words_of(monkeypatch: pytest.MonkeyPatch, address: str) -> CertificateWords:
    """What was printed on the document at this address."""
    printed: list[CertificateWords] = []

    def keep(words: CertificateWords) -> bytes:
        printed.append(words)
        return documents.certificate_pdf(words)

    monkeypatch.setattr("courses.web.certificate_pages.certificate_pdf", keep)
    answer = Client().get(address)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert answer.content.startswith(b"%PDF-")
    return printed[0]


def test_the_document_carries_her_name_and_leads_to_the_page_that_checks_it(monkeypatch: pytest.MonkeyPatch) -> None:
    given = a_claimed_certificate("㛃𠅤 王桂兰", language="zh-hans")

    words = words_of(monkeypatch, given["pdf"])

    assert (words.name, words.heading, words.way) == ("㛃𠅤 王桂兰", "证书", "通过测试证明")
    assert words.address == f"http://testserver{given['address']}"


def test_the_address_of_a_document_cannot_be_guessed_from_its_code() -> None:
    given = a_claimed_certificate()

    assert Client().get(f"/certificates/{given['code']}/{'0' * 32}.pdf").status_code == 404
    assert given["pdf"].split("/")[-1] not in page_of(given["address"])
