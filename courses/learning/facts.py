"""From stored events to what the engine folds: answers are graded by the release the learner saw."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from courses.catalog import queries as catalog
from courses.engine import grading, progress
from courses.engine.format import Exercise, Lesson
from courses.learning.models import Answer, Event

Place = tuple[str, str]
"""Module and lesson."""


def is_known(release: str) -> bool:
    """Whether the server ever had this release of a module."""
    return catalog.release_body(release) is not None


def lesson_of(*, release: str, module: str, lesson: str) -> Lesson | None:
    """The lesson as that release has it; None where the release is unknown, of another module, or without it."""
    body = catalog.release_body(release)
    return body.lessons.get(lesson) if body and body.key == module else None


def graded(event: Event) -> Answer | None:
    """The graded answer (not saved) of an `answered` event; None where its release has no such exercise."""
    lesson_id, _, item = event.item.partition("/")
    lesson = lesson_of(release=event.release, module=event.module, lesson=lesson_id)
    exercise = next((each for each in lesson.exercises if each.id == item), None) if lesson else None
    if exercise is None:
        return None
    return Answer(
        event_id=event.id,
        learner=event.learner,
        module=event.module,
        lesson=lesson_id,
        item=item,
        edition=exercise.edition,
        release=event.release,
        sitting=UUID(event.body["sitting"]),
        attempt=event.body["try"],
        credit=_credit(exercise, event.body["response"]),
        at=event.corrected_at,
    )


def checked(event: Event) -> progress.Checked | None:
    """A `checked` event graded again from its responses; None where its release has no such lesson.

    What she left out is not right; exercises with a dated fact are not asked.
    """
    lesson = lesson_of(release=event.release, module=event.module, lesson=event.item)
    if lesson is None:
        return None
    asked = [exercise for exercise in lesson.exercises if not exercise.fact]
    given = event.body["responses"]
    right = sum(exercise.id in given and _credit(exercise, given[exercise.id]) == 1 for exercise in asked)
    return progress.Checked(at=event.corrected_at, right=right, of=len(asked))


def _credit(exercise: Exercise, response: Any) -> float:
    try:
        return grading.grade(exercise=exercise, response=response).credit
    except grading.UnusableResponse:
        return 0.0


def answer_fact(answer: Answer) -> progress.Answered:
    return progress.Answered(
        at=answer.at,
        release=answer.release,
        key=f"{answer.item}@{answer.edition}",
        attempt=answer.attempt,
        is_full=answer.credit == 1,
    )


def summed(events: Iterable[Event], answers: Mapping[UUID, Answer]) -> dict[Place, progress.Progress]:
    """What these events of one learner add up to, lesson by lesson; `answers` are their graded answers by event id."""
    facts: dict[Place, list[progress.Fact]] = defaultdict(list)
    for event in events:
        if fact := _fact(event, answers):
            facts[event.module, event.item.partition("/")[0]].append(fact)
    return {place: progress.fold(those) for place, those in facts.items()}


def _fact(event: Event, answers: Mapping[UUID, Answer]) -> progress.Fact | None:
    if event.kind == "lesson_opened":
        return progress.Opened(at=event.corrected_at)
    if event.kind == "lesson_finished":
        return progress.Finished(at=event.corrected_at)
    if event.kind == "checked":
        return checked(event)
    answer = answers.get(event.id)
    return answer_fact(answer) if answer else None


def joined(a: progress.Progress, b: progress.Progress, *, place: Place) -> progress.Progress:
    """Both together, with the mastery that follows from the releases she answered in."""
    both = progress.join(a, b)
    module, lesson_id = place
    lessons = {
        release: lesson
        for release in both.releases
        if (lesson := lesson_of(release=release, module=module, lesson=lesson_id))
    }
    counted = {release: progress.counted_keys(lesson) for release, lesson in lessons.items()}
    return progress.settled(both, counted=counted)
