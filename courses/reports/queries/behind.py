"""Whom the roll-ups have still to count."""

import uuid
from collections import defaultdict
from collections.abc import Iterator

from django.db.models import F, OuterRef, Q, Subquery

from courses.learning.models import Folded, Ungraded
from courses.reports.models import Counted


def ahead_of_roll_ups() -> Iterator[uuid.UUID]:
    """Learners with something folded that is not counted yet, or with answers that could be graded since."""
    counted = Counted.objects.filter(learner=OuterRef("learner")).values("record_seq")
    ahead = Folded.objects.annotate(counted=Subquery(counted)).filter(
        Q(counted=None, record_seq__gt=0) | Q(record_seq__gt=F("counted"))
    )
    yield from ahead.values_list("learner", flat=True)
    yield from _graded_since()


def _graded_since() -> Iterator[uuid.UUID]:
    then = dict(Counted.objects.filter(ungraded__gt=0).values_list("learner", "ungraded"))
    rows = Ungraded.objects.filter(learner__in=list(then)).values_list("learner", flat=True)
    still: defaultdict[uuid.UUID, int] = defaultdict(int)
    for learner in rows:
        still[learner] += 1
    return (learner for learner, n in then.items() if still[learner] != n)
