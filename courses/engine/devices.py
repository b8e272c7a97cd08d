"""What the office may say of a phone: how wrong its clock is, how much its browser can do, whom to look at first."""

from collections.abc import Collection
from datetime import datetime, timedelta

RIGHT_WITHIN = timedelta(minutes=2)
"""A clock that is off by less is called right: the way of a request over a slow link takes its seconds too."""

ABILITIES = ("worker", "locks", "hashing", "gzip")
"""What a phone may say of its browser: it keeps the app itself, lets one tab send at a time, checks files quickly,
sends packed."""

WITHOUT_SCRIPT = "form"
"""The `app` of a browser whose answers came from pages without script."""


def clock_error(*, device_at: datetime | None, server_at: datetime | None) -> timedelta | None:
    """How far the phone's clock was ahead of ours (negative: behind) when both met; None: they never met."""
    return device_at - server_at if device_at and server_at else None


def is_clock_right(error: timedelta) -> bool:
    return abs(error) <= RIGHT_WITHIN


def tier(*, app: str, abilities: Collection[str]) -> int | None:
    """How well it works there (OFFLINE.md, 2): 1 all of it without a network, 2 only while connected, 3 without script.

    None: that phone has an app from before phones said what they can.
    """
    if app == WITHOUT_SCRIPT:
        return 3
    if not abilities:
        return None
    return 1 if "worker" in abilities else 2


def urgency(*, parked: int, heard_at: datetime) -> tuple[bool, datetime]:
    """A sort key: first the phones of which something is parked, then those silent the longest."""
    return parked == 0, heard_at
