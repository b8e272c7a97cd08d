"""How tests are shared between processes: what takes long is begun first, so that nobody waits for it at the end, and
the tests of some files stay in one process.

pytest-xdist has a mark for the second (`xdist_group`), which does nothing since pytest 9.2: it writes the group into
the name of a test, and pytest no longer reads it from there.
"""

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

TOGETHER = frozenset(
    {
        "tests/boot/test_up.py",
        "tests/browser/test_asking.py",
        "tests/browser/test_every_lesson.py",
        "tests/browser/test_skew.py",
        "tests/browser/test_worker.py",
    }
)
"""Their tests use one site, or one phone; a second process would make a second one."""


class _Sharing(LoadScopeScheduling):
    """Each test by itself goes to whoever is free; a file of `TOGETHER` goes whole, before all others."""

    def _split_scope(self, nodeid: str) -> str:
        file, _, _ = nodeid.partition("::")
        return file if file in TOGETHER else nodeid


@pytest.hookimpl(optionalhook=True)  # there is none where xdist was turned off
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LoadScopeScheduling | None:
    return _Sharing(config, log) if config.getvalue("dist") == "loadscope" else None


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """After pytest-django has put those that keep what they write behind those that do not."""
    items.sort(key=lambda item: item.get_closest_marker("takes_long") is None)
