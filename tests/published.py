"""The real module RA on offer, straight through the catalogue: for tests that need lessons but no editors."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import yaml

from courses.catalog import actions
from courses.catalog.actions import NewFile
from courses.engine.format import Card, Lesson, lesson_json
from courses.engine.format.lessons import parse_lesson
from tests.rows_once import written_once
from tests.small_library import small_library

COURSE = small_library() / "village-ecommerce"


def publish_ra(*, now: datetime, languages: tuple[str, ...] = ("en", "zh-hans")) -> None:
    """The outline and the module in these languages, as `content/` has them."""
    name = f"ra-{'-'.join(languages)}-{now:%Y%m%d%H%M}"
    written_once(name, write=lambda: _publish(now=now, languages=languages))


def _publish(*, now: datetime, languages: tuple[str, ...]) -> None:
    outline = yaml.safe_load((COURSE / "course.yaml").read_text())
    module = yaml.safe_load((COURSE / "ra" / "module.yaml").read_text())
    for language in languages:
        actions.publish(actions.build_outline(_outline(outline, language)), now=now)
        lessons = [_lesson(lesson, language, now=now) for lesson in module["lessons"]]
        body = {
            "format": 1,
            "kind": "module",
            "course": "village-ecommerce",
            "id": "ra",
            "language": language,
            "title": module["title"][language],
            "about": module["about"][language],
            "level": module["level"],
            "lessons": [lesson_json(lesson) for lesson in lessons],
        }
        actions.publish(actions.build_module(body), now=now)


def lesson_from_content(lesson: str, language: str) -> Lesson:
    path = COURSE / "ra" / lesson / f"{language}.md"
    return parse_lesson(path.read_text(), path=str(path))


def _lesson(name: str, language: str, *, now: datetime) -> Lesson:
    lesson = lesson_from_content(name, language)
    return replace(lesson, cards=tuple(_released(card, name, now=now) for card in lesson.cards))


def _released(card: Card, lesson: str, *, now: datetime) -> Card:
    if not card.picture:
        return card
    content = (COURSE / "ra" / lesson / card.picture.file).read_bytes()
    file = NewFile(content=content, content_type="image/svg+xml")
    actions.keep_files([file], now=now)
    return replace(card, picture=replace(card.picture, file=file.sha256, width=360, height=300))


def _outline(outline: dict[str, Any], language: str) -> dict[str, Any]:
    return {
        "format": 1,
        "kind": "outline",
        "id": outline["id"],
        "language": language,
        "title": outline["title"][language],
        "modules": [
            {"id": each["id"], "title": each["title"][language], "core": each.get("core", False), "lessons": []}
            for each in outline["modules"]
        ],
        "glossary": [
            {"id": word["id"], "term": word["term"][language], "meaning": word["meaning"][language]}
            for word in outline["glossary"]
        ],
        "facts": [],
        "say": {note["written"]: note["said"] for note in outline["say"] if note["language"] == language},
    }
