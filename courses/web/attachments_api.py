"""`/api/v1/attachments`: the photo or the spoken note of a question, in parts. docs/events.md describes it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Router

from courses.asking.tasks import make_shown
from courses.engine.asking import PART_BYTES
from courses.syncing import actions as syncing
from courses.syncing import wire
from courses.syncing.announcing import Announcer
from courses.web.answers import as_json, documented, upload_token
from courses.web.bodies import body_of

router = Router()

announcer = Announcer(lambda ids: make_shown.apply_async(kwargs={"attachments": ids}, retry=False, ignore_result=True))


@router.put(
    "/{sha256}",
    openapi_extra=documented(400, 401, 404, 409, 410, 413, 422, 429),
    summary="Hand over a part of what hangs on a question, or ask which parts are lacking",
)
def attach(request: HttpRequest, sha256: str, device: UUID, id: UUID, part: int | None = None) -> HttpResponse:
    token, data = upload_token(request), body_of(request, most=PART_BYTES)
    if part is None and data:
        raise wire.Malformed
    sent = wire.Part(sha256=sha256, device=device, id=id, part=part, data=data)
    held, is_complete = syncing.attach(sent, token=token, now=timezone.now())
    if is_complete:
        announcer.announce([id])
    return as_json(held)
