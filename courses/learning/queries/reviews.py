"""Who has something to review today, by what the server knows. The phone draws the review itself (decision 0040)."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime, timedelta, tzinfo
from uuid import UUID

from courses.catalog import queries as catalog
from courses.engine import reviews
from courses.learning.models import Answer, LessonProgress
from courses.learning.queries.record import learners_ahead
from courses.people.models import Learner


def learners_with_a_review(zones: Mapping[Learner, tzinfo], *, now: datetime) -> set[UUID]:
    """Those of whom an exercise of a finished lesson is due on her local day: on offer in her language, as she knew it.

    A learner whose record is not folded yet is left out: what is not counted yet may have been her review.
    """
    known = [learner.pk for learner in zones]
    ahead = set(learners_ahead().filter(pk__in=known).values_list("pk", flat=True))
    finished = _finished([learner for learner in known if learner not in ahead])
    answers = _answers(list(finished))
    askable: dict[tuple[str, str, str], set[str]] = {}
    due = set()
    for learner, zone in zones.items():
        for module, lesson in finished.get(learner.pk, ()):
            place = module, lesson, learner.language
            if place not in askable:
                askable[place] = _askable(*place)
        mine = [
            answer
            for answer in answers.get(learner.pk, ())
            if any(answer.exercise in askable[*place, learner.language] for place in finished[learner.pk])
        ]
        local = now.astimezone(zone)
        remembered = reviews.memories(mine, utc_offset=local.utcoffset() or timedelta(0), today=local.date())
        lessons = {"/".join(place) for place in finished.get(learner.pk, ())}
        if reviews.todays_review(remembered, finished=lessons, today=local.date()):
            due.add(learner.pk)
    return due


def _finished(learners: list[UUID]) -> dict[UUID, set[tuple[str, str]]]:
    found: dict[UUID, set[tuple[str, str]]] = defaultdict(set)
    rows = LessonProgress.objects.filter(learner__in=learners, finished_at__isnull=False)
    for learner, module, lesson in rows.values_list("learner", "module", "lesson"):
        found[learner].add((module, lesson))
    return found


def _answers(learners: list[UUID]) -> dict[UUID, list[reviews.Answer]]:
    found: dict[UUID, list[reviews.Answer]] = defaultdict(list)
    for row in Answer.objects.filter(learner__in=learners):
        found[row.learner].append(
            reviews.Answer(
                exercise=f"{row.module}/{row.lesson}/{row.item}@{row.edition}",
                sitting=str(row.sitting),
                at=row.at,
                attempt=row.attempt,
                is_full=row.credit == 1,
            )
        )
    return found


def _askable(module: str, lesson: str, language: str) -> set[str]:
    """What a review asks of a lesson: the editions of today, none of a dated fact."""
    file = catalog.lesson_file(module=module, lesson=lesson, language=language)
    items = file["items"].items() if file else ()
    return {f"{module}/{lesson}/{item}@{entry['edition']}" for item, entry in items if not entry["fact"]}
