"""A trainer looked a dated fact up: it still holds, and phones learn of the day with the next outline."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from courses.authoring.actions.compiling import ask_for_compile
from courses.authoring.models import CoursePage, FactCheck
from courses.catalog.models import Release
from courses.people import audit
from courses.people.models import Staff
from courses.refusals import NotFound

AUDIT_WORDS: dict[str, str | Promise] = {"authoring.still_holds": _("Looked up a number that changes: it still holds")}


class UnknownFact(NotFound):
    """No course has a fact with this id."""

    code = "unknown-fact"


@transaction.atomic
def still_holds(fact: str, *, course: str, by: Staff, now: datetime) -> None:
    """Note that she looked it up today and found the value that stands there. Safe to repeat. Raises UnknownFact."""
    pages = CoursePage.objects.filter(course_id=course).order_by("-pk")
    known = next((each for page in pages for each in page.facts if each["id"] == fact), None)
    if known is None:
        raise UnknownFact
    look, _new = FactCheck.objects.update_or_create(
        course=course,
        fact=fact,
        checked_date=timezone.localdate(now),
        defaults={"value": known["value"], "by": by},
    )
    audit.note(look, "authoring.still_holds", by=by, now=now, data={"fact": fact})
    ask_for_compile(kind=Release.Kind.OUTLINE, key=course, now=now)
