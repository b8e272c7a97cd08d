"""One JSON shape for whatever is refused or breaks: `{"code", "message", "details"}`, in the reader's language."""

import logging
from collections.abc import Mapping

from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from courses.refusals import Conflict, Invalid, NotAllowed, NotFound, Refusal
from courses.web.sentences import language_of, sentence

log = logging.getLogger(__name__)

STATUS_OF_FAMILY: Mapping[type[Refusal], int] = {NotFound: 404, NotAllowed: 403, Conflict: 409, Invalid: 422}
STATUS_OF_CODE = {"malformed": 400, "wrong-token": 401, "gone": 410, "too-large": 413, "too-many": 429, "busy": 503}
SECONDS_TO_WAIT = {"too-many": 900, "busy": 10}
_CODE_OF_STATUS = {400: "bad-request", 401: "wrong-token", 403: "not-allowed", 404: "not-found"}


def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """The answer to a request that was refused for a reason a person can act on."""
    family = next(family for family in STATUS_OF_FAMILY if isinstance(refusal, family))
    status = STATUS_OF_CODE.get(refusal.code, STATUS_OF_FAMILY[family])
    response = problem(request, code=refusal.code, status=status, family=family.code, details=refusal.details)
    if refusal.code in SECONDS_TO_WAIT:
        response["Retry-After"] = str(SECONDS_TO_WAIT[refusal.code])
    return response


def problem(
    request: HttpRequest,
    *,
    code: str,
    status: int,
    family: str = "invalid",
    details: Mapping[str, object] | None = None,
) -> HttpResponse:
    message = sentence(code, family=family, language=language_of(request))
    response = JsonResponse(
        {"code": code, "message": message, "details": dict(details or {})},
        status=status,
        json_dumps_params={"ensure_ascii": False},
    )
    response["Cache-Control"] = "no-store"
    return response


def broken(request: HttpRequest, error: Exception) -> HttpResponse:
    """A bug: logged with its request, answered in the same shape."""
    log.error("request %s to %s broke", _request_id(request), request.path, exc_info=error)
    return problem(request, code="something-broke", status=500, details={"request": _request_id(request)})


def _request_id(request: HttpRequest) -> str:
    return str(request.META.get("XIANGKE_REQUEST_ID", ""))


def answer_errors(api: NinjaAPI) -> None:
    """Give the API its one shape for everything that goes wrong."""

    @api.exception_handler(Refusal)
    def on_refusal(request: HttpRequest, error: Refusal) -> HttpResponse:
        return refused(request, error)

    @api.exception_handler(Http404)
    def on_missing(request: HttpRequest, error: Http404) -> HttpResponse:
        return problem(request, code="not-found", status=404)

    @api.exception_handler(ValidationError)
    def on_invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
        fields = [{"where": list(each["loc"]), "what": each["msg"]} for each in error.errors]
        return problem(request, code="invalid", status=422, details={"fields": fields})

    @api.exception_handler(HttpError)
    def on_http_error(request: HttpRequest, error: HttpError) -> HttpResponse:
        code = _CODE_OF_STATUS.get(error.status_code, "invalid")
        return problem(request, code=code, status=error.status_code)

    @api.exception_handler(OperationalError)
    def on_busy(request: HttpRequest, error: OperationalError) -> HttpResponse:
        """The database could not answer now: too many at once, or away. Nothing was written; phones try again."""
        log.warning("request %s to %s found the database busy: %s", _request_id(request), request.path, error)
        response = problem(request, code="busy", status=503)
        response["Retry-After"] = str(SECONDS_TO_WAIT["busy"])
        return response

    @api.exception_handler(Exception)
    def on_bug(request: HttpRequest, error: Exception) -> HttpResponse:
        return broken(request, error)
