"""Giving a learner's data out as a file, erasing her, and joining two profiles of one person.

Each feature does its own part, in one transaction.
"""

import logging
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from courses.asking import actions as asking
from courses.inbox import actions as inbox
from courses.learning import actions as learning
from courses.learning.models import Event
from courses.people import actions as people
from courses.people import audit
from courses.people import queries as places
from courses.people.models import Learner, Staff
from courses.privacy import erased_list, queries
from courses.refusals import Conflict, NotFound
from courses.reminders import actions as reminders
from courses.reports import actions as reports
from courses.syncing import actions as syncing
from courses.syncing import queries as phones
from courses.syncing.models import Device

log = logging.getLogger(__name__)

AUDIT_WORDS = {
    "privacy.export": _("Saved a learner's data as a file"),
    "privacy.erase": _("Erased a learner"),
    "privacy.merge": _("Joined two profiles of one person"),
    "privacy.reassign": _("Moved what was done under the wrong name"),
}


class UnknownLearner(NotFound):
    """There is no such learner, or this person does not lead where she belongs."""

    code = "unknown-learner"


class NotOnePerson(Conflict):
    """The two belong to different centres: first somebody has to move one of them."""

    code = "other-centre"


@transaction.atomic
def export_learner(learner: UUID, *, by: Staff, now: datetime) -> bytes:
    """All that is kept about her as JSON (UTF-8), noted in the log. Raises UnknownLearner."""
    person = _led(learner, by=by)
    data = queries.everything_of(learner, now=now)
    audit.note(person, "privacy.export", by=by, now=now)
    return DjangoJSONEncoder(ensure_ascii=False, indent=1).encode(data).encode()


@transaction.atomic
def erase_learner(learner: UUID, *, by: Staff, now: datetime) -> None:
    """Take her out of everything. What stays: her bare id, so that her phones let go of her too, and sums of weeks.

    Safe to repeat: the first time stands. Raises UnknownLearner.
    """
    if phones.is_erased(learner) and not Learner.objects.filter(pk=learner).exists():
        return
    _led(learner, by=by)
    place = places.current_memberships([learner]).get(learner)
    _erase(learner, now=now)
    audit.note(place.centre if place else by, "privacy.erase", by=by, now=now)
    transaction.on_commit(_note_beside_backups)


@transaction.atomic
def erase_again(learner: UUID, *, now: datetime) -> bool:
    """The database came back from before she was erased. True: she was in it. Her late events are `gone` either way."""
    is_there = Learner.objects.filter(pk=learner).exists()
    if is_there:
        _erase(learner, now=now)
    else:
        syncing.erase_learner(learner, now=now)
    return is_there


def _note_beside_backups() -> None:
    """Her erasure stands, whatever becomes of the list; the next backup writes it again."""
    try:
        erased_list.add(phones.erased(), folder=settings.DATA_DIR / "backups")
    except OSError as error:
        log.warning("the list of the erased beside the backups cannot be written: %s", error)


def _erase(learner: UUID, *, now: datetime) -> None:
    syncing.lock_phones_of(learner)  # first, as intake does: who waits for whom never goes in a circle
    learning.fold_learner(learner)  # holds the fold, so that nothing of hers is written again behind our back
    reports.count_learner(learner=learner)
    reports.erase_learner(learner)
    syncing.erase_learner(learner, now=now)
    asking.erase_learner(learner)
    inbox.erase_learner(learner)
    reminders.erase_learner(learner)
    learning.erase_learner(learner)
    people.erase_learner(learner)


@transaction.atomic
def merge_learners(old: UUID, *, into: UUID, by: Staff, now: datetime) -> None:
    """These are the same person: all that `old` did and is goes over to `into`, and nothing is lost.

    For staff who see both; both in one centre, or one of them in none. Safe to repeat: the first time stands. Raises
    UnknownLearner, NotOnePerson.
    """
    if phones.merged_into(old) == into:
        return
    if not queries.may_merge(old, into=into, by=by):
        raise UnknownLearner if not queries.sees_both(old, into, by=by) else NotOnePerson
    syncing.lock_phones_of(old, into)  # the order of locks is that of an erasure
    for learner in sorted((old, into)):
        learning.fold_learner(learner)
    offset = people.begin_merge(old, into=into)
    learning.merge_learner(old, into=into, offset=offset)
    inbox.merge_learner(old, into=into, offset=offset)
    asking.merge_learner(old, into=into)
    reminders.merge_learner(old, into=into)
    syncing.merge_learner(old, into=into, now=now)
    people.end_merge(old, into=into)
    while learning.fold_learner(into):
        pass
    learning.grade_again(into)
    reports.merge_learner(old, into=into)
    audit.note(Learner.objects.get(pk=into), "privacy.merge", by=by, now=now)


class NotOnThisPhone(NotFound):
    """That learner does not learn on this phone, or this person does not see both."""

    code = "not-on-this-phone"


@transaction.atomic
def reassign(events: Sequence[UUID], *, device: UUID, to: UUID, by: Staff, now: datetime) -> int:
    """What was done on this phone under the wrong name goes to who did it; how many events did. Safe to repeat.

    Both learn on the phone, and `by` sees both. Raises NotOnThisPhone.
    """
    learners = {each.pk for each in queries.those_on(device, by=by)}
    if to not in learners:
        raise NotOnThisPhone
    done = Event.objects.filter(pk__in=events, device=device, learner__in=learners - {to})
    of = sorted(set(done.values_list("learner", flat=True)))
    syncing.lock_phones_of(to, *of)
    ids = list(done.values_list("pk", flat=True))
    moved = sum(learning.reassign(ids, learner=learner, to=to, now=now) for learner in of)
    reports.count_afresh(learners=[to, *of])
    if moved:
        audit.note(Device.objects.get(pk=device), "privacy.reassign", by=by, now=now, data={"events": moved})
    return moved


def _led(learner: UUID, *, by: Staff) -> Learner:
    person = places.learners_led_by(by).filter(pk=learner).first()
    if person is None:
        raise UnknownLearner
    return person
