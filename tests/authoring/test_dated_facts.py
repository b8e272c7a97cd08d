"""The office’s page of numbers that change: what waits longest for a look first, with the lessons that name it."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from courses.authoring.dates import dated_facts
from courses.authoring.models import CoursePage
from tests.authoring.editor import lesson_page

pytestmark = pytest.mark.django_db


def test_what_waits_longest_stands_first_and_names_its_lessons(library: None) -> None:
    found = dated_facts(language="en", today=date(2027, 3, 1))

    order = [(not one.lessons, one.due_date) for one in found]
    assert order == sorted(order) and {unused for unused, _ in order} == {True, False}, "what no lesson uses is last"
    assert {one.is_due for one in found} == {True, False}
    limit = next(one for one in found if one.fact["id"] == "V10")
    assert [page.lesson_id for page in limit.lessons] == ["ra2"]
    assert (limit.due_date, limit.is_due, limit.fact["title"]) == (
        date(2027, 11, 21),
        False,
        "Small sporadic trade limit",
    )


@pytest.mark.parametrize(("today", "freshness"), [(date(2027, 6, 1), "ageing"), (date(2028, 1, 1), "old")])
def test_it_says_what_learners_are_told_of_it(library: None, today: date, freshness: str) -> None:
    assert {one.freshness for one in dated_facts(language="zh-hans", today=today)} == {freshness}


def test_an_author_reads_it_in_her_language_and_comes_to_it_from_the_modules(library: None, trainer: Client) -> None:
    course = CoursePage.objects.filter(locale__language_code="en").get()
    facts = [{**fact, "checked": "2020-01-31"} if fact["id"] == "V10" else fact for fact in course.facts]
    CoursePage.objects.update(facts=facts)

    page = trainer.get(reverse("authoring_facts")).content.decode()

    assert page.index("V10 · Small sporadic trade limit") < page.index("V01 · Taobao")
    assert f">{lesson_page(lesson='ra2').title}</a>" in page, "lessons are named by their titles"
    assert "due since 31 Jan 2021" in page and "hidden from learners" in page
    assert reverse("authoring_facts") in trainer.get(reverse("authoring_modules")).content.decode()
