"""The preview beside the editor: the phone's view of what is written, made by the one renderer."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from courses.authoring.exporters.pages import exported_lesson
from courses.catalog.rendering import PictureFile, render_lesson

if TYPE_CHECKING:
    from courses.authoring.models import LessonPage

PREVIEW_MODES = [("light", _("Phone, light")), ("dark", _("Phone, dark")), ("plain", _("Without script"))]


def preview_response(page: "LessonPage", *, request: HttpRequest, mode: str) -> HttpResponse:
    """The lesson as a learner would see it if it were published now; nothing is stored."""
    exported = exported_lesson(page)
    language = page.locale.language_code
    pictures = {
        path: PictureFile(address=f"/packs/{file.sha256}", width=file.width, height=file.height)
        for path, file in exported.files.items()
    }
    html = render_lesson(lesson=exported.lesson, module=page.module_id, language=language, pictures=pictures)
    context = {"lesson": exported.lesson, "html": html, "language": language, "mode": mode}
    return render(request, "courses/authoring/preview.html", context)
