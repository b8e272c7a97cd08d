"""What the office's page of dated facts shows: each number, since when somebody should look it up, and who names it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from courses.authoring.exporters.pages import exported_lesson
from courses.authoring.looks import facts_of
from courses.authoring.models import CoursePage, LessonPage
from courses.engine.dated import Freshness, due_date, freshness
from courses.engine.format.course import in_one_language
from courses.engine.format.names import named_in


@dataclass(frozen=True, kw_only=True)
class DatedFact:
    """`fact` as in `facts.yaml`, in one language. `lessons` name it or rest on it, in their order."""

    course: str
    fact: Mapping[str, Any]
    checked_date: date
    due_date: date
    is_due: bool
    freshness: Freshness
    lessons: Sequence[LessonPage]


def dated_facts(*, language: str, today: date) -> list[DatedFact]:
    """Of every course, those that wait longest first; what no lesson uses comes last."""
    lessons = _lessons_by_fact(language)
    found = [
        _dated(fact, course=course, language=language, today=today, lessons=lessons)
        for course, page in _courses().items()
        for fact in facts_of(page)
    ]
    return sorted(found, key=lambda one: (not one.lessons, one.due_date, one.fact["id"]))


def _courses() -> dict[str, CoursePage]:
    """One page of each: facts are the same in all its languages."""
    return {page.course_id: page for page in CoursePage.objects.order_by("-pk") if page.facts}


def _dated(
    fact: Mapping[str, Any], *, course: str, language: str, today: date, lessons: Mapping[str, Sequence[LessonPage]]
) -> DatedFact:
    spoken: Any = in_one_language(fact, language=language)
    due = due_date(fact["checked"], months=fact["review_months"])
    return DatedFact(
        course=course,
        fact=spoken,
        checked_date=date.fromisoformat(fact["checked"]),
        due_date=due,
        is_due=due <= today,
        freshness=freshness(fact["checked"], today=today),
        lessons=lessons.get(fact["id"], []),
    )


def _lessons_by_fact(language: str) -> Mapping[str, Sequence[LessonPage]]:
    """Published or not, in this language, in their order."""
    found: dict[str, list[LessonPage]] = {}
    for page in LessonPage.objects.filter(locale__language_code=language).order_by("path"):
        named = named_in(exported_lesson(page).lesson.cards)
        for fact in dict.fromkeys(one.name for one in named if one.kind == "fact"):
            found.setdefault(fact, []).append(page)
    return found
