"""What `/api/v1/docs` promises is what the API does: every answer to any request is one of those documented."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import pytest
import schemathesis
from django.core import cache as kept
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from courses.web.api import api

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _one_connection() -> Iterator[None]:
    """The test's own transaction outlives a request, as with Django's test client."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
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
_HOLDS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


@pytest.mark.parametrize("token", ["t" * 32, "short"])
@_SCHEMA.parametrize()
@settings(max_examples=10, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_every_answer_is_documented(case: Case[Any], token: str) -> None:
    kept.cache.clear()
    case.call_and_validate(headers={"Authorization": f"Bearer {token}"}, checks=_HOLDS)
