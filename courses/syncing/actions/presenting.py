"""Who somebody is, for a phone that knows nothing of her yet, or nothing any more."""

from collections.abc import Mapping
from typing import Any

from courses.learning import actions as learning
from courses.people import queries as people
from courses.people.models import Learner, Membership


def face(learner: Learner) -> Mapping[str, str]:
    """Her name, her picture and her language, by what she said last."""
    if learning.fold_learner(learner.pk):
        learner.refresh_from_db()
    return {"nickname": learner.nickname, "picture": learner.picture, "language": learner.language}


def introduction(learner: Learner) -> Mapping[str, Any]:
    """The same, and her seat, if she has one."""
    seat = people.current_memberships([learner.pk]).get(learner.pk)
    return {**face(learner), "membership": seat_json(seat) if seat else None}


def seat_json(seat: Membership) -> Mapping[str, str]:
    return {"group": seat.group.name if seat.group else "", "centre": seat.centre.name}
