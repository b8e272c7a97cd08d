"""Beat's sweeps over reminders: decide what is due, send what is due."""

from celery import shared_task
from django.utils import timezone

from courses.reminders import actions, queries


@shared_task(name="reminders.decide_all")
def decide_all(**_: object) -> None:
    """Decide for everyone who has gone quiet, in batches; safe to run twice."""
    now = timezone.now()
    for batch in queries.learners_to_look_at(now=now):
        actions.decide(learners=batch, now=now)


@shared_task(name="reminders.send_due")
def send_due(**_: object) -> None:
    """Send what is due and take from the trainers' lists what is no longer true."""
    now = timezone.now()
    actions.send_due(now=now)
    actions.drop_untrue(now=now)
