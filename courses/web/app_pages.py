"""Files of the phone app that need an address of their own: shell, worker, manifest, icon; and built files that
WhiteNoise, which looks once when the server starts, does not know."""

import re
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from courses.web.app_files import app_files
from courses.web.sent_bytes import encoding_for

_ENDINGS = {"br": ".br", "gzip": ".gz", "": ""}
_TYPES = {
    "js": "text/javascript; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "json": "application/json",
    "svg": "image/svg+xml",
}
_HASHED = re.compile(r"([\w-]+/)*[\w.-]+-([0-9a-f]{10}|[0-9A-Z]{8})\.(?P<kind>js|css|json|svg)")

# The shell loads its own files and the pictures it has stored.
_SHELL_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'self'"
)


def _built(request: HttpRequest, name: str, *, content_type: str) -> HttpResponse:
    """A built file as it lies on the disk, in the form this browser takes. 404 where nothing was built."""
    folder = Path(settings.APP_DIR)
    encoding = encoding_for(request)
    path = folder / f"{name}{_ENDINGS[encoding]}"
    if not path.is_file():
        path, encoding = folder / name, ""
    if not path.is_file():
        return HttpResponse(status=404)
    response = HttpResponse(path.read_bytes(), content_type=content_type)
    if encoding:
        response["Content-Encoding"] = encoding
    response["Vary"] = "Accept-Encoding"
    response["Cache-Control"] = "no-cache"
    return response


@require_safe
def shell(request: HttpRequest, room: str = "") -> HttpResponse:
    """`/app`: the document that the worker keeps and every address of the app shows. It finds its `room` itself."""
    response = _built(request, "app.html", content_type="text/html; charset=utf-8")
    response["Content-Security-Policy"] = _SHELL_POLICY
    return response


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """`/worker.js`: at the root, so that it may serve every address.

    The kill switch: while a file `worker-off` lies in the data folder, phones get a worker that takes itself and its
    cached files away. What learners did is not touched.
    """
    name = "worker-off.js" if (Path(settings.DATA_DIR) / "worker-off").exists() else "worker.js"
    return _built(request, name, content_type="text/javascript; charset=utf-8")


@require_safe
def web_manifest(request: HttpRequest) -> HttpResponse:
    """`/manifest.webmanifest`: what makes the site installable."""
    return _built(request, "app.webmanifest", content_type="application/manifest+json")


@require_safe
def icon(request: HttpRequest) -> HttpResponse:
    """`/favicon.svg`, and `/favicon.ico` for browsers that ask without being told."""
    address = app_files().files.get("art/icon.svg", "")
    response = _built(request, address.removeprefix(settings.STATIC_URL), content_type="image/svg+xml")
    response["Cache-Control"] = "public, max-age=604800"
    return response


@require_safe
def late_file(request: HttpRequest, name: str) -> HttpResponse:
    """`/static/…`: a file with a hash in its name, of a build that was made after this server's start.

    In place of a script that is no longer kept (`static/build.mjs`) comes one that tells its page to be loaded anew.
    """
    found = _HASHED.fullmatch(name)
    if not found:
        return HttpResponse(status=404)
    response = _built(request, name, content_type=_TYPES[found["kind"]])
    if response.status_code == 200:
        response["Cache-Control"] = "public, max-age=60"
    elif found["kind"] == "js":
        response = _built(request, "gone.js", content_type=_TYPES["js"])
        response["Cache-Control"] = "no-store"
    return response
