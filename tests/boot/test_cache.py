"""The cache may be away: nothing is cached then, and nothing fails."""

from pathlib import Path

from redis.backoff import NoBackoff
from redis.retry import Retry

from trainingsite.cache import CacheThatMayBeAway


def test_without_its_server_reads_find_nothing_and_writes_are_dropped(tmp_path: Path) -> None:
    cache = CacheThatMayBeAway(f"unix://{tmp_path}/nobody.sock", {"OPTIONS": {"retry": Retry(NoBackoff(), 0)}})

    cache.set("key", "value")
    cache.set_many({"key": "value"})
    cache.delete("key")
    cache.delete_many(["key"])
    cache.clear()

    assert cache.get("key", "otherwise") == "otherwise"
    assert cache.get_many(["key"]) == {}
    assert cache.add("key", "value")
    assert cache.incr("key") == 1
    assert not cache.has_key("key")
    assert not cache.touch("key")
