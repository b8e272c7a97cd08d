"""The API under /api/v1: routing and tokens, one call into a feature each. docs/events.md describes sync.

Bodies of sync are decoded by `courses.syncing.wire`, which is several times quicker than a schema of the framework.
"""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import NinjaAPI

from courses.catalog import queries as catalog
from courses.documents.qr import qr_rows
from courses.learning import actions as learning
from courses.learning import queries as proofs
from courses.learning.tasks import fold
from courses.people import limits
from courses.people.office.links import phone_address
from courses.syncing import actions as syncing
from courses.syncing import wire
from courses.syncing.announcing import Announcer
from courses.web.answers import TooMany, as_json, documented, upload_token
from courses.web.attachments_api import router as attachments
from courses.web.bodies import body_of
from courses.web.errors import answer_errors
from courses.web.remembered_api import arrived
from courses.web.remembered_api import router as remembered
from courses.web.sentences import language_of, speak
from courses.web.spelling import spelled

api = NinjaAPI(
    title="Xiangke 乡课",
    version="1",
    description="How phones and other programs talk to the site. docs/events.md says what each field means.",
    docs_url="/docs",
    urls_namespace="api",
)
answer_errors(api)
api.add_router("/remembered", remembered)
api.add_router("/attachments", attachments)

announcer = Announcer(lambda learners: fold.apply_async(kwargs={"learners": learners}, retry=False, ignore_result=True))


@api.post(
    "/sync", openapi_extra=documented(400, 401, 413, body=wire.Request), summary="Hand over events, fetch what changed"
)
def sync(request: HttpRequest) -> HttpResponse:
    token = upload_token(request)
    sent, unreadable = wire.read_request(body_of(request))
    reply, changed = syncing.take_batch(sent, unreadable, token=token, now=timezone.now())
    announcer.announce(changed)
    return as_json(reply)


def sync_at_once(request: HttpRequest) -> HttpResponse:
    """The same answer without the framework's way to it (`web.middleware.sync_first`)."""
    try:
        return sync(request)
    except Exception as error:
        return api.on_exception(request, error)


@api.post(
    "/sync/have",
    openapi_extra=documented(400, 401, 413, body=wire.HaveRequest),
    summary="Which ids does the server hold?",
)
def have(request: HttpRequest) -> HttpResponse:
    token = upload_token(request)
    return as_json({"days": syncing.reconcile(wire.read_have(body_of(request)), token=token, now=timezone.now())})


@api.post(
    "/join",
    openapi_extra=documented(400, 401, 403, 404, 409, 413, 422, 429, body=wire.JoinRequest),
    summary="Join a group with a code",
)
def join(request: HttpRequest) -> HttpResponse:
    token = upload_token(request)
    sent = wire.read_join(body_of(request))
    speak(request, sent.language)
    if not limits.count_try(limits.JOIN_BY_ADDRESS, who=limits.address_of(request)):
        raise TooMany
    seat = syncing.join_group(sent, token=token, now=timezone.now())
    return as_json(syncing.seat_json(seat))


@api.post(
    "/tokens",
    openapi_extra=documented(400, 401, 403, 413, body=wire.TokenRequest),
    summary="Change the upload token of a phone",
)
def renew_token(request: HttpRequest) -> HttpResponse:
    token = upload_token(request)
    copy = syncing.renew_token(wire.read_token(body_of(request)), token=token, now=timezone.now())
    return as_json({"rekey": copy} if copy else {})


@api.post(
    "/passes",
    openapi_extra=documented(400, 401, 403, 413, 429, body=wire.PassRequest),
    summary="Make a pass that brings a learner to another phone",
)
def make_pass(request: HttpRequest) -> HttpResponse:
    token, now = upload_token(request), timezone.now()
    sent = wire.read_pass(body_of(request))
    speak(request, sent.language)
    if not limits.count_try(limits.PASS_BY_LEARNER, who=sent.learner.hex):
        raise TooMany
    code = syncing.make_pass(sent, token=token, now=now)
    address = f"/pass/{code}"
    return as_json({"code": spelled(code), "address": address, "qr": qr_rows(phone_address(request) + address)})


@api.post(
    "/admissions",
    openapi_extra=documented(400, 401, 403, 404, 409, 413, 429, body=wire.AdmissionRequest),
    summary="Bring a learner to this phone with her pass or a one-time code",
)
def admit(request: HttpRequest) -> HttpResponse:
    token = upload_token(request)
    sent = wire.read_admission(body_of(request))
    speak(request, sent.language)
    if not limits.count_try(limits.ADMISSION_BY_ADDRESS, who=limits.address_of(request)):
        raise TooMany
    learner = syncing.admit(sent, token=token, now=timezone.now())
    return as_json(arrived(learner))


@api.post(
    "/assessments/{module}",
    openapi_extra=documented(400, 401, 403, 404, 409, 413, body=wire.DrawRequest),
    summary="Ask for the exercises of an assessment",
)
def draw(request: HttpRequest, module: str) -> HttpResponse:
    token, now = upload_token(request), timezone.now()
    sent = wire.read_draw(body_of(request))
    language = speak(request, sent.language)
    learner = syncing.recognise(sent, token=token, now=now)
    drawn = learning.draw_assessment(learner=learner, module=module, now=now)
    return as_json(proofs.asked(drawn, language=language))


@api.post(
    "/certificates",
    openapi_extra=documented(400, 401, 403, 404, 409, 413, 422, body=wire.ClaimRequest),
    summary="Write a name on a certificate",
)
def claim(request: HttpRequest) -> HttpResponse:
    token, now = upload_token(request), timezone.now()
    sent = wire.read_claim(body_of(request))
    language = speak(request, sent.language)
    learner = syncing.recognise(sent, token=token, now=now)
    learning.fold_learner(learner)  # what she handed in a moment ago counts
    given = learning.claim_certificate(
        learner=learner,
        module=sent.module,
        name=sent.name,
        show_name=sent.show_name,
        language=language,
        now=now,
    )
    pdf = f"/certificates/{given.code}/{proofs.certificate_key(given)}.pdf"
    return as_json({"code": given.code, "address": f"/verify/{given.code}", "pdf": pdf})


@api.get("/catalogue", openapi_extra=documented(), summary="What is on offer")
def catalogue(request: HttpRequest) -> HttpResponse:
    response = as_json(catalog.catalogue(language=language_of(request)))
    response["Cache-Control"] = "no-cache"
    return response
