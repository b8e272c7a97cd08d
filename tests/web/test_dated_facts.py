"""Dated facts on a lesson's page: told while somebody has looked lately, then hidden with what rests on them."""

import re
from datetime import datetime, timedelta

import pytest
from django.test import Client

from courses.learning.models import Event
from tests.published_dated import publish_dated

pytestmark = [pytest.mark.django_db, pytest.mark.pages]

PAGE = "/en/dt/dt1/"


def page() -> str:
    return Client().get(PAGE).content.decode()


def test_a_fact_stands_on_the_page_like_a_word(now: datetime) -> None:
    publish_dated(checked=3, now=now)

    assert '<a href="#word-fact:V05" data-term="fact:V05">today’s number</a>' in page()
    assert (
        '<p id="word-fact:V05"><b>Shop start</b> <span>Fee 0.6 %. As of 2023. Source: A guide. '
        "Look it up: Merchant site. If you find something else there, that counts.</span></p>"
    ) in page()


def test_after_half_a_year_it_may_have_changed_and_its_question_is_still_asked(now: datetime) -> None:
    publish_dated(checked=200, now=now)

    assert "Fee 0.6 %. This may have changed." in page()
    assert 'data-item="q2"' in page()


def test_after_a_year_the_number_is_gone_and_its_question_with_it(now: datetime) -> None:
    publish_dated(checked=400, now=now)

    assert "<span>This number is old. Look it up: Merchant site.</span>" in page()
    assert "Fee 0.6" not in page()
    assert 'data-item="q2"' not in page() and 'data-item="q1"' in page()


def test_somebody_who_looks_it_up_again_brings_both_back(now: datetime) -> None:
    publish_dated(checked=400, now=now)
    page()
    publish_dated(checked=0, now=now + timedelta(days=1))

    assert "Fee 0.6 %." in page() and 'data-item="q2"' in page()


def test_without_script_the_lesson_is_finished_without_the_question_that_is_gone(now: datetime) -> None:
    publish_dated(checked=400, now=now)
    phone = Client()
    found = re.search(r"name=id form=q1 value=(\S{22})>", phone.get(PAGE).content.decode())
    assert found

    phone.post(PAGE, {"item": "q1", "id": found[1], "answer": "true"})

    assert 'id="end"' in phone.get(PAGE).content.decode()
    kinds = Event.objects.order_by("record_seq").values_list("kind", flat=True)
    assert list(kinds) == ["lesson_opened", "answered", "lesson_finished"]
