"""Walks every address of the site as each of the cast, and holds it to `tests/permission_table.py`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest
from django.db import transaction
from django.http import HttpResponseBase, StreamingHttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.cast import NAME_A, NAME_B, NAME_UNASSIGNED, Cast, the_cast
from tests.permission_table import (
    COUNTY,
    LEARNER,
    MANAGER_A,
    MANAGER_B,
    OPERATOR,
    OURS,
    PARAMETERS,
    STRANGER,
    TRAINER_A,
    WAGTAIL,
    Rule,
)
from tests.syncing.phone import Phone

pytestmark = pytest.mark.pages

EVERYONE = [OPERATOR, COUNTY, MANAGER_A, MANAGER_B, TRAINER_A, LEARNER, STRANGER]
LED_AWAY = {301, 302, 403, 404, 405}


@dataclass(frozen=True)
class Address:
    """One pattern of the URL configuration; `route` as it is written there, `is_ours` where our code answers."""

    route: str
    is_ours: bool


def all_addresses() -> list[Address]:
    """Every address the site knows, sub-resolvers opened up."""
    return list(_open_up(get_resolver().url_patterns, before=""))


def _open_up(patterns: Sequence[URLPattern | URLResolver], *, before: str) -> Iterator[Address]:
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _open_up(pattern.url_patterns, before=route)
        else:
            view = getattr(pattern.callback, "view_class", pattern.callback)
            yield Address(route=route, is_ours=not view.__module__.startswith(("wagtail.", "django.views.")))


def path_of(route: str, *, cast: Cast) -> str:
    """The route with things of centre A in its parameters; Wagtail's own get the number 1."""

    def value(found: re.Match[str]) -> str:
        name = found["name"]
        return str(PARAMETERS[name](cast)) if name in PARAMETERS else "1"

    plain = re.sub(r"\((?:\?P<\w+>)?[^)]*\)|\.\*", "1", route)  # Wagtail's few regular expressions
    return "/" + re.sub(r"<(?:\w+:)?(?P<name>\w+)>", value, plain).translate({ord(sign): None for sign in "^$\\"})


def wagtails_rule(route: str) -> frozenset[str] | None:
    """Who may be answered, by the longest beginning in the table; None: the table does not know it."""
    known = [start for start in WAGTAIL if route.startswith(start) and (start != "office/" or route == start)]
    return WAGTAIL[max(known, key=len)] if known else None


def signed_in(who: str, *, cast: Cast) -> Client:
    people = {
        OPERATOR: cast.operator,
        COUNTY: cast.county_officer,
        MANAGER_A: cast.manager_a,
        MANAGER_B: cast.manager_b,
        TRAINER_A: cast.trainer_a,
    }
    headers = {"authorization": f"Bearer {a_token_of_a_learners_phone()}"} if who == LEARNER else {}
    client = Client(raise_request_exception=False, headers=headers)
    if who in people:
        client.force_login(people[who])
    return client


def a_token_of_a_learners_phone() -> str:
    """A token that the server knows: this phone has handed over an event."""
    phone = Phone()
    phone.write("consent_set", body={"purpose": "needs", "given": True})
    phone.sync()
    return phone.token


def ask(client: Client, path: str, *, method: str) -> HttpResponseBase:
    """One request whose effects are taken back, so that each finds the world as it was."""
    with transaction.atomic():
        response: HttpResponseBase = client.generic(method, path)
        transaction.set_rollback(True)
    return response


def text_of(response: HttpResponseBase) -> str:
    content = b"".join(response) if isinstance(response, StreamingHttpResponse) else response.content  # type: ignore[attr-defined]
    return bytes(content).decode(errors="replace")


@pytest.fixture
def cast(db: None) -> Cast:
    return the_cast()


def test_every_address_of_ours_is_in_the_table() -> None:
    ours = {address.route for address in all_addresses() if address.is_ours}

    assert ours - set(OURS) == set(), "say in tests/permission_table.py who may open these"
    assert set(OURS) - ours == set(), "these are gone"


def test_every_address_of_wagtail_has_a_rule() -> None:
    unknown = {a.route for a in all_addresses() if not a.is_ours and wagtails_rule(a.route) is None}

    assert unknown == set()


def test_every_parameter_of_ours_names_a_thing_of_centre_a() -> None:
    names = {name for route in OURS for name in re.findall(r"<(?:\w+:)?(\w+)>", route)}

    assert names - set(PARAMETERS) == set()


@pytest.mark.parametrize("who", EVERYONE)
def test_our_addresses_open_for_whom_the_table_says(cast: Cast, who: str) -> None:
    client = signed_in(who, cast=cast)

    wrong = {
        f"{rule.method} {route}": said
        for route, rule in OURS.items()
        if (said := _what_is_wrong(client, route, rule=rule, who=who, cast=cast))
    }

    assert wrong == {}


def _what_is_wrong(client: Client, route: str, *, rule: Rule, who: str, cast: Cast) -> str:
    response = ask(client, path_of(route, cast=cast), method=rule.method)
    place = response.headers.get("Location", "")
    if who in rule.who:
        is_home = response.status_code == 302 and place == "/office/"
        return "" if response.status_code in rule.answers and not is_home else f"{response.status_code} {place}"
    if route.startswith("office/") and who in (STRANGER, LEARNER):
        return "" if place.startswith("/office/login/") else f"{response.status_code} {place}"
    led_away = response.status_code in LED_AWAY and place in ("", rule.away)
    return "" if led_away else f"{response.status_code} {place} although not hers"


@pytest.mark.parametrize("who", [MANAGER_B, TRAINER_A, LEARNER, STRANGER])
def test_a_form_that_is_not_hers_to_read_is_not_hers_to_send(cast: Cast, who: str) -> None:
    client = signed_in(who, cast=cast)
    forms = {route: rule for route, rule in OURS.items() if route.startswith("office/") and rule.method == "GET"}

    taken = {
        route: answer.status_code
        for route, rule in forms.items()
        if who not in rule.who
        if (answer := ask(client, path_of(route, cast=cast), method="POST")).status_code not in LED_AWAY
    }

    assert taken == {}


@pytest.mark.parametrize("who", EVERYONE)
def test_wagtails_addresses_answer_only_whom_the_table_says(cast: Cast, who: str) -> None:
    client = signed_in(who, cast=cast)

    answered = {
        address.route: response.status_code
        for address in all_addresses()
        if not address.is_ours and who not in (wagtails_rule(address.route) or ())
        if (response := ask(client, path_of(address.route, cast=cast), method="GET")).status_code
        not in {*LED_AWAY, 400, 500}
    }

    assert answered == {}


@pytest.mark.parametrize(
    ("who", "others"),
    [(MANAGER_B, "a"), (MANAGER_A, "b"), (TRAINER_A, "b"), (LEARNER, "ab"), (STRANGER, "ab")],
)
def test_no_page_names_a_learner_of_another_centre(cast: Cast, who: str, others: str) -> None:
    client = signed_in(who, cast=cast)
    secrets = [NAME_UNASSIGNED, str(cast.unassigned.pk)]
    if "a" in others:
        secrets += [NAME_A, cast.village_a.name, cast.group_a.name, cast.contact_a.value]
    if "b" in others:
        secrets += [NAME_B, cast.village_b.name, cast.group_b.name]

    told = {
        address.route: [secret for secret in secrets if secret in text]
        for address in all_addresses()
        for text in [text_of(ask(client, path_of(address.route, cast=cast), method="GET"))]
        if any(secret in text for secret in secrets)
    }

    assert told == {}


@pytest.mark.parametrize(("who", "name"), [(MANAGER_A, NAME_A), (TRAINER_A, NAME_A), (MANAGER_B, NAME_B)])
def test_each_sees_the_names_of_her_own_centre(cast: Cast, who: str, name: str) -> None:
    client = signed_in(who, cast=cast)

    for path in ("/office/people/", "/office/people/export/"):
        assert name in text_of(ask(client, path, method="GET"))


def test_county_and_operator_see_everybody_the_unassigned_too(cast: Cast) -> None:
    for who in (COUNTY, OPERATOR):
        shown = text_of(ask(signed_in(who, cast=cast), "/office/people/", method="GET"))
        assert all(name in shown for name in (NAME_A, NAME_B, NAME_UNASSIGNED))
