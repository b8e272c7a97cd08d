"""Keeps a few services running: starts them, starts them again, stops them in order, leaves no process behind.

Every service leads a session and process group of its own. Three threads hold it: the kernel kills it when the
supervisor dies (PR_SET_PDEATHSIG), the keeper then kills its whole group (a web server's workers outlive their
main process), and before a restart the supervisor kills the group itself. Standard library only.
"""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_PR_SET_PDEATHSIG = 1
_PR_SET_CHILD_SUBREAPER = 36
_LIBC = ctypes.CDLL(None, use_errno=True)
_HEARD = {signal.SIGCHLD, signal.SIGINT, signal.SIGTERM, signal.SIGHUP}
_KEEPER = Path(__file__).with_name("keeper.py")
_LOG_LIMIT_BYTES = 10_000_000


@dataclass(frozen=True, kw_only=True)
class Service:
    """What to run. `patience_seconds` is how long it may take to stop before it is killed."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)
    patience_seconds: float = 10.0


@dataclass(kw_only=True)
class _Run:
    """One service as it runs now: its process id (also its group), and when to start it again if it is down."""

    service: Service
    pid: int | None = None
    started_at: float = 0.0
    failures: int = 0
    start_again_at: float | None = None


def restart_delay_seconds(failures: int) -> float:
    """Back-off: 0.2 s after the first end, doubled each time, never more than 10 s."""
    return min(0.2 * 2.0 ** min(max(failures - 1, 0), 10), 10.0)


class Supervisor:
    """Runs services in the order in which they are started, and stops them in the reverse order.

    `logs` is the folder of one log file a service; `hold` are file descriptors that every process keeps open
    (the lock on the data folder: it is free again only when the last process is gone).
    """

    def __init__(self, *, logs: Path, hold: Sequence[int] = (), tell: Callable[[str], None]) -> None:
        self._logs = logs
        self._hold = tuple(hold)
        self._tell = tell
        self._runs: dict[str, _Run] = {}
        self._stopping = False
        signal.pthread_sigmask(signal.SIG_BLOCK, _HEARD)
        _LIBC.prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
        self._keeper = self._start_keeper()

    def pids(self) -> dict[str, int]:
        """The main process of each service that runs."""
        return {name: run.pid for name, run in self._runs.items() if run.pid is not None}

    def start(self, service: Service) -> None:
        run = self._runs[service.name] = _Run(service=service)
        self._spawn(run)

    def watch(self, *, on_tick: Callable[[], None] = lambda: None, tick_seconds: float = 1.0) -> None:
        """Keep everything running until Ctrl-C or a request to end; `on_tick` is called about every tick."""
        while not self.wait(tick_seconds):
            on_tick()

    def wait(self, seconds: float) -> bool:
        """Look after the services for about so long; returns True at once when somebody asks to end."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            heard = signal.sigtimedwait(_HEARD, min(left, self._next_start(left)))
            if heard is not None and heard.si_signo != signal.SIGCHLD:
                return True
            self._reap()
            self._start_what_is_due()
        self._shorten_logs()
        return False

    def run_once(self, command: Sequence[str], *, environment: Mapping[str, str]) -> int | None:
        """Run a command on this terminal to its end, the services alive meanwhile.

        Returns its exit code, or None when somebody asked to end; it is then ended too.
        """
        process = self._popen(command, environment=environment, output=None)
        run = _Run(service=Service(name="once", command=command), pid=process)
        self._runs["once"] = run
        while run.pid is not None:
            if self.wait(0.5):
                self._stop(run)
                break
        return None if (run := self._runs.pop("once")).failures == 0 else self._last_code

    def stop(self) -> None:
        """Stop all in reverse order of their start; a second Ctrl-C kills what is left."""
        self._stopping = True
        for run in reversed(list(self._runs.values())):
            self._stop(run)
        if self._keeper.stdin is not None:
            self._keeper.stdin.close()
        self._keeper.wait()
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _HEARD)
