"""The Celery app and its timetable. Sweeps are the guarantee; tasks sent after a commit are only quicker."""

import os

from celery import Celery
from celery.schedules import crontab

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trainingsite.settings")

app = Celery("xiangke")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(
    ["courses.learning", "courses.asking", "courses.authoring", "courses.reports", "courses.reminders", "courses.web"],
)
app.conf.beat_schedule = {
    "fold-what-is-ahead": {"task": "learning.fold_all_ahead", "schedule": 30.0},
    "count-what-is-ahead": {"task": "reports.count_all_ahead", "schedule": 15.0},
    "publish-scheduled": {"task": "authoring.publish_scheduled", "schedule": 60.0},
    "compile-what-waits": {"task": "authoring.compile_waiting", "schedule": 60.0},
    "make-attachments-anew": {"task": "asking.make_all_shown", "schedule": 60.0},
    "decide-reminders": {"task": "reminders.decide_all", "schedule": crontab(minute="*/15")},
    "send-reminders": {"task": "reminders.send_due", "schedule": 60.0},
    "heartbeat": {"task": "web.heartbeat", "schedule": 5.0},
}
