"""A browser that lost everything but one cookie: being remembered, "Is this you?", coming back, being forgotten."""

from collections.abc import Mapping
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Router

from courses.people import limits
from courses.people.models import Learner
from courses.syncing import actions as syncing
from courses.syncing import queries as phones
from courses.syncing import wire_remembered as wire
from courses.syncing.models import RememberedLearner
from courses.web import phone_cookie
from courses.web.answers import TooMany, as_json, documented, upload_token
from courses.web.bodies import body_of
from courses.web.sentences import speak

router = Router()


def _count(request: HttpRequest) -> None:
    if not limits.count_try(limits.REMEMBERED_BY_ADDRESS, who=limits.address_of(request)):
        raise TooMany


@router.post(
    "",
    openapi_extra=documented(400, 401, 403, 413, 429, body=wire.RememberRequest),
    summary="Know this browser again, if it throws everything away but a cookie",
)
def remember(request: HttpRequest) -> HttpResponse:
    token, cookie = upload_token(request), phone_cookie.cookie_of(request)
    sent = wire.read_remember(body_of(request))
    speak(request, sent.language)
    _count(request)
    kept = syncing.remember(sent, token=token, cookie=cookie, now=timezone.now())
    response = as_json({"learners": kept.learners if kept else []})
    if kept:
        phone_cookie.keep(response, cookie=kept.cookie, request=request)
    return response


@router.get("", openapi_extra=documented(403, 422, 429), summary="Who learned in this browser")
def faces(request: HttpRequest, device: UUID | None = None) -> HttpResponse:
    """Names and pictures to choose from, without those who learn on `device` already. Nobody without a cookie."""
    cookie, now = phone_cookie.cookie_of(request), timezone.now()
    if not cookie:
        return as_json({"faces": []})
    _count(request)
    return as_json({"faces": [_face(row) for row in phones.faces(cookie, device=device, now=now)]})


def _face(row: RememberedLearner) -> Mapping[str, object]:
    """`which` says who it is beside the cookie, and is nothing without it."""
    return {"which": row.pk, "is_locked": row.is_locked, **syncing.face(row.learner)}


def arrived(learner: Learner) -> Mapping[str, object]:
    """Who was let in on this phone."""
    return {"learner": learner.pk, **syncing.introduction(learner)}


@router.post(
    "/admissions",
    openapi_extra=documented(400, 401, 403, 404, 413, 429, body=wire.ComeBackRequest),
    summary="Bring back to this browser one who learned in it",
)
def come_back(request: HttpRequest) -> HttpResponse:
    token, cookie = upload_token(request), phone_cookie.cookie_of(request)
    sent = wire.read_come_back(body_of(request))
    speak(request, sent.language)
    _count(request)
    learner = syncing.come_back(sent, token=token, cookie=cookie, now=timezone.now())
    return as_json(arrived(learner))


@router.delete("", openapi_extra=documented(403, 429), summary="Forget this browser")
def forget(request: HttpRequest) -> HttpResponse:
    cookie = phone_cookie.cookie_of(request)
    _count(request)
    syncing.forget(cookie)
    response = as_json({})
    phone_cookie.drop(response)
    return response
