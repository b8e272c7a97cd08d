"""Keeps a few services running: starts them, starts them again, stops them in order, leaves no process behind.

Every service leads a session and process group of its own. Three threads hold it: the kernel kills it when the
supervisor dies (PR_SET_PDEATHSIG), the keeper then kills its whole group (a web server's workers outlive their
main process), and before a restart the supervisor kills the group itself. Standard library only, one thread.
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
from typing import IO

_PR_SET_PDEATHSIG = 1
_PR_SET_CHILD_SUBREAPER = 36
_LIBC = ctypes.CDLL(None, use_errno=True)
_HEARD = {signal.SIGCHLD, signal.SIGINT, signal.SIGTERM, signal.SIGHUP}
_KEEPER = Path(__file__).with_name("keeper.py")
_LOG_LIMIT_BYTES = 10_000_000
_STEADY_SECONDS = 30.0
_KILLED_WITHIN_SECONDS = 5.0


@dataclass(frozen=True, kw_only=True)
class Service:
    """What to run. `patience_seconds` is how long it may take to stop before it is killed."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)
    patience_seconds: float = 10.0


@dataclass(kw_only=True)
class _Run:
    """One service as it stands now. `process` is None while it is down; `code` is how it last ended."""

    service: Service
    once: bool = False
    process: "subprocess.Popen[bytes] | None" = None
    code: int = 0
    began: float = 0.0
    failures: int = 0
    start_again_at: float | None = None


def restart_delay_seconds(failures: int) -> float:
    """Back-off: 0.2 s after the first end, doubled each time, never more than 10 s."""
    return min(0.2 * 2.0 ** min(failures - 1, 10), 10.0)


class Supervisor:
    """Runs services in the order in which they are started, and stops them in the reverse order.

    `logs` is the folder with one log file a service; `hold` are file descriptors that every process keeps open
    (the lock on the data folder: it is free only when the last process is gone); `tell` takes a line for people.
    """

    def __init__(self, *, logs: Path, tell: Callable[[str], None], hold: Sequence[int] = ()) -> None:
        self._logs = logs
        self._tell = tell
        self._hold = tuple(hold)
        self._runs: dict[str, _Run] = {}
        self._stopping = False
        signal.pthread_sigmask(signal.SIG_BLOCK, _HEARD)
        _LIBC.prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
        self._keeper = self._start_keeper()

    def pids(self) -> dict[str, int]:
        """The process id of each service that runs; it is also the id of its process group."""
        return {name: run.process.pid for name, run in self._runs.items() if run.process is not None}

    def keeper_pid(self) -> int:
        return self._keeper.pid

    def start(self, service: Service) -> None:
        """Start a service and keep it running from now on."""
        self._runs[service.name] = run = _Run(service=service)
        self._spawn(run)

    def run_once(self, service: Service) -> int | None:
        """Run a command on this terminal to its end while the services live.

        Returns its exit code, or None when somebody asked to end meanwhile; it is ended too then.
        """
        self._runs[service.name] = run = _Run(service=service, once=True)
        self._spawn(run)
        interrupted = False
        while run.process is not None and not interrupted:
            interrupted = self.wait(1.0, while_alive=run)
        if interrupted:
            self._stop(run)
        del self._runs[service.name]
        return None if interrupted else run.code

    def wait(self, seconds: float, *, while_alive: _Run | None = None) -> bool:
        """Look after the services for so long; True at once when somebody asks to end (Ctrl-C, a signal)."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            heard = signal.sigtimedwait(_HEARD, min(left, self._next_start_seconds(default=left)))
            if heard is not None and heard.si_signo != signal.SIGCHLD:
                return True
            self._reap()
            self._start_what_is_due()
            if while_alive is not None and while_alive.process is None:
                break
        self._shorten_logs()
        return False

    def stop(self) -> None:
        """Stop everything, the last started first. A second Ctrl-C does not wait for anybody."""
        self._stopping = True
        for run in reversed(list(self._runs.values())):
            self._stop(run)
        if self._keeper.stdin is not None:
            self._keeper.stdin.close()
        deadline = time.monotonic() + _KILLED_WITHIN_SECONDS
        while self._has_children() and time.monotonic() < deadline:
            signal.sigtimedwait(_HEARD, 0.05)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _HEARD)

    def _spawn(self, run: _Run) -> None:
        """Start the process of a service, its output into its log, and tell the keeper."""
        run.start_again_at = None
        run.began = time.monotonic()
        parent = os.getpid()

        def in_the_child() -> None:
            _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
            if os.getppid() != parent:
                os._exit(1)
            signal.pthread_sigmask(signal.SIG_SETMASK, ())

        with contextlib.ExitStack() as files:
            output = None if run.once else files.enter_context(self._log(run.service).open("ab"))
            try:
                run.process = subprocess.Popen(
                    list(run.service.command),
                    env={**os.environ, **run.service.environment},
                    stdin=subprocess.DEVNULL,
                    stdout=output,
                    stderr=output,
                    start_new_session=True,
                    pass_fds=self._hold,
                    preexec_fn=in_the_child,  # safe: this process has one thread
                )
            except OSError as error:
                self._note_end(run, code=127, why=str(error))
                return
        self._tell_keeper("+", run.process.pid)

    def _reap(self) -> None:
        """Collect every child that ended, also the orphans that were handed to us."""
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            self._ended(pid, os.waitstatus_to_exitcode(status))

    def _ended(self, pid: int, code: int) -> None:
        if pid == self._keeper.pid:
            self._keeper.returncode = code
            if not self._stopping:
                self._keeper = self._start_keeper()
            return
        for run in list(self._runs.values()):
            if run.process is not None and run.process.pid == pid:
                run.process.returncode = code
                run.process = None
                _kill_group(pid)
                self._tell_keeper("-", pid)
                self._note_end(run, code=code, why=f"{code}")

    def _note_end(self, run: _Run, *, code: int, why: str) -> None:
        """Remember how it ended, and when to start it again."""
        run.code = code
        if run.once or self._stopping:
            return
        steady = time.monotonic() - run.began > _STEADY_SECONDS
        run.failures = 1 if steady else run.failures + 1
        delay = restart_delay_seconds(run.failures)
        run.start_again_at = time.monotonic() + delay
        name = run.service.name
        self._tell(f"{name} ended ({why}); starting it again in {delay:.1f} s. {name} 停了，{delay:.1f} 秒后再启动。")

    def _next_start_seconds(self, *, default: float) -> float:
        due = [run.start_again_at for run in self._runs.values() if run.start_again_at is not None]
        return max(min(due) - time.monotonic(), 0.01) if due else default

    def _start_what_is_due(self) -> None:
        for run in list(self._runs.values()):
            if run.start_again_at is not None and run.start_again_at <= time.monotonic():
                self._spawn(run)

    def _stop(self, run: _Run) -> None:
        """Ask the main process to end, wait as long as the service may take, then kill its whole group."""
        run.start_again_at = None
        if run.process is not None:
            pid = run.process.pid
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGTERM)
            self._wait_for_end(run, seconds=run.service.patience_seconds)
            _kill_group(pid)
            self._wait_for_end(run, seconds=_KILLED_WITHIN_SECONDS)

    def _wait_for_end(self, run: _Run, *, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        while run.process is not None and (left := deadline - time.monotonic()) > 0:
            heard = signal.sigtimedwait(_HEARD, left)
            self._reap()
            if heard is not None and heard.si_signo == signal.SIGINT:
                return

    def _has_children(self) -> bool:
        self._reap()
        try:
            os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
        except ChildProcessError:
            return False
        return True

    def _start_keeper(self) -> "subprocess.Popen[bytes]":
        keeper = subprocess.Popen(
            [sys.executable, "-I", "-S", str(_KEEPER)],
            stdin=subprocess.PIPE,
            start_new_session=True,
            pass_fds=self._hold,
        )
        self._keeper = keeper
        for pid in self.pids().values():
            self._tell_keeper("+", pid)
        return keeper

    def _tell_keeper(self, sign: str, group: int) -> None:
        pipe: IO[bytes] | None = self._keeper.stdin
        with contextlib.suppress(BrokenPipeError, ValueError):
            if pipe is not None:
                pipe.write(f"{sign} {group}\n".encode())
                pipe.flush()

    def _log(self, service: Service) -> Path:
        return self._logs / f"{service.name}.log"

    def _shorten_logs(self) -> None:
        """A log past its limit becomes `.1`; the service goes on writing into the emptied file."""
        for run in self._runs.values():
            log = self._log(run.service)
            with contextlib.suppress(OSError):
                if log.stat().st_size > _LOG_LIMIT_BYTES:
                    log.with_suffix(".log.1").write_bytes(log.read_bytes())
                    os.truncate(log, 0)


def _kill_group(group: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(group, signal.SIGKILL)
