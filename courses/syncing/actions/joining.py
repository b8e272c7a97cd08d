"""Joining a group with a code: the learner gets her seat, this device may write for her."""

from datetime import datetime

from django.db import transaction

from courses.people import actions as people
from courses.people.models import Membership
from courses.syncing import wire
from courses.syncing.actions.settling import judge_again_after_admission
from courses.syncing.actions.standing import RevokedDevice, stand
from courses.syncing.models import Admission


def join_group(request: wire.JoinRequest, *, token: str, now: datetime) -> Membership:
    """Seat the learner and admit the device. Raises WrongToken, RevokedDevice, and what `people.seat_learner` raises.

    A code alone opens nobody's record: it admits the device to write, and `read` counts only where it is the first
    key of this learner or a right one.
    """
    with transaction.atomic():
        standing = stand(
            device=request.device,
            token=token,
            learners=[request.learner],
            reads={request.learner: request.read},
            language=request.language,
            now=now,
        )
        if standing.is_revoked:
            raise RevokedDevice
        learner = standing.whose(request.learner)
        seat = people.seat_learner(request.code, learner=learner, now=now)
        Admission.objects.get_or_create(
            device_id=request.device, learner_id=learner, defaults={"via": "code", "at": now}
        )
        judge_again_after_admission(request.device, learner=learner, now=now)
        return seat
