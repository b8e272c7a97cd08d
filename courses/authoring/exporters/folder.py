"""The published library as a folder of content files: what `load_content` reads, byte for byte."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from courses.authoring import queries
from courses.authoring.exporters.cards import one_line
from courses.authoring.exporters.outlines import whole_outline
from courses.authoring.looks import facts_of
from courses.authoring.models import CoursePage, LibraryFile
from courses.authoring.queries import LiveModule
from courses.catalog.queries import pack_file
from courses.engine.format.course import COURSE, FACTS, MODULE, write_record
from courses.engine.format.lessons import write_lesson
from courses.engine.format.pools import POOL, write_pool
from courses.engine.format.types import LANGUAGES, Json


def exported_files() -> Iterator[tuple[str, bytes]]:
    """Every file of every published course: its path below the content folder, and its bytes."""
    for course in sorted(set(CoursePage.objects.live().values_list("course_id", flat=True))):
        yield from _course_files(course)


def write_folder(folder: Path) -> int:
    """Write the library below `folder`; other files there are left alone. How many files were written."""
    files = list(exported_files())
    for name, content in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return len(files)


def _course_files(course: str) -> Iterator[tuple[str, bytes]]:
    pages = queries.live_courses(course)
    modules = {language: queries.modules_of(page) for language, page in pages.items()}
    outline = whole_outline(pages, modules=modules)
    yield f"{course}/course.yaml", write_record(outline, shape=COURSE).encode()
    facts: list[Json] = next((facts_of(page) for _, page in sorted(pages.items()) if page.facts), [])
    if facts:
        yield f"{course}/facts.yaml", write_record({"facts": facts}, shape=FACTS).encode()
    for name in dict.fromkeys(live.page.module_id for several in modules.values() for live in several):
        versions = {
            language: live for language, several in modules.items() for live in several if live.page.module_id == name
        }
        yield from _module_files(f"{course}/{name}", versions=versions)


def _module_files(where: str, *, versions: Mapping[str, LiveModule]) -> Iterator[tuple[str, bytes]]:
    lessons = list(dict.fromkeys(one.lesson.id for live in versions.values() for one in live.lessons))
    if not lessons:
        return
    first = next(iter(versions.values())).page
    record = {
        "id": first.module_id,
        "title": _texts({language: live.page.title for language, live in versions.items()}),
        "level": first.level,
        "lessons": lessons,
        "about": _texts({language: live.page.about for language, live in versions.items()}),
    }
    yield f"{where}/module.yaml", write_record(record, shape=MODULE).encode()
    for row in LibraryFile.objects.filter(module=first.module_id, lesson__in=lessons):
        yield f"{where}/{row.lesson}/{row.file}", _bytes_of(row.content_id)
    for language, live in versions.items():
        yield from _lesson_files(where, language=language, live=live)
        if live.pool:
            yield f"{where}/{POOL}.{language}.md", write_pool(live.pool).encode()


def _lesson_files(where: str, *, language: str, live: LiveModule) -> Iterator[tuple[str, bytes]]:
    for one in live.lessons:
        yield f"{where}/{one.lesson.id}/{language}.md", write_lesson(one.lesson).encode()
        for path, file in one.files.items():
            content = file.content if file.content is not None else _bytes_of(file.sha256)
            yield f"{where}/{one.lesson.id}/{path}", content


def _texts(texts: Mapping[str, str]) -> dict[str, str | None]:
    return {language: one_line(texts.get(language)) or None for language in LANGUAGES}


def _bytes_of(sha256: str) -> bytes:
    file = pack_file(sha256)
    assert file is not None, "the library's rows protect their files"
    return file.plain
