"""The audit lines of staff actions, kept in Wagtail's own log. A line never holds a learner's name or number."""

from collections.abc import Mapping
from copy import copy
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet
from django.utils.functional import LazyObject
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from courses.people.models import Learner, Staff

ACTIONS = {
    "people.invite": _("Invited someone to the staff"),
    "people.accept_invitation": _("Accepted an invitation"),
    "people.withdraw_invitation": _("Withdrew an invitation"),
    "people.assign_role": _("Gave a role"),
    "people.remove_role": _("Took a role away"),
    "people.new_password": _("Made a one-time password"),
    "people.change_password": _("Chose a new password"),
    "people.second_factor_on": _("Turned the second sign-in step on"),
    "people.second_factor_off": _("Turned the second sign-in step off"),
    "people.new_recovery_codes": _("Made new recovery codes"),
    "people.second_factor_reset": _("Reset a colleague's second sign-in step"),
    "people.create": _("Created"),
    "people.change": _("Changed"),
    "people.close_group": _("Closed a group"),
    "people.reopen_group": _("Opened a group again"),
    "people.make_code": _("Made a join code"),
    "people.withdraw_code": _("Withdrew a join code"),
    "people.move": _("Moved a learner"),
    "people.set_about": _("Changed what is known about a learner"),
    "people.add_contact": _("Wrote down a contact"),
    "people.withdraw_contact": _("Took a contact back"),
    "people.consent": _("Wrote down a consent"),
}

NOBODY = str(UUID(int=0))
"""In place of the id of somebody who was erased."""


def note(instance: Model, action: str, *, by: Staff, now: datetime, data: Mapping[str, object] | None = None) -> None:
    """Write one audit line: who did what to which thing, and when."""
    while isinstance(instance, LazyObject):  # who is signed in comes wrapped twice; Wagtail's log looks through one
        instance = copy(instance)
    log(instance=instance, action=action, user=by, timestamp=now, data=dict(data or {}))


def lines_about(learner: UUID) -> QuerySet[Any]:
    """The lines about one learner, oldest first."""
    lines: QuerySet[Any] = ModelLogEntry.objects.filter(content_type=ContentType.objects.get_for_model(Learner))
    return lines.filter(object_id=str(learner)).order_by("timestamp")


def forget(learner: UUID) -> None:
    """What staff did stays known, about whom does not."""
    lines_about(learner).update(object_id=NOBODY, label="–", deleted=True)
