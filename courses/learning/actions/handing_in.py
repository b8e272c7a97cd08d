"""Assessments that were handed in: each draw graded once, by the release it was drawn from."""

import uuid
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from courses.catalog import queries as catalog
from courses.engine import assessing
from courses.learning.actions.certifying import certify
from courses.learning.actions.telling import tell
from courses.learning.models import Certificate, Draw, Event, HandedIn, Way
from courses.people import queries as people

_DRAWS = uuid.UUID("1c0f6a0e-53d4-5f7e-9d0b-7a3f5b2c8e41")
_FARTHEST = 20
"""How many draws beyond the last one known a restored server looks for a lost one."""


def take_handed_in(learner: UUID, events: Iterable[Event]) -> None:
    """Grade what is new of these `assessed` events of hers, in the order of her record. Idempotent.

    Of a draw handed in twice, or by two phones, the first in her record counts. A draw that the server does not know
    (it was restored) is drawn once more if it can be; else the event stays in the record, and nothing else happens.
    """
    for module in dict.fromkeys([module for event in events if (module := _grade(learner, event))]):
        tell(learner=learner, module=module)


def still_unknown(learner: UUID) -> list[Event]:
    """What she handed in and nobody could grade yet: worth another look when more is known."""
    graded = HandedIn.objects.filter(draw__learner=learner)
    known = {str(draw) for draw in graded.values_list("draw_id", flat=True)}
    events = Event.objects.filter(learner=learner, kind="assessed").order_by("record_seq")
    return [event for event in events if event.body["draw"] not in known]


def _grade(learner: UUID, event: Event) -> str | None:
    """The module whose assessment this event handed in first; None where it changes nothing."""
    draw = _draw_of(learner, event)
    if draw is None or HandedIn.objects.filter(draw=draw).exists():
        return None
    worth = _worth(draw, event)
    HandedIn.objects.create(draw=draw, event=event, **worth)
    if worth["passed"] and not _was_given(draw, at=event.corrected_at):
        certify(learner=learner, module=draw.module, way=Way.ASSESSMENT, at=event.corrected_at)
    return draw.module


def _was_given(draw: Draw, *, at: datetime) -> bool:
    """Whether this pass has its certificate already, standing or revoked."""
    given = Certificate.objects.filter(learner=draw.learner_id, module=draw.module, way=Way.ASSESSMENT)
    return given.filter(earned_at=at).exists()


def _worth(draw: Draw, event: Event) -> dict[str, Any]:
    """The columns of `HandedIn` but for its keys."""
    release = catalog.assessment(draw.release_id)
    asked = {item: release.versions_of(item) for item in draw.items}
    outcome = assessing.outcome(asked, responses=event.body["responses"])
    passed, at = outcome.is_passed, event.corrected_at
    return {
        "credits": dict(outcome.credits),
        "right": outcome.right,
        "of": outcome.of,
        "passed": passed,
        "at": at,
        "again_at": None if passed else assessing.again_at(at, time_zone=_time_zone(event)),
    }


def grade_again(learner: UUID) -> int:
    """Grade all she handed in once more; how many came out different. Where nothing was broken, none does."""
    changed = 0
    for row in HandedIn.objects.filter(draw__learner=learner).select_related("draw", "event"):
        worth = _worth(row.draw, row.event)
        if any(getattr(row, name) != value for name, value in worth.items()):
            HandedIn.objects.filter(pk=row.pk).update(**worth)
            tell(learner=learner, module=row.draw.module)
            changed += 1
    return changed


def _time_zone(event: Event) -> str:
    place = people.membership_at(event.learner, at=event.corrected_at)
    centre = place.centre if place else people.default_centre()
    return centre.time_zone if centre else "Asia/Shanghai"


def _draw_of(learner: UUID, event: Event) -> Draw | None:
    """Her draw that the event names; made again where a restored server has lost it."""
    wanted = UUID(event.body["draw"])
    draw = Draw.objects.filter(pk=wanted).first()
    if draw is not None:
        return draw if draw.learner_id == learner else None
    first = next_nth(learner=learner, module=event.module)
    for release in catalog.assessment_releases(event.module):
        for nth in range(first + _FARTHEST):
            if draw_id(learner=learner, release=release, nth=nth) == wanted:
                return make_draw(learner=learner, release=release, nth=nth, at=event.corrected_at)
    return None


def next_nth(*, learner: UUID, module: str) -> int:
    """One above the last draw of this module that she handed in."""
    handed_in = HandedIn.objects.filter(draw__learner=learner, draw__module=module)
    last = handed_in.order_by("-draw__nth").values_list("draw__nth", flat=True).first()
    return 0 if last is None else last + 1


def draw_id(*, learner: UUID, release: str, nth: int) -> UUID:
    return uuid.uuid5(_DRAWS, _seed(learner=learner, release=release, nth=nth))


def _seed(*, learner: UUID, release: str, nth: int) -> str:
    return f"{learner}/{release}/{nth}"


def make_draw(*, learner: UUID, release: str, nth: int, at: datetime) -> Draw:
    """Her nth draw from this release; another one with this number, of an older release, makes room."""
    pools = catalog.assessment(release)
    _, pool = pools.pool_in(min(pools.pools))
    items = assessing.draw(pool.items, seed=_seed(learner=learner, release=release, nth=nth))
    Draw.objects.filter(learner=learner, module=pools.module, nth=nth, handed_in=None).delete()
    return Draw.objects.create(
        id=draw_id(learner=learner, release=release, nth=nth),
        learner_id=learner,
        module=pools.module,
        release_id=release,
        nth=nth,
        items=items,
        given_at=at,
    )
