"""The lesson of every type, and one with every practice, on offer straight through the catalogue."""

from datetime import datetime

from courses.catalog import actions
from courses.engine.format import Card, Lesson, Tool, lesson_json
from courses.engine.format.items import TOOL_NAMES
from tests.every_type import TITLES, every_type


def publish_every_type(*, now: datetime) -> None:
    """A course of one module with this one lesson, in both languages."""
    for language, title in TITLES.items():
        module = {"id": "px", "title": title, "core": True, "lessons": []}
        outline = {"format": 1, "kind": "outline", "id": "village-ecommerce", "language": language}
        rest = {"title": title, "modules": [module], "glossary": [], "facts": []}
        actions.publish(actions.build_outline({**outline, **rest}), now=now)
    publish_module(now=now)


def publish_module(*, now: datetime) -> None:
    """The module `px` alone, beside whatever course is on offer."""
    for language, title in TITLES.items():
        body = {
            "format": 1,
            "kind": "module",
            "course": "village-ecommerce",
            "id": "px",
            "language": language,
            "title": title,
            "about": title,
            "level": "start",
            "lessons": [lesson_json(every_type(language))],
        }
        actions.publish(actions.build_module(body), now=now)


def publish_every_practice(*, now: datetime) -> None:
    """The module `ty`: one lesson with a card for each practice there is; a practice's id is its name."""
    for language, title in TITLES.items():
        cards = tuple(Card(heading=name, tool=Tool(id=name, name=name, goal=title)) for name in sorted(TOOL_NAMES))
        lesson = Lesson(id="ty1", title=title, minutes=8, can=title, cards=cards)
        body = {"format": 1, "kind": "module", "course": "village-ecommerce", "id": "ty", "language": language}
        rest = {"title": title, "about": title, "level": "start", "lessons": [lesson_json(lesson)]}
        actions.publish(actions.build_module({**body, **rest}), now=now)
