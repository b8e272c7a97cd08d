"""Reads of proof: what her phone is told, what a code stands for, what the office sees of one learner."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.utils.crypto import constant_time_compare, salted_hmac

from courses.catalog import queries as catalog
from courses.catalog.rendering import question_form
from courses.catalog.sanitising import only_lesson_html
from courses.engine import assessing
from courses.learning.models import Certificate, Draw, HandedIn, Proof, Signature
from courses.people import queries as people
from courses.people.models import Role, Staff


def proofs_after(*, learner: UUID, record_seq: int) -> list[dict[str, Any]]:
    """The rows of her proof with a later place, as docs/events.md shows them."""
    rows = list(Proof.objects.filter(learner=learner, record_seq__gt=record_seq).order_by("record_seq"))
    newest = _newest_certificates(learner, {row.module for row in rows})
    return [_told(row, newest.get(row.module)) for row in rows]


def _newest_certificates(learner: UUID, modules: Iterable[str]) -> dict[str, Certificate]:
    """By module the one that stands by itself, else the one revoked last."""
    rows = Certificate.objects.filter(learner=learner, module__in=list(modules))
    in_order = rows.order_by(F("revoked_at").asc(nulls_last=True), F("beside").asc(nulls_last=True))
    return {row.module: row for row in in_order}


def _told(row: Proof, certificate: Certificate | None) -> dict[str, Any]:
    return {
        "module": row.module,
        "way": row.way,
        "passed": row.passed,
        "right": row.right,
        "of": row.of,
        "at": row.at,
        "again_at": row.again_at,
        "certificate": {"code": certificate.code, "state": certificate.state} if certificate else None,
    }


def asked(draw: Draw, *, language: str) -> dict[str, Any]:
    """A draw as its learner reads it, in her language if the assessment has it: forms, no keys and no reasons."""
    release = catalog.assessment(draw.release_id)
    known, pool = release.pool_in(language)
    exercises = {item.exercise.id: item.exercise for item in pool.items}
    return {
        "draw": draw.pk,
        "module": draw.module,
        "release": draw.release_id,
        "language": known,
        "title": pool.title,
        "pass": assessing.TO_PASS,
        "of": len(draw.items),
        "items": [
            {
                "id": item,
                "type": exercises[item].type,
                "html": only_lesson_html(question_form(exercises[item], language=known)),
            }
            for item in draw.items
        ],
    }


def certificate_with(code: str) -> Certificate | None:
    """By its code as somebody typed it, blanks and dashes or not."""
    typed = "".join(sign for sign in code.upper() if sign.isalnum())[:20]
    return Certificate.objects.filter(code=typed).first()


def certificate_key(certificate: Certificate) -> str:
    """What nobody can guess in the address of the document: 32 hexadecimal digits, made from the site's own secret."""
    return salted_hmac("courses.certificate", f"{certificate.pk}/{certificate.code}").hexdigest()[:32]


def claimed_certificate(code: str, *, key: str) -> Certificate | None:
    """The one that has a name, revoked or not, for whoever knows both parts of its document's address."""
    found = Certificate.objects.filter(code=code, claimed_at__isnull=False).first()
    return found if found and constant_time_compare(certificate_key(found), key) else None


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Everything about one module and one learner."""

    module: str
    tried: Sequence[HandedIn]
    signatures: Sequence[Signature]
    certificates: Sequence[Certificate]


def standings_of(learner: UUID) -> list[Standing]:
    """By module, those in which anything was tried, signed or given; the newest lines first."""
    tried = list(HandedIn.objects.filter(draw__learner=learner).select_related("draw").order_by("-at"))
    signed = list(Signature.objects.filter(learner=learner).select_related("by").order_by("-signed_at"))
    given = list(Certificate.objects.filter(learner=learner).order_by("-earned_at"))
    modules = {row.draw.module for row in tried} | {row.module for row in signed} | {row.module for row in given}
    return [
        Standing(
            module=module,
            tried=[row for row in tried if row.draw.module == module],
            signatures=[row for row in signed if row.module == module],
            certificates=[row for row in given if row.module == module],
        )
        for module in sorted(modules)
    ]


def may_sign_for(staff: Staff, *, learner: UUID) -> bool:
    """Operators, and trainers of the centre (or its county) to which she belongs now."""
    if people.is_operator(staff):
        return True
    place = people.current_memberships([learner]).get(learner)
    if place is None or not staff.is_active:
        return False
    trains = staff.roles.filter(role=Role.TRAINER)
    return trains.filter(Q(centre=place.centre) | Q(county=place.centre.county_id)).exists()


def signatures_seen_by(staff: Staff) -> QuerySet[Signature]:
    return Signature.objects.filter(learner__in=people.learners_seen_by(staff)).select_related("learner")


def certificates_seen_by(staff: Staff) -> QuerySet[Certificate]:
    return Certificate.objects.filter(learner__in=people.learners_seen_by(staff)).select_related("learner")
