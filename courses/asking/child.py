"""The child process in which attachments are made anew, seen from the worker."""

import subprocess
import sys
from pathlib import Path

import msgspec

from courses.asking.anew import NOT_READABLE

PROGRAM = Path(__file__).with_name("anew.py")
MOST_SECONDS = 60


class Unreadable(Exception):
    """It is neither a picture nor sound that we know."""


class BrokenOff(Exception):
    """The child ended in the middle: out of memory or time, killed, or broken by what it read."""


class Made(msgspec.Struct, frozen=True, kw_only=True):
    type: str
    seconds: int | None = None
    width: int | None = None
    height: int | None = None
    data: bytes = b""


def make_anew(data: bytes, *, type: str) -> Made:
    """What may be shown. Raises Unreadable, BrokenOff."""
    command = [sys.executable, "-I", str(PROGRAM), type]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=MOST_SECONDS, env={}, cwd="/")
    except (subprocess.TimeoutExpired, OSError) as error:
        raise BrokenOff from error
    if done.returncode == NOT_READABLE:
        raise Unreadable
    if done.returncode:
        raise BrokenOff(done.stderr[-500:].decode(errors="replace"))
    about, _, made = done.stdout.partition(b"\n")
    return msgspec.structs.replace(msgspec.json.decode(about, type=Made), data=made)
