"""Moments as a reader of the office says them."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext, ngettext


def ago(at: datetime, *, now: datetime) -> str:
    """How long ago, by the calendar of the reader: today with the time, yesterday, or days."""
    then = timezone.localtime(at)
    days = (timezone.localdate(now) - then.date()).days
    if days <= 0:
        return gettext("today %(time)s") % {"time": then.strftime("%H:%M")}
    if days == 1:
        return gettext("yesterday")
    return ngettext("%(days)s day ago", "%(days)s days ago", days) % {"days": days}
