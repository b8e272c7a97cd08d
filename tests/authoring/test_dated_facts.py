"""The office’s page of numbers that change: what waits longest for a look first, with the lessons that name it."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from courses.authoring import actions
from courses.authoring.dates import dated_facts
from courses.authoring.exporters.folder import exported_files
from courses.authoring.looks import facts_of
from courses.authoring.models import CoursePage, FactCheck
from courses.catalog import queries as catalog
from tests.authoring.editor import current, lesson_page
from tests.builders import a_staff_member

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


def checked_on_phones(fact: str = "V10") -> str:
    body = catalog.release_body(current(key="village-ecommerce"))
    assert body is not None
    return next(str(each["checked"]) for each in body.json["facts"] if each["id"] == fact)


def test_a_trainer_looked_it_up_and_phones_learn_of_the_day(library: None) -> None:
    trainer, later = a_staff_member(role="trainer"), datetime(2027, 6, 1, 3, 0, tzinfo=UTC)
    assert checked_on_phones() == "2026-11-21"

    for _ in range(2):
        actions.still_holds("V10", course="village-ecommerce", by=trainer, now=later)
    actions.compile_waiting(now=later)

    assert checked_on_phones() == "2027-06-01" and checked_on_phones("V01") == "2026-11-21"
    [limit] = [one for one in dated_facts(language="en", today=later.date()) if one.fact["id"] == "V10"]
    assert (limit.checked_date, limit.freshness) == (later.date(), "fresh")
    assert b"2027-06-01" in dict(exported_files())["village-ecommerce/facts.yaml"], "an export brings it to the files"
    assert FactCheck.objects.get().by == trainer


def test_a_look_confirms_the_number_that_stood_there_and_no_later_one(library: None) -> None:
    now = datetime(2027, 6, 1, 3, 0, tzinfo=UTC)
    actions.still_holds("V10", course="village-ecommerce", by=a_staff_member(role="trainer"), now=now)
    page = CoursePage.objects.get(locale__language_code="en")

    page.facts = [{**fact, "value": {"en": "Another", "zh-hans": "另一个"}} for fact in page.facts]

    assert {fact["checked"] for fact in facts_of(page)} == {"2026-11-21"}


def test_the_button_says_so_and_a_number_that_is_gone_is_told(library: None, trainer: Client) -> None:
    def tap(fact: str) -> str:
        address = reverse("authoring_still_holds", args=["village-ecommerce", fact])
        return trainer.post(address, follow=True).content.decode()

    assert "V10: looked up today." in tap("V10")
    assert checked_on_phones() == max("2026-11-21", timezone.localdate().isoformat())
    assert "This number is in no course any more." in tap("V999")


def test_an_author_reads_it_in_her_language_and_comes_to_it_from_the_modules(library: None, trainer: Client) -> None:
    course = CoursePage.objects.filter(locale__language_code="en").get()
    facts = [{**fact, "checked": "2020-01-31"} if fact["id"] == "V10" else fact for fact in course.facts]
    CoursePage.objects.update(facts=facts)

    page = trainer.get(reverse("authoring_facts")).content.decode()

    assert page.index("V10 · Small sporadic trade limit") < page.index("V01 · Taobao")
    assert f">{lesson_page(lesson='ra2').title}</a>" in page, "lessons are named by their titles"
    assert "due since 31 Jan 2021" in page and "hidden from learners" in page
    assert reverse("authoring_facts") in trainer.get(reverse("authoring_modules")).content.decode()
