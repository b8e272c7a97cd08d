"""Telling the worker whose record grew. Only a hint: the sweep finds every learner without it.

A thread of this process gathers the learners of many requests into one message, so that a request never waits for
the broker, whether it is up, slow or gone.
"""

import logging
import threading
from collections.abc import Callable, Iterable
from uuid import UUID

log = logging.getLogger(__name__)

GATHER_SECONDS = 0.3
PAUSE_AFTER_FAILURE_SECONDS = 10.0


class Announcer:
    """Gathers learners and hands them to `publish` from its own thread. `publish` may raise: then they are dropped."""

    def __init__(self, publish: Callable[[list[str]], object], *, gather_seconds: float = GATHER_SECONDS) -> None:
        self._publish = publish
        self._gather_seconds = gather_seconds
        self._waiting: set[UUID] = set()
        self._lock = threading.Lock()
        self._bell = threading.Event()
        self._thread: threading.Thread | None = None

    def announce(self, learners: Iterable[UUID]) -> None:
        """Returns at once."""
        with self._lock:
            self._waiting.update(learners)
            if self._waiting and self._thread is None:
                self._thread = threading.Thread(target=self._run, name="announcer", daemon=True)
                self._thread.start()
        self._bell.set()

    def _run(self) -> None:
        pause = threading.Event()
        while True:
            self._bell.wait()
            pause.wait(self._gather_seconds)
            self._bell.clear()
            if not self.publish_waiting():
                pause.wait(PAUSE_AFTER_FAILURE_SECONDS)

    def publish_waiting(self) -> bool:
        """Hand over what waits, now. False where that failed."""
        with self._lock:
            learners, self._waiting = sorted(map(str, self._waiting)), set()
        try:
            if learners:
                self._publish(learners)
        except Exception as error:  # whatever a broker can do wrong must not end this thread
            log.warning("could not announce %d learners: %s", len(learners), error)
            return False
        return True
