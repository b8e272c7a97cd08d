"""Builders of learning: a small module on offer, what a learner did in it, and when her phone was heard from.

Events are appended by the same action as intake's, with their corrected times as given; nothing is folded or counted.
"""

import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec

from courses.catalog import actions as catalog
from courses.engine.format import lesson_json
from courses.engine.format.lessons import parse_lesson
from courses.learning import actions as learning
from courses.learning.actions import NewEvent
from courses.people.models import Learner
from courses.syncing.models import Admission, Device

ON_OFFER_SINCE = datetime(2026, 3, 1, 1, 0, tzinfo=UTC)
_LESSON = """---
id: {lesson}
title: Lesson {lesson}
minutes: 5
needs: []
helps: []
digcomp: []
can: I can do it.
---
# It begins

A sentence to read.
"""
_EXERCISE = """
# Question {item}

```exercise
id: {item}
type: true-false
prompt: Is it so?
options:
  - id: "true"
    why: It is.
  - id: "false"
    why: It is not.
answer: true
why: Because it is.
```
"""


def a_module(
    *,
    module: str = "ra",
    lessons: Sequence[str] = ("ra1", "ra2"),
    exercises: int = 2,
    language: str = "en",
    published: bool = True,
) -> str:
    """A module (on offer, if `published`) whose exercises are all right with `true`. Returns its release."""
    built = catalog.build_module(module_body(module=module, lessons=lessons, exercises=exercises, language=language))
    if published:
        catalog.publish(built, now=ON_OFFER_SINCE)
    return built.sha256


def an_outline(*, modules: Sequence[str]) -> None:
    """The course on offer: these modules in this order."""
    named = [{"id": module, "title": f"Module {module}", "core": True, "lessons": []} for module in modules]
    body = {"format": 1, "kind": "outline", "id": "village-ecommerce", "language": "en", "title": "A course"}
    rest = {"modules": named, "survey": [], "glossary": [], "facts": []}
    catalog.publish(catalog.build_outline(body | rest), now=ON_OFFER_SINCE)


def module_body(
    *, module: str = "ra", lessons: Sequence[str] = ("ra1", "ra2"), exercises: int = 2, language: str = "en"
) -> dict[str, Any]:
    """The same before it is built: a test may change it."""
    return {
        "format": 1,
        "kind": "module",
        "course": "village-ecommerce",
        "id": module,
        "language": language,
        "title": f"Module {module}",
        "about": "What it is about.",
        "level": "core",
        "lessons": [_lesson(lesson, exercises=exercises) for lesson in lessons],
    }


def _lesson(lesson: str, *, exercises: int) -> Any:
    items = "".join(_EXERCISE.format(item=f"q{n + 1}") for n in range(exercises))
    return lesson_json(parse_lesson(_LESSON.format(lesson=lesson) + items, path=f"{lesson}.md"))


@dataclass(kw_only=True)
class Record:
    """Writes what one learner does in one module, on one device."""

    learner: Learner
    release: str
    module: str = "ra"
    device: uuid.UUID = field(default_factory=uuid.uuid4)
    seq: int = 0

    def opened(self, *, at: datetime, lesson: str = "ra1", received_at: datetime | None = None) -> uuid.UUID:
        """Begins a sitting; returns its id."""
        return self.add("lesson_opened", item=lesson, body={"language": "en"}, at=at, received_at=received_at)

    def answered(
        self, *, at: datetime, sitting: uuid.UUID, item: str = "ra1/q1", right: bool = True, attempt: int = 1
    ) -> uuid.UUID:
        body = {"sitting": str(sitting), "try": attempt, "response": right, "credit": float(right)}
        return self.add("answered", item=item, body=body, at=at)

    def finished(self, *, at: datetime, sitting: uuid.UUID, lesson: str = "ra1") -> uuid.UUID:
        return self.add("lesson_finished", item=lesson, body={"sitting": str(sitting)}, at=at)

    def whole_lesson(self, *, at: datetime, lesson: str = "ra1", exercises: int = 2) -> None:
        """Opened, everything right at once, finished, a minute each."""
        sitting = self.opened(at=at, lesson=lesson)
        for n in range(exercises):
            self.answered(at=at + timedelta(minutes=n + 1), sitting=sitting, item=f"{lesson}/q{n + 1}")
        self.finished(at=at + timedelta(minutes=exercises + 1), sitting=sitting, lesson=lesson)

    def add(
        self, kind: str, *, item: str, body: dict[str, Any], at: datetime, received_at: datetime | None = None
    ) -> uuid.UUID:
        self.seq += 1
        event = NewEvent(
            id=uuid.uuid4(),
            v=1,
            device=self.device,
            seq=self.seq,
            learner=self.learner.pk,
            kind=kind,
            at=at,
            corrected_at=at,
            sureness=2,
            session=None,
            mono=None,
            module=self.module,
            release=self.release,
            item=item,
            body=msgspec.Raw(json.dumps(body).encode()),
            fingerprint=self.seq,
        )
        learning.record_events([event], now=received_at or at)
        return event.id


def heard(learner: Learner, *, at: datetime, waiting: int | None = 0, device: uuid.UUID | None = None) -> Device:
    """A device that holds the learner and was last heard from at `at`, with that much left to send."""
    row, _ = Device.objects.update_or_create(
        pk=device or uuid.uuid4(),
        defaults={"last_heard_at": at, "waiting": waiting},
        create_defaults={
            "last_heard_at": at,
            "waiting": waiting,
            "created_at": at,
            "token_hash": "",
            "x": uuid.UUID(int=0),
        },
    )
    Admission.objects.get_or_create(device=row, learner=learner, defaults={"via": "first", "at": at})
    return row
