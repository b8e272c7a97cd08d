"""When each dated fact was last looked up: the day in the course's file, or a later look noted in the office."""

from collections.abc import Sequence

from courses.authoring.models import CoursePage, FactCheck
from courses.engine.format.types import Json


def facts_of(page: CoursePage) -> list[Json]:
    """As in `facts.yaml`; `checked` is the newest day on which somebody confirmed the value that stands there."""
    looks = FactCheck.objects.filter(course=page.course_id).order_by("checked_date")
    return [_with_newest_look(fact, looks=list(looks)) for fact in page.facts]


def _with_newest_look(fact: Json, *, looks: Sequence[FactCheck]) -> Json:
    days = [look.checked_date.isoformat() for look in looks if (look.fact, look.value) == (fact["id"], fact["value"])]
    return {**fact, "checked": max(fact["checked"], *days)} if days else fact
