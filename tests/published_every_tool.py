"""The lesson of every tool on offer, straight through the catalogue, beside whatever course is there."""

from datetime import datetime

from courses.catalog import actions
from courses.engine.format import lesson_json
from tests.every_tool import TITLES, every_tool


def publish_module(*, now: datetime) -> None:
    """The module `tz` alone."""
    for language, title in TITLES.items():
        body = {"format": 1, "kind": "module", "course": "village-ecommerce", "id": "tz", "language": language}
        rest = {"title": title, "about": title, "level": "start", "lessons": [lesson_json(every_tool(language))]}
        actions.publish(actions.build_module({**body, **rest}), now=now)
