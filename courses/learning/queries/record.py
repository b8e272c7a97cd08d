"""Reading the learning record, and progress as it stands at this moment."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from courses.catalog.models import Release
from courses.engine.progress import NOTHING, Progress
from courses.learning import facts
from courses.learning.facts import Place
from courses.learning.models import Event, Folded, LessonProgress, Ungraded
from courses.people.models import Learner


def events_after(*, learner: UUID, record_seq: int, limit: int | None = None) -> QuerySet[Event]:
    """A learner's events after a place in her record, in the order they were recorded."""
    events = Event.objects.filter(learner=learner, record_seq__gt=record_seq).order_by("record_seq")
    return events[:limit] if limit else events


def progress_of(learners: Iterable[UUID]) -> dict[UUID, dict[Place, Progress]]:
    """Progress by learner and (module, lesson), at this moment: what is stored, joined with what is not folded yet."""
    learners = list(learners)
    result: dict[UUID, dict[Place, Progress]] = {learner: {} for learner in learners}
    for row in LessonProgress.objects.filter(learner__in=learners):
        result[row.learner][row.module, row.lesson] = stored_progress(row)
    for learner, events in _not_folded(learners).items():
        answers = {event.id: answer for event in events if event.kind == "answered" and (answer := facts.graded(event))}
        for place, more in facts.summed(events, answers).items():
            result[learner][place] = facts.joined(result[learner].get(place, NOTHING), more, place=place)
    return result


def stored_progress(row: LessonProgress) -> Progress:
    return Progress(
        opened_at=row.opened_at,
        finished_at=row.finished_at,
        mastered_at=row.mastered_at,
        checked_at=row.checked_at,
        last_at=row.last_at,
        right=_times(row.right),
        releases=_times(row.releases),
    )


def _times(texts: Mapping[str, str]) -> dict[str, datetime]:
    return {key: datetime.fromisoformat(text) for key, text in texts.items()}


def _not_folded(learners: Iterable[UUID]) -> dict[UUID, list[Event]]:
    done = Folded.objects.filter(learner=OuterRef("learner")).values("record_seq")
    events = Event.objects.filter(learner__in=learners).alias(done=Coalesce(Subquery(done), 0))
    found: dict[UUID, list[Event]] = defaultdict(list)
    for event in events.filter(record_seq__gt=F("done")):
        found[event.learner].append(event)
    return found


def learners_ahead() -> QuerySet[Learner, UUID]:
    """Ids of learners whose record has grown since it was folded, or whose answers can be graded only now."""
    done = Folded.objects.filter(learner=OuterRef("pk")).values("record_seq")
    gradable = Ungraded.objects.filter(release__in=Release.objects.values("pk")).values("learner")
    ahead = Learner.objects.alias(done=Coalesce(Subquery(done), 0))
    return ahead.filter(Q(record_seq__gt=F("done")) | Q(pk__in=gradable)).values_list("pk", flat=True)


def places_after(*, learner: UUID, record_seq: int) -> set[Place]:
    """The lessons (module, lesson) that her events after this place are about."""
    rows = (
        Event.objects.filter(learner=learner, record_seq__gt=record_seq).exclude(item="").values_list("module", "item")
    )
    return {(module, item.partition("/")[0]) for module, item in rows.distinct()}
