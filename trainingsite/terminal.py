"""What `up` and `test` say on the terminal: progress lines, and a clear end in two languages.

Standard library only: it speaks before any package is installed.
"""

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class CannotGoOn(Exception):
    """Something on this machine stands in the way; `en` and `zh` say what, and what would help."""

    def __init__(self, *, en: str, zh: str) -> None:
        super().__init__(en)
        self.en = en
        self.zh = zh


def say(line: str = "") -> None:
    """One line to the terminal, at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def say_stop(stop: CannotGoOn) -> None:
    """The two short lines with which a command ends when it cannot go on."""
    sys.stdout.flush()
    sys.stderr.write(f"{stop.en}\n{stop.zh}\n")
    sys.stderr.flush()


@contextmanager
def step(*, en: str, zh: str) -> Iterator[None]:
    """Say what begins, and how long it took when it is done."""
    say(f"· {en} {zh} …")
    began = time.monotonic()
    yield
    took = time.monotonic() - began
    if took >= 1:
        say(f"  done in {took:.0f} s 用了 {took:.0f} 秒")


def seconds_since_start() -> float:
    """How long this process has run, the environment's making included: it keeps its id over the exec into `.venv`."""
    ticks = int(Path("/proc/self/stat").read_text().rpartition(")")[2].split()[19])
    return time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")


def explain(error: OSError, *, place: str) -> CannotGoOn:
    """The sentence for a folder that cannot be written: full, read-only, not ours, or anything else."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return CannotGoOn(
            en=f"The disk under {place} is full. Make some room there, then start again.",
            zh=f"{place} 所在的磁盘满了。先腾出一点地方，再启动一次。",
        )
    if error.errno in {errno.EROFS, errno.EACCES, errno.EPERM}:
        return CannotGoOn(
            en=f"The folder {place} cannot be written here. Choose another one with --data DIR.",
            zh=f"{place} 这个文件夹写不进去。请用 --data 换一个文件夹。",
        )
    return CannotGoOn(
        en=f"The folder {place} cannot be used: {error.strerror}. Choose another one with --data DIR.",
        zh=f"{place} 这个文件夹用不了（{error.strerror}）。请用 --data 换一个文件夹。",
    )
