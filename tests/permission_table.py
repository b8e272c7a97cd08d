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

    `method` is how it is asked; `away` where those are led who may not;
    `answers` are further statuses that are right for those who may (a form sent empty, a page that leads on).
    """

    who: frozenset[str]
    method: str = "GET"
    away: str = "/office/"
    answers: frozenset[int] = frozenset({200})


def opens(who: frozenset[str], *, answers: frozenset[int] = frozenset({200})) -> Rule:
    """A page to read."""
    return Rule(who=who, answers=answers)


def acts(who: frozenset[str], *, away: str = "/office/") -> Rule:
    """A button: POST does it and leads back; `away` where it leads those who may not."""
    return Rule(who=who, method="POST", answers=frozenset({200, 302, 400}), away=away)


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
    "office/sign-in-code/": opens(NOBODY),  # only between the password and the office
    "office/account/second-factor/": opens(STAFF),
    "office/account/second-factor/codes/": opens(STAFF, answers=frozenset({302})),  # as the next
    "office/account/second-factor/off/": opens(STAFF, answers=frozenset({302})),  # it is not on: back to the account
    "office/people/staff/<int:colleague>/second-factor/": opens(OPERATORS),
    "office/invitation/<str:token>/": anybody(200, 404),
    # learning
    "office/people/<uuid:learner>/proofs/": opens(ALL_BUT_B),
    "office/people/<uuid:learner>/proofs/sign/": opens(AUTHORS),  # who trains where she belongs
    "office/people/signatures/<int:signature>/take-back/": acts(AUTHORS),
    "office/people/certificates/<uuid:certificate>/revoke/": acts(ALL_BUT_B),
    # privacy
    "office/people/<uuid:learner>/data/": acts(LEADERS_BUT_B),
    "office/people/<uuid:learner>/erase/": opens(LEADERS_BUT_B),
    "office/people/<uuid:learner>/same/": opens(ALL_BUT_B),
    "office/people/<uuid:learner>/same/<uuid:other>/": opens(frozenset({OPERATOR, COUNTY})),  # the other has no centre
    # authoring
    "office/modules/": opens(AUTHORS),
    "office/modules/facts/": opens(AUTHORS),
    "office/modules/facts/<str:course>/<str:fact>/holds/": acts(AUTHORS),
    "office/media/images/<str:name>": opens(STAFF, answers=frozenset({404})),  # small photos of lessons, no people
    "office/library-drawings/": opens(STAFF),
    "office/library-drawings/results/": opens(STAFF),
    "office/library-drawings/chosen/<str:pk>/": opens(STAFF, answers=frozenset({404})),  # pictures, no people
    "office/library-sounds/": opens(STAFF),
    "office/library-sounds/results/": opens(STAFF),
    # reports
    "office/progress.csv": opens(STAFF),
    # reminders
    "office/reminders/": opens(STAFF),
    "office/reminders/<int:reminder>/told/": acts(ALL_BUT_B, away="/office/reminders/"),
    # asking
    "office/questions/": opens(STAFF),
    "office/questions/<uuid:question>/answer/": acts(ALL_BUT_B, away="/office/questions/"),
    "office/questions/attachments/<uuid:attachment>/": opens(ALL_BUT_B),
    # syncing
    "office/phones/": opens(STAFF),
    "office/phones/copy/": opens(STAFF),
    "office/phones/<uuid:device>/": opens(ALL_BUT_B),
    "office/phones/<uuid:device>/lost/": opens(ALL_BUT_B),
    "office/phones/<uuid:device>/wrong-name/": opens(ALL_BUT_B),
    "office/phones/<uuid:device>/found/": acts(ALL_BUT_B),
    "office/people/<uuid:learner>/lock/": opens(ALL_BUT_B),
    "office/people/<uuid:learner>/code/": acts(ALL_BUT_B),
    "office/people/<uuid:learner>/pass/": acts(ALL_BUT_B),
    "office/people/<uuid:learner>/pass/end/": acts(ALL_BUT_B),
    "office/phones/<uuid:device>/count/": acts(LEADERS_BUT_B),
    "office/phones/parked/": opens(STAFF),
    "office/phones/parked/again/": acts(LEADERS),
    "office/phones/parked/<int:parked>/again/": acts(LEADERS_BUT_B),
    "office/phones/parked/<int:parked>/count/": acts(LEADERS_BUT_B),
    "office/phones/parked/<int:parked>/aside/": acts(LEADERS_BUT_B),
    "office/phones/parked/<int:parked>/back/": acts(LEADERS_BUT_B),
    # the API: what it answers when asked without a token
    "api/v1/": anybody(404),
    "api/v1/openapi.json": anybody(200),
    "api/v1/docs": anybody(200),
    "api/v1/sync": anybody(405),
    "api/v1/sync/have": anybody(405),
    "api/v1/join": anybody(405),
    "api/v1/tokens": anybody(405),
    "api/v1/passes": anybody(405),
    "api/v1/admissions": anybody(405),
    "api/v1/remembered": anybody(200),
    "api/v1/remembered/admissions": anybody(405),
    "api/v1/assessments/<module>": anybody(405),
    "api/v1/certificates": anybody(405),
    "api/v1/attachments/<sha256>": anybody(405),
    "api/v1/catalogue": anybody(200, 404),
    # learners' pages; the app's own files are there once it was built
    "": anybody(200),
    "begin": anybody(302, 405),
    "join/": anybody(200),
    "join/<str:code>": anybody(200, 404),
    "pass/<str:code>": anybody(404),
    "pass/<str:code>/": anybody(404),
    "joined/": anybody(200, 302, 405),
    "<str:language>/<str:module>/<str:lesson>/": anybody(404),
    "static/<path:name>": anybody(404),
    **{route: anybody(200, 404, 503) for route in ("app", "today", "path", "library", "me", "worker.js")},
    **{f"{language}/-/<str:room>/": anybody(200, 404) for language in ("en", "zh-hans")},
    **{route: anybody(200, 404) for route in ("app.webmanifest", "manifest.webmanifest")},
    **{route: anybody(200, 404) for route in ("favicon.svg", "favicon.ico")},
    # the world
    "healthz": anybody(200),
    "readyz": anybody(200, 503),
    "packs/<str:sha256>": anybody(404),
    "verify/": anybody(200),
    **{route: anybody(404) for route in ("verify/<str:code>", "verify/<str:code>/")},
    "certificates/<str:code>/<str:key>.pdf": anybody(404),
}

PARAMETERS: dict[str, Callable[[Cast], object]] = {
    "learner": lambda cast: cast.learner_a.pk,
    "other": lambda cast: cast.unassigned.pk,
    "group": lambda cast: cast.group_a.pk,
    "village": lambda cast: cast.village_a.pk,
    "centre": lambda cast: cast.centre_a.pk,
    "county": lambda cast: cast.county.pk,
    "colleague": lambda cast: cast.trainer_a.pk,
    "role": lambda cast: cast.trainer_a.roles.get().pk,
    "code": lambda cast: cast.code_a.pk,
    "contact": lambda cast: cast.contact_a.pk,
    "invitation": lambda cast: cast.invitation_a.pk,
    "signature": lambda cast: cast.signature_a.pk,
    "certificate": lambda cast: cast.certificate_a.pk,
    "reminder": lambda cast: cast.reminder_a.pk,
    "device": lambda cast: cast.device_a.pk,
    "parked": lambda cast: cast.parked_a.pk,
    "question": lambda cast: cast.question_a.pk,
    "attachment": lambda cast: cast.attachment_a.pk,
    "language": lambda cast: "en",
    "module": lambda cast: "no-such-module",
    "course": lambda cast: "no-such-course",
    "fact": lambda cast: "no-such-fact",
    "lesson": lambda cast: "no-such-lesson",
    "room": lambda cast: "review",
    "key": lambda cast: "no-such-key",
    "token": lambda cast: "no-such-token",
    "sha256": lambda cast: "0" * 64,
    "name": lambda cast: "no-such-photo.webp",
    "pk": lambda cast: "0" * 64,
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
    "office/reports/": AUTHORS,
    "office/reports/site-history/": STAFF,  # shows only what one's own permissions cover; tested in tests/people
    "office/library-drawings/": STAFF,
    "office/library-sounds/": STAFF,
    "office/settings/": OPERATORS,
    "office/embeds/": STAFF,
    "office/snippets/": OPERATORS,
    # Wagtail's choosers ask for no permission: the library's pictures, documents and workflows, no people in them
    "office/documents/chooser/": STAFF,
    "office/images/chooser/": STAFF,
    "office/workflows/": STAFF,
    "office/documents/": AUTHORS,
    "office/images/": AUTHORS,
    "office/sites/": OPERATORS,
    "office/locales/": OPERATORS,
    "office/users/": OPERATORS,  # a list to read, which site history needs; staff are changed on our own pages
    "office/users/new/": NOBODY,
    "office/users/edit/": NOBODY,
    "office/users/delete/": NOBODY,
    "office/users/copy/": NOBODY,
    "office/groups/": NOBODY,
    "office/^.*/$": NOBODY,
    "documents/": NOBODY,
    "office/": STAFF,
}
