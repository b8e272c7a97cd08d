"""The cache on Redis or Valkey that does without it: while the server is away, nothing is cached and nothing fails.

The library is loaded before the broker runs, and the office must answer while the broker is down.
"""

import logging
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import ConnectionError as NoConnection
from redis.exceptions import TimeoutError as NoAnswer

log = logging.getLogger(__name__)
T = TypeVar("T")


class CacheThatMayBeAway(RedisCache):
    """Django's own Redis cache; reads find nothing and writes are dropped while the server does not answer."""

    def _or(self, otherwise: T, ask: Callable[[], T]) -> T:
        try:
            return ask()
        except (NoConnection, NoAnswer):
            log.debug("The cache does not answer.")
            return otherwise

    def add(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: Any = None) -> bool:
        return self._or(True, lambda: super(CacheThatMayBeAway, self).add(key, value, timeout, version))

    def get(self, key: Any, default: Any = None, version: Any = None) -> Any:
        return self._or(default, lambda: super(CacheThatMayBeAway, self).get(key, default, version))

    def set(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: Any = None) -> None:
        self._or(None, lambda: super(CacheThatMayBeAway, self).set(key, value, timeout, version))

    def touch(self, key: Any, timeout: Any = DEFAULT_TIMEOUT, version: Any = None) -> bool:
        return self._or(False, lambda: super(CacheThatMayBeAway, self).touch(key, timeout, version))

    def delete(self, key: Any, version: Any = None) -> bool:
        return self._or(False, lambda: super(CacheThatMayBeAway, self).delete(key, version))

    def get_many(self, keys: Iterable[Any], version: Any = None) -> dict[Any, Any]:
        return self._or({}, lambda: super(CacheThatMayBeAway, self).get_many(keys, version))

    def has_key(self, key: Any, version: Any = None) -> bool:
        return self._or(False, lambda: super(CacheThatMayBeAway, self).has_key(key, version))

    def incr(self, key: Any, delta: int = 1, version: Any = None) -> int:
        return self._or(delta, lambda: super(CacheThatMayBeAway, self).incr(key, delta, version))

    def set_many(self, data: dict[Any, Any], timeout: Any = DEFAULT_TIMEOUT, version: Any = None) -> list[Any]:
        return self._or([], lambda: super(CacheThatMayBeAway, self).set_many(data, timeout, version))

    def delete_many(self, keys: Iterable[Any], version: Any = None) -> None:
        self._or(None, lambda: super(CacheThatMayBeAway, self).delete_many(keys, version))

    def clear(self) -> None:
        self._or(None, lambda: super(CacheThatMayBeAway, self).clear())
