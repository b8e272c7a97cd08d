"""Plain words for what phones say in codes: kinds of records, reasons, clocks, browsers."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy, ngettext

from courses.syncing.queries import Phone

KINDS: dict[str, str | Promise] = {
    "lesson_opened": gettext_lazy("Lesson opened"),
    "answered": gettext_lazy("Answer"),
    "lesson_finished": gettext_lazy("Lesson finished"),
    "tool_used": gettext_lazy("Practice"),
    "checked": gettext_lazy("Check of a lesson"),
    "assessed": gettext_lazy("Assessment handed in"),
    "taught": gettext_lazy("Taught a neighbour"),
    "profile_set": gettext_lazy("Name or picture"),
    "consent_set": gettext_lazy("What she agreed to"),
    "survey_answered": gettext_lazy("Answer about herself"),
    "message_read": gettext_lazy("Message read"),
    "asked": gettext_lazy("Question to the trainer"),
    "attachment": gettext_lazy("Photo or spoken note"),
    "reassigned": gettext_lazy("Moved to who did it"),
    "unreadable": gettext_lazy("Could not be read"),
}


def kind(code: str) -> str:
    """A kind that this site does not know has its own name."""
    return str(KINDS.get(code, code))


@dataclass(frozen=True, kw_only=True)
class Reason:
    """Why something is parked, and what helps; `leaders_only`: what managers and the operator alone can do."""

    why: str | Promise
    helps: str | Promise
    leaders_only: bool = True


_UPDATE = gettext_lazy("Update the site, then try again.")
_TELL_US = gettext_lazy("Nothing is lost. Show the raw text to whoever looks after the app.")
REASONS: dict[str, Reason] = {
    "unreadable": Reason(why=gettext_lazy("The text was damaged, on the phone or on its way."), helps=_TELL_US),
    "unknown-kind": Reason(why=gettext_lazy("A newer app wrote it; this site does not know it yet."), helps=_UPDATE),
    "unknown-version": Reason(why=gettext_lazy("A newer app wrote it; this site does not know it yet."), helps=_UPDATE),
    "bad-item": Reason(why=gettext_lazy("It names a place that no lesson can have."), helps=_TELL_US),
    "bad-body": Reason(why=gettext_lazy("A part of it is missing or is not what it should be."), helps=_TELL_US),
    "not-your-learner": Reason(
        why=gettext_lazy("This phone has not been let in for this learner, who began on another phone."),
        helps=gettext_lazy("Give her a one-time code on her page, to type on this phone. Then this counts by itself."),
        leaders_only=False,
    ),
    "same-id-other-content": Reason(
        why=gettext_lazy("Another record has the same number and came first. The first one counts."),
        helps=gettext_lazy("Compare them if you like, then put this one aside."),
    ),
    "revoked-device": Reason(
        why=gettext_lazy("This phone was blocked, so nothing from it counts by itself."),
        helps=gettext_lazy(
            "If it was found, say so on its page, then try again. If you know that it is right, count it."
        ),
    ),
}
_OF_A_FOUND_PHONE = Reason(
    why=gettext_lazy("It came while this phone was blocked. The phone was found since."),
    helps=gettext_lazy("Try again: now it counts."),
)
_OTHER = Reason(why=gettext_lazy("It could not be taken as it came."), helps=_TELL_US)


def reason(code: str, *, is_blocked: bool = True) -> Reason:
    """`is_blocked`: whether the phone that sent it still is."""
    return _OF_A_FOUND_PHONE if code == "revoked-device" and not is_blocked else REASONS.get(code, _OTHER)


def clock(phone: Phone) -> str:
    """How wrong the clock is, such as `+3 h 12 min`."""
    if phone.clock_error is None:
        return gettext("not known")
    if phone.has_right_clock:
        return gettext("right")
    sign = "+" if phone.clock_error > timedelta(0) else "−"
    return f"{sign}{_long(abs(phone.clock_error))}"


def _long(time: timedelta) -> str:
    hours, minutes = time.seconds // 3600, time.seconds // 60 % 60
    if years := time.days // 365:
        return ngettext("%(years)s year", "%(years)s years", years) % {"years": years}
    if time.days:
        return ngettext("%(days)s day", "%(days)s days", time.days) % {"days": time.days}
    if hours:
        return gettext("%(hours)s h %(minutes)s min") % {"hours": hours, "minutes": minutes}
    return gettext("%(minutes)s min") % {"minutes": minutes}


TIERS: dict[int | None, str | Promise] = {
    1: gettext_lazy("All of it works there, without a network too"),
    2: gettext_lazy("Works there while connected; lessons do not stay on the phone by themselves"),
    3: gettext_lazy("Pages without the app: each answer needs the network"),
    None: gettext_lazy("not known: its app does not say yet"),
}

ABILITIES: dict[str, str | Promise] = {
    "worker": gettext_lazy("keeps the app on the phone"),
    "locks": gettext_lazy("sends from one window at a time"),
    "hashing": gettext_lazy("checks files quickly"),
    "gzip": gettext_lazy("sends packed"),
}
