"""A photo or a spoken note as it is shown: what we made of it, never the bytes that came."""

import re

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from courses.asking import queries
from courses.people.office.pages import StaffView

_RANGE = re.compile(r"bytes=(\d{0,9})-(\d{0,9})")


class Shown(StaffView):
    """For staff who may see who asked; a player may ask for a piece of it."""

    http_method_names = ["get", "head"]

    def get(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        row = get_object_or_404(queries.attachments_seen_by(self.staff), pk=self.kwargs["attachment"])
        response = _piece(bytes(row.shown or b""), asked=request.headers.get("Range", ""))
        response["Content-Type"] = row.shown_type
        response["Accept-Ranges"] = "bytes"
        response["Cache-Control"] = "private, max-age=300"
        response["X-Content-Type-Options"] = "nosniff"
        response["Content-Security-Policy"] = "default-src 'none'; sandbox"
        return response


def _piece(data: bytes, *, asked: str) -> HttpResponse:
    """All of it; or, where one piece is asked for, that (206), and 416 where there is no such piece."""
    found = _RANGE.fullmatch(asked)
    if found is None or not any(found.groups()):
        return HttpResponse(data)
    first, last = found.groups()
    start = int(first) if first else max(0, len(data) - int(last))
    end = min(int(last), len(data) - 1) if first and last else len(data) - 1
    if start > end:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{len(data)}"})
    return HttpResponse(
        data[start : end + 1], status=206, headers={"Content-Range": f"bytes {start}-{end}/{len(data)}"}
    )
