"""The page of a learner's pass: for whoever scans it, in both languages, and to print."""

import pytest
from django.test import Client
from django.utils import timezone

from courses.documents.qr import qr_rows
from courses.people.models import Learner
from courses.syncing import actions
from tests.builders import a_learner, a_staff_member
from tests.syncing.phone import Phone

pytestmark = pytest.mark.django_db


@pytest.fixture
def her() -> Learner:
    return a_learner(nickname="桂花<b>")


def a_pass(learner: Learner) -> str:
    return actions.print_pass(learner, by=a_staff_member(), now=timezone.now())


def test_it_says_whose_it_is_and_opens_the_app_in_either_language(her: Learner) -> None:
    code = a_pass(her)

    page = Client().get(f"/pass/{code}", headers={"accept-language": "en"})

    text = page.content.decode()
    assert page.status_code == 200
    assert "The pass of 桂花&lt;b&gt;" in text and "桂花&lt;b&gt;的学习证" in text
    assert f"/en/-/pass:{code}/" in text and f"/zh-hans/-/pass:{code}/" in text
    assert f"{code[:4]}-{code[4:8]}-{code[8:12]}-{code[12:]}" in text and "<svg" in text
    assert (page["Cache-Control"], page["X-Robots-Tag"]) == ("private, no-store", "noindex")


def test_the_name_she_chose_a_moment_ago_stands_there_without_any_worker() -> None:
    phone = Phone()
    phone.write("profile_set", body={"nickname": "秀英", "picture": "moon", "language": "en"})
    phone.sync()

    page = Client().get(f"/pass/{a_pass(Learner.objects.get(pk=phone.learner))}")

    assert "秀英" in page.content.decode()


def test_an_address_as_people_type_it_leads_to_the_plain_one(her: Learner) -> None:
    code = a_pass(her)

    page = Client().get(f"/pass/{code[:4].lower()}-{code[4:]}/")

    assert (page.status_code, page["Location"]) == (302, f"/pass/{code}")


def test_an_ended_pass_and_one_that_never_was_say_the_same_and_tell_no_name(her: Learner) -> None:
    code = a_pass(her)
    actions.end_passes(her, by=a_staff_member(), now=timezone.now())

    for address in (f"/pass/{code}", "/pass/ABCDEFGHJKMNPQRS"):
        page = Client().get(address, headers={"accept-language": "zh"})
        assert page.status_code == 404
        assert "这张学习证已经不用了" in page.content.decode() and "桂花" not in page.content.decode()


def test_guessing_is_stopped_and_right_ones_count_for_nothing(her: Learner) -> None:
    code, client = a_pass(her), Client(REMOTE_ADDR="10.8.8.8")
    for _ in range(5):
        assert client.get(f"/pass/{code}").status_code == 200

    statuses = [client.get("/pass/ABCDEFGHJKMNPQRS").status_code for _ in range(61)]

    assert statuses == [404] * 60 + [429]


def test_the_squares_for_the_phone_are_as_wide_as_high() -> None:
    rows = qr_rows("https://example.org/pass/ABCDEFGHJKMNPQRS")

    assert {len(row) for row in rows} == {len(rows)} and set("".join(rows)) == {"0", "1"}
    assert rows[0].startswith("1111111") and rows[6][:7] == "1111111", "the corner that scanners look for"
