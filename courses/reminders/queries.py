"""What is known of learners when reminders are decided, and the trainer's list."""

import uuid
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from django.db.models import Count, Max, QuerySet

from courses.catalog import queries as catalog
from courses.engine import reminding
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
    """Batches of learners who learned something in the last ninety days but not in the last three."""
    newest = LessonProgress.objects.values("learner").annotate(newest=Max("last_at"))
    quiet = newest.filter(newest__gt=now - reminding.FORGOTTEN_AFTER, newest__lte=now - reminding.STOPPED_AFTER)
    batch: list[uuid.UUID] = []
    for learner in quiet.order_by("learner").values_list("learner", flat=True).iterator(chunk_size=BATCH):
        batch.append(learner)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def situations(*, learners: Sequence[uuid.UUID], now: datetime) -> list[Situation]:
    """What is known of each of these learners now. Learners the site has not met are left out."""
    heard = syncing.heard_and_waiting(learners=learners)
    sittings = _open_sittings(learners)
    last = dict(
        LessonProgress.objects.filter(learner__in=learners)
        .values("learner")
        .annotate(last=Max("last_at"))
        .values_list("learner", "last")
    )
    finished = dict(
        LessonProgress.objects.filter(learner__in=learners, finished_at__isnull=False)
        .values("learner")
        .annotate(n=Count("pk"))
        .values_list("learner", "n")
    )
    offered = catalog.lessons_offered()
    sent = _sent(learners, now)
    rules = _rules(learners)
    found = []
    for learner in Learner.objects.filter(pk__in=learners):
        contact = heard.get(learner.pk)
        signals = reminding.Signals(
            last_learned_at=last.get(learner.pk),
            open_sitting=sittings.get(learner.pk),
            heard_at=contact.at if contact else None,
            waiting=contact.waiting if contact else None,
            lessons_left=finished.get(learner.pk, 0) < offered,
            sent=sent[learner.pk],
        )
        rule = rules.get(learner.pk, reminding.Rule(channels=["inbox"]))
        found.append(Situation(learner=learner.pk, language=learner.language, signals=signals, rule=rule))
    return found


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


def _open_sittings(learners: Sequence[uuid.UUID]) -> dict[uuid.UUID, reminding.OpenSitting]:
    """Of each learner the newest lesson that was opened and never finished."""
    newest: dict[uuid.UUID, LessonProgress] = {}
    unfinished = LessonProgress.objects.filter(learner__in=learners, opened_at__isnull=False, finished_at=None)
    for row in unfinished.order_by("last_at"):
        newest[row.learner] = row
    sittings = {}
    for learner, row in newest.items():
        opened = (
            Event.objects.filter(learner=learner, kind="lesson_opened", module=row.module, item=row.lesson)
            .order_by("-record_seq")
            .values_list("pk", flat=True)
            .first()
        )
        if opened is not None and row.last_at is not None:
            sittings[learner] = reminding.OpenSitting(
                sitting=str(opened), lesson=f"{row.module}/{row.lesson}", last_at=row.last_at
            )
    return sittings


def _sent(learners: Sequence[uuid.UUID], now: datetime) -> defaultdict[uuid.UUID, list[reminding.Nudge]]:
    """Reminders of the last ninety days that went out or still will."""
    rows = Reminder.objects.filter(learner__in=learners, created_at__gt=now - reminding.FORGOTTEN_AFTER).exclude(
        state=Reminder.State.DROPPED
    )
    found: defaultdict[uuid.UUID, list[reminding.Nudge]] = defaultdict(list)
    for row in rows:
        found[row.learner_id].append(as_nudge(row))
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
