"""A tiny process beside the supervisor: when the supervisor is gone, however it went, nothing of it stays.

It reads process groups from a pipe, one `+ ID` or `- ID` a line. The pipe ends when the supervisor ends, even by
`kill -9`; then every group still noted is killed. Standard library only, started with `python -I -S` to stay small.
"""

import contextlib
import os
import signal
import sys
from typing import TextIO


def groups_left(lines: TextIO) -> set[int]:
    """Read until the pipe ends; returns the process groups that were noted and not taken back."""
    groups: set[int] = set()
    for line in lines:
        sign, _, group = line.partition(" ")
        if sign == "+":
            groups.add(int(group))
        else:
            groups.discard(int(group))
    return groups


def main() -> None:
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, signal.SIG_IGN)
    for group in groups_left(sys.stdin):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(group, signal.SIGKILL)


if __name__ == "__main__":
    main()
