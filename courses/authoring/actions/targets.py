"""What the files of a course want to become pages, beside what stands there now. Reads only."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wagtail.models import Locale, Page

from courses.authoring.exporters.pages import (
    exported_course,
    exported_lesson,
    exported_module,
    exported_pool,
    lesson_hash,
    pool_hash,
    record_hash,
)
from courses.authoring.importers.cards import blocks_of, pool_blocks_of
from courses.authoring.importers.folder import CourseFiles, LessonFiles, ModuleFiles
from courses.authoring.models import AssessmentPage, CoursePage, LessonPage, LoadedText, ModulePage
from courses.engine.format.pools import POOL, Pool
from courses.engine.format.types import LANGUAGES

Files = Mapping[str, int]


@dataclass(frozen=True, kw_only=True)
class Target:
    """One page to be: where it belongs, what the files say, what stands there now, and what was loaded last.

    `fill` writes what the files say into a page; it needs the rows of the lesson's media by path.
    """

    course: str
    module: str
    lesson: str
    language: str
    hash: str
    page: Page | None
    live_hash: str | None
    memory: LoadedText | None
    make: Callable[[], Page]
    fill: Callable[[Page, Files], None]
    parent: Callable[[], Page]

    @property
    def place(self) -> str:
        """`course`, `course/module` or `module/lesson`."""
        return f"{self.module}/{self.lesson}" if self.lesson else f"{self.course}/{self.module}".rstrip("/")

    @property
    def is_untouched(self) -> bool:
        """The page is as it was loaded: no edit is live, no draft waits. A page taken offline by the loader too."""
        if self.page is None or self.memory is None:
            return self.page is not None and not self.page.live
        return self.page.live and not self.page.has_unpublished_changes and self.live_hash == self.memory.hash


class Standing:
    """The pages of one course as they stand, and what was loaded into them."""

    def __init__(self, course: CourseFiles) -> None:
        self.course = course
        self.locales = {language: Locale.objects.get_or_create(language_code=language)[0] for language in LANGUAGES}
        self.memory = {
            (row.module, row.lesson, row.language): row for row in LoadedText.objects.filter(course=course.id)
        }

    def targets(self) -> Iterator[Target]:
        """Courses before their modules, modules before their lessons."""
        yield from self._course_targets()
        for module in self.course.modules:
            yield from self._module_targets(module)
        for module in self.course.modules:
            for lesson in module.lessons:
                yield from self._lesson_targets(module, lesson=lesson)
            yield from self._pool_targets(module)

    def gone(self, targets: list[Target]) -> Iterator[tuple[LoadedText, bool]]:
        """What was loaded once and stands in the files no longer, and whether it is still as it was loaded."""
        here = {(target.module, target.lesson, target.language) for target in targets}
        for key, memory in self.memory.items():
            if key in here:
                continue
            page = self.page_of(memory)
            yield memory, _live_hash(page) == memory.hash

    def page_of(self, memory: LoadedText) -> AssessmentPage | LessonPage | ModulePage | None:
        """The page of the module, the lesson or the assessment that was loaded."""
        if memory.lesson == POOL:
            return self.pool_page(memory.module, language=memory.language)
        if memory.lesson:
            return self.lesson_page(memory.module, lesson=memory.lesson, language=memory.language)
        return self.module_page(memory.module, language=memory.language)

    def module_page(self, module: str, *, language: str) -> ModulePage | None:
        pages = ModulePage.objects.filter(module_id=module, locale=self.locales[language])
        found: ModulePage | None = pages.order_by("pk").first()
        return found

    def lesson_page(self, module: str, *, lesson: str, language: str) -> LessonPage | None:
        parent = self.module_page(module, language=language)
        if parent is None:
            return None
        found: LessonPage | None = LessonPage.objects.child_of(parent).filter(lesson_id=lesson).first()
        return found

    def pool_page(self, module: str, *, language: str) -> AssessmentPage | None:
        parent = self.module_page(module, language=language)
        if parent is None:
            return None
        found: AssessmentPage | None = AssessmentPage.objects.child_of(parent).order_by("path").first()
        return found

    def _course_targets(self) -> Iterator[Target]:
        for language in LANGUAGES:
            title = self.course.outline["title"][language]
            if not title:
                continue
            page = CoursePage.objects.filter(course_id=self.course.id, locale=self.locales[language]).first()
            wanted = {"title": title, "outline": self.course.outline, "facts": self.course.facts}
            yield self._target(
                language=language,
                hash=record_hash(wanted),
                page=page,
                live_hash=record_hash(exported_course(page)) if page and page.live else None,
                make=lambda: CoursePage(course_id=self.course.id, slug=self.course.id),
                fill=lambda page, files, wanted=wanted: _set(page, **wanted),
                parent=lambda: Page.get_first_root_node(),
            )

    def _module_targets(self, module: ModuleFiles) -> Iterator[Target]:
        for language in languages_of(module):
            page = self.module_page(module.id, language=language)
            record = module.record
            wanted = {
                "title": record["title"][language] or module.id,
                "level": record["level"],
                "about": record["about"][language] or "",
            }
            lessons = [lesson.id for lesson in module.lessons if language in lesson.texts]
            yield self._target(
                module=module.id,
                language=language,
                hash=record_hash({"id": module.id, **wanted, "lessons": lessons}),
                page=page,
                live_hash=_live_hash(page),
                make=lambda: ModulePage(module_id=module.id, slug=module.id),
                fill=lambda page, files, wanted=wanted: _set(page, **wanted),
                parent=lambda language=language: CoursePage.objects.get(
                    course_id=self.course.id, locale=self.locales[language]
                ),
            )

    def _lesson_targets(self, module: ModuleFiles, *, lesson: LessonFiles) -> Iterator[Target]:
        files = {path: file.sha256 for path, file in lesson.media.items()}
        for language, text in lesson.texts.items():
            page = self.lesson_page(module.id, lesson=lesson.id, language=language)
            yield self._target(
                module=module.id,
                lesson=lesson.id,
                language=language,
                hash=lesson_hash(text, files=files),
                page=page,
                live_hash=_live_hash(page),
                make=lambda: LessonPage(lesson_id=lesson.id, slug=lesson.id),
                fill=_lesson_filler(module, lesson=lesson, language=language),
                parent=lambda language=language: self.module_page(module.id, language=language),
            )

    def _pool_targets(self, module: ModuleFiles) -> Iterator[Target]:
        for language, pool in module.pools.items():
            page = self.pool_page(module.id, language=language)
            yield self._target(
                module=module.id,
                lesson=POOL,
                language=language,
                hash=pool_hash(pool),
                page=page,
                live_hash=_live_hash(page),
                make=lambda: AssessmentPage(slug=POOL),
                fill=_pool_filler(pool),
                parent=lambda language=language: self.module_page(module.id, language=language),
            )

    def _target(self, *, language: str, module: str = "", lesson: str = "", **rest: Any) -> Target:
        memory = self.memory.get((module, lesson, language))
        return Target(course=self.course.id, module=module, lesson=lesson, language=language, memory=memory, **rest)


def languages_of(module: ModuleFiles) -> list[str]:
    """The languages in which the module has any lesson; while it has none, those in which it has a title."""
    written = [language for language in LANGUAGES if any(language in lesson.texts for lesson in module.lessons)]
    return written or [language for language in LANGUAGES if module.record["title"][language]]


def _live_hash(page: Page | None) -> str | None:
    """The hash of what a page says to learners now; None where it says nothing."""
    if page is None or not page.live:
        return None
    if isinstance(page, LessonPage):
        return exported_lesson(page).hash
    if isinstance(page, AssessmentPage):
        return pool_hash(exported_pool(page))
    lessons = LessonPage.objects.live().child_of(page).order_by("path").values_list("lesson_id", flat=True)
    return record_hash(exported_module(page, lessons=list(lessons)))


def _lesson_filler(module: ModuleFiles, *, lesson: LessonFiles, language: str) -> Callable[[Page, Files], None]:
    text = lesson.texts[language]

    def fill(page: Page, files: Files) -> None:
        _set(
            page,
            title=text.title,
            minutes=text.minutes,
            can=text.can,
            needs=", ".join(text.needs),
            helps=", ".join(text.helps),
            digcomp=", ".join(text.digcomp),
            country=text.country or "",
            body=blocks_of(text, name=f"{module.id}/{lesson.id}", files=files),
        )

    return fill


def _pool_filler(pool: Pool) -> Callable[[Page, Files], None]:
    return lambda page, files: _set(page, title=pool.title, body=pool_blocks_of(pool))


def _set(page: Page, **values: object) -> None:
    for name, value in values.items():
        setattr(page, name, value)
