"""The editor's form of a lesson: a new one comes with an id, so that a trainer has only to write."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.blocks import StreamBlockValidationError, StructBlockValidationError
from wagtail.models import Page

from courses.authoring.exporters.cards import Raw, cards_of
from courses.engine.format.countries import CODES
from courses.engine.format.names import strangers
from courses.people.language import reading_language


class LessonForm(WagtailAdminPageForm):  # type: ignore[misc] # wagtail comes without types
    """Wagtail's own; a new lesson gets an id, its country is one, and a card names only what its course knows."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None and not self.instance.lesson_id and self.parent_page is not None:
            self.initial["lesson_id"] = _free_id(self.parent_page.specific)

    def clean_country(self) -> str:
        country: str = self.cleaned_data["country"]
        if country and country not in CODES:
            raise ValidationError(_("Write the two small letters of the country, such as cn."))
        return country

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        body = cleaned.get("body")
        if body and (problem := _strangers_in(body.get_prep_value(), module=self.parent_page)):
            self.add_error("body", problem)
        return cleaned


def _strangers_in(stream: Sequence[Raw], *, module: Page) -> StreamBlockValidationError | None:
    """Names that the course does not know, said at the field where they stand."""
    course = module.get_parent().specific
    terms = {word["id"] for word in course.outline.get("glossary", [])}
    facts = {fact["id"] for fact in course.facts}
    language = reading_language()
    said: dict[int, dict[str, list[str]]] = {}
    for named, complaint in strangers(cards_of(stream, drawing=str, photo=str), terms=terms, facts=facts):
        said.setdefault(named.card, {}).setdefault(named.field, []).append(complaint.said(language))
    cards = {card: StructBlockValidationError(dict(_at_fields(fields))) for card, fields in said.items()}
    return StreamBlockValidationError(block_errors=cards) if cards else None


def _at_fields(said: Mapping[str, list[str]]) -> Iterator[tuple[str, ValidationError]]:
    """By the names of a card's blocks; the fact of an exercise stands inside the card's one activity."""
    for field, sentences in said.items():
        problem = ValidationError(sentences)
        if field == "text":
            yield "text", problem
        else:
            yield "activity", StreamBlockValidationError(block_errors={0: StructBlockValidationError({field: problem})})


def _free_id(module: Page) -> str:
    """What the same module has in another language and not in this one; else the next free number."""
    here = _ids_in(module)
    missing = [one for other in module.get_translations() for one in _ids_in(other) if one not in here]
    numbered = (f"{module.module_id}{number}" for number in itertools.count(len(here) + 1))
    return missing[0] if missing else next(name for name in numbered if name not in here)


def _ids_in(module: Page) -> list[str]:
    return [page.lesson_id for page in module.get_children().specific() if hasattr(page, "lesson_id")]
