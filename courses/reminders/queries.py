"""What is known of learners when reminders are decided, and the trainer's list."""

import uuid
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from typing import Any, cast
from zoneinfo import ZoneInfo

from django.db.models import Max, QuerySet

from courses.catalog import queries as catalog
from courses.engine import reminding
from courses.engine.progress import Progress
from courses.learning import queries as learning
from courses.learning.facts import Place
from courses.learning.models import Event, LessonProgress
from courses.people import queries as people
from courses.people.models import Centre, Learner, Membership, Staff
from courses.reminders.models import ChannelKey, Reminder, ReminderRule
from courses.syncing import queries as syncing

BATCH = 500


@dataclass(frozen=True, kw_only=True)
class Situation:
    """One learner as the rules see her, and the words' language."""

    learner: uuid.UUID
    language: str
    signals: reminding.Signals
    rule: reminding.Rule


def learners_to_look_at(*, now: datetime) -> Iterator[list[uuid.UUID]]:
    """Batches of learners who learned something in the last ninety days but not in the last 24 hours."""
    newest = LessonProgress.objects.values("learner").annotate(newest=Max("last_at"))
    quiet = newest.filter(newest__gt=now - reminding.FORGOTTEN_AFTER, newest__lte=now - reminding.PROOF_AFTER)
    batch: list[uuid.UUID] = []
    for learner in quiet.order_by("learner").values_list("learner", flat=True).iterator(chunk_size=BATCH):
        batch.append(learner)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def situations(*, learners: Sequence[uuid.UUID], now: datetime) -> list[Situation]:
    """What is known of each of these learners now, what is not folded yet included. Unknown learners are left out."""
    progress = learning.progress_of(learners)
    sittings = _open_sittings(progress)
    heard = syncing.heard_and_waiting(learners)
    offered = catalog.lessons_offered()
    sent = _sent(learners, now)
    rules = _rules(learners)
    found = []
    for learner in Learner.objects.filter(pk__in=learners):
        mine = progress[learner.pk]
        contacts = heard[learner.pk]
        finished = {place for place, reached in mine.items() if reached.finished_at}
        signals = reminding.Signals(
            last_learned_at=max((reached.last_at for reached in mine.values() if reached.last_at), default=None),
            open_sitting=sittings.get(learner.pk),
            heard_at=contacts[0].heard_at if contacts else None,
            waiting=_waiting(contacts),
            lessons_left=bool(offered - finished),
            sent=sent[learner.pk],
        )
        rule = rules.get(learner.pk, reminding.Rule(channels=["inbox"]))
        found.append((learner, signals, rule))
    return _with_reviews(found, now=now)


def _with_reviews(
    found: Sequence[tuple[Learner, reminding.Signals, reminding.Rule]], *, now: datetime
) -> list[Situation]:
    """A review is replayed from all her answers, so only where it could be spoken of."""
    zones: dict[Learner, tzinfo] = {
        learner: ZoneInfo(rule.time_zone) for learner, signals, rule in found if reminding.is_all_known(signals)
    }
    reviews = learning.learners_with_a_review(zones, now=now)
    return [
        Situation(
            learner=learner.pk,
            language=learner.language,
            signals=replace(signals, has_review=learner.pk in reviews),
            rule=rule,
        )
        for learner, signals, rule in found
    ]


def _waiting(contacts: Sequence[syncing.Contact]) -> int | None:
    """What her devices together said they had left to send; None where the newest did not say."""
    if not contacts or contacts[0].waiting is None:
        return None
    return sum(contact.waiting or 0 for contact in contacts)


def listed_for(staff: Staff) -> QuerySet[Reminder]:
    """The reminders that wait for this member of staff to pass them on, oldest first."""
    return (
        Reminder.objects.filter(
            channel=ChannelKey.TRAINER_LIST,
            state=Reminder.State.LISTED,
            learner__in=people.learners_seen_by(staff),
        )
        .select_related("learner")
        .order_by("due_at", "pk")
    )


def _open_sittings(progress: Mapping[uuid.UUID, Mapping[Place, Progress]]) -> dict[uuid.UUID, reminding.OpenSitting]:
    """Of each learner the lesson she last worked at, if it was opened and never finished."""
    newest: dict[uuid.UUID, tuple[Place, datetime]] = {}
    for learner, lessons in progress.items():
        times = {place: reached.last_at for place, reached in lessons.items() if reached.last_at}
        place = max(times, key=lambda place: times[place], default=None)
        if place and lessons[place].opened_at and not lessons[place].finished_at:
            newest[learner] = place, times[place]
    opened = _newest_openings(list(newest))
    return {
        learner: reminding.OpenSitting(sitting=str(sitting), lesson="/".join(place), last_at=at)
        for learner, (place, at) in newest.items()
        if (sitting := opened.get((learner, *place)))
    }


def _newest_openings(learners: Sequence[uuid.UUID]) -> dict[tuple[uuid.UUID, str, str], uuid.UUID]:
    """Of each learner and lesson the id of the newest `lesson_opened`: it names the sitting."""
    events = Event.objects.filter(learner__in=learners, kind="lesson_opened").order_by("corrected_at", "record_seq")
    rows = events.values_list("learner", "module", "item", "pk")
    return {(learner, module, lesson): sitting for learner, module, lesson, sitting in rows}


def _sent(learners: Sequence[uuid.UUID], now: datetime) -> defaultdict[uuid.UUID, list[reminding.Nudge]]:
    """Reminders of the last ninety days that went out or still will."""
    rows = Reminder.objects.filter(learner__in=learners, created_at__gt=now - reminding.FORGOTTEN_AFTER).exclude(
        state=Reminder.State.DROPPED
    )
    found: defaultdict[uuid.UUID, list[reminding.Nudge]] = defaultdict(list)
    for row in rows:
        nudge = as_nudge(row)
        found[row.learner_id].append(replace(nudge, at=now) if row.state == Reminder.State.LISTED else nudge)
    return found


def as_nudge(row: Reminder) -> reminding.Nudge:
    """A reminder row as the rules see it."""
    return reminding.Nudge(
        reason=cast(reminding.Reason, row.reason),
        channel=cast(reminding.Channel, row.channel),
        period=row.period,
        lesson=row.lesson,
        at=row.sent_at or row.due_at,
    )


def _rules(learners: Sequence[uuid.UUID]) -> dict[uuid.UUID, reminding.Rule]:
    """The rule of each learner's centre now. Learners without a centre are not in it: they have no trainer."""
    centres = dict(
        Membership.objects.filter(learner__in=learners, until_at=None).values_list("learner_id", "centre_id")
    )
    rules = {rule.centre_id: rule for rule in ReminderRule.objects.filter(centre__in=centres.values())}
    zones = dict(Centre.objects.filter(pk__in=centres.values()).values_list("pk", "time_zone"))
    return {learner: _rule(rules.get(centre), zones[centre]) for learner, centre in centres.items()}


def _rule(row: ReminderRule | None, time_zone: str) -> reminding.Rule:
    if row is None:
        return reminding.Rule(time_zone=time_zone)
    return reminding.Rule(
        per_week=row.per_week,
        quiet_from=row.quiet_from,
        quiet_until=row.quiet_until,
        time_zone=time_zone,
        channels=row.channels or reminding.USUAL_ORDER,
    )


def everything_of(learner: uuid.UUID) -> dict[str, Any]:
    """All reminders that were due to her, oldest first, and what became of them."""
    rows = Reminder.objects.filter(learner_id=learner).order_by("created_at", "pk")
    fields = ("reason", "channel", "state", "lesson", "due_at", "sent_at", "created_at")
    return {"reminders": list(rows.values(*fields))}
