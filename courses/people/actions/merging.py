"""Two profiles of one person: one row, one line of places, one ledger of consent."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from courses.engine.belonging import Stay, joined
from courses.people import audit, queries
from courses.people.actions.joining import UnknownLearner, came_by_itself
from courses.people.models import Consent, Contact, Learner, Membership


@transaction.atomic
def begin_merge(old: UUID, *, into: UUID) -> int:
    """Lock both rows and make room in the sequence of `into`: gives its last place before. Raises UnknownLearner."""
    rows = {row.pk: row for row in Learner.objects.select_for_update().filter(pk__in=[old, into]).order_by("pk")}
    if rows.keys() != {old, into}:
        raise UnknownLearner
    offset = rows[into].record_seq
    Learner.objects.filter(pk=into).update(record_seq=offset + rows[old].record_seq + 1)
    return offset


@transaction.atomic
def end_merge(old: UUID, *, into: UUID) -> None:
    """Her part of a merge, after everybody else's: the row of `old` goes, with nothing of hers left at it."""
    one, other = Learner.objects.get(pk=into), Learner.objects.get(pk=old)
    _take_about(one, other)
    _join_places(old, into=into)
    for line in Consent.objects.filter(learner=old):
        if not Consent.objects.filter(learner=into, purpose=line.purpose, at=line.at).exists():
            Consent.objects.filter(pk=line.pk).update(learner=into)
    _move_contacts(old, into=into)
    audit.lines_about(old).update(object_id=str(into), label=str(one))
    other.delete()


def _take_about(one: Learner, other: Learner) -> None:
    """Of each thing said about her, the newest word."""
    nickname = queries.nickname_of_both(one, other)
    said = {
        "profile_at": ("nickname", "picture", "language"),
        "birth_year_at": ("birth_year",),
        "gender_at": ("gender",),
    }
    for stamp, fields in said.items():
        if _is_newer(getattr(other, stamp), getattr(one, stamp)):
            for field in (stamp, *fields):
                setattr(one, field, getattr(other, field))
    one.nickname = nickname
    one.created_at = min(one.created_at, other.created_at)
    one.save(update_fields=[*said, *(field for fields in said.values() for field in fields), "created_at"])


def _is_newer(at: datetime | None, than: datetime | None) -> bool:
    return at is not None and (than is None or at > than)


def _join_places(old: UUID, *, into: UUID) -> None:
    lines = queries.memberships_of([old, into])
    line = joined(_stays(lines[into]), _stays(lines[old]))
    Membership.objects.filter(learner__in=[old, into]).delete()
    Membership.objects.bulk_create(
        Membership(
            learner_id=into,
            centre_id=stay.centre,
            group_id=stay.group,
            village_id=stay.village,
            from_at=stay.from_at,
            until_at=stay.until_at,
        )
        for stay in line
    )


def _stays(rows: list[Membership]) -> list[Stay]:
    return [
        Stay(
            centre=row.centre_id,
            group=row.group_id,
            village=row.village_id,
            from_at=row.from_at,
            until_at=row.until_at,
            is_chosen=not came_by_itself(row),
        )
        for row in rows
    ]


def _move_contacts(old: UUID, *, into: UUID) -> None:
    """Of the same number at both, the newer word counts. None may be used where the newest line says no."""
    for row in Contact.objects.filter(learner=old):
        twin = Contact.objects.filter(learner=into, kind=row.kind, value=row.value).first()
        if twin is None:
            Contact.objects.filter(pk=row.pk).update(learner=into)
        elif _said_at(row) > _said_at(twin):
            twin.consent_at, twin.withdrawn_at = row.consent_at, row.withdrawn_at
            twin.save(update_fields=["consent_at", "withdrawn_at"])
    line = queries.consents_of(into).get(Consent.Purpose.CONTACT)
    if line and not line.given:
        Contact.objects.filter(learner=into, withdrawn_at=None).update(withdrawn_at=line.at)


def _said_at(contact: Contact) -> datetime:
    return contact.withdrawn_at or contact.consent_at
