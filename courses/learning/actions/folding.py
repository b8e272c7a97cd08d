"""Folding the record into progress: each answer graded into one row, each lesson joined with what stood before.

Idempotent: what was folded once is not folded again, and a fold from the beginning gives the same.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from courses.engine.progress import Progress, progress_json
from courses.learning import facts, queries
from courses.learning.actions.handing_in import grade_again, take_handed_in
from courses.learning.models import Answer, Event, Folded, LessonProgress, Ungraded
from courses.people import actions as people
from courses.people.models import Learner
from courses.refusals import Refusal

_AT_ONCE = 1000


@transaction.atomic
def fold_learner(learner: UUID) -> int:
    """Fold what is new in her record. Returns how many events were looked at."""
    person = Learner.objects.filter(pk=learner).only("record_seq").first()
    if person is None:
        return 0
    Folded.objects.get_or_create(learner=learner)
    folded = Folded.objects.select_for_update().filter(learner=learner).first()
    head = Learner.objects.filter(pk=learner).values_list("record_seq", flat=True).first()
    if folded is None or head is None:  # erased meanwhile
        Folded.objects.filter(learner=learner).delete()
        return 0
    events = list(queries.events_after(learner=learner, record_seq=folded.record_seq, limit=_AT_ONCE))
    late = list(Ungraded.objects.filter(learner=learner).select_related("event"))
    _fold(learner, events, late=[each.event for each in late])
    for event in events:
        _apply(event)
    take_handed_in(learner, [event for event in events if event.kind == "assessed"])
    folded.record_seq = events[-1].record_seq if len(events) == _AT_ONCE else max(head, folded.record_seq)
    folded.save(update_fields=["record_seq"])
    return len(events)


def _fold(learner: UUID, events: Sequence[Event], *, late: Sequence[Event]) -> None:
    answers = _grade([*events, *late])
    for place, more in facts.summed([*events, *late], answers).items():
        row, _ = LessonProgress.objects.get_or_create(learner=learner, module=place[0], lesson=place[1])
        _keep(row, facts.joined(queries.stored_progress(row), more, place=place))


def _grade(events: Iterable[Event]) -> dict[UUID, Answer]:
    """Graded answers by event, kept as rows. What names an unknown release, a check set too, is noted for later."""
    gradable = {event.id: event for event in events if event.kind in ("answered", "checked")}
    answered = [event for event in gradable.values() if event.kind == "answered"]
    answers = {event.id: answer for event in answered if (answer := facts.graded(event))}
    Answer.objects.bulk_create(
        answers.values(), update_conflicts=True, unique_fields=["event"], update_fields=["credit", "edition"]
    )
    known = {release: facts.is_known(release) for release in {event.release for event in gradable.values()}}
    unknown = [event for event in gradable.values() if not known[event.release]]
    Ungraded.objects.filter(event__in=set(gradable) - {event.id for event in unknown}).delete()
    Ungraded.objects.bulk_create(
        [Ungraded(event=event, learner=event.learner, release=event.release) for event in unknown],
        update_conflicts=True,
        unique_fields=["event"],
        update_fields=["release"],
    )
    return answers


def _keep(row: LessonProgress, progress: Progress) -> None:
    plain = progress_json(progress)
    row.opened_at = progress.opened_at
    row.finished_at = progress.finished_at
    row.mastered_at = progress.mastered_at
    row.checked_at = progress.checked_at
    row.last_at = progress.last_at
    row.right = plain["right"]
    row.releases = plain["releases"]
    row.save()


def _apply(event: Event) -> None:
    """What a learner says of herself. An answer that people refuses (a year far off, say) stays in the record only."""
    body = event.body
    try:
        if event.kind == "profile_set":
            people.set_profile(
                event.learner,
                nickname=body["nickname"],
                picture=body["picture"],
                language=body["language"],
                at=event.corrected_at,
            )
        elif event.kind == "consent_set":
            people.record_consent(event.learner, purpose=body["purpose"], given=body["given"], at=event.corrected_at)
        elif event.kind == "survey_answered":
            _apply_answer(event.learner, question=body["question"], answer=body["answer"], at=event.corrected_at)
    except Refusal:
        return


def _apply_answer(learner: UUID, *, question: str, answer: object, at: datetime) -> None:
    if question == "birth-year" and (answer is None or type(answer) is int):
        people.set_birth_year(learner, year=answer, at=at)
    if question == "gender" and (answer is None or isinstance(answer, str)):
        people.set_gender(learner, gender=answer or "", at=at)


@dataclass(frozen=True, kw_only=True)
class Rebuilt:
    """What a rebuild looked at, and what it found different from what stood there."""

    learners: int
    answers: int
    lessons: int
    changed: int


def rebuild_progress() -> Rebuilt:
    """Work out every answer and all progress again from the record. Where nothing was broken, nothing changes."""
    counts = [rebuild_learner(learner) for learner in Learner.objects.values_list("pk", flat=True)]
    return Rebuilt(
        learners=len(counts),
        answers=sum(answers for answers, _, _ in counts),
        lessons=sum(lessons for _, lessons, _ in counts),
        changed=sum(changed for _, _, changed in counts),
    )


@transaction.atomic
def rebuild_learner(learner: UUID) -> tuple[int, int, int]:
    """Answers, lessons, and how many of both came out different. Only what was folded before is worked out again."""
    folded, _ = Folded.objects.select_for_update().get_or_create(learner=learner)
    before = _standing(learner)
    events = list(queries.events_after(learner=learner, record_seq=0).filter(record_seq__lte=folded.record_seq))
    Answer.objects.filter(learner=learner).delete()
    LessonProgress.objects.filter(learner=learner).delete()
    _fold(learner, events, late=[])
    after = _standing(learner)
    changed = len(before.items() ^ after.items()) + grade_again(learner)
    answers = Answer.objects.filter(learner=learner).count()
    return answers, len(after) - answers, changed


def _standing(learner: UUID) -> dict[object, str]:
    """Everything derived for a learner, comparable: her answers' credits and her lessons' progress."""
    answers = Answer.objects.filter(learner=learner).values_list("event_id", "credit", "edition", "item", "at")
    lessons = LessonProgress.objects.filter(learner=learner)
    standing: dict[object, str] = {event: repr(rest) for event, *rest in answers}
    standing |= {(row.module, row.lesson): repr(progress_json(queries.stored_progress(row))) for row in lessons}
    return standing
