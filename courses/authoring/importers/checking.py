"""Content files that can be read: which are not in canonical form, how they would be, and what could be better."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from courses.authoring.importers.folder import CourseFiles
from courses.engine.format.advice import lesson_advice
from courses.engine.format.course import COURSE, FACTS, MODULE, parse_course, parse_facts, parse_module, write_record
from courses.engine.format.errors import FormatError
from courses.engine.format.lessons import line_of_card, parse_lesson, write_lesson
from courses.engine.format.pools import POOL, parse_pool, write_pool
from courses.engine.format.sayings import Complaint
from courses.engine.format.types import LANGUAGES


def canonical_forms(folder: Path) -> Iterator[tuple[Path, str]]:
    """Every file of the library below `folder` but its media, with its canonical text. Raises FormatError."""
    for path in sorted(folder.glob("*/course.yaml")):
        yield path, write_record(parse_course(_text(path), path=str(path)), shape=COURSE)
    for path in sorted(folder.glob("*/facts.yaml")):
        yield path, write_record({"facts": parse_facts(_text(path), path=str(path))}, shape=FACTS)
    for path in sorted(folder.glob("*/*/module.yaml")):
        yield path, write_record(parse_module(_text(path), path=str(path)), shape=MODULE)
    for language in LANGUAGES:
        for path in sorted(folder.glob(f"*/*/*/{language}.md")):
            yield path, write_lesson(parse_lesson(_text(path), path=str(path)))
        for path in sorted(folder.glob(f"*/*/{POOL}.{language}.md")):
            yield path, write_pool(parse_pool(_text(path), path=str(path)))


def not_canonical(folder: Path) -> list[FormatError]:
    """The first line of each file that is not written in the canonical way."""
    found = []
    for path, wanted in canonical_forms(folder):
        text = path.read_bytes().decode("utf-8")
        if text != wanted:
            line = _first_difference(text, wanted)
            found.append(FormatError(path=str(path), line=line, complaint=Complaint("not-canonical")))
    return found


def advice_on(courses: Sequence[CourseFiles], *, folder: Path) -> list[FormatError]:
    """What would make lessons better, at the line of the card that it is about."""
    return [
        FormatError(path=str(path), line=line_of_card(_text(path), number=remark.card), complaint=remark.complaint)
        for course in courses
        for module in course.modules
        for lesson in module.lessons
        for language, text in lesson.texts.items()
        for path in [folder / course.id / module.id / lesson.id / f"{language}.md"]
        for remark in lesson_advice(text, language=language)
    ]


def mend(folder: Path) -> list[Path]:
    """Write every file in canonical form; the ones that were changed."""
    changed = [(path, wanted) for path, wanted in canonical_forms(folder) if path.read_bytes() != wanted.encode()]
    for path, wanted in changed:
        path.write_bytes(wanted.encode())
    return [path for path, _ in changed]


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8").replace("\r\n", "\n")


def _first_difference(text: str, wanted: str) -> int:
    lines = enumerate(zip(text.split("\n"), wanted.split("\n"), strict=False), start=1)
    return next((number for number, (ours, theirs) in lines if ours != theirs), 1)
