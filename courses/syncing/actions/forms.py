"""Answers from pages without script: the same intake, with the server as the device.

The form's id, minted when the page was made, is the replay guard: sent again with the same answer it is known; with
another answer it is a new try under a new id.
"""

from dataclasses import dataclass
from datetime import datetime
from itertools import count
from uuid import UUID

import msgspec
import uuid_utils
from django.db import transaction

from courses.engine.format import Lesson
from courses.learning.models import Event
from courses.syncing import wire
from courses.syncing.actions.intake import take_from
from courses.syncing.actions.standing import Standing, stand


@dataclass(frozen=True, kw_only=True)
class FormAnswer:
    """What became of a posted answer: the sitting it stands in, and whether it was there before."""

    sitting: UUID
    is_known: bool


def take_form_answer(
    *,
    device: UUID,
    token: str,
    learner: UUID,
    read: str,
    event: UUID | None,
    module: str,
    release: str,
    lesson: Lesson,
    item: str,
    response: object,
    language: str,
    now: datetime,
) -> FormAnswer:
    """Keep one answer; open the sitting where none is open, and finish it with its last exercise. Raises WrongToken."""
    with transaction.atomic():
        standing = stand(
            device=device, token=token, learners=[learner], reads={learner: read}, language=language, now=now
        )
        past = list(Event.objects.filter(learner=learner, module=module).order_by("record_seq"))
        twin = next((each for each in past if each.pk == event), None)
        if twin and twin.item == f"{lesson.id}/{item}" and twin.body.get("response") == response:
            return FormAnswer(sitting=UUID(twin.body["sitting"]), is_known=True)
        taken = event is not None and (twin is not None or Event.objects.filter(pk=event).exists())
        writer = _Writer(standing=standing, learner=learner, module=module, release=release, now=now)
        sitting = _open_sitting(past, lesson=lesson.id)
        events = [] if sitting else [writer.event("lesson_opened", item=lesson.id, body={"language": language})]
        sitting = sitting or events[0].id
        tried = [each.item for each in past if each.kind == "answered" and each.body["sitting"] == str(sitting)]
        place = f"{lesson.id}/{item}"
        body = {"sitting": str(sitting), "try": tried.count(place) + 1, "response": response, "credit": 0}
        events.append(writer.event("answered", item=place, body=body, id=None if taken else event))
        if {f"{lesson.id}/{each.id}" for each in lesson.exercises if not each.fact} <= {*tried, place}:
            events.append(writer.event("lesson_finished", item=lesson.id, body={"sitting": str(sitting)}))
        take_from(writer.request(events), [], standing=standing, now=now)
        return FormAnswer(sitting=sitting, is_known=False)


def _open_sitting(past: list[Event], *, lesson: str) -> UUID | None:
    """Her newest sitting of the lesson that is not finished yet."""
    opened = [each.pk for each in past if each.kind == "lesson_opened" and each.item == lesson]
    finished = {each.body["sitting"] for each in past if each.kind == "lesson_finished"}
    return opened[-1] if opened and str(opened[-1]) not in finished else None


class _Writer:
    """Writes events as a phone would, with the device's counter and our own clock."""

    def __init__(self, *, standing: Standing, learner: UUID, module: str, release: str, now: datetime) -> None:
        self._standing = standing
        self._learner = learner
        self._module = module
        self._release = release
        self._now = now
        self._seq = count(standing.next_seq)

    def event(self, kind: str, *, item: str, body: dict[str, object], id: UUID | None = None) -> wire.Event:
        return wire.Event(
            id=id or UUID(bytes=uuid_utils.uuid7().bytes),
            v=1,
            device=self._standing.device,
            seq=next(self._seq),
            learner=self._learner,
            kind=kind,
            at=self._now,
            module=self._module,
            release=self._release,
            item=item,
            body=msgspec.Raw(msgspec.json.encode(body)),
        )

    def request(self, events: list[wire.Event]) -> wire.Request:
        standing = self._standing
        digest = wire.Digest(standing.n, f"{standing.x:032x}")
        return wire.Request(device=standing.device, now=self._now, digest=digest, app="form", events=events)
