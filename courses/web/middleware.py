"""What every request passes: its id for the log, and the policy headers of learners' pages."""

import uuid
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from courses.web.api import sync_at_once
from courses.web.errors import problem

Handler = Callable[[HttpRequest], HttpResponse]


def request_id(get_response: Handler) -> Handler:
    """Gives each request an id that logs and the 500 answer share."""

    def handle(request: HttpRequest) -> HttpResponse:
        request.META["XIANGKE_REQUEST_ID"] = uuid.uuid4().hex[:12]
        response = get_response(request)
        response["X-Request-Id"] = request.META["XIANGKE_REQUEST_ID"]
        return response

    return handle


def sync_first(get_response: Handler) -> Handler:
    """Answers sync before the others begin: it needs no session, language, form check or sign-in, and is asked most.

    Together they would cost more than taking twenty events.
    """

    def handle(request: HttpRequest) -> HttpResponse:
        if request.path_info == "/api/v1/sync" and request.method == "POST":
            return sync_at_once(request)
        if "\0" in request.path_info:  # nothing is called so, and PostgreSQL breaks when asked
            return problem(request, code="not-found", status=404)
        return get_response(request)

    return handle


def learner_pages_policy(get_response: Handler) -> Handler:
    """Learners' pages load nothing from elsewhere; a view may set a stricter or more exact policy itself."""

    def handle(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if not request.path.startswith("/office/") and "Content-Security-Policy" not in response:
            response["Content-Security-Policy"] = (
                "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
                "media-src 'self' blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'self'; "
                "form-action 'self'"
            )
        return response

    return handle
