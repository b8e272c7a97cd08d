"""Files of packs: immutable, so cached for ever by every phone and everything in between."""

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.views.decorators.http import require_safe

from courses.catalog import queries as catalog
from courses.web.errors import problem

FOR_EVER = "public, max-age=31536000, immutable"


@require_safe
def pack(request: HttpRequest, sha256: str) -> HttpResponse:
    """One file by the SHA-256 of its plain bytes, as brotli or gzip where the reader takes it and it is smaller."""
    file = catalog.pack_file(sha256)
    if file is None:
        return problem(request, code="not-found", status=404)
    etag = f'"{sha256}"'
    if etag in request.headers.get("if-none-match", ""):
        return _for_ever(HttpResponseNotModified(), etag=etag)
    accepted = {part.split(";")[0].strip() for part in request.headers.get("accept-encoding", "").split(",")}
    forms = [("br", file.brotli), ("gzip", file.gzip)]
    encoding, body = next(((name, form) for name, form in forms if form and name in accepted), ("", file.plain))
    response = HttpResponse(body, content_type=file.content_type)
    if encoding:
        response["Content-Encoding"] = encoding
    if file.content_type.startswith("image/svg"):
        response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'"
    return _for_ever(response, etag=etag)


def _for_ever(response: HttpResponse, *, etag: str) -> HttpResponse:
    response["Cache-Control"] = FOR_EVER
    response["ETag"] = etag
    response["Vary"] = "Accept-Encoding"
    return response
