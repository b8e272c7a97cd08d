"""The editor's form of a lesson: a new one comes with an id, so that a trainer has only to write."""

import itertools
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import Page

from courses.engine.format.countries import CODES


class LessonForm(WagtailAdminPageForm):  # type: ignore[misc] # wagtail comes without types
    """Wagtail's own; the id is filled where the lesson is new, and the country is one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None and not self.instance.lesson_id and self.parent_page is not None:
            self.initial["lesson_id"] = _free_id(self.parent_page.specific)

    def clean_country(self) -> str:
        country: str = self.cleaned_data["country"]
        if country and country not in CODES:
            raise ValidationError(_("Write the two small letters of the country, such as cn."))
        return country


def _free_id(module: Page) -> str:
    """What the same module has in another language and not in this one; else the next free number."""
    here = _ids_in(module)
    missing = [one for other in module.get_translations() for one in _ids_in(other) if one not in here]
    numbered = (f"{module.module_id}{number}" for number in itertools.count(len(here) + 1))
    return missing[0] if missing else next(name for name in numbered if name not in here)


def _ids_in(module: Page) -> list[str]:
    return [page.lesson_id for page in module.get_children().specific() if hasattr(page, "lesson_id")]
