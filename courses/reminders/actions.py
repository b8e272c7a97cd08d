"""Deciding reminders, sending them, and saying that a trainer passed one on. The rows are the queue."""

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from courses.catalog import queries as catalog
from courses.engine import reminding
from courses.people.models import Staff
from courses.refusals import Conflict, NotFound
from courses.reminders import queries
from courses.reminders.channels import CHANNELS, Outgoing
from courses.reminders.models import Reason, Reminder
from courses.reminders.texts import words_for

CLAIM = timedelta(minutes=10)


class UnknownReminder(NotFound):
    code = "unknown-reminder"


class AlreadyPassedOn(Conflict):
    code = "reminder-already-passed-on"


@transaction.atomic
def decide(*, learners: Sequence[uuid.UUID], now: datetime) -> int:
    """Write down what is due to these learners. Deciding twice writes nothing twice. Returns how many are new."""
    new = 0
    for situation in queries.situations(learners=learners, now=now):
        nudge = reminding.next_nudge(signals=situation.signals, rule=situation.rule, now=now)
        if nudge is None:
            continue
        new += _write_down(learner=situation.learner, nudge=nudge, now=now)
    return new


def _write_down(*, learner: uuid.UUID, nudge: reminding.Nudge, now: datetime) -> bool:
    """A new row; or the one that was dropped before it went out, since it is true again."""
    row, is_new = Reminder.objects.get_or_create(
        learner_id=learner,
        reason=nudge.reason,
        period=nudge.period,
        channel=nudge.channel,
        defaults={"lesson": nudge.lesson, "due_at": nudge.at, "created_at": now},
    )
    if is_new:
        return True
    dropped = Reminder.objects.filter(pk=row.pk, state=Reminder.State.DROPPED)
    return bool(dropped.update(state=Reminder.State.DUE, due_at=nudge.at, claimed_until=None, created_at=now))


def send_due(*, now: datetime) -> int:
    """Send every reminder whose time has come; one that is no longer true is dropped. Returns how many went out."""
    due = Reminder.objects.filter(state=Reminder.State.DUE, due_at__lte=now)
    free = due.filter(Q(claimed_until=None) | Q(claimed_until__lt=now))
    return sum(send(reminder=pk, now=now) for pk in list(free.order_by("due_at").values_list("pk", flat=True)))


def send(*, reminder: int, now: datetime) -> bool:
    """Send one reminder, once: it is claimed by a conditional update before anything leaves."""
    claimed = (
        Reminder.objects.filter(pk=reminder, state=Reminder.State.DUE, due_at__lte=now)
        .filter(Q(claimed_until=None) | Q(claimed_until__lt=now))
        .update(claimed_until=now + CLAIM)
    )
    return bool(claimed) and _hand_over(reminder=reminder, now=now)


@transaction.atomic
def _hand_over(*, reminder: int, now: datetime) -> bool:
    row = Reminder.objects.select_for_update().get(pk=reminder)
    if row.state != Reminder.State.DUE:
        return False
    situations = queries.situations(learners=[row.learner_id], now=now)
    if not situations or not _is_true(row=row, situation=situations[0], now=now):
        row.state = Reminder.State.DROPPED
        row.save(update_fields=["state"])
        return False
    report = CHANNELS[row.channel].send(message=message_of(row=row, language=situations[0].language), now=now)
    row.state = report.state
    row.sent_at = now if report.state == Reminder.State.SENT else None
    row.save(update_fields=["state", "sent_at"])
    return True


def drop_untrue(*, now: datetime) -> int:
    """Take from the trainers' lists what is no longer true: she came back, or was heard from."""
    listed = list(Reminder.objects.filter(state=Reminder.State.LISTED))
    known = {
        situation.learner: situation
        for situation in queries.situations(learners=list({row.learner_id for row in listed}), now=now)
    }
    untrue = [row.pk for row in listed if not _is_true(row=row, situation=known[row.learner_id], now=now)]
    return Reminder.objects.filter(pk__in=untrue, state=Reminder.State.LISTED).update(state=Reminder.State.DROPPED)


def pass_on(*, reminder: int, staff: Staff, now: datetime) -> Reminder:
    """A trainer says that she told the learner. Raises UnknownReminder, AlreadyPassedOn."""
    row = queries.listed_for(staff).filter(pk=reminder).first()
    if row is None:
        raise UnknownReminder
    changed = Reminder.objects.filter(pk=row.pk, state=Reminder.State.LISTED).update(
        state=Reminder.State.SENT, sent_at=now, sent_by=staff
    )
    if not changed:
        raise AlreadyPassedOn
    row.refresh_from_db()
    return row


def message_of(*, row: Reminder, language: str) -> Outgoing:
    """The words of a reminder in the learner's language, with the address of its lesson."""
    module, _, lesson = row.lesson.partition("/")
    title = catalog.lesson_title(module=module, lesson=lesson, language=language) if lesson else ""
    words = words_for(reason=row.reason, language=language, lesson_title=title)
    link = f"/{language}/{row.lesson}/" if lesson else "/"
    if row.reason == Reason.REVIEW_DUE:
        link = f"/{language}/-/review/"  # no module is named so: the phone keeps its screens there
    return Outgoing(learner=row.learner_id, language=language, title=words.title, text=words.text, link=link)


def merge_learner(old: uuid.UUID, *, into: uuid.UUID) -> None:
    """Her part of a merge: her reminders go over; of two for the same occasion one is enough."""
    for row in Reminder.objects.filter(learner_id=old):
        twins = Reminder.objects.filter(learner_id=into, reason=row.reason, period=row.period, channel=row.channel)
        if twins.exists():
            row.delete()
    Reminder.objects.filter(learner_id=old).update(learner_id=into)


def erase_learner(learner: uuid.UUID) -> None:
    """Her part of an erasure: all her reminders, sent or not."""
    Reminder.objects.filter(learner_id=learner).delete()


def _is_true(*, row: Reminder, situation: queries.Situation, now: datetime) -> bool:
    return reminding.is_still_true(nudge=queries.as_nudge(row), signals=situation.signals, now=now)
