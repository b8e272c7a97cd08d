"""The bodies of releases (courses/README.md, "Release body"), from live pages."""

import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from courses.authoring.exporters.pages import ExportedLesson, FoundFile, one_line
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


def outline_body(page: "CoursePage", *, language: str, modules: Sequence["LiveModule"]) -> Json:
    """The course in one language. What trainers added beside the files stands after what the files planned."""
    outline: Any = in_one_language(page.outline, language=language)
    planned = [_with_added_lessons(module, modules=modules) for module in outline.get("modules", [])]
    known = {module["id"] for module in planned}
    added = [_added_module(live) for live in modules if live.page.module_id not in known]
    return {
        "format": 1,
        "kind": "outline",
        "id": page.course_id,
        "language": language,
        "title": one_line(page.title),
        "modules": [*planned, *added],
        "glossary": outline.get("glossary", []),
        "facts": in_one_language(page.facts, language=language),
    }


def _with_added_lessons(module: Json, *, modules: Sequence["LiveModule"]) -> Json:
    live = next((live for live in modules if live.page.module_id == module["id"]), None)
    known = {lesson["id"] for lesson in module["lessons"]}
    added = [_lesson(one.lesson, live=live) for one in live.lessons if one.lesson.id not in known] if live else []
    return {**module, "lessons": [*module["lessons"], *added]}


def _added_module(live: "LiveModule") -> Json:
    lessons = [_lesson(one.lesson, live=live) for one in live.lessons]
    return {"id": live.page.module_id, "title": one_line(live.page.title), "core": False, "lessons": lessons}


def _lesson(lesson: Lesson, *, live: "LiveModule") -> Json:
    return {
        "id": lesson.id,
        "title": lesson.title,
        "minutes": lesson.minutes,
        "level": live.page.level,
        "needs": list(lesson.needs),
        "helps": list(lesson.helps),
    }
