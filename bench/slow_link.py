"""A slow mobile link between two network namespaces of this machine: delay, a rate limit and a finite queue.

Every IP packet really waits, so that TCP's slow start and TLS's round trips cost what they cost on a phone.
Needs root, `ip` (iproute2) and /dev/net/tun; `why_not` says what is missing.
"""

import ctypes
import fcntl
import os
import queue
import shutil
import struct
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PHONE, SERVER = "10.98.0.1", "10.98.0.2"
_SET_INTERFACE = 0x400454CA  # TUNSETIFF
_PACKETS_WITHOUT_HEADER = 0x1001  # IFF_TUN | IFF_NO_PI
_NETWORK_NAMESPACE = 0x40000000  # CLONE_NEWNET
_QUEUE_BYTES = 64_000
_MTU = 1400


@dataclass(frozen=True, kw_only=True)
class Link:
    """Rates in bit/s, the round trip in seconds."""

    down: float
    up: float
    round_trip: float


def why_not() -> str | None:
    """What this machine lacks, or None."""
    if os.geteuid() != 0:
        return "it needs root, to make network namespaces"
    if not shutil.which("ip"):
        return "it needs the command `ip` (package iproute2)"
    if not Path("/dev/net/tun").exists():
        return "it needs /dev/net/tun"
    made = subprocess.run(["ip", "netns", "add", "xk-try"], capture_output=True, text=True, check=False)
    if made.returncode:
        return f"this machine makes no network namespaces ({made.stderr.strip()})"
    _ip("netns", "del", "xk-try")
    return None


def inside(end: str, command: Sequence[str]) -> list[str]:
    """The command, run at that end of the link (`phone` or `server`)."""
    return ["ip", "netns", "exec", f"xk-{end}", *command]


@contextmanager
def slow_link(link: Link) -> Iterator[None]:
    """Both ends are up while the block runs, and gone after it."""
    ends = {"phone": (PHONE, SERVER), "server": (SERVER, PHONE)}
    try:
        devices = {end: _end(end, own=own, other=other) for end, (own, other) in ends.items()}
        _Direction(devices["phone"], devices["server"], rate=link.up, delay=link.round_trip / 2).start()
        _Direction(devices["server"], devices["phone"], rate=link.down, delay=link.round_trip / 2).start()
        yield
    finally:
        for end in ends:
            subprocess.run(["ip", "netns", "del", f"xk-{end}"], capture_output=True, check=False)


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True)


def _end(end: str, *, own: str, other: str) -> int:
    """A namespace with one device whose packets come out of the file descriptor that is returned."""
    name, device = f"xk-{end}", f"xk{end}"
    _ip("netns", "add", name)
    _ip("-n", name, "link", "set", "lo", "up")
    tun = _open_in(name, device)
    _ip("-n", name, "link", "set", device, "up", "mtu", str(_MTU))
    _ip("-n", name, "addr", "add", own, "peer", other, "dev", device)
    return tun


def _open_in(namespace: str, device: str) -> int:
    """Only this thread steps into the namespace, and back out."""
    libc = ctypes.CDLL(None, use_errno=True)
    with Path("/proc/thread-self/ns/net").open() as home, Path("/run/netns", namespace).open() as there:
        if libc.setns(there.fileno(), _NETWORK_NAMESPACE):
            raise OSError(ctypes.get_errno(), f"cannot enter {namespace}")
        try:
            tun = os.open("/dev/net/tun", os.O_RDWR)
            fcntl.ioctl(tun, _SET_INTERFACE, struct.pack("16sH", device.encode(), _PACKETS_WITHOUT_HEADER))
        finally:
            libc.setns(home.fileno(), _NETWORK_NAMESPACE)
    return tun


class _Direction:
    """One way: a packet leaves when those before it have left, and arrives half a round trip later."""

    def __init__(self, source: int, target: int, *, rate: float, delay: float) -> None:
        self._source, self._target = source, target
        self._rate, self._delay = rate, delay
        self._on_the_way: queue.SimpleQueue[tuple[float, bytes]] = queue.SimpleQueue()

    def start(self) -> None:
        for part in (self._take, self._deliver):
            threading.Thread(target=part, daemon=True).start()

    def _take(self) -> None:
        free_at = 0.0
        while True:
            packet = os.read(self._source, 65_536)
            now = time.monotonic()
            if (free_at - now) * self._rate / 8 > _QUEUE_BYTES:
                continue
            free_at = max(now, free_at) + len(packet) * 8 / self._rate
            self._on_the_way.put((free_at + self._delay, packet))

    def _deliver(self) -> None:
        while True:
            at, packet = self._on_the_way.get()
            time.sleep(max(0.0, at - time.monotonic()))
            try:
                os.write(self._target, packet)
            except OSError:
                return
