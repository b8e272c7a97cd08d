"""The worker's own sign of life, sent by the timetable every few seconds."""

from celery import shared_task
from django.utils import timezone

from courses.web import heartbeat


@shared_task(name="web.heartbeat", expires=30)
def beat_heart() -> None:
    heartbeat.note(now=timezone.now())
