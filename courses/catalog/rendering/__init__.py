"""The one renderer: a lesson becomes HTML once, at compile time.

The first page, the page without script, the phone app and the preview all show this HTML. It needs no script: every
exercise is a form of native controls. Nothing here knows a request, a setting or a database.
"""

from courses.catalog.rendering.cards import PictureFile, render_lesson
from courses.catalog.rendering.clauses import sentence
from courses.catalog.rendering.files import lesson_file
from courses.catalog.rendering.questions import question_form, read_response

__all__ = ["PictureFile", "lesson_file", "question_form", "read_response", "render_lesson", "sentence"]
