"""How often something may be tried, counted in the cache.

A counter that cannot be reached allows: a broken cache must not lock a village out of its lessons.
"""

import logging
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from redis.exceptions import RedisError

log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Limit:
    """At most `most` tries of one thing by one party in `seconds`."""

    name: str
    most: int
    seconds: int


SIGN_IN_BY_NAME = Limit(name="sign-in-name", most=10, seconds=15 * 60)
SIGN_IN_BY_ADDRESS = Limit(name="sign-in-address", most=60, seconds=15 * 60)
VERIFY_BY_ADDRESS = Limit(name="verify", most=60, seconds=15 * 60)
INVITATION_BY_ADDRESS = Limit(name="invitation", most=30, seconds=15 * 60)
ADMISSION_BY_ADDRESS = Limit(name="admission", most=60, seconds=15 * 60)
PASS_BY_LEARNER = Limit(name="pass", most=20, seconds=24 * 3600)
REMEMBERED_BY_ADDRESS = Limit(name="remembered", most=300, seconds=15 * 60)
"""All phones of a village, behind one address. Nobody guesses a cookie: this only spares the database."""
JOIN_BY_ADDRESS = Limit(name="join", most=120, seconds=15 * 60)
"""A whole village joins through one address on the day of the course, so this one is wide: 120 of 30⁸ codes."""


def address_of(request: HttpRequest) -> str:
    """The network address that tries are counted by; behind a proxy of ours, the one the proxy saw (its last word)."""
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.BEHIND_PROXY else ""
    return str(forwarded.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", ""))


def is_over(limit: Limit, *, who: str) -> bool:
    """Whether this party has used all its tries; counts nothing."""
    try:
        return int(cache.get(_key(limit, who), 0)) >= limit.most
    except (RedisError, OSError):
        log.warning("limit %s not checked: the cache does not answer", limit.name)
        return False


def count_try(limit: Limit, *, who: str) -> bool:
    """Count one try; False where it was one too many."""
    key = _key(limit, who)
    try:
        cache.add(key, 0, timeout=limit.seconds)
        return cache.incr(key) <= limit.most
    except ValueError:  # the counter ran out between the two lines
        return True
    except (RedisError, OSError):
        log.warning("limit %s not counted: the cache does not answer", limit.name)
        return True


def forget_tries(limit: Limit, *, who: str) -> None:
    """Start again from nothing, after it went well."""
    try:
        cache.delete(_key(limit, who))
    except (RedisError, OSError):
        log.warning("limit %s not cleared: the cache does not answer", limit.name)


def _key(limit: Limit, who: str) -> str:
    return f"limit:{limit.name}:{who.encode().hex()[:120]}"
