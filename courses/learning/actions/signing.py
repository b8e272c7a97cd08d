"""A trainer's counter-signature: "I saw her do it". The second way to prove something."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction

from courses.learning.actions.certifying import certify, end
from courses.learning.actions.telling import tell
from courses.learning.models import Certificate, HandedIn, Signature, Way
from courses.people import audit
from courses.people.models import Learner, Staff
from courses.refusals import Conflict, Invalid


class AlreadySigned(Conflict):
    code = "already-signed"


class NotYetSeen(Invalid):
    """The day lies ahead."""

    code = "day-ahead"


def sign(learner: Learner, *, module: str, seen_date: date, by: Staff, time_zone: str, now: datetime) -> Signature:
    """Write down that `by` saw her do what the module teaches, on that day where she lives.

    Raises AlreadySigned, NotYetSeen.
    """
    if seen_date > now.astimezone(ZoneInfo(time_zone)).date():
        raise NotYetSeen
    try:
        with transaction.atomic():
            signature = Signature.objects.create(
                learner=learner, module=module, seen_date=seen_date, by=by, signed_at=now
            )
            noon = datetime.combine(seen_date, time(12), tzinfo=ZoneInfo(time_zone))
            certify(learner=learner.pk, module=module, way=Way.TRAINER, at=min(noon, now))
            audit.note(learner, "learning.sign", by=by, now=now, data={"module": module, "seen": str(seen_date)})
            tell(learner=learner.pk, module=module, anew=True)
    except IntegrityError as error:
        raise AlreadySigned from error
    return signature


@transaction.atomic
def take_back(signature: Signature, *, by: Staff, now: datetime) -> None:
    """The signature counts no more, and the certificate that rests on it is revoked. Taken back before: no change.

    Where she passed the assessment too, a new certificate rests on that.
    """
    if not Signature.objects.filter(pk=signature.pk, taken_back_at=None).update(taken_back_at=now):
        return
    learner, module = signature.learner_id, signature.module
    rests_on_it = Certificate.objects.filter(learner=learner, module=module, way=Way.TRAINER, revoked_at=None)
    for certificate in rests_on_it:
        end(certificate, now=now)
        passed = HandedIn.objects.filter(draw__learner=learner, draw__module=module, passed=True).order_by("at")
        if first := passed.first():
            certify(learner=learner, module=module, way=Way.ASSESSMENT, at=first.at)
    audit.note(signature.learner, "learning.take_back", by=by, now=now, data={"module": module})
    tell(learner=learner, module=module, anew=True)
