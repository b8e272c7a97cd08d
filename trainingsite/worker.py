"""The Celery worker as the supervisor starts it: first it takes back what a killed worker left, then it works."""

import os
import sys
from typing import Any

from celery import Celery, signals

from courses.web import heartbeat
from trainingsite.celery import app
from trainingsite.services import ALONE


def take_back_unfinished(celery: Celery) -> int:
    """Put every task that was handed out and never acknowledged back into its queue, at once; returns how many.

    Kombu does the same by itself, but only after `visibility_timeout`. Right only while no worker is alive: then
    nobody is at work on these tasks. A worker killed in the middle of a restore leaves its mutex; it goes first.
    """
    with celery.connection_for_write() as connection:
        channel: Any = connection.channel()  # kombu's types know the base class only, not the Redis one
        quality = channel.qos
        quality.visibility_timeout = -1
        with channel.conn_or_acquire() as client:
            client.delete(quality.unacked_mutex_key)
            left = int(client.zcard(quality.unacked_index_key))
        if left:
            quality.restore_visible(num=left, interval=1)
    return left


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trainingsite.settings")
    if os.environ.get(ALONE):
        take_back_unfinished(app)
    heartbeat.forget()
    signals.worker_ready.connect(_say_alive)
    app.worker_main(["worker", "--pool", "prefork", "--concurrency", "2", "--loglevel", "INFO", *sys.argv[1:]])


def _say_alive(**_: object) -> None:
    """The first heartbeat does not wait for the timetable."""
    app.send_task("web.heartbeat")


if __name__ == "__main__":
    main()
