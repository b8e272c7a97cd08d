"""Bad days of intake and fold: the worker or the broker away, releases nobody knows, bodies nobody can read."""

import threading
from typing import Any

import pytest
from django.test import Client
from kombu import Producer
from kombu.exceptions import OperationalError

from courses.engine.progress import progress_json
from courses.learning import queries
from courses.learning.models import Answer, Event, Folded
from courses.learning.tasks import fold, fold_all_ahead
from courses.people.models import Learner
from courses.syncing.announcing import Announcer
from courses.syncing.models import Parked
from courses.web import api
from tests.builders import a_join_code
from tests.learned import a_module
from tests.syncing.phone import ANY_TIME, Phone

pytestmark = pytest.mark.django_db

IN_BOTH_LANGUAGES = pytest.mark.parametrize("language", ["en", "zh-hans"])


def _a_phone_that_finished_a_lesson(*, release: str | None = None) -> Phone:
    phone = Phone(release=release or a_module())
    sitting = phone.open()
    for item in ("ra1/q1", "ra1/q2"):
        phone.answer(sitting, item=item)
    phone.finish(sitting)
    return phone


def _progress() -> dict[Any, Any]:
    learner = Learner.objects.get().pk
    return {place: progress_json(each) for place, each in queries.progress_of([learner])[learner].items()}


def _refused(response: Any) -> tuple[int, str, str]:
    answer = response.json()
    return response.status_code, answer["code"], answer["message"]


def _is_in(language: str, sentence: str) -> bool:
    """Whether a sentence is written in the reader's language."""
    return any("\u4e00" <= letter <= "\u9fff" for letter in sentence) == (language == "zh-hans")


def test_without_a_worker_events_stay_and_progress_is_read_all_the_same() -> None:
    phone = _a_phone_that_finished_a_lesson()
    phone.sync()
    assert Event.objects.count() == 4
    assert not Answer.objects.exists()
    assert _progress()["ra", "ra1"]["finished"]

    other = Phone(learner=phone.learner, read=phone.read)
    other.sync()
    assert other.progress["ra/ra1"]["finished_at"]


def test_the_sweep_catches_up_with_what_no_worker_was_told() -> None:
    _a_phone_that_finished_a_lesson().sync()
    before = _progress()
    fold_all_ahead()
    assert Answer.objects.count() == 2
    assert Folded.objects.get().record_seq == 4
    assert _progress() == before
    assert list(queries.learners_ahead()) == []


def test_a_worker_killed_in_the_middle_of_a_fold_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    phone = _a_phone_that_finished_a_lesson()
    phone.sync()
    before = _progress()
    with monkeypatch.context() as patched, pytest.raises(SystemExit):
        patched.setattr("courses.learning.actions.folding._keep", _is_killed)
        fold(learners=[phone.learner])
    assert not Answer.objects.exists()
    fold(learners=[phone.learner])
    assert _progress() == before


def _is_killed(*_: object) -> None:
    raise SystemExit


def test_without_a_broker_no_request_waits_and_nothing_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    here = threading.current_thread()

    def is_away(*_: object, **__: object) -> None:
        if threading.current_thread() is here:  # an announcer of an earlier test may still be at work in its own
            asked.append("to publish")
        raise OperationalError

    monkeypatch.setattr(Producer, "publish", is_away)  # the one way on which any task reaches a broker
    monkeypatch.setattr(api, "announcer", Announcer(api.announcer._publish, gather_seconds=3600))
    phone = _a_phone_that_finished_a_lesson()
    phone.sync()
    assert asked == []  # the request is answered, and nobody has talked to the broker
    assert api.announcer.publish_waiting() is False  # as its own thread does a little later; it raises nothing
    assert asked == ["to publish"]
    assert Event.objects.count() == 4
    fold_all_ahead()
    assert _progress()["ra", "ra1"]["mastered"]


def test_answers_that_name_a_wrong_release_are_kept_and_wait_for_it() -> None:
    phone = _a_phone_that_finished_a_lesson(release="f" * 64)
    reply = phone.send(phone.request(phone.waiting()))
    assert {(verdict, code) for _, verdict, code in reply["verdicts"]} == {("stored", "unknown-release")}
    assert reply["digest"] == "same"
    fold_all_ahead()
    assert not Answer.objects.exists()
    assert _progress()["ra", "ra1"]["finished"]
    assert list(queries.learners_ahead()) == []


@IN_BOTH_LANGUAGES
def test_a_malformed_body_is_said_to_be_so(language: str) -> None:
    headers = {"authorization": f"Bearer {'t' * 32}"}
    response = Client().post(
        f"/api/v1/sync?language={language}", b"{", content_type="application/json", headers=headers
    )
    status, code, message = _refused(response)
    assert (status, code) == (400, "malformed")
    assert _is_in(language, message)


@IN_BOTH_LANGUAGES
def test_a_body_too_large_is_said_to_be_so_and_nothing_of_it_is_kept(language: str) -> None:
    phone = _a_phone_that_finished_a_lesson()
    request = phone.request(phone.waiting()) | {"app": "x" * 2_000_000}
    status, code, message = _refused(phone.post(f"/api/v1/sync?language={language}", request))
    assert (status, code) == (413, "too-large")
    assert _is_in(language, message)
    assert not Event.objects.exists()
    assert not Parked.objects.exists()


@IN_BOTH_LANGUAGES
@pytest.mark.parametrize(
    ("code", "status", "name"), [("NOSUCHCD", 404, "unknown-code"), ("CLDCDEAA", 409, "expired-code")]
)
def test_a_code_that_opens_nothing_is_explained_in_her_language(
    language: str, code: str, status: int, name: str
) -> None:
    a_join_code(code="CLDCDEAA", expires_at=ANY_TIME.replace(year=2001))
    phone = Phone()
    body = {"code": code, "device": phone.device, "learner": phone.learner, "read": phone.read, "language": language}
    response = phone.post(f"/api/v1/join?language={language}", body)
    assert _refused(response)[:2] == (status, name)
    assert _is_in(language, _refused(response)[2])
    assert not Learner.objects.exists()


def test_sync_says_how_long_its_answer_is_and_keeps_it_out_of_caches() -> None:
    """It is answered before the middleware that would say so for other addresses."""
    phone = Phone(release=a_module())
    response = phone.post("/api/v1/sync", phone.request([]))
    assert int(response["Content-Length"]) == len(response.content)
    assert response["Cache-Control"] == "no-store"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Request-Id"]
