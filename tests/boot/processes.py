"""Watching real processes in tests: what is alive, and waiting for it to change."""

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
PATIENCE_SECONDS = 180.0


def is_alive(pid: int) -> bool:
    """Whether a process with this id runs; a zombie that waits for its parent does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state not in {"Z", "X"}


def with_argument(words: str) -> set[int]:
    """The ids of all living processes, ours excepted, whose command line or environment holds these words."""
    found = set()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            known = (folder / "cmdline").read_bytes() + b"\0" + (folder / "environ").read_bytes()
        except OSError:
            continue
        pid = int(folder.name)
        if words.encode() in known and pid != os.getpid() and is_alive(pid):
            found.add(pid)
    return found


def eventually(holds: Callable[[], T], *, what: str, seconds: float = PATIENCE_SECONDS) -> T:
    """Wait until something holds, and return what was answered.

    It is asked often, and the limit is generous: only a broken thing reaches it.
    """
    deadline = time.monotonic() + seconds
    while not (answer := holds()):
        if time.monotonic() > deadline:
            raise AssertionError(f"After {seconds:.0f} s still not: {what}")
        time.sleep(0.02)
    return answer
