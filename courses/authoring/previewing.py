"""The preview beside the editor: the phone's view of what is written, made by the one renderer."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from courses.authoring.exporters.pages import exported_lesson
from courses.catalog.rendering import PictureFile, lesson_file, render_lesson

if TYPE_CHECKING:
    from courses.authoring.models import LessonPage

PREVIEW_MODES = [("light", _("Phone, light")), ("dark", _("Phone, dark")), ("plain", _("Without script"))]
_DARK = "@media(prefers-color-scheme:dark)"


def preview_response(page: "LessonPage", *, request: HttpRequest, mode: str) -> HttpResponse:
    """The lesson as a learner would see it if it were published now; nothing is stored."""
    exported = exported_lesson(page)
    language = page.locale.language_code
    pictures = {
        path: PictureFile(address=file.address, width=file.width, height=file.height)
        for path, file in exported.files.items()
    }
    html = render_lesson(lesson=exported.lesson, module=page.module_id, language=language, pictures=pictures)
    file = lesson_file(lesson=exported.lesson, module=page.module_id, language=language, html="")
    context = {
        "lesson": exported.lesson,
        "html": html,
        "html_language": "zh-Hans" if language == "zh-hans" else language,
        "style": _style(mode),
        "script": "" if mode == "plain" else _built("preview.js"),
        "data": {**file, "release": "", "app": None, "style": None, "practices": {}},
    }
    response = render(request, "courses/authoring/preview.html", context)
    response["Content-Security-Policy"] = _policy(str(context["script"]))
    return response


def _policy(script: str) -> str:
    """Its own script and nothing else; Wagtail asks for a preview inside, where no other policy fits."""
    digest = b64encode(sha256(script.encode()).digest()).decode()
    return (
        f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; img-src 'self' data: blob:; "
        "media-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
    )


def _style(mode: str) -> str:
    """The first page's style, with its dark half always or never, whatever the trainer's own screen prefers."""
    return _built("first.css").replace(_DARK, "@media all" if mode == "dark" else "@media not all")


def _built(name: str) -> str:
    path = Path(settings.APP_DIR) / name
    return path.read_text(encoding="utf-8") if path.is_file() else ""
