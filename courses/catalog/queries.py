"""What is on offer: releases, lessons, files and the catalogue. What has a hash never changes and is kept in memory."""

import hashlib
import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import orjson
from django.db.models import Q

from courses.catalog.models import AssessmentRelease, CurrentAssessment, CurrentRelease, PackFile, Release
from courses.engine.format import Exercise, Lesson, lesson_from_json
from courses.engine.format.pools import Pool, pool_from_json

Json = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Body:
    """A release, decoded once per process. `lessons` by id; empty for an outline."""

    sha256: str
    kind: str
    key: str
    language: str
    json: Json
    lessons: dict[str, Lesson]


@dataclass(frozen=True, kw_only=True)
class WireFile:
    """One immutable file in the forms in which it is sent; None where a form saves nothing."""

    sha256: str
    content_type: str
    plain: bytes
    brotli: bytes | None
    gzip: bytes | None


def current_release(*, kind: str, key: str, language: str) -> Release | None:
    """What phones are offered now, or None. The body is not read."""
    found = (
        CurrentRelease.objects.filter(kind=kind, key=key, language=language)
        .select_related("release")
        .defer("release__body")
        .first()
    )
    return found.release if found else None


@dataclass(frozen=True, kw_only=True)
class Current:
    """What stands behind an offer: the release's hash, and that of its manifest."""

    release: str
    manifest: str


def current_hashes(*, language: str, keys: Collection[str]) -> dict[tuple[str, str], Current]:
    """What is offered now under these keys, by (kind, key), in one question to the database."""
    rows = CurrentRelease.objects.filter(language=language, key__in=keys).order_by()
    found = rows.values_list("kind", "key", "release_id", "release__manifest_id")
    return {(kind, key): Current(release=release, manifest=manifest) for kind, key, release, manifest in found}


def was_published(*, kind: str, key: str) -> bool:
    """Whether it was ever on offer in any language: then it is away for a while, not unknown."""
    return Release.objects.filter(kind=kind, key=key).exists()


def release_body(release: str) -> Body | None:
    """The release with this hash, or None. Releases that do not exist are asked for again each time."""
    try:
        return _release_body(release)
    except Release.DoesNotExist:
        return None


@lru_cache(maxsize=64)
def _release_body(release: str) -> Body:
    row = Release.objects.get(pk=release)
    value: Json = orjson.loads(bytes(row.body))
    lessons = {entry["id"]: lesson_from_json(entry) for entry in value.get("lessons", [])}
    return Body(sha256=row.pk, kind=row.kind, key=row.key, language=row.language, json=value, lessons=lessons)


def lesson_of(*, release: str, lesson: str) -> Lesson | None:
    """A lesson as it stands in the release with this hash, or None where either does not exist."""
    body = release_body(release)
    return body.lessons.get(lesson) if body else None


def pack_file(sha256: str) -> WireFile | None:
    """One file of a pack, or None."""
    try:
        return _pack_file(sha256)
    except PackFile.DoesNotExist:
        return None


@lru_cache(maxsize=256)
def _pack_file(sha256: str) -> WireFile:
    row = PackFile.objects.get(pk=sha256)
    return WireFile(
        sha256=row.pk,
        content_type=row.content_type,
        plain=bytes(row.plain),
        brotli=bytes(row.brotli) if row.brotli is not None else None,
        gzip=bytes(row.gzip) if row.gzip is not None else None,
    )


@lru_cache(maxsize=256)
def _decoded_file(sha256: str) -> Json:
    value: Json = orjson.loads(_pack_file(sha256).plain)
    return value


@dataclass(frozen=True, kw_only=True)
class OfferedLesson:
    """A lesson that is on offer: its pack file, decoded, and the release and module it stands in."""

    release: str
    manifest: Json
    file: Json


def offered_lesson(*, module: str, lesson: str, language: str) -> OfferedLesson | None:
    """The newest published form of a lesson in exactly this language, or None."""
    current = current_hashes(language=language, keys=[module]).get((Release.Kind.MODULE, module))
    return lesson_behind(current, lesson=lesson) if current else None


def lesson_behind(current: Current, *, lesson: str) -> OfferedLesson | None:
    """The lesson as it stands in this release of its module, or None."""
    manifest = _decoded_file(current.manifest)
    for entry in manifest["lessons"]:
        if entry["id"] == lesson:
            return OfferedLesson(release=current.release, manifest=manifest, file=_decoded_file(entry["file"]))
    return None


def lesson_file(*, module: str, lesson: str, language: str) -> Json | None:
    """The pack's file of a lesson on offer (courses/README.md, "Pack"), or None."""
    offered = offered_lesson(module=module, lesson=lesson, language=language)
    return offered.file if offered else None


def catalogue(*, language: str, centres: Collection[int | uuid.UUID] = ()) -> Json:
    """What is on offer in `language` to these centres together: the shape stands in courses/README.md.

    A module that exists in the other language only is offered in that one.
    """
    rows = list(
        CurrentRelease.objects.filter(Q(centre=None) | Q(centre__in=centres))
        .select_related("release")
        .defer("release__body")
        .order_by("kind", "key", "language")
    )
    outlines = _in_language([row for row in rows if row.kind == Release.Kind.OUTLINE], language=language)
    modules = _in_language([row for row in rows if row.kind == Release.Kind.MODULE], language=language)
    modules = _in_course_order(modules, outlines=outlines)
    assessed = set(CurrentAssessment.objects.values_list("module", flat=True))
    value: Json = {
        "language": language,
        "outline": next((_outline_entry(row) for row in outlines), None),
        "modules": [_module_entry(row) | ({"assessment": True} if row.key in assessed else {}) for row in modules],
    }
    digest = hashlib.sha256(orjson.dumps(value, option=orjson.OPT_SORT_KEYS)).hexdigest()
    return {"hash": digest, **value}


def _in_language(rows: list[CurrentRelease], *, language: str) -> list[CurrentRelease]:
    """One row a key: this language where it exists, else the other."""
    chosen: dict[str, CurrentRelease] = {}
    for row in rows:
        if row.key not in chosen or row.language == language:
            chosen[row.key] = row
    return list(chosen.values())


def _in_course_order(modules: list[CurrentRelease], *, outlines: list[CurrentRelease]) -> list[CurrentRelease]:
    """As the outline has them; what no outline names comes last."""
    names = [module["id"] for row in outlines for module in _decoded_file(row.release.manifest_id)["modules"]]
    return sorted(modules, key=lambda row: names.index(row.key) if row.key in names else len(names))


def _outline_entry(row: CurrentRelease) -> Json:
    release = row.release
    return {"release": release.pk, "file": release.manifest_id, "bytes": release.pack_bytes}


def _module_entry(row: CurrentRelease) -> Json:
    release = row.release
    manifest = _decoded_file(release.manifest_id)
    return {
        "id": row.key,
        "language": row.language,
        "title": manifest["title"],
        "lessons": len(manifest["lessons"]),
        "release": release.pk,
        "manifest": release.manifest_id,
        "bytes": release.pack_bytes,
    }


@dataclass(frozen=True, kw_only=True)
class Titled:
    """A module or a lesson on offer, by its title in the reader's language (else in the one it exists in)."""

    id: str
    title: str


def modules_offered(*, language: str) -> list[Titled]:
    """The modules on offer, in the order of the course."""
    return [Titled(id=entry["id"], title=entry["title"]) for entry in catalogue(language=language)["modules"]]


def lessons_of_module(*, module: str, language: str) -> list[Titled]:
    """The lessons of a module on offer, in their order; empty where it is not on offer."""
    entry = next((each for each in catalogue(language=language)["modules"] if each["id"] == module), None)
    manifest = _decoded_file(entry["manifest"]) if entry else {"lessons": []}
    return [Titled(id=lesson["id"], title=lesson["title"]) for lesson in manifest["lessons"]]


def lessons_offered() -> set[tuple[str, str]]:
    """Every lesson on offer in any language, as (module, lesson)."""
    rows = CurrentRelease.objects.filter(kind=Release.Kind.MODULE).values_list("key", "release__manifest")
    return {(module, lesson["id"]) for module, manifest in rows for lesson in _decoded_file(manifest)["lessons"]}


def lesson_title(*, module: str, lesson: str, language: str) -> str:
    """The title of a lesson on offer; its key where it is offered no more."""
    found = (each.title for each in lessons_of_module(module=module, language=language) if each.id == lesson)
    return next(found, f"{module}/{lesson}")


def lesson_sets(*, module: str) -> list[frozenset[str]]:
    """The lessons of each release of a module: whoever mastered all of one of them mastered the module."""
    manifests = Release.objects.filter(kind=Release.Kind.MODULE, key=module).values_list("manifest", flat=True)
    whole = {frozenset(lesson["id"] for lesson in _decoded_file(manifest)["lessons"]) for manifest in manifests}
    return sorted(whole - {frozenset()}, key=len)


@dataclass(frozen=True, kw_only=True)
class Assessment:
    """A release of a module's assessment, decoded once per process: its pool in each language, with the keys."""

    release: str
    module: str
    pools: Mapping[str, Pool]

    def versions_of(self, item: str) -> list[Exercise]:
        """One exercise in each of its languages; none where it is not in the pool."""
        return [one.exercise for pool in self.pools.values() for one in pool.items if one.exercise.id == item]

    def pool_in(self, language: str) -> tuple[str, Pool]:
        """The pool in this language, else in the one there is; with its language."""
        known = language if language in self.pools else min(self.pools)
        return known, self.pools[known]


def current_assessment(module: str) -> Assessment | None:
    """From which learners are asked now, or None."""
    row = CurrentAssessment.objects.filter(module=module).values_list("release_id", flat=True).first()
    return assessment(row) if row else None


def assessment_releases(module: str) -> list[str]:
    """All there ever were of this module, the newest first."""
    rows = AssessmentRelease.objects.filter(module=module).order_by("-created_at", "sha256")
    return list(rows.values_list("sha256", flat=True))


@lru_cache(maxsize=32)
def assessment(release: str) -> Assessment:
    """The release with this hash. Raises AssessmentRelease.DoesNotExist."""
    row = AssessmentRelease.objects.get(pk=release)
    value: Json = orjson.loads(bytes(row.body))
    pools = {language: pool_from_json(pool) for language, pool in value["languages"].items()}
    return Assessment(release=row.pk, module=row.module, pools=pools)


def said_of_module(module: str) -> dict[str, Json]:
    """What somebody can who mastered it, as it stands now: by language its title and its lessons' "I can" sentences.

    Of a module that is not on offer any more, the last that was.
    """
    rows = Release.objects.filter(kind=Release.Kind.MODULE, key=module).order_by("created_at")
    newest = {language: sha256 for sha256, language in rows.values_list("sha256", "language")}
    offered = CurrentRelease.objects.filter(kind=Release.Kind.MODULE, key=module)
    newest |= dict(offered.values_list("language", "release_id"))
    bodies = {language: _release_body(sha256) for language, sha256 in newest.items()}
    return {
        language: {"title": body.json["title"], "can": [lesson.can for lesson in body.lessons.values()]}
        for language, body in bodies.items()
    }
