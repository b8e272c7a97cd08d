"""A page as it is sent: nearly all of it compressed once and kept, the little that is new each time appended.

Brotli (RFC 7932) lets a stream go on after a flush, and lets a meta-block be stored as it is. So the kept part is
compressed at the best quality, and the tail costs microseconds. For gzip (RFC 1952) the compressor itself is kept.
"""

import zlib
from dataclasses import dataclass
from typing import Any

import brotli
from django.http import HttpRequest, HttpResponse

_GZIP = 16 + zlib.MAX_WBITS
_LAST_EMPTY_BLOCK = b"\x03"
_LONGEST_STORED_BLOCK = 1 << 16


@dataclass(frozen=True)
class KeptPage:
    """The part of a page that is the same for everybody, ready in each encoding."""

    plain: bytes
    brotli: bytes
    gzip: Any  # zlib's compressor object has no public type

    @classmethod
    def of(cls, text: str, *, effort: int = 11) -> "KeptPage":
        """`effort` is brotli's quality: 11 for what is kept, 4 for what is made for one reader."""
        plain = text.encode()
        brotli_stream = brotli.Compressor(quality=effort, lgwin=18)
        gzip_stream = zlib.compressobj(min(effort, 9), zlib.DEFLATED, _GZIP)
        kept = brotli_stream.process(plain) + brotli_stream.flush()
        return cls(plain=plain, brotli=kept, gzip=(gzip_stream, gzip_stream.compress(plain)))

    def sent(self, tail: str, *, encoding: str) -> bytes:
        """The whole page with `tail` at its end, in `br`, `gzip` or `` (plain)."""
        end = tail.encode()
        if encoding == "br":
            return self.brotli + stored_block(end) + _LAST_EMPTY_BLOCK
        if encoding == "gzip":
            stream, begun = self.gzip
            rest = stream.copy()
            return bytes(begun + rest.compress(end) + rest.flush())
        return self.plain + end


def stored_block(plain: bytes) -> bytes:
    """An uncompressed meta-block (RFC 7932, 9.2): not last, 4 nibbles of length - 1, stored, filled up to a byte."""
    if not plain:
        return b""
    if len(plain) > _LONGEST_STORED_BLOCK:
        raise ValueError("a tail is a few hundred bytes")
    header = ((len(plain) - 1) << 3) | (1 << 19)
    return header.to_bytes(3, "little") + plain


def encoding_for(request: HttpRequest) -> str:
    """What this browser takes; brotli only where it is offered, which browsers do on https and on localhost."""
    offered = {part.split(";")[0].strip() for part in request.headers.get("Accept-Encoding", "").split(",")}
    return next((encoding for encoding in ("br", "gzip") if encoding in offered), "")


def page_response(body: bytes, *, encoding: str, status: int = 200) -> HttpResponse:
    """HTML that is asked for again each time, since its forms carry fresh ids."""
    response = HttpResponse(body, content_type="text/html; charset=utf-8", status=status)
    response["Cache-Control"] = "no-cache"
    response["Vary"] = "Accept-Encoding, Cookie"
    if encoding:
        response["Content-Encoding"] = encoding
    response["Content-Length"] = str(len(body))
    return response
