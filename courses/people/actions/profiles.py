"""What is known about a learner: profile, year of birth, gender, consent, contacts.

What the newest word says counts, by its corrected time, whatever order the words arrive in.
"""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from courses.people import queries
from courses.people.actions.joining import UnknownLearner
from courses.people.actions.places import require
from courses.people.audit import note
from courses.people.models import Consent, Contact, Gender, Language, Learner, Staff
from courses.refusals import Conflict, Invalid

FIRST_BIRTH_YEAR = 1900


class UnlikelyYear(Invalid):
    code = "unlikely-year"


class UnknownGender(Invalid):
    code = "unknown-gender"


class NoConsent(Conflict):
    """The learner has not agreed to be written to or called, or took it back."""

    code = "no-consent"


def set_profile(learner: UUID, *, nickname: str, picture: str, language: str, at: datetime) -> bool:
    """Nickname, picture and language as the learner chose them at `at` (corrected). False: something newer stands."""
    newer = Learner.objects.filter(_not_newer("profile_at", at), pk=learner)
    language = language if language in Language.values else Language.CHINESE
    return bool(newer.update(nickname=nickname.strip()[:40], picture=picture[:20], language=language, profile_at=at))


@transaction.atomic
def set_birth_year(learner: UUID, *, year: int | None, at: datetime, by: Staff | None = None) -> bool:
    """Year of birth as said at `at` (corrected): by herself, or written down by staff (`by`). None: not said."""
    if year is not None and not FIRST_BIRTH_YEAR <= year <= at.year:
        raise UnlikelyYear(details={"year": year})
    newer = Learner.objects.filter(_not_newer("birth_year_at", at), pk=learner)
    _note_about(learner, field="birth_year", at=at, by=by)
    return bool(newer.update(birth_year=year, birth_year_at=at))


@transaction.atomic
def set_gender(learner: UUID, *, gender: str, at: datetime, by: Staff | None = None) -> bool:
    """Gender as said at `at` (corrected): by herself, or written down by staff (`by`). "": not said."""
    if gender and gender not in Gender.values:
        raise UnknownGender(details={"gender": gender})
    newer = Learner.objects.filter(_not_newer("gender_at", at), pk=learner)
    _note_about(learner, field="gender", at=at, by=by)
    return bool(newer.update(gender=gender, gender_at=at))


def _not_newer(field: str, at: datetime) -> Q:
    return Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__lte": at})


def _note_about(learner: UUID, *, field: str, at: datetime, by: Staff | None) -> None:
    if by is not None:
        note(_seen(learner, by=by), "people.set_about", by=by, now=at, data={"field": field})


def _seen(learner: UUID, *, by: Staff) -> Learner:
    """The learner, for staff who may see her."""
    person = Learner.objects.filter(pk=learner).first()
    if person is None:
        raise UnknownLearner
    require(queries.learners_seen_by(by).filter(pk=learner).exists())
    return person


@transaction.atomic
def record_consent(learner: UUID, *, purpose: str, given: bool, at: datetime, by: Staff | None = None) -> Consent:
    """Add one line to the ledger: what she agreed to or took back at `at` (corrected). Safe to repeat."""
    if purpose not in Consent.Purpose.values:
        raise Invalid("unknown-purpose", details={"purpose": purpose})
    person = _seen(learner, by=by) if by else Learner.objects.filter(pk=learner).first()
    if person is None:
        raise UnknownLearner
    line, _ = Consent.objects.get_or_create(learner=person, purpose=purpose, at=at, defaults={"given": given})
    if by:
        note(person, "people.consent", by=by, now=at, data={"purpose": purpose, "given": given})
    if purpose == Consent.Purpose.CONTACT and not queries.has_consented(learner, purpose=purpose):
        Contact.objects.filter(learner=person, withdrawn_at__isnull=True).update(withdrawn_at=at)
    return line


@transaction.atomic
def add_contact(learner: UUID, *, kind: str, value: str, by: Staff, now: datetime) -> Contact:
    """Write down how she may be reached; she has to have agreed to it before."""
    person = _seen(learner, by=by)
    line = queries.consents_of(learner).get(Consent.Purpose.CONTACT)
    if line is None or not line.given:
        raise NoConsent
    if kind not in Contact.Kind.values or not value.strip():
        raise Invalid("contact-missing")
    contact, _ = Contact.objects.update_or_create(
        learner=person,
        kind=kind,
        value=value.strip(),
        defaults={"consent_at": line.at, "withdrawn_at": None},
    )
    note(person, "people.add_contact", by=by, now=now, data={"kind": kind})
    return contact


@transaction.atomic
def withdraw_contact(contact: Contact, *, by: Staff, now: datetime) -> None:
    """She is not to be reached there any more; the line stays, so that it is known until when it was right."""
    person = _seen(contact.learner_id, by=by)
    contact.withdrawn_at = contact.withdrawn_at or now
    contact.save(update_fields=["withdrawn_at"])
    note(person, "people.withdraw_contact", by=by, now=now, data={"kind": contact.kind})
