"""The cookie by which a browser is known again. Only its own addresses are sent it: no other request costs a byte."""

from django.http import HttpRequest, HttpResponse

from courses.refusals import NotAllowed
from courses.syncing.queries.remembered import KEPT_FOR
from courses.web.form_device import is_from_here

COOKIE = "xk_phone"
PATH = "/api/v1/remembered"


class NotFromHere(NotAllowed):
    """A page of another site asks in her browser's name."""

    code = "not-from-here"


def cookie_of(request: HttpRequest) -> str:
    """What the browser shows, or "". Raises NotFromHere."""
    if not is_from_here(request):
        raise NotFromHere
    return str(request.COOKIES.get(COOKIE, ""))[:200]


def keep(response: HttpResponse, *, cookie: str, request: HttpRequest) -> None:
    """For as long as browsers keep one. Our own pages alone ask these addresses: from elsewhere it is never sent."""
    response.set_cookie(
        COOKIE,
        cookie,
        max_age=KEPT_FOR,
        path=PATH,
        httponly=True,
        secure=request.is_secure(),
        samesite="Strict",
    )


def drop(response: HttpResponse) -> None:
    response.delete_cookie(COOKIE, path=PATH, samesite="Strict")
