"""What the office says when something is refused."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from courses.refusals import Refusal

_SENTENCES = {
    "may-not": _("Your role does not include this here."),
    "name-taken": _("Another one has this name. Please choose a different one."),
    "name-missing": _("Please write a name."),
    "unknown-time-zone": _("Please choose a time zone from the list."),
    "places-differ": _("The group and the village belong to another centre. Please choose again."),
    "unlikely-year": _("Please check the year of birth."),
    "no-consent": _("First note down that she agrees to be written to or called."),
    "contact-missing": _("Please write how she may be reached."),
    "user-name-taken": _("Somebody uses this sign-in name already. Please choose another."),
    "weak-password": _("Please choose a longer or less usual password."),
    "same-password": _("Please choose a password that differs from the one you were given."),
    "last-operator": _("Somebody has to run the site: name another operator first."),
    "place-missing": _("Trainers and managers need a centre or a county; operators have none."),
    "code-out-of-range": _("A code can last 1 to 365 days and seat 1 or more people."),
    "already-signed": _("Somebody signed for this module already."),
    "day-ahead": _("This day lies ahead. Please choose the day on which you saw it."),
    "unknown-invitation": _("This link was used already or withdrawn. Ask for a new one."),
    "wrong-code": _(
        "This code does not fit. Your app shows a new one every half minute: please type the one it shows now. "
        "If that does not help, let your phone set its clock by itself."
    ),
    "wrong-recovery-code": _(
        "This recovery code does not fit, or was used already: each lets you in once. "
        "Please take the next on your list."
    ),
    "used-code": _("This code was used already. In half a minute your app shows the next one."),
    "wait-for-next-try": _("A short pause after codes that did not fit. Please try again in %(seconds)s s."),
    "wrong-password": _("This is not your password. Please type it again."),
    "second-factor-is-on": _("Two-step sign-in is on already."),
    "second-factor-is-off": _("Two-step sign-in is off already."),
    "not-a-copy": _("No phone of ours wrote this file. Please choose the one named “xiangke…”."),
    "copy-too-large": _("This file is far larger than any phone’s copy. Please choose the one named “xiangke…”."),
    "not-six-digits": _("Please type the six digits that her phone shows."),
    "no-lock-key": _("None of her phones can have a lock yet: none has asked for the key to it."),
    "not-on-this-phone": _("She does not learn on this phone. Please choose somebody who does."),
    "other-centre": _("They belong to different centres. First move one of them."),
    "no-answer": _("Please write an answer."),
    "too-many-signs": _("An answer has room for %(most)s signs; here are %(signs)s. Please make it shorter."),
    "answered-meanwhile": _(
        "Somebody answered a moment ago. Read it above; your words are kept and still yours to send."
    ),
    "unknown-learner": _("There is nobody like that here."),
    "unknown-fact": _("This number is in no course any more."),
    "expired-invitation": _("This link was good for 14 days. Ask for a new one."),
}


def sentence(refusal: Refusal) -> str:
    """The refusal in the reader's language, with its reasons where it has some."""
    reasons = refusal.details.get("reasons")
    if isinstance(reasons, list):
        return " ".join(str(reason) for reason in reasons)
    words = _SENTENCES.get(refusal.code)
    return str(words) % refusal.details if words else gettext("This did not work. Please look again.")
