"""What Wagtail says when something is published, withdrawn, moved or deleted: the edge that asks for a compile."""

import contextlib
import contextvars
import logging
from collections.abc import Iterator
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import pre_delete
from django.utils import timezone
from kombu.exceptions import OperationalError
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished, post_page_move

from courses.authoring import actions, tasks
from courses.authoring.models import AssessmentPage, CoursePage, LessonPage, ModulePage
from courses.authoring.queries import compiled_key

log = logging.getLogger(__name__)
_quiet = contextvars.ContextVar("quiet", default=False)


@contextlib.contextmanager
def without_tasks() -> Iterator[None]:
    """For whoever compiles by herself afterwards, such as the loader at a start without a broker."""
    token = _quiet.set(True)
    try:
        yield
    finally:
        _quiet.reset(token)


def start() -> None:
    """Connect once, when the app is ready; every process that may publish does, Celery's workers too."""
    page_published.connect(_page_changed, dispatch_uid="authoring.published")
    page_unpublished.connect(_page_changed, dispatch_uid="authoring.unpublished")
    post_page_move.connect(_page_changed, dispatch_uid="authoring.moved")
    for model in (CoursePage, ModulePage, LessonPage, AssessmentPage):
        pre_delete.connect(_page_changed, sender=model, dispatch_uid=f"authoring.deleted.{model.__name__}")


def _page_changed(*, instance: Page, **_: Any) -> None:
    named = compiled_key(instance.specific)
    if named is None:
        return
    asked = {named, *_outlines_of(instance)}
    now = timezone.now()
    for kind, key in sorted(asked):
        actions.ask_for_compile(kind=kind, key=key, now=now)
        if not _quiet.get():
            transaction.on_commit(partial(_send, kind=kind, key=key))


def _outlines_of(page: Page) -> list[tuple[str, str]]:
    """The course above, whose outline names what trainers added."""
    return [("outline", course.course_id) for course in CoursePage.objects.ancestor_of(page, inclusive=True)]


def _send(*, kind: str, key: str) -> None:
    try:
        tasks.compile_module.delay(kind=kind, key=key)
    except OperationalError:
        log.warning("The broker does not answer; the sweep will compile %s %s.", kind, key)
