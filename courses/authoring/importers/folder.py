"""Reads a folder of content files whole: everything is checked before anything is loaded."""

import hashlib
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from courses.engine.format import Lesson
from courses.engine.format.checks import MOST_BYTES_PICTURE, language_problems
from courses.engine.format.course import parse_course, parse_facts, parse_module
from courses.engine.format.errors import FormatError
from courses.engine.format.lessons import parse_lesson
from courses.engine.format.names import strangers, unmarked
from courses.engine.format.pools import POOL, Pool, parse_pool
from courses.engine.format.sayings import Complaint
from courses.engine.format.svg import svg_problem, svg_size
from courses.engine.format.types import LANGUAGES, Json

CONTENT_TYPES = {
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".ogg": "audio/ogg",
    ".opus": "audio/ogg",
    ".m4a": "audio/mp4",
    ".mp3": "audio/mpeg",
}


@dataclass(frozen=True, kw_only=True)
class MediaFile:
    """A picture or sound of a lesson. `width` and `height` are CSS pixels, 0 for a sound."""

    path: str
    content: bytes
    content_type: str
    width: int
    height: int

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, kw_only=True)
class LessonFiles:
    """One lesson: its text by language, its media by path."""

    id: str
    texts: Mapping[str, Lesson]
    media: Mapping[str, MediaFile]


@dataclass(frozen=True, kw_only=True)
class ModuleFiles:
    """`pools` are the module's assessment by language; empty where it has none."""

    record: Json
    lessons: Sequence[LessonFiles]
    pools: Mapping[str, Pool] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return str(self.record["id"])


@dataclass(frozen=True, kw_only=True)
class CourseFiles:
    outline: Json
    facts: list[Json]
    modules: Sequence[ModuleFiles]

    @property
    def id(self) -> str:
        return str(self.outline["id"])


class BrokenContent(Exception):
    """Some files cannot be used. `errors` are all of them; nothing was loaded."""

    def __init__(self, errors: Sequence[FormatError]) -> None:
        self.errors = list(errors)
        super().__init__(self.told(["en"]))

    def told(self, languages: Sequence[str]) -> str:
        """A line for each error, in each of these languages."""
        return "\n".join(error.told(language) for error in self.errors for language in languages)


def fingerprint(folder: Path) -> str:
    """A hash of every file's path and bytes."""
    total = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        total.update(f"{path.relative_to(folder)}\0".encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def read_library(folder: Path) -> list[CourseFiles]:
    """Every course below `folder`. Raises BrokenContent with all errors at once."""
    reader = _Reader(folder)
    courses = [reader.course(path.parent) for path in sorted(folder.glob("*/course.yaml"))]
    if not courses and not reader.errors:
        reader.complain(folder, Complaint("no-course"))
    if reader.errors:
        raise BrokenContent(reader.errors)
    return [course for course in courses if course]


class _Reader:
    """Reads on after an error, so that an author sees all of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.errors: list[FormatError] = []

    def complain(self, path: Path, complaint: Complaint, *, line: int = 1) -> None:
        self.errors.append(FormatError(path=self._name(path), line=line, complaint=complaint))

    def _name(self, path: Path) -> str:
        return str(path.relative_to(self.folder.parent) if path != self.folder else path.name)

    def _text(self, path: Path) -> str:
        try:
            return path.read_bytes().decode("utf-8").replace("\r\n", "\n")
        except (OSError, UnicodeDecodeError):
            raise FormatError(path=self._name(path), line=1, complaint=Complaint("not-utf8")) from None

    def course(self, folder: Path) -> CourseFiles | None:
        try:
            outline = parse_course(self._text(folder / "course.yaml"), path=self._name(folder / "course.yaml"))
            facts_path = folder / "facts.yaml"
            facts = parse_facts(self._text(facts_path), path=self._name(facts_path)) if facts_path.exists() else []
        except FormatError as error:
            self.errors.append(error)
            return None
        self._same_name(folder / "course.yaml", found=outline["id"], wanted=folder.name)
        known = [module["id"] for module in outline["modules"]]
        modules = [self.module(path.parent, known=known) for path in sorted(folder.glob("*/module.yaml"))]
        found = CourseFiles(outline=outline, facts=facts, modules=[module for module in modules if module])
        self._names_are_known(found)
        return found

    def _names_are_known(self, course: CourseFiles) -> None:
        terms = {word["id"] for word in course.outline["glossary"]}
        countries = {fact["id"]: fact["country"] for fact in course.facts}
        for module in course.modules:
            for lesson in module.lessons:
                for language, text in lesson.texts.items():
                    path = self.folder / course.id / module.id / lesson.id / f"{language}.md"
                    unknown = strangers(text.cards, terms=terms, facts=countries)
                    for named, complaint in [*unknown, *unmarked(text, language=language, countries=countries)]:
                        self.complain(path, complaint, line=self._line_with(path, word=named.written))

    def module(self, folder: Path, *, known: Sequence[str]) -> ModuleFiles | None:
        path = folder / "module.yaml"
        try:
            record = parse_module(self._text(path), path=self._name(path))
        except FormatError as error:
            self.errors.append(error)
            return None
        self._same_name(path, found=record["id"], wanted=folder.name)
        if folder.name not in known:
            self.complain(path, Complaint("module-not-named"))
        for stray in sorted(p.parent.name for p in folder.glob("*/*.md") if p.parent.name not in record["lessons"]):
            self.complain(path, Complaint("lesson-not-named", {"lesson": stray}))
        if POOL in record["lessons"]:
            self.complain(path, Complaint("pool-has-the-name"))
        lessons = [self.lesson(folder / name) for name in record["lessons"]]
        pools = dict(self._pools(folder))
        return ModuleFiles(record=record, lessons=[lesson for lesson in lessons if lesson], pools=pools)

    def _pools(self, folder: Path) -> Iterator[tuple[str, Pool]]:
        for language in LANGUAGES:
            path = folder / f"{POOL}.{language}.md"
            if not path.exists():
                continue
            try:
                pool = parse_pool(self._text(path), path=self._name(path))
            except FormatError as error:
                self.errors.append(error)
                continue
            self._same_name(path, found=pool.module, wanted=folder.name)
            yield language, pool

    def lesson(self, folder: Path) -> LessonFiles | None:
        texts = dict(self._texts(folder))
        if not texts:
            if not any((folder / f"{language}.md").exists() for language in LANGUAGES):
                self.complain(folder.parent / "module.yaml", Complaint("no-text", {"lesson": folder.name}))
            return None
        for remark in language_problems(texts):
            path = folder / f"{remark.language or max(texts)}.md"
            word = f"id: {remark.item}" if remark.item else "country: "
            self.complain(path, remark.complaint, line=self._line_with(path, word=word))
        media = dict(self._media(folder, texts=texts))
        return LessonFiles(id=folder.name, texts=texts, media=media)

    def _texts(self, folder: Path) -> Iterator[tuple[str, Lesson]]:
        for language in LANGUAGES:
            path = folder / f"{language}.md"
            if not path.exists():
                continue
            try:
                lesson = parse_lesson(self._text(path), path=self._name(path))
            except FormatError as error:
                self.errors.append(error)
                continue
            self._same_name(path, found=lesson.id, wanted=folder.name)
            yield language, lesson

    def _media(self, folder: Path, *, texts: Mapping[str, Lesson]) -> Iterator[tuple[str, MediaFile]]:
        for language, lesson in texts.items():
            for card in lesson.cards:
                for file in [card.picture.file if card.picture else None, card.sound]:
                    if file and not (folder / file).is_file():
                        path = folder / f"{language}.md"
                        line = self._line_with(path, word=file)
                        self.complain(path, Complaint("no-file", {"file": file}), line=line)
        for path in sorted((folder / "media").glob("*")):
            if media := self._one_file(path, name=f"media/{path.name}"):
                yield media.path, media

    def _line_with(self, path: Path, *, word: str) -> int:
        lines = enumerate(self._text(path).split("\n"), start=1)
        return next((number for number, line in lines if word in line), 1)

    def _one_file(self, path: Path, *, name: str) -> MediaFile | None:
        content = path.read_bytes()
        kind = CONTENT_TYPES.get(path.suffix)
        if kind is None:
            self.complain(path, Complaint("kind-not-used"))
            return None
        if problem := file_problem(content, kind=kind):
            self.complain(path, problem)
            return None
        width, height = picture_size(content, kind=kind)
        return MediaFile(path=name, content=content, content_type=kind, width=width, height=height)

    def _same_name(self, path: Path, *, found: str, wanted: str) -> None:
        if found != wanted:
            line = self._line_with(path, word=f": {found}")
            self.complain(path, Complaint("other-name", {"found": found, "wanted": wanted}), line=line)


def file_problem(content: bytes, *, kind: str) -> Complaint | None:
    """Why a picture or sound may not be served, or None."""
    if kind == "image/svg+xml":
        return svg_problem(content.decode("utf-8", errors="replace"))
    if kind.startswith("image/"):
        if len(content) > MOST_BYTES_PICTURE:
            return Complaint("picture-too-large", {"most": MOST_BYTES_PICTURE // 1024})
        try:
            Image.open(io.BytesIO(content)).verify()
        except (UnidentifiedImageError, OSError, SyntaxError):
            return Complaint("picture-broken")
    return None


def picture_size(content: bytes, *, kind: str) -> tuple[int, int]:
    """Width and height in CSS pixels of a picture that passed `file_problem`; 0, 0 for a sound."""
    if kind == "image/svg+xml":
        return svg_size(content.decode("utf-8"))
    if kind.startswith("image/"):
        return Image.open(io.BytesIO(content)).size
    return 0, 0
