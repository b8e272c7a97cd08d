"""Forgetting a learner as a person: the last part of an erasure."""

from uuid import UUID

from django.db import transaction

from courses.people import audit
from courses.people.models import Learner


@transaction.atomic
def erase_learner(learner: UUID) -> None:
    """Her row, with where she belonged, what she agreed to and how she was reached; audit lines stay without her."""
    audit.forget(learner)
    Learner.objects.filter(pk=learner).delete()
