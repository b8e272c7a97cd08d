"""Content files become pages, and never overwrite what a trainer wrote.

For each page the loader remembers the hash of what it loaded. Where the live page still has it, the new text is
published; else the new text becomes an unpublished revision, and a note says so.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import transaction
from wagtail.models import Page, Site

from courses.authoring.actions.targets import Standing, Target, languages_of
from courses.authoring.importers.folder import CourseFiles, LessonFiles, ModuleFiles, fingerprint, read_library
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
from courses.engine.format.sayings import Words

USUAL = {
    "new": Words("New pages: {count}", "新加了 {count} 页"),
    "changed": Words("Pages with a new text: {count}", "{count} 页换了新文字"),
}
NOTES = {
    "stays-deleted": Words(
        "was deleted here and stays deleted; load with --restore to bring it back",
        "在这里删掉了，不再加回；要加回请用 --restore",
    ),
    "edited": Words(
        "was edited here and stays as it is; the new text waits as an unpublished draft",
        "在这里改过，保持不动；新文字放在未发布的草稿里",
    ),
    "edited-with-draft": Words(
        "was edited here and stays as it is; the new text waits in its history",
        "在这里改过，保持不动；新文字放在历史版本里",
    ),
    "gone": Words("is gone from the files and is no longer published", "文件里没有了，已不再发布"),
    "gone-but-edited": Words(
        "is gone from the files, but was edited here and stays", "文件里没有了，但在这里改过，所以保留"
    ),
}


@dataclass(frozen=True, kw_only=True)
class LoadNote:
    """What happened to one page: a code of USUAL or NOTES. `place` is `course`, `course/module` or `module/lesson`."""

    place: str
    language: str
    code: str

    def told(self, language: str) -> str:
        """One of NOTES in the reader's language, which is not the page's."""
        return f"{self.place} ({self.language}) {NOTES[self.code].in_language(language)}"


def told(notes: Sequence[LoadNote], *, language: str) -> list[str]:
    """What went as the files say, as counts; then page by page what somebody may want to look at."""
    counts = Counter(note.code for note in notes)
    usual = [words.in_language(language).format(count=counts[code]) for code, words in USUAL.items() if counts[code]]
    return usual + [note.told(language) for note in notes if note.code not in USUAL]


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


class _Loader:
    """Loads one course. First what stands in the pages is looked at, then files and pages are written."""

    def __init__(self, course: CourseFiles, *, now: datetime, restore: bool) -> None:
        self.course = course
        self.now = now
        self.restore = restore
        self.notes: list[LoadNote] = []
        self.standing = Standing(course)
        self.library: dict[tuple[str, str], dict[str, int]] = {}

    def load(self) -> None:
        targets = list(self.standing.targets())
        gone = list(self.standing.gone(targets))
        for module in self.course.modules:
            for lesson in module.lessons:
                self._store_media(lesson, module=module.id)
        for target in targets:
            self._bring(target)
        for module in self.course.modules:
            self._put_in_order(module)
        for memory, unedited in gone:
            self._take_away(memory, unedited=unedited)

    def _store_media(self, lesson: LessonFiles, *, module: str) -> None:
        media = lesson.media.values()
        new = [NewFile(content=file.content, content_type=file.content_type) for file in media]
        catalog.keep_files(new, now=self.now)
        for file in media:
            row, _ = LibraryFile.objects.update_or_create(
                module=module,
                lesson=lesson.id,
                file=file.path,
                defaults={
                    "content_id": file.sha256,
                    "content_type": file.content_type,
                    "width": file.width,
                    "height": file.height,
                },
            )
            self.library.setdefault((module, lesson.id), {})[file.path] = row.pk

    def _bring(self, target: Target) -> None:
        """One page to what the files say, unless a person wants it otherwise."""
        page, memory = target.page, target.memory
        if page is None and memory and not self.restore:
            if memory.hash != target.hash:
                self._note(target, "stays-deleted")
        elif page is None:
            self._create(target)
        elif memory and memory.hash == target.hash:
            return
        elif target.live_hash == target.hash:
            pass  # a trainer's edit was exported: files and page say the same again
        elif target.is_untouched:
            self._fill(target, page)
            page.save_revision().publish()
            self._note(target, "changed")
        else:
            self._leave_as_revision(target, page)
        self._remember(target)

    def _create(self, target: Target) -> None:
        page = target.make()
        page.locale = self.standing.locales[target.language]
        page.translation_key = page_key(target.place)
        page.live = False
        self._fill(target, page)
        parent = target.parent()
        page.slug = _free_slug(page.slug, parent=parent, language=target.language)
        parent.add_child(instance=page)
        page.save_revision().publish()
        self._note(target, "new")

    def _fill(self, target: Target, page: Page) -> None:
        target.fill(page, self.library.get((target.module, target.lesson), {}))

    def _leave_as_revision(self, target: Target, page: Page) -> None:
        """The new text beside the trainer's: as a draft, or, where she has a draft herself, only in the history."""
        draft = page.latest_revision if page.has_unpublished_changes else None
        self._fill(target, page)
        page.save_revision()
        if draft:
            type(page).objects.filter(pk=page.pk).update(
                latest_revision=draft, latest_revision_created_at=draft.created_at, draft_title=draft.content["title"]
            )
        self._note(target, "edited-with-draft" if draft else "edited")

    def _take_away(self, memory: LoadedText, *, unedited: bool) -> None:
        page = self.standing.page_of(memory)
        place = f"{memory.module}/{memory.lesson}" if memory.lesson else f"{memory.course}/{memory.module}"
        if page is None or not page.live:
            memory.delete()
        elif unedited:
            page.unpublish()
            memory.delete()
            self.notes.append(LoadNote(place=place, language=memory.language, code="gone"))
        else:
            self.notes.append(LoadNote(place=place, language=memory.language, code="gone-but-edited"))

    def _put_in_order(self, module: ModuleFiles) -> None:
        """Lessons in the order of the files, where nobody has added or taken away one here."""
        for language in languages_of(module):
            page = self.standing.module_page(module.id, language=language)
            if page is None:
                continue
            wanted = [lesson.id for lesson in module.lessons if language in lesson.texts]
            there = list(LessonPage.objects.child_of(page).order_by("path"))
            if [one.lesson_id for one in there] == wanted or {one.lesson_id for one in there} != set(wanted):
                continue
            for one in sorted(there, key=lambda one: wanted.index(one.lesson_id)):
                one.refresh_from_db()
                one.move(ModulePage.objects.get(pk=page.pk), pos="last-child")

    def _remember(self, target: Target) -> None:
        LoadedText.objects.update_or_create(
            course=target.course,
            module=target.module,
            lesson=target.lesson,
            language=target.language,
            defaults={"hash": target.hash},
        )

    def _note(self, target: Target, code: str) -> None:
        self.notes.append(LoadNote(place=target.place, language=target.language, code=code))


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
