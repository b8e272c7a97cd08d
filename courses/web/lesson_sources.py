"""From the catalogue to what a lesson's page needs; what a release holds never changes and is put together once."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import Any

from courses.catalog import queries as catalog
from courses.catalog.models import Release
from courses.engine.dated import Freshness, freshness, told
from courses.web.app_files import app_files
from courses.web.lesson_page import Ages, LessonSource, document, first_picture, items_of, tail, with_first_picture
from courses.web.sent_bytes import KeptPage
from courses.web.short_ids import new_short_id

COURSE = "village-ecommerce"
_LARGEST_INLINE_PICTURE = 4096
ROOM = {"br": 10 * 1024 - 16, "gzip": 10 * 1024 * 1.15 - 32}
"""Bytes of a first page at most, by how it is sent (docs/plan.md), less what the ids of its forms may take more."""
_FACT = re.compile(r'data-term="fact:([^"]+)"')
_CARD = re.compile(r"<article.*?</article>\n?", re.DOTALL)
_FORM = re.compile(r' data-item="([^"]+)"')


@dataclass(frozen=True, kw_only=True)
class _Offer:
    """Hashes and names, so what follows from them stays true. `module` is None where none is on offer."""

    module: catalog.Current | None
    outline: str
    lesson: str
    language: str


def _offer(*, module: str, lesson: str, language: str) -> _Offer:
    offered = catalog.current_hashes(language=language, keys=[module, COURSE])
    outline = offered.get((Release.Kind.OUTLINE, COURSE))
    return _Offer(
        module=offered.get((Release.Kind.MODULE, module)),
        outline=outline.release if outline else "",
        lesson=lesson,
        language=language,
    )


def lesson_source(*, module: str, lesson: str, language: str, today: date) -> LessonSource | None:
    """The lesson as it is on offer in exactly this language, or None; of dated facts what `today` may be told."""
    offer = _offer(module=module, lesson=lesson, language=language)
    source = _whole_source(offer)
    return _source_on_a_day(offer, _ages(source, today=today)) if source else None


def _ages(source: LessonSource, *, today: date) -> Ages:
    """Of each fact that the lesson names or rests on."""
    facts = _facts(source.outline)
    rested_on = {item.get("fact") for item in source.file["items"].values()}
    named = rested_on | set(_FACT.findall(source.file["html"]))
    return tuple((name, freshness(facts[name]["checked"], today=today)) for name in sorted(named & facts.keys()))


@lru_cache(maxsize=256)
def _source_on_a_day(offer: _Offer, ages: Ages) -> LessonSource | None:
    """Where a fact is old, its exercises are left out with their cards (decision 0050)."""
    source = _whole_source(offer)
    if source is None or not ages:
        return source
    old = {name for name, age in ages if age is Freshness.OLD}
    facts = _facts(offer.outline)
    words = {f"fact:{name}": _told(facts[name], age=age, language=offer.language) for name, age in ages}
    return replace(source, file=_without(source.file, old), glossary={**source.glossary, **words}, ages=ages)


def _told(fact: Mapping[str, Any], *, age: Freshness, language: str) -> tuple[str, str]:
    lines = told(fact, language=language, age=age)
    return fact["title"], ("" if language == "zh-hans" else " ").join(lines)


def _without(file: Mapping[str, Any], old: set[str]) -> Mapping[str, Any]:
    """The lesson's file without the exercises that rest on these facts."""
    gone = {name for name, item in file["items"].items() if item.get("fact") in old}
    html = _CARD.sub(lambda card: "" if gone & set(_FORM.findall(card[0])) else card[0], file["html"])
    items = {name: item for name, item in file["items"].items() if name not in gone}
    return {**file, "html": html, "items": items} if gone else file


@lru_cache(maxsize=64)
def _facts(outline: str) -> Mapping[str, Mapping[str, Any]]:
    body = catalog.release_body(outline) if outline else None
    return {fact["id"]: fact for fact in body.json.get("facts", [])} if body else {}


@lru_cache(maxsize=256)
def _whole_source(offer: _Offer) -> LessonSource | None:
    offered = catalog.lesson_behind(offer.module, lesson=offer.lesson) if offer.module else None
    if offered is None:
        return None
    return LessonSource(
        file=offered.file,
        release=offered.release,
        outline=offer.outline,
        next_lesson=_next_lesson(offered.manifest, lesson=offer.lesson, language=offer.language),
        glossary=_glossary(offer.outline),
        say=_notes(offer.outline),
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


def _notes(outline: str) -> Mapping[str, str]:
    body = catalog.release_body(outline) if outline else None
    return body.json.get("say", {}) if body else {}


def _with_picture_inside(cards: str) -> str:
    """The lesson's HTML with the first picture inside, where it is a small drawing."""
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

    def sent(self, *, encoding: str) -> bytes:
        """With the ids that its questions have this time."""
        return self.page.sent(tail({item: new_short_id() for item in self.items}), encoding=encoding)

    @property
    def has_room(self) -> bool:
        return all(len(self.sent(encoding=each)) <= most for each, most in ROOM.items())


@dataclass(frozen=True, kw_only=True)
class _PageKey:
    """What a page depends on: hashes and names, and beside them what they name."""

    release: str
    outline: str
    lesson: str
    app: str
    ages: Ages
    source: LessonSource = field(compare=False)


def _key(source: LessonSource) -> _PageKey:
    return _PageKey(
        release=source.release,
        outline=source.outline,
        lesson=source.file["lesson"],
        app=app_files().version,
        ages=source.ages,
        source=source,
    )


def cards_of(source: LessonSource) -> str:
    """The lesson's HTML; its first picture stands inside where the page has room for it, else it comes like others."""
    return _kept(_key(source))[0]


def ready_page(source: LessonSource) -> ReadyPage:
    """The page as everybody gets it who has not answered without script."""
    return _kept(_key(source))[1]


@lru_cache(maxsize=128)
def _kept(key: _PageKey) -> tuple[str, ReadyPage]:
    """The cards, and the page made of them."""
    plain = str(key.source.file["html"])
    cards = _with_picture_inside(plain)
    page = ready(key.source, cards=cards)
    return (cards, page) if cards == plain or page.has_room else (plain, ready(key.source, cards=plain))


def ready(source: LessonSource, *, cards: str, effort: int = 11) -> ReadyPage:
    """A page to send, with these cards; `effort` as in `KeptPage.of`."""
    page = KeptPage.of(document(source, cards=cards, files=app_files()), effort=effort)
    return ReadyPage(page=page, items=items_of(cards))


def languages_with(*, module: str, lesson: str, languages: Sequence[str]) -> list[str]:
    """In which of these languages the lesson is on offer."""
    return [each for each in languages if _whole_source(_offer(module=module, lesson=lesson, language=each))]


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
