"""A real Chromium for the tests marked `browser`: one for the whole run, a fresh context for each page."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from trainingsite.parts import chromium

_QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --force-prefers-reduced-motion"
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's own Chromium; tests that use it carry the mark `browser`."""
    with pytest.MonkeyPatch.context() as patched, sync_playwright() as playwright:
        # Playwright keeps an event loop in this thread, where Django then refuses its database; none of ours is async.
        patched.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        running = playwright.chromium.launch(executable_path=chromium(), args=_QUIET.split())
        yield running
        running.close()
