"""Content files become pages, and never overwrite what a trainer wrote.

For each page the loader remembers the hash of what it loaded. Where the live page still has it, the new text is
published; else the new text becomes an unpublished revision, and a note says so.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction
from wagtail.models import Locale, Page, Site

from courses.authoring.exporters.pages import (
    exported_course,
    exported_lesson,
    exported_module,
    lesson_hash,
    record_hash,
)
from courses.authoring.importers.cards import blocks_of
from courses.authoring.importers.folder import (
    CourseFiles,
    LessonFiles,
    ModuleFiles,
    fingerprint,
    read_library,
)
from courses.authoring.models import (
    CoursePage,
    LessonPage,
    LibraryFile,
    LoadedLibrary,
    LoadedText,
    ModulePage,
    page_key,
)
from courses.catalog import actions as catalog
from courses.catalog.actions import NewFile
from courses.engine.format.shapes import LANGUAGES


@dataclass(frozen=True, kw_only=True)
class LoadNote:
    """What happened to one page. `name` is `course`, `course/module` or `module/lesson`, with its language."""

    name: str
    what: str


@transaction.atomic
def load_library(folder: Path, *, now: datetime, restore: bool = False) -> list[LoadNote]:
    """Load every course below `folder`. Nothing changes, and nothing is read, where the folder is as it was last time.

    `restore` brings back lessons that a trainer deleted. Raises BrokenContent before anything is written.
    """
    print_of_folder = fingerprint(folder)
    known = LoadedLibrary.objects.filter(folder=str(folder), fingerprint=print_of_folder)
    if known.exists() and not restore:
        return []
    courses = read_library(folder)
    notes: list[LoadNote] = []
    for course in courses:
        loader = _Loader(course, now=now, restore=restore)
        loader.load()
        notes += loader.notes
    _make_courses_the_site()
    LoadedLibrary.objects.update_or_create(
        folder=str(folder), defaults={"fingerprint": print_of_folder, "loaded_at": now}
    )
    return notes


@dataclass(kw_only=True)
class _Target:
    """One page to be: where it belongs, what the files say, and what stands there now."""

    course: str
    module: str
    lesson: str
    language: str
    hash: str
    page: Page | None
    live_hash: str | None
    make: Callable[[], Page]
    fill: Callable[[Page], None]
    parent: Callable[[], Page]
    memory: LoadedText | None = field(default=None)

    @property
    def name(self) -> str:
        where = f"{self.module}/{self.lesson}" if self.lesson else f"{self.course}/{self.module}".rstrip("/")
        return f"{where} ({self.language})"


class _Loader:
    """Loads one course. First what stands in the pages is looked at, then files and pages are written."""

    def __init__(self, course: CourseFiles, *, now: datetime, restore: bool) -> None:
        self.course = course
        self.now = now
        self.restore = restore
        self.notes: list[LoadNote] = []
        self.locales = {language: _locale(language) for language in LANGUAGES}
        self.memory = {
            (row.module, row.lesson, row.language): row for row in LoadedText.objects.filter(course=course.id)
        }
        self.library: dict[tuple[str, str], dict[str, int]] = {}

    def load(self) -> None:
        targets = [*self._course_targets(), *self._module_targets(), *self._lesson_targets()]
        gone = list(self._gone(targets))
        self._store_media()
        for target in targets:
            self._bring(target)
        for module in self.course.modules:
            self._put_in_order(module)
        for memory, unedited in gone:
            self._take_away(memory, unedited=unedited)

    # what stands there now

    def _course_targets(self) -> Iterator[_Target]:
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
                fill=lambda page, wanted=wanted: _set(page, **wanted),
                parent=lambda: Page.get_first_root_node(),
            )

    def _module_targets(self) -> Iterator[_Target]:
        for module in self.course.modules:
            for language in _languages(module):
                page = self._module_page(module.id, language=language)
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
                    live_hash=_module_hash(page),
                    make=lambda module=module: ModulePage(module_id=module.id, slug=module.id),
                    fill=lambda page, wanted=wanted: _set(page, **wanted),
                    parent=lambda language=language: self._course_page(language),
                )

    def _lesson_targets(self) -> Iterator[_Target]:
        for module in self.course.modules:
            for lesson in module.lessons:
                for language, text in lesson.texts.items():
                    page = self._lesson_page(module.id, lesson=lesson.id, language=language)
                    files = {path: file.sha256 for path, file in lesson.media.items()}
                    yield self._target(
                        module=module.id,
                        lesson=lesson.id,
                        language=language,
                        hash=lesson_hash(text, files=files),
                        page=page,
                        live_hash=exported_lesson(page).hash if page and page.live else None,
                        make=lambda lesson=lesson: LessonPage(lesson_id=lesson.id, slug=lesson.id),
                        fill=self._lesson_filler(module, lesson=lesson, language=language),
                        parent=lambda module=module, language=language: self._parent_module(module, language=language),
                    )

    def _target(self, *, language: str, module: str = "", lesson: str = "", **rest: Any) -> _Target:
        memory = self.memory.get((module, lesson, language))
        return _Target(course=self.course.id, module=module, lesson=lesson, language=language, memory=memory, **rest)

    def _gone(self, targets: list[_Target]) -> Iterator[tuple[LoadedText, bool]]:
        """What was loaded once and stands in the files no longer, and whether it is still as it was loaded."""
        here = {(target.module, target.lesson, target.language) for target in targets}
        for key, memory in self.memory.items():
            if key in here:
                continue
            module, lesson, language = key
            if lesson:
                page = self._lesson_page(module, lesson=lesson, language=language)
                now = exported_lesson(page).hash if page and page.live else None
            else:
                now = _module_hash(self._module_page(module, language=language))
            yield memory, now == memory.hash

    def _course_page(self, language: str) -> CoursePage:
        page: CoursePage = CoursePage.objects.get(course_id=self.course.id, locale=self.locales[language])
        return page

    def _module_page(self, module: str, *, language: str) -> ModulePage | None:
        pages = ModulePage.objects.filter(module_id=module, locale=self.locales[language])
        found: ModulePage | None = pages.order_by("pk").first()
        return found

    def _parent_module(self, module: ModuleFiles, *, language: str) -> ModulePage:
        page = self._module_page(module.id, language=language)
        assert page is not None, "modules are brought before their lessons"
        return page

    def _lesson_page(self, module: str, *, lesson: str, language: str) -> LessonPage | None:
        parent = self._module_page(module, language=language)
        if parent is None:
            return None
        found: LessonPage | None = LessonPage.objects.child_of(parent).filter(lesson_id=lesson).first()
        return found

    # writing

    def _store_media(self) -> None:
        for module in self.course.modules:
            for lesson in module.lessons:
                media = lesson.media.values()
                new = [NewFile(content=file.content, content_type=file.content_type) for file in media]
                catalog.keep_files(new, now=self.now)
                for file in media:
                    row, _ = LibraryFile.objects.update_or_create(
                        module=module.id,
                        lesson=lesson.id,
                        file=file.path,
                        defaults={
                            "content_id": file.sha256,
                            "content_type": file.content_type,
                            "width": file.width,
                            "height": file.height,
                        },
                    )
                    self.library.setdefault((module.id, lesson.id), {})[file.path] = row.pk

    def _lesson_filler(self, module: ModuleFiles, *, lesson: LessonFiles, language: str) -> Callable[[Page], None]:
        text = lesson.texts[language]

        def fill(page: Page) -> None:
            files = self.library.get((module.id, lesson.id), {})
            _set(
                page,
                title=text.title,
                minutes=text.minutes,
                can=text.can,
                needs=", ".join(text.needs),
                helps=", ".join(text.helps),
                digcomp=", ".join(text.digcomp),
                body=blocks_of(text, name=f"{module.id}/{lesson.id}", files=files),
            )

        return fill

    def _bring(self, target: _Target) -> None:
        """One page to what the files say, unless a person wants it otherwise."""
        page, memory = target.page, target.memory
        if page is None and memory and not self.restore:
            if memory.hash != target.hash:
                self._note(target, "was deleted here and stays deleted; load with --restore to bring it back")
        elif page is None:
            self._create(target)
        elif memory and memory.hash == target.hash:
            return
        elif target.live_hash == target.hash:
            pass  # a trainer's edit was exported: files and page say the same again
        elif _is_untouched(target):
            self._publish(target, page)
        else:
            self._leave_as_revision(target, page)
        self._remember(target)

    def _create(self, target: _Target) -> None:
        page = target.make()
        page.locale = self.locales[target.language]
        page.translation_key = page_key(target.name.rsplit(" ", 1)[0])
        page.live = False
        target.fill(page)
        page.slug = _free_slug(page.slug, parent=(parent := target.parent()), language=target.language)
        parent.add_child(instance=page)
        page.save_revision().publish()
        self._note(target, "is new")

    def _publish(self, target: _Target, page: Page) -> None:
        target.fill(page)
        page.save_revision().publish()
        self._note(target, "has a new text")

    def _leave_as_revision(self, target: _Target, page: Page) -> None:
        """The new text beside the trainer's: as a draft, or, where she has a draft herself, only in the history."""
        draft = page.latest_revision if page.has_unpublished_changes else None
        target.fill(page)
        page.save_revision()
        if draft:
            type(page).objects.filter(pk=page.pk).update(
                latest_revision=draft, latest_revision_created_at=draft.created_at, draft_title=draft.content["title"]
            )
        where = "in its history" if draft else "as an unpublished draft"
        self._note(target, f"was edited here and stays as it is; the new text waits {where}")

    def _take_away(self, memory: LoadedText, *, unedited: bool) -> None:
        page: Page | None
        if memory.lesson:
            page = self._lesson_page(memory.module, lesson=memory.lesson, language=memory.language)
        else:
            page = self._module_page(memory.module, language=memory.language)
        name = f"{memory.module}/{memory.lesson}".rstrip("/") + f" ({memory.language})"
        if page is None or not page.live:
            memory.delete()
        elif unedited:
            page.unpublish()
            memory.delete()
            self.notes.append(LoadNote(name=name, what="is gone from the files and is no longer published"))
        else:
            self.notes.append(LoadNote(name=name, what="is gone from the files, but was edited here and stays"))

    def _put_in_order(self, module: ModuleFiles) -> None:
        """Lessons in the order of the files, where nobody has changed the order here."""
        for language in _languages(module):
            page = self._module_page(module.id, language=language)
            if page is None:
                continue
            wanted = [lesson.id for lesson in module.lessons if language in lesson.texts]
            there = list(LessonPage.objects.child_of(page).order_by("path"))
            if [one.lesson_id for one in there] == wanted or {one.lesson_id for one in there} != set(wanted):
                continue
            for one in sorted(there, key=lambda one: wanted.index(one.lesson_id)):
                one.refresh_from_db()
                one.move(ModulePage.objects.get(pk=page.pk), pos="last-child")

    def _remember(self, target: _Target) -> None:
        LoadedText.objects.update_or_create(
            course=target.course,
            module=target.module,
            lesson=target.lesson,
            language=target.language,
            defaults={"hash": target.hash},
        )

    def _note(self, target: _Target, what: str) -> None:
        self.notes.append(LoadNote(name=target.name, what=what))


def _is_untouched(target: _Target) -> bool:
    """The page is as it was loaded: no edit is live and no draft waits. A page taken offline by the loader too."""
    page = target.page
    assert page is not None
    if target.memory is None:
        return not page.live
    return page.live and not page.has_unpublished_changes and target.live_hash == target.memory.hash


def _module_hash(page: ModulePage | None) -> str | None:
    if page is None or not page.live:
        return None
    lessons = LessonPage.objects.live().child_of(page).order_by("path").values_list("lesson_id", flat=True)
    return record_hash(exported_module(page, lessons=list(lessons)))


def _languages(module: ModuleFiles) -> list[str]:
    """The languages in which the module has any lesson; all of them while it has none."""
    written = [language for language in LANGUAGES if any(language in lesson.texts for lesson in module.lessons)]
    return written or [language for language in LANGUAGES if module.record["title"][language]]


def _set(page: Page, **values: object) -> None:
    for name, value in values.items():
        setattr(page, name, value)


def _locale(language: str) -> Locale:
    return Locale.objects.get_or_create(language_code=language)[0]


def _free_slug(slug: str, *, parent: Page, language: str) -> str:
    """Courses of all languages are neighbours below the root; everything else has a parent of its own language."""
    taken = Page.objects.child_of(parent).filter(slug=slug).exists()
    return f"{slug}-{language}" if taken else slug


def _make_courses_the_site() -> None:
    """Wagtail's welcome page makes room: the site's root is the first course."""
    course = CoursePage.objects.order_by("path").first()
    site = Site.objects.filter(is_default_site=True).first()
    if course is None or site is None or isinstance(site.root_page.specific, CoursePage):
        return
    welcome = site.root_page
    site.root_page = course
    site.site_name = "Xiangke 乡课"
    site.save()
    if welcome.depth > 1 and type(welcome.specific) is Page and not welcome.get_children().exists():
        welcome.delete()
