"""A lesson's page as a `Lesson` with its files, and the hash by which the loader knows an edit."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wagtail.images import get_image_model

from courses.authoring.exporters.cards import cards_of, one_line, pool_items_of
from courses.engine.format import Lesson
from courses.engine.format.checks import MOST_BYTES_PICTURE
from courses.engine.format.lessons import write_lesson
from courses.engine.format.pools import Pool, write_pool

if TYPE_CHECKING:
    from courses.authoring.models import AssessmentPage, CoursePage, LessonPage, ModulePage

MISSING = "media/missing.svg"


@dataclass(frozen=True, kw_only=True)
class FoundFile:
    """A picture or sound of a lesson. `content` is None where the catalog holds these bytes already.

    `address` is where a browser of the office finds it now, published or not.
    """

    path: str
    sha256: str
    content_type: str
    content: bytes | None
    width: int
    height: int
    address: str


@dataclass(frozen=True, kw_only=True)
class ExportedLesson:
    """A page in the course format. `files` by the path that the cards name; a path may be missing."""

    lesson: Lesson
    files: Mapping[str, FoundFile]

    @property
    def hash(self) -> str:
        """The same for a file and for the page that was loaded from it."""
        return lesson_hash(self.lesson, files={path: file.sha256 for path, file in self.files.items()})


def lesson_hash(lesson: Lesson, *, files: Mapping[str, str]) -> str:
    """`files`: SHA-256 by path, of those that the lesson names."""
    used = {card.picture.file for card in lesson.cards if card.picture} | {c.sound for c in lesson.cards if c.sound}
    named = json.dumps({path: sha for path, sha in sorted(files.items()) if path in used})
    return hashlib.sha256(f"{write_lesson(lesson)}\0{named}".encode()).hexdigest()


def record_hash(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def exported_lesson(page: "LessonPage") -> ExportedLesson:
    """What the page holds now: its live fields, or those of the revision it was made from."""
    finder = _Finder(page)
    lesson = Lesson(
        id=page.lesson_id,
        title=one_line(page.title),
        minutes=page.minutes,
        needs=_names(page.needs),
        helps=_names(page.helps),
        digcomp=_names(page.digcomp),
        can=one_line(page.can),
        country=page.country or None,
        cards=cards_of(page.body.get_prep_value(), drawing=finder.drawing, photo=finder.photo),
    )
    return ExportedLesson(lesson=lesson, files=finder.files)


def exported_pool(page: "AssessmentPage") -> Pool:
    """The module's assessment as the page holds it now."""
    items = pool_items_of(page.body.get_prep_value())
    return Pool(module=page.module_id, title=one_line(page.title), items=items)


def pool_hash(pool: Pool) -> str:
    """The same for a file and for the page that was loaded from it."""
    return hashlib.sha256(write_pool(pool).encode()).hexdigest()


def exported_module(page: "ModulePage", *, lessons: list[str]) -> dict[str, Any]:
    """A module in one language: what of `module.yaml` this page says."""
    return {
        "id": page.module_id,
        "title": one_line(page.title),
        "level": page.level,
        "lessons": lessons,
        "about": one_line(page.about),
    }


def exported_course(page: "CoursePage") -> dict[str, Any]:
    """A course as this language's page says it."""
    return {"title": one_line(page.title), "outline": page.outline, "facts": page.facts}


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


class _Finder:
    """Gives each picture and sound its path in the lesson's folder, and remembers the file."""

    def __init__(self, page: "LessonPage") -> None:
        self.module = page.module_id
        self.lesson = page.lesson_id
        self.library = page.library_files()
        self.files: dict[str, FoundFile] = {}

    def drawing(self, row: int) -> str:
        file = self.library.get(row)
        if file is None:
            return MISSING
        own = (file.module, file.lesson) == (self.module, self.lesson)
        name = file.file.removeprefix("media/")
        path = file.file if own else f"media/{file.module}-{file.lesson}-{name}"
        self.files[path] = FoundFile(
            path=path,
            sha256=file.content_id,
            content_type=file.content_type,
            content=None,
            width=file.width,
            height=file.height,
            address=f"/packs/{file.content_id}",
        )
        return path

    def photo(self, row: int) -> str:
        image = get_image_model().objects.filter(pk=row).first()
        if image is None:
            return MISSING
        path = f"media/photo-{row}.webp"
        rendition, content = small_photo(image)
        self.files[path] = FoundFile(
            path=path,
            sha256=hashlib.sha256(content).hexdigest(),
            content_type="image/webp",
            content=content,
            width=rendition.width,
            height=rendition.height,
            address=rendition.url,
        )
        return path


def small_photo(image: Any) -> tuple[Any, bytes]:
    """A photo as WebP, at most 480 px and, where lower quality can bring it there, within the budget of a picture.

    Returns Wagtail's rendition and its bytes.
    """
    for quality in (70, 50, 30):
        rendition = image.get_rendition(f"max-480x480|format-webp|webpquality-{quality}")
        with rendition.file.storage.open(rendition.file.name) as stored:
            content = bytes(stored.read())
        if len(content) <= MOST_BYTES_PICTURE:
            break
    return rendition, content
