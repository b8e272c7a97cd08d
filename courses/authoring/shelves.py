"""What the office's page of modules shows: courses, their modules, lessons in both languages, and how each stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from wagtail.models import Page, Revision

from courses.authoring import queries
from courses.authoring.models import AssessmentPage, CoursePage, LessonPage, ModulePage
from courses.catalog import queries as catalog
from courses.engine.format.pools import POOL


@dataclass(frozen=True, kw_only=True)
class Version:
    """A lesson or the assessment in one language. `page` is None where it is not written yet.

    `state`: "missing", "draft" (not published), "newer" (published, with a newer draft), "published".
    `planned_at`: when a newer text goes out by itself. `address` is the learner's, where phones can open it.
    """

    language: str
    page: LessonPage | AssessmentPage | None
    state: str
    planned_at: datetime | None
    address: str


@dataclass(frozen=True, kw_only=True)
class Shelf:
    """A module: its page in each language, and its lessons by id, each with one version a language.

    Its assessment, if it has one, stands last among them as `assessment`.
    """

    key: str
    pages: list[ModulePage]
    release: queries.ReleaseState
    lessons: dict[str, list[Version]]


@dataclass(frozen=True, kw_only=True)
class CourseShelves:
    key: str
    pages: list[CoursePage]
    release: queries.ReleaseState
    shelves: list[Shelf]


def all_shelves() -> list[CourseShelves]:
    """Every course with what stands in it."""
    courses: dict[str, list[CoursePage]] = {}
    for page in CoursePage.objects.select_related("locale").order_by("path"):
        courses.setdefault(page.course_id, []).append(page)
    return [
        CourseShelves(
            key=key,
            pages=pages,
            release=queries.release_state(kind="outline", key=key),
            shelves=_shelves_of(pages),
        )
        for key, pages in courses.items()
    ]


def _shelves_of(courses: list[CoursePage]) -> list[Shelf]:
    """As the outline orders them; modules that it does not name come last, in the order of their pages."""
    planned = [module["id"] for course in courses for module in course.outline.get("modules", [])]
    modules: dict[str, list[ModulePage]] = {}
    for course in courses:
        for page in ModulePage.objects.child_of(course).select_related("locale").order_by("path"):
            modules.setdefault(page.module_id, []).append(page)
    ordered = sorted(modules, key=lambda key: planned.index(key) if key in planned else len(planned))
    return [_shelf(key, pages=modules[key]) for key in ordered]


def _shelf(key: str, *, pages: list[ModulePage]) -> Shelf:
    release = queries.release_state(kind="module", key=key)
    written = {page.locale.language_code: _lessons_of(page) for page in pages}
    names = dict.fromkeys(lesson for lessons in written.values() for lesson in lessons)
    ids = sorted(names, key=lambda name: name == POOL)
    planned = _planned(page for lessons in written.values() for page in lessons.values())
    return Shelf(
        key=key,
        pages=pages,
        release=release,
        lessons={
            lesson: [
                _version(lessons.get(lesson), language=language, planned=planned)
                for language, lessons in written.items()
            ]
            for lesson in ids
        },
    )


def _lessons_of(module: ModulePage) -> dict[str, LessonPage | AssessmentPage]:
    pages = LessonPage.objects.child_of(module).select_related("locale").order_by("path")
    pool = AssessmentPage.objects.child_of(module).select_related("locale").order_by("path").first()
    return {page.lesson_id: page for page in pages} | ({POOL: pool} if pool else {})


def _planned(pages: Iterable[Page]) -> dict[int, datetime]:
    """The pages that will be published at a time that was set, and when."""
    named = [str(page.pk) for page in pages]
    waiting = Revision.page_revisions.filter(object_id__in=named, approved_go_live_at__isnull=False)
    return {int(page): at for page, at in waiting.values_list("object_id", "approved_go_live_at")}


def _version(page: LessonPage | AssessmentPage | None, *, language: str, planned: Mapping[int, datetime]) -> Version:
    if page is None:
        return Version(language=language, page=None, state="missing", planned_at=None, address="")
    state = "draft"
    if page.live:
        state = "newer" if page.has_unpublished_changes else "published"
    return Version(
        language=language,
        page=page,
        state=state,
        planned_at=planned.get(page.pk),
        address=_address(page, language=language) if isinstance(page, LessonPage) else "",
    )


def _address(page: LessonPage, *, language: str) -> str:
    offered = catalog.offered_lesson(module=page.module_id, lesson=page.lesson_id, language=language)
    return f"/{language}/{page.module_id}/{page.lesson_id}/" if offered else ""
