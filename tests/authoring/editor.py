"""A trainer in the lesson editor: what a browser sends, made from the page as it stands, and what came of it."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.test import Client
from django.urls import reverse

from courses.authoring.models import LessonPage
from courses.catalog.models import CurrentRelease

FIELDS = ("title", "minutes", "can", "lesson_id", "needs", "helps", "digcomp", "country")


def lesson_page(language: str = "en", lesson: str = "ra1") -> LessonPage:
    page: LessonPage = LessonPage.objects.get(lesson_id=lesson, locale__language_code=language)
    return page


def save(client: Client, page: LessonPage, changes: Mapping[str, str], *, publish: bool = True) -> Any:
    """What the editor sends on "Publish" or "Save draft", with some fields changed."""
    data = form_of(page) | dict(changes) | ({"action-publish": "1"} if publish else {})
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)


def publish_retitled(page: LessonPage) -> None:
    """As a publishing at a set time does: nobody sees a page of the office afterwards."""
    page.title = "A new title"
    page.save_revision().publish()


def current(language: str = "en", key: str = "ra") -> str:
    return CurrentRelease.objects.get(key=key, language=language).release_id


def form_of(page: LessonPage) -> dict[str, str]:
    """Every field of the editor's form with the value it shows."""
    data = {name: str(getattr(page, name)) for name in FIELDS}
    data |= {"comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}
    return data | dict(_several("body", page.body.get_prep_value()))


def _several(prefix: str, entries: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """A StreamBlock or a ListBlock."""
    yield f"{prefix}-count", str(len(entries))
    for place, entry in enumerate(entries):
        here = f"{prefix}-{place}"
        yield f"{here}-deleted", ""
        yield f"{here}-order", str(place)
        yield f"{here}-type", entry["type"]
        yield f"{here}-id", entry["id"]
        yield from _value(f"{here}-value", entry["value"])


def _value(prefix: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _value(f"{prefix}-{name}", inner)
    elif isinstance(value, list):
        yield from _several(prefix, value)
    elif value is True:
        yield prefix, "on"
    elif value is not False:
        yield prefix, "" if value is None else str(value)
