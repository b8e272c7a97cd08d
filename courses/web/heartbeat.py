"""The worker's sign of life: one key in the cache, fresh only while timetable, broker and worker all do their part."""

from datetime import datetime

from django.core.cache import cache

_KEY = "web.heartbeat"
FRESH_SECONDS = 30


def note(*, now: datetime) -> None:
    """The worker is at work. Forgotten by itself after `FRESH_SECONDS`."""
    cache.set(_KEY, now.isoformat(), timeout=FRESH_SECONDS)


def forget() -> None:
    """A worker that only begins does not live on the heartbeat of the one before."""
    cache.delete(_KEY)


def is_fresh() -> bool:
    """Whether a task of the timetable ran in the last `FRESH_SECONDS`; not, if the cache does not answer."""
    return cache.get(_KEY) is not None
