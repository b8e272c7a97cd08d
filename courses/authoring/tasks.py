"""Compiling in the background. The sweep `authoring.compile_waiting` is the guarantee, the others are only quicker."""

from celery import shared_task
from django.core.management import call_command
from django.utils import timezone

from courses.authoring import actions


@shared_task(name="authoring.compile_module")
def compile_module(*, kind: str, key: str) -> None:
    actions.compile_what_was_asked(kind=kind, key=key, now=timezone.now())


@shared_task(name="authoring.compile_waiting")
def compile_waiting() -> None:
    actions.compile_waiting(now=timezone.now())


@shared_task(name="authoring.publish_scheduled")
def publish_scheduled() -> None:
    call_command("publish_scheduled")
