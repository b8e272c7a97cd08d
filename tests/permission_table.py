"""Who may open what: every address of the site, in one table. `tests/test_permission_walk.py` holds the site to it.

A new address makes the walk fail until it is written here. For an address of our own add one line to OURS:

    "office/people/<uuid:learner>/": opens(ALL_BUT_B),

and, where its parameter is new, a line to PARAMETERS that names the thing of centre A to ask for.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tests.cast import Cast

OPERATOR, COUNTY, MANAGER_A, MANAGER_B, TRAINER_A = "operator", "county officer", "manager A", "manager B", "trainer A"
STRANGER, LEARNER = "stranger", "learner"

STAFF = frozenset({OPERATOR, COUNTY, MANAGER_A, MANAGER_B, TRAINER_A})
ALL_BUT_B = STAFF - {MANAGER_B}
LEADERS = STAFF - {TRAINER_A}
LEADERS_BUT_B = LEADERS - {MANAGER_B}
AUTHORS = frozenset({OPERATOR, TRAINER_A})
OPERATORS = frozenset({OPERATOR})
NOBODY: frozenset[str] = frozenset()
EVERYBODY = STAFF | {STRANGER, LEARNER}


@dataclass(frozen=True)
class Rule:
    """Who may open an address; asked for things of centre A. Everybody else is led away (302), or told 403 or 404.

    `method` is how it is asked; `answers` are further statuses that are right for those who may (a form sent empty,
    a page that leads on).
    """

    who: frozenset[str]
    method: str = "GET"
    answers: frozenset[int] = frozenset({200})


def opens(who: frozenset[str], *, answers: frozenset[int] = frozenset({200})) -> Rule:
    """A page to read."""
    return Rule(who=who, answers=answers)


def acts(who: frozenset[str]) -> Rule:
    """A button: POST does it and leads back."""
    return Rule(who=who, method="POST", answers=frozenset({200, 302, 400}))


def anybody(*answers: int) -> Rule:
    """A public address, with what it answers when asked without anything."""
    return Rule(who=EVERYBODY, answers=frozenset(answers or {200}))


OURS: dict[str, Rule] = {
    # people
    "office/people/": opens(STAFF),
    "office/people/results/": opens(STAFF),
    "office/people/export/": opens(STAFF),
    "office/people/<uuid:learner>/": opens(ALL_BUT_B),
    "office/people/<uuid:learner>/move/": opens(ALL_BUT_B),
    "office/people/<uuid:learner>/about/": opens(ALL_BUT_B),
    "office/people/<uuid:learner>/consent/": acts(ALL_BUT_B),
    "office/people/<uuid:learner>/contact/": opens(ALL_BUT_B),
    "office/people/contact/<int:contact>/withdraw/": acts(ALL_BUT_B),
    "office/people/groups/": opens(STAFF),
    "office/people/groups/new/": opens(STAFF),
    "office/people/groups/<int:group>/": opens(ALL_BUT_B),
    "office/people/groups/<int:group>/edit/": opens(ALL_BUT_B),
    "office/people/groups/<int:group>/close/": acts(ALL_BUT_B),
    "office/people/groups/<int:group>/reopen/": acts(ALL_BUT_B),
    "office/people/groups/<int:group>/code/": opens(ALL_BUT_B),
    "office/people/codes/<int:code>/withdraw/": acts(ALL_BUT_B),
    "office/people/codes/<int:code>/poster/": opens(ALL_BUT_B),
    "office/people/villages/": opens(STAFF),
    "office/people/villages/new/": opens(STAFF),
    "office/people/villages/<int:village>/": opens(ALL_BUT_B),
    "office/people/places/": opens(OPERATORS),
    "office/people/places/county/new/": opens(OPERATORS),
    "office/people/places/county/<int:county>/": opens(OPERATORS),
    "office/people/places/centre/new/": opens(OPERATORS),
    "office/people/places/centre/<int:centre>/": opens(OPERATORS),
    "office/people/staff/": opens(LEADERS),
    "office/people/staff/invite/": opens(LEADERS),
    "office/people/staff/<int:colleague>/": opens(LEADERS_BUT_B),
    "office/people/staff/<int:colleague>/role/": opens(LEADERS_BUT_B),
    "office/people/staff/<int:colleague>/password/": acts(LEADERS_BUT_B),
    "office/people/staff/role/<int:role>/remove/": acts(LEADERS_BUT_B),
    "office/people/staff/invitation/<int:invitation>/withdraw/": acts(LEADERS_BUT_B),
    "office/own-password/": opens(NOBODY),  # only with a one-time password
    "office/invitation/<str:token>/": anybody(200, 404),
    # the world
    "healthz": anybody(200),
    "readyz": anybody(200, 503),
    "packs/<str:sha256>": anybody(404),
}

PARAMETERS: dict[str, Callable[[Cast], object]] = {
    "learner": lambda cast: cast.learner_a.pk,
    "group": lambda cast: cast.group_a.pk,
    "village": lambda cast: cast.village_a.pk,
    "centre": lambda cast: cast.centre_a.pk,
    "county": lambda cast: cast.county.pk,
    "colleague": lambda cast: cast.trainer_a.pk,
    "role": lambda cast: cast.trainer_a.roles.get().pk,
    "code": lambda cast: cast.code_a.pk,
    "contact": lambda cast: cast.contact_a.pk,
    "invitation": lambda cast: cast.invitation_a.pk,
    "token": lambda cast: "no-such-token",
    "sha256": lambda cast: "0" * 64,
}

WAGTAIL: dict[str, frozenset[str]] = {
    # Wagtail's own addresses by their beginning, the longest first: who may be answered with a page.
    "office/login/": EVERYBODY,
    "office/logout/": EVERYBODY,
    "office/sprite/": EVERYBODY,
    "office/jsi18n/": EVERYBODY,
    "office/password_reset/": NOBODY,
    "office/account/": STAFF,
    "office/test404/": STAFF,
    "office/failwhale/": NOBODY,
    "office/dismissibles/": STAFF,
    "office/block-preview/": STAFF,
    "office/editing-sessions/": AUTHORS,
    "office/bulk/": AUTHORS,
    "office/api/main/": STAFF,  # pages and pictures of the library: no people in it
    "office/pages/": STAFF,  # the list of modules may be read; each page's own permission says who edits
    "office/choose-": STAFF,
    "office/tag-autocomplete/": STAFF,
    "office/collections/": OPERATORS,
    "office/workflows/": AUTHORS,
    "office/reports/": AUTHORS,
    "office/settings/": OPERATORS,
    "office/embeds/": STAFF,
    "office/snippets/": OPERATORS,
    "office/documents/": AUTHORS,
    "office/images/": AUTHORS,
    "office/sites/": OPERATORS,
    "office/locales/": OPERATORS,
    "office/users/": NOBODY,
    "office/groups/": NOBODY,
    "office/^.*/$": NOBODY,
    "documents/": NOBODY,
    "office/": STAFF,
}
