"""Puts modules and outlines into the catalog: immutable releases, their packs, and which of them phones are offered."""

import gzip
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import brotli
import orjson
from django.db import transaction

from courses.catalog.models import AssessmentRelease, CurrentAssessment, CurrentRelease, PackFile, Release
from courses.catalog.rendering import PictureFile, lesson_file, render_lesson
from courses.catalog.sanitising import only_lesson_html
from courses.engine.format import lesson_from_json

JSON_TYPE = "application/json"
_PACKED = ("application/json", "image/svg+xml")
_FORMAT = 1
Json = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class NewFile:
    """A file for the wire; its name is the SHA-256 of its bytes."""

    content: bytes
    content_type: str

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def canonical(value: object) -> bytes:
    """Canonical JSON: UTF-8, sorted keys, no spaces. A release is named by the SHA-256 of these bytes."""
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)


@transaction.atomic
def keep_files(files: Sequence[NewFile], *, now: datetime) -> None:
    """Store what is not there yet, with its compressed forms made once and for all. Safe to repeat."""
    wanted = {file.sha256: file for file in files}
    there = set(PackFile.objects.filter(pk__in=wanted).values_list("pk", flat=True))
    rows = [_row(sha256, file, now=now) for sha256, file in sorted(wanted.items()) if sha256 not in there]
    PackFile.objects.bulk_create(rows, ignore_conflicts=True)


def _row(sha256: str, file: NewFile, *, now: datetime) -> PackFile:
    packed = file.content_type in _PACKED
    return PackFile(
        sha256=sha256,
        content_type=file.content_type,
        plain=file.content,
        brotli=brotli.compress(file.content, quality=11) if packed else None,
        gzip=gzip.compress(file.content, compresslevel=9, mtime=0) if packed else None,
        created_at=now,
    )


@dataclass(frozen=True, kw_only=True)
class Built:
    """A release that is ready to be published: its body, its manifest, and the files it brings.

    Bytes are as sent with brotli; `lesson_bytes` of each lesson's text file.
    """

    kind: str
    key: str
    language: str
    body: bytes
    manifest: NewFile
    files: Sequence[NewFile]
    lesson_bytes: Mapping[str, int]
    pack_bytes: int

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.body).hexdigest()


def build_module(body: Json) -> Built:
    """From a release body of a module (courses/README.md); its pictures and sounds stand in the catalog already."""
    plain = canonical(body)
    pictures = _pictures_of(body)
    stored = PackFile.objects.in_bulk(sorted(pictures))
    lessons = [_lesson_entry(value, body=body) for value in body["lessons"]]
    files = [file for _, file in lessons]
    listed = [
        {"file": sha, "bytes": _wire_bytes(stored[sha]), "type": stored[sha].content_type} for sha in sorted(pictures)
    ]
    manifest = _as_file(
        {
            "format": _FORMAT,
            "release": hashlib.sha256(plain).hexdigest(),
            "module": body["id"],
            "language": body["language"],
            "title": body["title"],
            "about": body["about"],
            "lessons": [entry for entry, _ in lessons],
            "pictures": listed,
        }
    )
    weight = sum(_wire_bytes(stored[sha]) for sha in pictures) + sum(_packed_bytes(f) for f in [manifest, *files])
    return Built(
        kind=Release.Kind.MODULE,
        key=body["id"],
        language=body["language"],
        body=plain,
        manifest=manifest,
        files=files,
        lesson_bytes={entry["id"]: entry["bytes"] for entry, _ in lessons},
        pack_bytes=weight,
    )


def build_outline(body: Json) -> Built:
    """From a release body of an outline. Its pack is one file: the body itself."""
    file = _as_file(body)
    return Built(
        kind=Release.Kind.OUTLINE,
        key=body["id"],
        language=body["language"],
        body=file.content,
        manifest=file,
        files=[],
        lesson_bytes={},
        pack_bytes=_packed_bytes(file),
    )


def _pictures_of(body: Json) -> set[str]:
    """The hashes of all pictures and sounds of a module."""
    cards = [card for lesson in body["lessons"] for card in lesson["cards"]]
    return {card["picture"]["file"] for card in cards if card["picture"]} | {c["sound"] for c in cards if c["sound"]}


def _lesson_entry(value: Json, *, body: Json) -> tuple[Json, NewFile]:
    lesson = lesson_from_json(value)
    pictures = {
        card.picture.file: PictureFile(
            address=f"/packs/{card.picture.file}", width=card.picture.width, height=card.picture.height
        )
        for card in lesson.cards
        if card.picture
    }
    module, language = body["id"], body["language"]
    html = only_lesson_html(render_lesson(lesson=lesson, module=module, language=language, pictures=pictures))
    file = _as_file(lesson_file(lesson=lesson, module=module, language=language, html=html))
    entry = {
        "id": lesson.id,
        "title": lesson.title,
        "minutes": lesson.minutes,
        "exercises": len(lesson.exercises),
        "file": file.sha256,
        "bytes": _packed_bytes(file),
    }
    return entry, file


def _as_file(value: object) -> NewFile:
    return NewFile(content=canonical(value), content_type=JSON_TYPE)


def _packed_bytes(file: NewFile) -> int:
    return len(brotli.compress(file.content, quality=11))


def _wire_bytes(row: PackFile) -> int:
    return len(row.brotli if row.brotli is not None else row.plain)


@transaction.atomic
def publish(built: Built, *, now: datetime) -> bool:
    """Offer this release from now on. True where it is another than before; a known hash makes no new row."""
    keep_files([built.manifest, *built.files], now=now)
    Release.objects.get_or_create(
        sha256=built.sha256,
        defaults={
            "kind": built.kind,
            "key": built.key,
            "language": built.language,
            "format": _FORMAT,
            "body": built.body,
            "manifest_id": built.manifest.sha256,
            "pack_bytes": built.pack_bytes,
            "created_at": now,
        },
    )
    current = CurrentRelease.objects.filter(kind=built.kind, key=built.key, language=built.language)
    if current.filter(release_id=built.sha256).exists():
        return False
    CurrentRelease.objects.update_or_create(
        kind=built.kind,
        key=built.key,
        language=built.language,
        defaults={"release_id": built.sha256, "since_at": now},
    )
    return True


def withdraw(*, kind: str, key: str, except_languages: Mapping[str, object] | Sequence[str] = ()) -> int:
    """Offer a module or outline no longer, but in these languages. Phones keep what they have. How many went."""
    gone = CurrentRelease.objects.filter(kind=kind, key=key).exclude(language__in=list(except_languages))
    return gone.delete()[0]


@transaction.atomic
def publish_assessment(body: Json, *, now: datetime) -> bool:
    """Ask learners from this release (courses/README.md) from now on. True where it is another than before.

    Only rows of its own: no pack, no file, nothing that an address serves.
    """
    plain = canonical(body)
    sha256, module = hashlib.sha256(plain).hexdigest(), body["id"]
    if CurrentAssessment.objects.filter(module=module, release_id=sha256).exists():
        return False
    AssessmentRelease.objects.get_or_create(
        sha256=sha256, defaults={"module": module, "body": plain, "created_at": now}
    )
    CurrentAssessment.objects.update_or_create(module=module, defaults={"release_id": sha256, "since_at": now})
    return True


def withdraw_assessment(module: str) -> None:
    """Ask nobody any more. What was drawn can still be handed in."""
    CurrentAssessment.objects.filter(module=module).delete()
