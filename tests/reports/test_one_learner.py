"""The page of one learner at /office/ shows what she learned, and says so where nothing has arrived."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from courses.people.models import Learner
from tests.builders import a_learner
from tests.cast import Cast, signed_in, the_cast
from tests.learned import Record, a_module, heard

pytestmark = pytest.mark.django_db


def page_of(cast: Cast, learner: Learner | None = None) -> str:
    response = signed_in(cast.trainer_a).get(reverse("people_learner", args=[(learner or cast.learner_a).pk]))
    return re.sub(r"\s+", " ", response.content.decode())


@pytest.mark.parametrize(
    ("language", "heading", "mastered", "summary", "since"),
    [
        ("en", "What she learned", "mastered", "1 of 2 lessons mastered", "last learned 3 days ago"),
        ("zh-hans", "学了什么", "学会了", "共 2 课，学会了 1 课", "上次学习：3天前"),
    ],
)
def test_what_a_learner_reached_stands_on_her_page(
    language: str, heading: str, mastered: str, summary: str, since: str
) -> None:
    cast = the_cast(language=language)
    record = Record(learner=cast.learner_a, release=a_module(language=language))
    record.whole_lesson(at=timezone.now() - timedelta(days=3))
    heard(cast.learner_a, at=timezone.now())

    page = page_of(cast)

    assert heading in page and summary in page and since in page
    assert re.search(rf'<th scope="row">Lesson ra1</th><td class="nw">{mastered}</td><td class="nw">[^<]+</td>', page)
    assert '<th scope="row">Lesson ra2</th><td class="nw">–</td>' in page


def test_where_nothing_has_arrived_the_page_says_that_it_may_still_come() -> None:
    cast = the_cast()
    a_module()

    page = page_of(cast, a_learner(group=cast.group_a))

    assert "Nothing has arrived yet." in page
    assert "No phone of hers was heard from yet" in page
