"""Certificates: made when something was proved, given a name when she claims it, revoked when it no longer holds."""

import secrets
import unicodedata
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from courses.catalog import queries as catalog
from courses.learning.actions.telling import tell
from courses.learning.models import Certificate
from courses.people import audit
from courses.people.models import Staff
from courses.refusals import Conflict, Invalid, NotFound

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without the signs that are taken for one another."""
CODE_LENGTH = 10
LONGEST_NAME = 80
_HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
AUDIT_WORDS = {
    "learning.sign": _("Signed for what a learner can"),
    "learning.take_back": _("Took a signature back"),
    "learning.revoke": _("Revoked a certificate"),
}


class NoCertificate(NotFound):
    """Nothing of this module is proved for her, or there is no such certificate."""

    code = "no-certificate"


class CertificateRevoked(Conflict):
    code = "certificate-revoked"


class NameMissing(Invalid):
    code = "name-missing"


class NameTooLong(Invalid):
    code = "name-too-long"


def certify(*, learner: UUID, module: str, way: str, at: datetime) -> Certificate:
    """The certificate that stands for this module, or a new one. Call it inside a transaction."""
    standing = _standing(learner, module).first()
    return standing or Certificate.objects.create(
        code="".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH)),
        learner_id=learner,
        module=module,
        way=way,
        says=catalog.said_of_module(module),
        earned_at=at,
    )


def _standing(learner: UUID, module: str) -> QuerySet[Certificate]:
    return Certificate.objects.filter(learner=learner, module=module, revoked_at=None, beside=None)


@transaction.atomic
def claim_certificate(
    *, learner: UUID, module: str, name: str, show_name: bool, language: str, now: datetime
) -> Certificate:
    """Write her name on it. Safe to repeat: the code stays, the newest name stands.

    Raises NoCertificate, CertificateRevoked, NameMissing, NameTooLong.
    """
    certificate = _standing(learner, module).select_for_update().first()
    if certificate is None:
        was_there = Certificate.objects.filter(learner=learner, module=module).exists()
        raise CertificateRevoked if was_there else NoCertificate
    certificate.name, certificate.show_name, certificate.language = plain_name(name), show_name, language
    is_first = certificate.claimed_at is None
    certificate.claimed_at = certificate.claimed_at or now
    certificate.save(update_fields=["name", "show_name", "language", "claimed_at"])
    if is_first:
        tell(learner=learner, module=module, anew=True)
    return certificate


def plain_name(text: str) -> str:
    """A name in one line, as it was written, without signs that cannot be seen. Raises NameMissing, NameTooLong."""
    seen = "".join(
        " " if unicodedata.category(sign) in _HIDDEN else sign for sign in unicodedata.normalize("NFC", text)
    )
    name = " ".join(seen.split())
    if not name:
        raise NameMissing
    if len(name) > LONGEST_NAME:
        raise NameTooLong(details={"most": LONGEST_NAME})
    return name


@transaction.atomic
def revoke_certificate(certificate: Certificate, *, by: Staff, now: datetime) -> None:
    """It no longer holds; whoever looks it up is told so. Revoked before: nothing changes."""
    if end(certificate, now=now):
        audit.note(certificate.learner, "learning.revoke", by=by, now=now, data={"module": certificate.module})
        tell(learner=certificate.learner_id, module=certificate.module, anew=True)


def end(certificate: Certificate, *, now: datetime) -> bool:
    """Whether it stood until now. What stands beside it ends with it."""
    Certificate.objects.filter(beside=certificate.pk, revoked_at=None).update(revoked_at=now)
    return Certificate.objects.filter(pk=certificate.pk, revoked_at=None).update(revoked_at=now) == 1
