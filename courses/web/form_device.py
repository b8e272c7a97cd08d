"""A browser without script as a device: its ids live in one cookie that only the server reads."""

import secrets
import uuid
from dataclasses import dataclass

import uuid_utils
from django.http import HttpRequest, HttpResponse

from courses.syncing.hashing import hashed

COOKIE = "xk_device"
_TWO_YEARS = 2 * 365 * 24 * 3600


@dataclass(frozen=True, kw_only=True)
class FormDevice:
    """What a phone with script mints for itself (OFFLINE.md, "Sync"), minted here instead."""

    device: uuid.UUID
    token: str
    learner: uuid.UUID
    read: str

    @property
    def token_hash(self) -> str:
        """As the server keeps it."""
        return hashed(self.token)

    def keep(self, request: HttpRequest, response: HttpResponse) -> None:
        """Known again at the next visit; never sent along from another site."""
        value = ".".join([self.device.hex, self.token, self.learner.hex, self.read])
        response.set_cookie(
            COOKIE, value, max_age=_TWO_YEARS, httponly=True, samesite="Lax", secure=request.is_secure()
        )


def known_device(request: HttpRequest) -> FormDevice | None:
    """Who this browser is, if it has answered here before."""
    parts = request.COOKIES.get(COOKIE, "").split(".")
    try:
        device, token, learner, read = parts
        return FormDevice(device=uuid.UUID(device), token=token, learner=uuid.UUID(learner), read=read)
    except ValueError:
        return None


def new_device() -> FormDevice:
    return FormDevice(device=_uuid7(), token=secrets.token_hex(16), learner=_uuid7(), read=secrets.token_hex(16))


def _uuid7() -> uuid.UUID:
    return uuid.UUID(bytes=uuid_utils.uuid7().bytes)


def is_from_here(request: HttpRequest) -> bool:
    """Whether the form stood on this site. Old browsers send neither header; SameSite keeps their cookie at home."""
    sender = request.headers.get("Origin") or request.headers.get("Referer")
    if not sender:
        return True
    return sender.partition("://")[2].partition("/")[0] == request.get_host()
