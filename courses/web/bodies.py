"""Reading what phones send: plain or gzip, never more than a fixed size once inflated."""

import zlib

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, UnreadablePostError

from courses.syncing.wire import Malformed, TooLarge

MOST_BYTES = 1024 * 1024


def body_of(request: HttpRequest, *, most: int = MOST_BYTES) -> bytes:
    """The body as sent before compression. Raises TooLarge, Malformed."""
    try:
        raw = request.body
    except RequestDataTooBig as error:
        raise TooLarge from error
    except UnreadablePostError as error:
        raise Malformed from error
    if request.META.get("HTTP_CONTENT_ENCODING") == "gzip":
        raw = _inflated(raw)
    if len(raw) > most:
        raise TooLarge
    return raw


def _inflated(raw: bytes) -> bytes:
    inflater = zlib.decompressobj(wbits=31)
    try:
        plain = inflater.decompress(raw, MOST_BYTES + 1)
    except zlib.error as error:
        raise Malformed from error
    if inflater.unconsumed_tail:
        raise TooLarge
    if not inflater.eof:
        raise Malformed
    return plain
