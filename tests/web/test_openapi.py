"""What `/api/v1/docs` promises is what the API does: every answer to any request is one of those documented."""

import re
import uuid
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import pytest
import schemathesis
from django.core import cache as kept
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.utils import timezone
from hypothesis import HealthCheck, settings
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from courses.people.models import Learner, Role
from courses.syncing import actions as syncing
from courses.syncing.models import RememberedLearner
from courses.syncing.wire_remembered import RememberRequest, Resident
from courses.web.api import api
from courses.web.phone_cookie import COOKIE
from tests.assessed import an_assessment
from tests.builders import a_join_code, a_staff_member
from tests.learned import a_module
from tests.syncing.phone import Json, Phone

pytestmark = pytest.mark.django_db


def _keep_the_connection() -> None:
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)


@pytest.fixture(autouse=True)
def _one_connection() -> Iterator[None]:
    """The test's own transaction outlives a request, as with Django's test client."""
    _keep_the_connection()
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@cache
def _site() -> WSGIHandler:
    return WSGIHandler()


def _application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """Loaded at the first request, when the tests' own settings hold."""
    return _site()(environ, start_response)


_SCHEMA = schemathesis.openapi.from_dict(api.get_openapi_schema())
_SCHEMA.app = _application
_SETTINGS = settings(max_examples=10, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
_HOLDS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


def _stands_in_the_documentation(path: str) -> bool:
    return path.startswith(("docs", "openapi.json")) or path == ""


def test_every_address_of_the_api_is_documented() -> None:
    routes = {str(pattern.pattern) for pattern in api.urls[0]}
    ours = {re.sub(r"<[^>]*?(\w+)>", r"{\1}", route) for route in routes if not _stands_in_the_documentation(route)}
    documented = {path.removeprefix("/api/v1/") for path in api.get_openapi_schema()["paths"]}
    assert ours == documented
    assert len(ours) > 5


@pytest.mark.parametrize("token", ["t" * 32, "short"])
@_SCHEMA.parametrize()
@_SETTINGS
def test_every_answer_is_documented(case: Case[Any], token: str) -> None:
    kept.cache.clear()
    case.call_and_validate(headers={"Authorization": f"Bearer {token}"}, checks=_HOLDS)


@pytest.fixture
def she() -> Phone:
    """A phone that the server knows, at a site with an assessment."""
    an_assessment()
    phone = Phone(release=a_module())
    phone.answer(phone.open())
    phone.sync()
    _keep_the_connection()  # Django's test client let go of it
    return phone


def _remembered(phone: Phone) -> tuple[int, str]:
    """Her sign in the cookie of this browser, and the cookie as the browser shows it."""
    resident = Resident(id=uuid.UUID(phone.learner), read=phone.read)
    request = RememberRequest(device=uuid.UUID(phone.device), learners=[resident])
    given = syncing.remember(request, token=phone.token, cookie="", now=timezone.now())
    assert given
    return RememberedLearner.objects.get(learner_id=phone.learner).pk, f"{COOKIE}={given.cookie}"


@_SCHEMA.parametrize()
@_SETTINGS
def test_every_answer_to_a_phone_that_is_known_is_documented(case: Case[Any], she: Phone) -> None:
    """Behind the first door: her own device, learner and keys stand in what is otherwise made up."""
    kept.cache.clear()
    known = Learner.objects.get(pk=she.learner)
    shown = syncing.print_pass(known, by=a_staff_member(role=Role.OPERATOR), now=timezone.now())
    codes = {"/api/v1/join": a_join_code().code, "/api/v1/admissions": shown}
    hers: Json = {"device": she.device, "learner": she.learner, "read": she.read, "module": "ra"}
    hers["learners"] = [{"id": she.learner, "read": she.read, "lock": True}]
    hers["code"] = codes.get(case.operation.path, "")
    hers["which"], cookie = _remembered(she)
    if isinstance(case.body, dict):
        case.body |= {name: value for name, value in hers.items() if name in case.body}
    if case.path_parameters:
        case.path_parameters["module"] = "ra"
    case.call_and_validate(headers={"Authorization": f"Bearer {she.token}", "Cookie": cookie}, checks=_HOLDS)
