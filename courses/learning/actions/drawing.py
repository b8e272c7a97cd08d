"""Giving a learner the exercises of an assessment."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from courses.catalog import queries as catalog
from courses.learning.actions.folding import fold_learner
from courses.learning.actions.handing_in import make_draw, next_nth, still_unknown, take_handed_in
from courses.learning.models import Draw, Proof, Way
from courses.people.models import Learner
from courses.refusals import Conflict, NotFound


class NoAssessment(NotFound):
    """This module has no assessment now."""

    code = "no-assessment"


class RestFirst(Conflict):
    """The last one was not passed; `again_at` (ISO 8601, UTC) says from when she may try again."""

    code = "rest-first"


@transaction.atomic
def draw_assessment(*, learner: UUID, module: str, now: datetime) -> Draw:
    """Her draw of this module: the one that she has not handed in, else a new one. Raises NoAssessment, RestFirst.

    What she handed in before counts first, even where no worker has folded it yet.
    """
    fold_learner(learner)
    Learner.objects.select_for_update().get(pk=learner)
    take_handed_in(learner, still_unknown(learner))
    nth = next_nth(learner=learner, module=module)
    given = Draw.objects.filter(learner=learner, module=module, nth=nth).first()
    if given is not None:
        return given
    current = catalog.current_assessment(module)
    if current is None:
        raise NoAssessment(details={"module": module})
    proof = Proof.objects.filter(learner=learner, module=module, way=Way.ASSESSMENT).first()
    if proof and proof.again_at and proof.again_at > now:
        raise RestFirst(details={"again_at": proof.again_at.isoformat().replace("+00:00", "Z")})
    return make_draw(learner=learner, release=current.release, nth=nth, at=now)
