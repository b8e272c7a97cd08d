"""From the catalogue to what a lesson's page needs; what a release holds never changes and is put together once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from courses.catalog import queries as catalog
from courses.catalog.models import Release
from courses.web.app_files import app_files
from courses.web.lesson_page import LessonSource, document, first_picture, items_of, with_first_picture
from courses.web.sent_bytes import KeptPage

COURSE = "village-ecommerce"
_LARGEST_INLINE_PICTURE = 4096


def lesson_source(*, module: str, lesson: str, language: str) -> LessonSource | None:
    """The lesson as it is on offer in exactly this language, or None."""
    offered = catalog.current_hashes(language=language, keys=[module, COURSE])
    current = offered.get((Release.Kind.MODULE, module))
    outline = offered.get((Release.Kind.OUTLINE, COURSE))
    return _source(current, outline.release if outline else "", lesson, language) if current else None


@lru_cache(maxsize=256)
def _source(current: catalog.Current, outline: str, lesson: str, language: str) -> LessonSource | None:
    """Hashes in, so what comes out stays true."""
    offered = catalog.lesson_behind(current, lesson=lesson)
    if offered is None:
        return None
    return LessonSource(
        file=offered.file,
        release=offered.release,
        outline=outline,
        next_lesson=_next_lesson(offered.manifest, lesson=lesson, language=language),
        glossary=_glossary(outline),
    )


def _next_lesson(manifest: Mapping[str, Any], *, lesson: str, language: str) -> tuple[str, str] | None:
    lessons = manifest["lessons"]
    ids = [entry["id"] for entry in lessons]
    after = lessons[ids.index(lesson) + 1 :]
    return (f"/{language}/{manifest['module']}/{after[0]['id']}/", after[0]["title"]) if after else None


def _glossary(outline: str) -> Mapping[str, tuple[str, str]]:
    body = catalog.release_body(outline) if outline else None
    words = body.json.get("glossary", []) if body else []
    return {word["id"]: (word["term"], word["meaning"]) for word in words}


def cards_of(source: LessonSource) -> str:
    """The lesson's HTML with the first picture inside, where it is a small drawing."""
    cards = str(source.file["html"])
    address = first_picture(cards)
    picture = catalog.pack_file(address.rpartition("/")[2]) if address else None
    if picture is None or picture.content_type != "image/svg+xml" or len(picture.plain) > _LARGEST_INLINE_PICTURE:
        return cards
    return with_first_picture(cards, svg=picture.plain)


@dataclass(frozen=True, kw_only=True)
class ReadyPage:
    """A page up to its tail, and the questions in it that can still be answered."""

    page: KeptPage
    items: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class _PageKey:
    """What a page depends on: hashes and names, and beside them what they name."""

    release: str
    outline: str
    lesson: str
    app: str
    source: LessonSource = field(compare=False)


def ready_page(source: LessonSource) -> ReadyPage:
    """The page as everybody gets it who has not answered without script."""
    return _kept(
        _PageKey(
            release=source.release,
            outline=source.outline,
            lesson=source.file["lesson"],
            app=app_files().version,
            source=source,
        )
    )


@lru_cache(maxsize=128)
def _kept(key: _PageKey) -> ReadyPage:
    return ready(key.source, cards=cards_of(key.source))


def ready(source: LessonSource, *, cards: str, effort: int = 11) -> ReadyPage:
    """A page to send, with these cards; `effort` as in `KeptPage.of`."""
    page = KeptPage.of(document(source, cards=cards, files=app_files()), effort=effort)
    return ReadyPage(page=page, items=items_of(cards))


def languages_with(*, module: str, lesson: str, languages: Sequence[str]) -> list[str]:
    """In which of these languages the lesson is on offer."""
    return [each for each in languages if lesson_source(module=module, lesson=lesson, language=each)]


def first_lesson(*, language: str) -> str | None:
    """The address of the first lesson on offer in this language, in the order of the course."""
    offered = catalog.catalogue(language=language)["modules"]
    here = [module["id"] for module in offered if module["language"] == language]
    for module in sorted(here, key=_place_in_course(language)):
        release = catalog.current_release(kind=Release.Kind.MODULE, key=module, language=language)
        body = catalog.release_body(release.pk) if release else None
        for lesson in body.lessons if body else ():
            return f"/{language}/{module}/{lesson}/"
    return None


def _place_in_course(language: str) -> Any:
    outline = catalog.current_release(kind=Release.Kind.OUTLINE, key=COURSE, language=language)
    body = catalog.release_body(outline.pk) if outline else None
    order = [module["id"] for module in body.json["modules"]] if body else []
    return lambda module: order.index(module) if module in order else len(order)
