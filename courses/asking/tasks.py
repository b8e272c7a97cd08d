"""Making attachments anew in the background. The sweep is the guarantee; the other is only quicker."""

from uuid import UUID

from celery import shared_task

from courses.asking import actions, queries

AT_ONCE = 50


@shared_task(name="asking.make_shown")
def make_shown(*, attachments: list[str]) -> None:
    for attachment in attachments:
        actions.make_shown(UUID(attachment))


@shared_task(name="asking.make_all_shown")
def make_all_shown() -> None:
    for attachment in queries.waiting_to_be_made(most=AT_ONCE):
        actions.make_shown(attachment)
