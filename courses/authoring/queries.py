"""Reads of authoring: what is live in Wagtail, by language, and how its release stands."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from wagtail.models import Page

from courses.authoring.exporters.pages import ExportedLesson, exported_lesson, exported_pool
from courses.authoring.models import AssessmentPage, CompileReport, CompileRequest, CoursePage, LessonPage, ModulePage
from courses.catalog.models import CurrentRelease
from courses.engine.format.pools import Pool


@dataclass(frozen=True, kw_only=True)
class LiveModule:
    """A published module in one language with its published lessons, in their order, and its assessment if any."""

    course: str
    page: ModulePage
    lessons: list[ExportedLesson]
    pool: Pool | None


def live_modules(module: str) -> dict[str, LiveModule]:
    """By language. A module whose course is not published is not live either."""
    pages = ModulePage.objects.live().filter(module_id=module).select_related("locale").order_by("pk")
    found = [_live_module(page) for page in pages]
    return {live.page.locale.language_code: live for live in found if live}


def modules_of(course: CoursePage) -> list[LiveModule]:
    """The published modules of a course in its language, in their order."""
    pages = ModulePage.objects.live().child_of(course).select_related("locale").order_by("path")
    return [live for page in pages if (live := _live_module(page))]


def _live_module(page: ModulePage) -> LiveModule | None:
    course = CoursePage.objects.live().ancestor_of(page).first()
    if course is None:
        return None
    lessons = LessonPage.objects.live().child_of(page).select_related("locale").order_by("path")
    pool = AssessmentPage.objects.live().child_of(page).order_by("path").first()
    return LiveModule(
        course=course.course_id,
        page=page,
        lessons=[exported_lesson(one) for one in lessons],
        pool=exported_pool(pool) if pool else None,
    )


def live_courses(course: str) -> dict[str, CoursePage]:
    """By language."""
    pages = CoursePage.objects.live().filter(course_id=course).select_related("locale").order_by("pk")
    return {page.locale.language_code: page for page in pages}


def compiled_key(page: Page) -> tuple[str, str] | None:
    """(kind, key) of what has to be compiled when this page changes, or None."""
    if isinstance(page, CoursePage):
        return "outline", page.course_id
    if isinstance(page, ModulePage):
        return "module", page.module_id
    if isinstance(page, LessonPage | AssessmentPage):
        return "module", page.module_id
    return None


@dataclass(frozen=True, kw_only=True)
class ReleaseState:
    """How a module stands: offered since when, whether a compile waits, what kept the last one back, what to better.

    `problems` and `advice` as in CompileReport.
    """

    offered_since_at: datetime | None
    languages: list[str]
    waits_since_at: datetime | None
    problems: list[dict[str, Any]]
    advice: list[dict[str, Any]]


def release_state(*, kind: str, key: str) -> ReleaseState:
    offered = list(CurrentRelease.objects.filter(kind=kind, key=key).order_by("-since_at"))
    waiting = CompileRequest.objects.filter(kind=kind, key=key).first()
    report = CompileReport.objects.filter(kind=kind, key=key).first()
    return ReleaseState(
        offered_since_at=offered[0].since_at if offered else None,
        languages=sorted(row.language for row in offered),
        waits_since_at=waiting.asked_at if waiting else None,
        problems=list(report.problems) if report else [],
        advice=list(report.advice) if report else [],
    )
