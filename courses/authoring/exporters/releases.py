"""The bodies of releases (courses/README.md, "Release body"), from live pages."""

import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from courses.authoring.exporters.cards import one_line
from courses.authoring.exporters.pages import ExportedLesson, FoundFile
from courses.engine.format import Card, Lesson, Picture, lesson_json
from courses.engine.format.course import in_one_language

if TYPE_CHECKING:
    from courses.authoring.models import CoursePage
    from courses.authoring.queries import LiveModule

Json = dict[str, Any]


def module_body(live: "LiveModule", *, language: str) -> Json:
    """One module in one language. Pictures and sounds are named by their hash."""
    return {
        "format": 1,
        "kind": "module",
        "course": live.course,
        "id": live.page.module_id,
        "language": language,
        "title": one_line(live.page.title),
        "about": one_line(live.page.about),
        "level": live.page.level,
        "lessons": [lesson_json(released(one)) for one in live.lessons],
    }


def released(one: ExportedLesson) -> Lesson:
    """The lesson with hashes for paths and with the pictures' sizes."""
    cards = tuple(_released_card(card, one=one) for card in one.lesson.cards)
    return dataclasses.replace(one.lesson, cards=cards)


def _released_card(card: Card, *, one: ExportedLesson) -> Card:
    picture = _released_picture(card.picture, file=one.files[card.picture.file]) if card.picture else None
    sound = one.files[card.sound].sha256 if card.sound else None
    return dataclasses.replace(card, picture=picture, sound=sound)


def _released_picture(picture: Picture, *, file: FoundFile) -> Picture:
    return Picture(alt=picture.alt, file=file.sha256, width=file.width, height=file.height)


def outline_body(page: "CoursePage", *, language: str, outline: Json, facts: Sequence[Json]) -> Json:
    """The course in one language, from its outline (`exporters.outlines`) and its facts in all languages."""
    spoken: Any = in_one_language(outline, language=language)
    return {
        "format": 1,
        "kind": "outline",
        "id": page.course_id,
        "language": language,
        "title": one_line(page.title),
        "modules": spoken["modules"],
        "survey": spoken["survey"],
        "glossary": _for_phones(spoken["glossary"]),
        "say": {note["written"]: note["said"] for note in spoken["say"] if note["language"] == language},
        "facts": _for_phones(in_one_language(list(facts), language=language)),
    }


def _for_phones(entries: Any) -> list[Json]:
    """Without `country`, which is for whoever writes the course anew elsewhere: to learners the sentences say it."""
    return [{key: value for key, value in entry.items() if key != "country"} for entry in entries]
