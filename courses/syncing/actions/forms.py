"""Answers from pages without script: the same intake, with the server as the device.

The form's id, minted when the page was made, is the replay guard: sent again with the same answer it is known; with
another answer it is a new try under a new id.

A sitting is finished with the answer that leaves no exercise untried. Without script that may well be her first answer
to the last of them, so later tries go into the same sitting until she says "once more".
"""

from collections.abc import Sequence
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
class Posted:
    """An answer as a form sends it. `event` is the id that was minted with the form (None: it carried none).

    `is_anew`: she asked to learn the lesson once more; where her last sitting is finished, the answer begins another.
    """

    event: UUID | None
    module: str
    release: str
    lesson: Lesson
    item: str
    response: object
    language: str
    is_anew: bool = False

    @property
    def place(self) -> str:
        return f"{self.lesson.id}/{self.item}"


@dataclass(frozen=True, kw_only=True)
class FormAnswer:
    """What became of a posted answer: the sitting it stands in, and whether it was there before."""

    sitting: UUID
    is_known: bool


def take_form_answer(
    posted: Posted, *, device: UUID, token: str, learner: UUID, read: str, now: datetime
) -> FormAnswer:
    """Keep one answer; open the sitting where none is open, and finish it with its last exercise. Raises WrongToken."""
    reads = {learner: read}
    with transaction.atomic():
        standing = stand(device=device, token=token, learners=[learner], reads=reads, language=posted.language, now=now)
        learner = standing.whose(learner)
        past = list(Event.objects.filter(learner=learner, module=posted.module).order_by("record_seq"))
        twin = next((each for each in past if each.pk == posted.event), None)
        if twin and twin.item == posted.place and twin.body.get("response") == posted.response:
            return FormAnswer(sitting=UUID(twin.body["sitting"]), is_known=True)
        writer = _Writer(standing=standing, learner=learner, module=posted.module, release=posted.release, now=now)
        sitting = _write(posted, writer, past=past)
        take_from(writer.request(), [], standing=standing, now=now)
        return FormAnswer(sitting=sitting, is_known=False)


def _write(posted: Posted, writer: "_Writer", *, past: Sequence[Event]) -> UUID:
    """The events that a phone would have written; the sitting they stand in."""
    lesson, place = posted.lesson, posted.place
    sat = _newest_sitting(past, lesson=lesson.id)
    if sat is None or (sat.is_finished and posted.is_anew):
        writer.add("lesson_opened", item=lesson.id, body={"language": posted.language})
        sat = _Sat(id=writer.events[0].id)
    attempt = sat.tried.count(place) + 1
    body = {"sitting": str(sat.id), "try": attempt, "response": posted.response, "credit": 0}
    is_taken = posted.event is not None and Event.objects.filter(pk=posted.event).exists()
    writer.add("answered", item=place, body=body, id=None if is_taken else posted.event)
    if not sat.is_finished and _places(lesson) <= {*sat.tried, place}:
        writer.add("lesson_finished", item=lesson.id, body={"sitting": str(sat.id)})
    return sat.id


def _places(lesson: Lesson) -> set[str]:
    """The exercises that count for finished."""
    return {f"{lesson.id}/{each.id}" for each in lesson.exercises if not each.fact}


@dataclass(frozen=True, kw_only=True)
class _Sat:
    """A sitting so far: the place of every answer in it, each as often as it was tried."""

    id: UUID
    tried: Sequence[str] = ()
    is_finished: bool = False


def _newest_sitting(past: Sequence[Event], *, lesson: str) -> _Sat | None:
    opened = [each.pk for each in past if each.kind == "lesson_opened" and each.item == lesson]
    if not opened:
        return None
    since = [each for each in past if each.body.get("sitting") == str(opened[-1])]
    return _Sat(
        id=opened[-1],
        tried=[each.item for each in since if each.kind == "answered"],
        is_finished=any(each.kind == "lesson_finished" for each in since),
    )


class _Writer:
    """Writes events as a phone would, with the device's counter and our own clock."""

    def __init__(self, *, standing: Standing, learner: UUID, module: str, release: str, now: datetime) -> None:
        self._standing = standing
        self._learner = learner
        self._module = module
        self._release = release
        self._now = now
        self._seq = count(standing.next_seq)
        self.events: list[wire.Event] = []

    def add(self, kind: str, *, item: str, body: dict[str, object], id: UUID | None = None) -> None:
        event = wire.Event(
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
        self.events.append(event)

    def request(self) -> wire.Request:
        standing = self._standing
        digest = wire.Digest(standing.n, f"{standing.x:032x}")
        return wire.Request(device=standing.device, now=self._now, digest=digest, app="form", events=self.events)
