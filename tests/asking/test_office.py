"""Questions in the office: who sees them, what hangs on them, answering."""

import uuid
from datetime import timedelta

import pytest
from django.test import Client

from courses.asking.models import Attachment, Question, TrainersAnswer
from courses.inbox.models import Message
from courses.learning.models import Event
from tests.builders import LONG_AGO, a_question, an_attachment
from tests.cast import NAME_A, NAME_B, Cast, signed_in, the_cast

pytestmark = [pytest.mark.django_db, pytest.mark.pages]
LIST = "/office/questions/"


@pytest.fixture
def cast(db: None) -> Cast:
    return the_cast()


@pytest.fixture
def trainer(cast: Cast) -> Client:
    return signed_in(cast.trainer_a)


def _page(client: Client, path: str = LIST) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def _answer(client: Client, question: Question, *, text: str = "No, it is dust.", id: uuid.UUID | None = None) -> None:
    assert _sent(client, question, text=text, id=str(id or uuid.uuid4())) == LIST


def _sent(client: Client, question: Question, **posted: str) -> str:
    """The page that sending leads to."""
    response = client.post(f"{LIST}{question.pk}/answer/", {"id": str(uuid.uuid4()), "back": LIST} | posted)
    assert response.status_code == 302
    return response["Location"]


def test_open_ones_stand_oldest_first_and_only_of_her_own_centre(cast: Cast, trainer: Client) -> None:
    a_question(learner=cast.learner_a, text="The newer one", asked_at=LONG_AGO + timedelta(days=1))
    a_question(learner=cast.learner_b, text="Of the other centre")
    page = _page(trainer)
    assert page.index("Is this mould?") < page.index("The newer one")
    assert NAME_A in page and NAME_B not in page and "Of the other centre" not in page


def test_an_answer_goes_into_her_inbox_in_her_language(cast: Cast, trainer: Client) -> None:
    _answer(trainer, cast.question_a)
    message = Message.objects.get(kind="answer")
    assert (message.learner, message.language) == (cast.learner_a, "zh-hans")
    assert (message.title, message.text) == ("老师回答了你", "No, it is dust.")
    assert message.link == f"/zh-hans/-/ask:{cast.question_a.pk}/"
    assert TrainersAnswer.objects.get().message == message
    assert "Is this mould?" not in _page(trainer)
    answered = _page(trainer, f"{LIST}?answered=yes")
    assert "No, it is dust." in answered and "trainer-a" in answered


def test_a_form_sent_twice_is_one_answer_and_a_second_form_another(cast: Cast, trainer: Client) -> None:
    same = uuid.uuid4()
    _answer(trainer, cast.question_a, id=same)
    _answer(trainer, cast.question_a, id=same)
    assert Message.objects.filter(kind="answer").count() == 1
    _answer(trainer, cast.question_a, text="And dry it well.")
    assert [each.text for each in TrainersAnswer.objects.order_by("at")] == ["No, it is dust.", "And dry it well."]


TOO_LONG = "An answer has room for 1000 signs; here are 1001."


@pytest.mark.parametrize(
    ("text", "why"), [("", "Please write an answer."), ("  ", "Please write an answer."), ("x" * 1001, TOO_LONG)]
)
def test_an_answer_that_says_nothing_or_too_much_is_not_sent(cast: Cast, trainer: Client, text: str, why: str) -> None:
    hers = _sent(trainer, cast.question_a, text=text)
    assert not TrainersAnswer.objects.exists() and not Message.objects.exists()
    assert hers == f"/office/people/{cast.learner_a.pk}/#question-{cast.question_a.pk}"
    page = _page(trainer, hers)
    assert why in page
    assert f">{text}</textarea>" in page, "what she wrote is still in its form"
    assert f">{text}</textarea>" in _page(trainer, hers), "a page that is loaded again has it too"
    _answer(trainer, cast.question_a)
    assert f">{text}</textarea>" not in _page(trainer, hers) or not text
    assert why not in _page(trainer, hers)


def test_a_line_that_a_browser_counts_as_one_sign_counts_as_one_here(cast: Cast, trainer: Client) -> None:
    _answer(trainer, cast.question_a, text="\r\n".join(["x"] * 500) + "y")
    assert TrainersAnswer.objects.get().text == "\n".join(["x"] * 500) + "y"


def test_who_answers_after_a_colleague_hears_of_it_and_keeps_her_words(cast: Cast, trainer: Client) -> None:
    _sent(trainer, cast.question_a, text="No, it is dust.", seen="0")
    manager = signed_in(cast.manager_a)

    hers = _sent(manager, cast.question_a, text="Yes, throw it away.", seen="0")

    page = _page(manager, hers)
    assert "Somebody answered a moment ago." in page
    assert "No, it is dust." in page and ">Yes, throw it away.</textarea>" in page
    assert TrainersAnswer.objects.count() == 1
    assert _sent(manager, cast.question_a, text="Yes, throw it away.", seen="1") == LIST
    assert TrainersAnswer.objects.count() == 2


def test_nobody_answers_for_another_centre(cast: Cast, trainer: Client) -> None:
    theirs = a_question(learner=cast.learner_b)
    assert trainer.post(f"{LIST}{theirs.pk}/answer/", {"id": uuid.uuid4(), "text": "x"}).status_code == 404
    assert not TrainersAnswer.objects.exists()


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (Attachment.State.WAITS, "The spoken note is still on her phone."),
        (Attachment.State.CAME, "The spoken note has just come"),
        (Attachment.State.UNREADABLE, "it cannot be played"),
    ],
)
def test_what_cannot_be_heard_yet_says_why(cast: Cast, trainer: Client, state: str, words: str) -> None:
    note = an_attachment(question=cast.question_a, type="audio/webm", state=state)
    page = _page(trainer)
    assert words in page and "<audio" not in page
    assert trainer.get(f"{LIST}attachments/{note.pk}/").status_code == 404


def test_a_time_that_nobody_could_check_says_so(cast: Cast, trainer: Client) -> None:
    Question.objects.update(sureness=Event.Sureness.AS_SENT)
    assert "which nobody could check" in _page(trainer)


def test_a_photo_is_shown_as_we_made_it_and_kept_by_no_cache_between(cast: Cast, trainer: Client) -> None:
    response = trainer.get(f"{LIST}attachments/{cast.attachment_a.pk}/")
    assert (response.status_code, response.content) == (200, b"as it is shown")
    assert response["Content-Type"] == "image/webp"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "private" in response["Cache-Control"] and "public" not in response["Cache-Control"]


@pytest.mark.parametrize(
    ("asked", "status", "body", "said"),
    [
        ("bytes=0-1", 206, b"as", "bytes 0-1/14"),
        ("bytes=10-", 206, b"hown", "bytes 10-13/14"),
        ("bytes=-5", 206, b"shown", "bytes 9-13/14"),
        ("bytes=3-999", 206, b"it is shown", "bytes 3-13/14"),
        ("bytes=14-", 416, b"", "bytes */14"),
        ("bytes=1-2,4-5", 200, b"as it is shown", None),
        ("bytes=-", 200, b"as it is shown", None),
    ],
)
def test_a_player_may_ask_for_a_piece(
    cast: Cast, trainer: Client, asked: str, status: int, body: bytes, said: str | None
) -> None:
    note = an_attachment(question=cast.question_a, type="audio/ogg")
    response = trainer.get(f"{LIST}attachments/{note.pk}/", headers={"Range": asked})
    assert (response.status_code, response.content, response.get("Content-Range")) == (status, body, said)


def test_what_hangs_on_a_parked_question_is_nobodys_to_see(cast: Cast, trainer: Client) -> None:
    Question.objects.all().delete()
    assert trainer.get(f"{LIST}attachments/{cast.attachment_a.pk}/").status_code == 404


def test_her_page_shows_hers_and_the_start_page_how_many_wait(cast: Cast, trainer: Client) -> None:
    assert "Is this mould?" in _page(trainer, f"/office/people/{cast.learner_a.pk}/")
    assert "1 question waits for an answer." in _page(trainer, "/office/")
    _answer(trainer, cast.question_a)
    assert "No, it is dust." in _page(trainer, f"/office/people/{cast.learner_a.pk}/")
    assert "for an answer." not in _page(trainer, "/office/")
