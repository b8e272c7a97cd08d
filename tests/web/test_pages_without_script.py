"""Learning without script: forms, redirects, reasons on the page, and a record like anybody's."""

import re
from datetime import datetime, timedelta

import pytest
from django.test import Client

from courses.learning import actions as learning
from courses.learning import queries
from courses.learning.models import Event
from courses.people.limits import JOIN_BY_ADDRESS
from courses.people.models import JoinCode, Learner, Membership, Role
from courses.privacy import actions as privacy
from courses.web.form_device import COOKIE
from tests.builders import LONG_AGO, a_group, a_join_code, a_learner, a_staff_member
from tests.published import publish_ra
from tests.published_every_type import publish_every_type

pytestmark = [pytest.mark.django_db, pytest.mark.pages]

PAGE = "/en/ra/ra1/"
RIGHT = {
    "q2": {"answer": "b"},
    "q1": {"o-b": "1", "o-d": "2", "o-a": "3", "o-c": "4"},
    "q4": {"answer": "Ranking"},
    "q5": {"answer": "c"},
    "q3": {"answer": "false"},
}


@pytest.fixture
def phone(now: datetime) -> Client:
    publish_ra(now=now)
    return Client()


def form_id(phone: Client, item: str) -> str:
    found = re.search(rf"name=id form={item} value=(\S{{22}})>", phone.get(PAGE).content.decode())
    assert found
    return found[1]


def answer(phone: Client, item: str, **fields: str) -> str:
    """Post one answer as the form would; returns the page after the redirect."""
    posted = phone.post(PAGE, {"item": item, "id": form_id(phone, item), **fields})
    assert posted.status_code == 302
    assert posted["Location"] == f"{PAGE}#{item}"
    return shown(phone)


def shown(phone: Client) -> str:
    """What the page shows, without the data beside it."""
    return phone.get(PAGE).content.decode().partition('<script type="application/json"')[0]


def test_reading_alone_makes_nobody(phone: Client) -> None:
    phone.get(PAGE)

    assert not Learner.objects.exists()
    assert COOKIE not in phone.cookies


def test_a_wrong_answer_shows_why_it_tempts_and_leaves_another_try(phone: Client) -> None:
    html = answer(phone, "q2", answer="a")

    assert "Many people think of the price." in html
    assert 'id="q2" data-item="q2"' in html
    assert "Nothing else helps before they are there" not in html


def test_the_second_try_begins_with_what_was_answered(phone: Client) -> None:
    ordered = answer(phone, "q1", **{"o-b": "2", "o-d": "1", "o-a": "3", "o-c": "4"})
    chosen = answer(phone, "q2", answer="a")
    written = answer(phone, "q4", answer='"Shelf" & <row>')

    assert "<option selected>2</option>" in _control(ordered, "o-b")
    assert re.search(r"<input[^>]*value=\"?a\"? checked>", chosen)
    assert chosen.count(" checked>") == 1
    assert "&quot;Shelf&quot; &amp; &lt;row&gt;" in written


def _control(html: str, name: str) -> str:
    """One select of the page."""
    found = re.search(rf'<select name="?{name}"?.*?</select>', html, re.DOTALL)
    assert found
    return found[0]


def test_a_right_answer_shows_its_reason_and_closes_the_question(phone: Client) -> None:
    answer(phone, "q2", answer="a")
    html = answer(phone, "q2", answer="b")

    assert "Yes. Words come first." in html
    assert "Nothing else helps before they are there" in html
    assert 'id="q2" data-item="q2"' not in html


def test_two_wrong_answers_show_a_good_one(phone: Client) -> None:
    answer(phone, "q4", answer="paying")
    html = answer(phone, "q4", answer="posting")

    assert "One good answer: ranking" in html


def test_an_order_with_a_place_taken_twice_is_not_yet_an_answer_and_says_so(phone: Client) -> None:
    fields = {"o-b": "1", "o-d": "1", "o-a": "3", "o-c": "4"}
    posted = phone.post(PAGE, {"item": "q1", "id": form_id(phone, "q1"), **fields})

    html = phone.get(posted["Location"]).content.decode()
    assert "Something is still missing. Look once more, then tap again." in html
    assert "<option selected>3</option>" in _control(html, "o-a")
    assert not Event.objects.exists()


def test_what_is_no_number_is_not_yet_an_answer_and_says_so(phone: Client, now: datetime) -> None:
    publish_every_type(now=now)
    page = "/zh-hans/px/px1/"

    posted = phone.post(page, {"item": "money", "answer": "很多"})
    told = phone.get(posted["Location"]).content.decode()
    phone.post(page, {"item": "money", "answer": "五块七"})
    read = phone.post(page, {"item": "money", "answer": "五点七六元"})

    assert posted["Location"].startswith(f"{page}?unread=money&")
    assert re.search(r'name="?answer"?[^>]* value="?很多', told)
    assert "没认出是哪个数。写数字就行，比如12.5。" in told
    assert read["Location"] == f"{page}#money"
    assert "40 − 0.24 − 22 − 3 − 9 = 5.76" in phone.get(page).content.decode()
    assert [event.body["response"] for event in Event.objects.filter(kind="answered")] == [5.76]


def test_a_number_that_was_not_meant_is_told_with_its_unit(phone: Client, now: datetime) -> None:
    publish_every_type(now=now)
    for answer in ("6", "7"):
        phone.post("/en/px/px1/", {"item": "money", "answer": answer})

    html = phone.get("/en/px/px1/").content.decode()

    assert "Your answer: <b>¥7</b>" in html
    assert "One good answer: ¥5.76" in html


def test_what_she_typed_is_never_markup(phone: Client) -> None:
    answer(phone, "q4", answer="<script>alert(1)</script>")
    html = answer(phone, "q4", answer="<script>alert(1)</script>")

    assert "<script>alert(1)" not in html


def test_the_whole_lesson_makes_a_record_that_is_finished_and_mastered(phone: Client) -> None:
    for item, fields in RIGHT.items():
        html = answer(phone, item, **fields)

    learner = Learner.objects.get()
    kinds = list(Event.objects.order_by("record_seq").values_list("kind", flat=True))
    progress = queries.progress_of([learner.pk])[learner.pk]["ra", "ra1"]
    assert kinds == ["lesson_opened", *["answered"] * 5, "lesson_finished"]
    assert progress.finished_at
    assert progress.mastered_at
    assert "You have reached the end" in html
    learning.fold_learner(learner.pk)
    assert queries.progress_of([learner.pk])[learner.pk]["ra", "ra1"] == progress


def test_sending_the_same_form_twice_is_one_answer(phone: Client) -> None:
    sent = {"item": "q2", "id": form_id(phone, "q2"), "answer": "a"}

    phone.post(PAGE, sent)
    phone.post(PAGE, sent)

    assert Event.objects.filter(kind="answered").count() == 1


def test_the_same_form_with_another_answer_is_a_new_try(phone: Client) -> None:
    sent = {"item": "q2", "id": form_id(phone, "q2"), "answer": "a"}

    phone.post(PAGE, sent)
    phone.post(PAGE, sent | {"answer": "b"})

    assert [event.body["try"] for event in Event.objects.filter(kind="answered").order_by("record_seq")] == [1, 2]


def test_a_form_that_is_not_yet_an_answer_keeps_nothing(phone: Client) -> None:
    assert phone.post(PAGE, {"item": "q1", "id": form_id(phone, "q1"), "o-a": "1", "o-b": "1"}).status_code == 302
    assert phone.post(PAGE, {"item": "q9", "answer": "a"}).status_code == 302
    assert phone.post(PAGE, {}).status_code == 302
    assert not Event.objects.exists()


@pytest.mark.parametrize("event", ["", "!!", "AAAA", "x" * 5000])
def test_an_id_that_cannot_be_read_loses_no_answer(phone: Client, event: str) -> None:
    phone.post(PAGE, {"item": "q2", "id": event, "answer": "b"})

    assert Event.objects.filter(kind="answered").count() == 1


def test_a_form_from_another_site_is_refused(phone: Client) -> None:
    posted = phone.post(
        PAGE, {"item": "q2", "answer": "b"}, headers={"origin": "https://elsewhere.example", "host": "here.example"}
    )

    assert posted.status_code == 403
    assert not Event.objects.exists()


def test_the_cookie_is_for_the_server_alone(phone: Client) -> None:
    answer(phone, "q2", answer="b")

    cookie = phone.cookies[COOKIE]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_a_broken_cookie_makes_a_new_beginning(phone: Client) -> None:
    phone.cookies[COOKIE] = "not.a.cookie"

    assert "Yes. Words come first." in answer(phone, "q2", answer="b")


def test_a_cookie_with_a_wrong_token_reads_and_writes_nothing_of_others(phone: Client) -> None:
    answer(phone, "q2", answer="a")
    device, _, learner, read = phone.cookies[COOKIE].value.split(".")
    stranger = Client()
    stranger.cookies[COOKIE] = ".".join([device, "0" * 32, learner, read])

    html = shown(stranger)
    stranger.post(PAGE, {"item": "q2", "answer": "b"})

    assert "Many people think of the price." not in html
    assert Event.objects.filter(kind="answered", learner=learner).count() == 1


def test_who_was_erased_finds_an_empty_page_and_somebody_begins_anew(phone: Client, now: datetime) -> None:
    answer(phone, "q2", answer="a")
    erased = Learner.objects.get().pk
    privacy.erase_learner(erased, by=a_staff_member(role=Role.OPERATOR), now=now)

    assert "Many people think of the price." not in shown(phone)
    assert "Yes. Words come first." in answer(phone, "q2", answer="b")
    assert Event.objects.filter(kind="answered").exclude(learner=erased).count() == 1
    assert not Event.objects.filter(learner=erased).exists()


def test_whose_profile_was_joined_with_another_finds_her_page_as_it_was(phone: Client, now: datetime) -> None:
    answer(phone, "q2", answer="a")
    old, other = Learner.objects.get().pk, a_learner()
    privacy.merge_learners(old, into=other.pk, by=a_staff_member(role=Role.OPERATOR), now=now)

    assert "Many people think of the price." in shown(phone)
    assert "Yes. Words come first." in answer(phone, "q2", answer="b")

    assert set(Event.objects.values_list("learner", flat=True)) == {other.pk}
    assert Event.objects.filter(kind="lesson_opened").count() == 1


def test_learning_it_once_more_is_a_new_sitting(phone: Client) -> None:
    for item, fields in RIGHT.items():
        answer(phone, item, **fields)

    again = phone.get(f"{PAGE}?again").content.decode()
    sent = re.search(r"name=id form=q2 value=(\S{22})>", again)
    assert sent
    phone.post(f"{PAGE}?again", {"item": "q2", "id": sent[1], "answer": "a"})

    assert Event.objects.filter(kind="lesson_opened").count() == 2


def test_a_second_try_counts_although_everything_was_tried(phone: Client) -> None:
    """The last exercise may be wrong at first: the lesson is at its end, the sitting takes one more try."""
    for item, fields in RIGHT.items():
        html = answer(phone, item, **(fields if item != "q3" else {"answer": "true"}))
    assert "You have reached the end" in html
    assert 'id="q3" data-item="q3"' in html

    html = answer(phone, "q3", **RIGHT["q3"])

    learner = Learner.objects.get().pk
    tries = Event.objects.filter(kind="answered", item="ra1/q3").order_by("record_seq")
    assert [each.body["try"] for each in tries] == [1, 2]
    assert len({each.body["sitting"] for each in tries}) == 1
    assert Event.objects.filter(kind="lesson_finished").count() == 1
    assert "q3@1" in queries.progress_of([learner])[learner]["ra", "ra1"].right
    assert 'id="q3" data-item="q3"' not in html


def test_a_code_seats_her_in_its_group(phone: Client) -> None:
    group = a_group(name="Spring")
    a_join_code(group=group, code="CQDEFGHJ", expires_at=LONG_AGO + timedelta(days=30_000))

    joined = phone.post("/join/", {"code": "cqde fghj"})
    answer(phone, "q2", answer="b")

    assert joined["Location"] == "/joined/"
    assert Membership.objects.get().group == group
    assert Learner.objects.count() == 1


def test_an_unknown_or_expired_code_gets_a_clear_sentence(phone: Client) -> None:
    a_join_code(code="CQDEXXXX", expires_at=LONG_AGO + timedelta(days=1))
    english = {"accept-language": "en"}

    unknown = phone.post("/join/", {"code": "NOPENOPE"}, headers=english)
    expired = phone.post("/join/", {"code": "CQDEXXXX"}, headers=english)

    assert (unknown.status_code, expired.status_code) == (404, 409)
    assert "No group has this code" in unknown.content.decode()
    assert "no longer open" in expired.content.decode()


def test_a_poster_s_address_fills_in_the_code_and_says_where_it_leads(phone: Client) -> None:
    group = a_group(name="Spring <1>")
    a_join_code(group=group, code="CQDE2345", expires_at=LONG_AGO + timedelta(days=30_000))

    page = phone.get("/join/cqde2345").content.decode()

    assert 'value="cqde2345"' in page
    assert f"<b>Spring &lt;1&gt; · {group.centre.name}</b>" in page
    assert not Learner.objects.exists()


@pytest.mark.parametrize(
    "why", [{"withdrawn_at": LONG_AGO}, {"expires_at": LONG_AGO}, {"seats": 1, "used": 1}, {"code": "CQDE9999"}]
)
def test_a_code_that_seats_nobody_names_no_group(phone: Client, why: dict[str, object]) -> None:
    code = a_join_code(group=a_group(name="Spring"), code="CQDE2345", expires_at=LONG_AGO + timedelta(days=30_000))
    JoinCode.objects.filter(pk=code.pk).update(**why)

    assert "Spring" not in phone.get("/join/CQDE2345").content.decode()


def test_looking_for_codes_is_slowed_down_like_trying_them(phone: Client) -> None:
    a_join_code(group=a_group(name="Spring"), code="CQDE2345", expires_at=LONG_AGO + timedelta(days=30_000))
    for _ in range(JOIN_BY_ADDRESS.most):
        assert "Spring" in phone.get("/join/CQDE2345").content.decode()  # right ones are not counted

    for number in range(JOIN_BY_ADDRESS.most):
        phone.get(f"/join/WRONG{number}")

    assert "Spring" not in phone.get("/join/CQDE2345").content.decode()
    assert phone.post("/join/", {"code": "CQDE2345"}).status_code == 429
