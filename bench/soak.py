"""Whether the memory of the web server grows: a steady load for minutes, and how large its processes are each minute.

    python -m bench.soak [--minutes 10] [--phones 20] [--database sqlite]

Phones learn and sync, ask for the catalogue and for a lesson's first page. The first half is for warming up (caches
fill, threads begin, places in the heap are found); the slope is that of the straight line through the second.
"""

import argparse
import asyncio
import statistics
import time
import urllib.request
from collections.abc import Sequence
from pathlib import Path

from bench.living import Lesson, Phone
from bench.sync import a_site

EVERY_SECONDS = 20.0
MOST_MB_AN_HOUR = 10.0
LEAST_MINUTES = 5.0
PAGES = ("/api/v1/catalogue?language=en", "/", "/healthz")


def resident_mb(pid: int) -> float:
    """Memory of a process and of all its living descendants, shared pages counted in each."""
    parents: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents.setdefault(int(stat.read_text().rpartition(")")[2].split()[1]), []).append(int(stat.parent.name))
        except OSError:
            continue
    waiting, total = [pid], 0
    while waiting:
        each = waiting.pop()
        waiting += parents.get(each, [])
        for line in Path(f"/proc/{each}/status").read_text().splitlines():
            total += int(line.split()[1]) if line.startswith("VmRSS:") else 0
    return total / 1024


async def read_pages(port: int, *, until: float) -> None:
    while time.monotonic() < until:
        for page in PAGES:
            await asyncio.to_thread(_get, f"http://127.0.0.1:{port}{page}")
        await asyncio.sleep(0.5)


def _get(address: str) -> None:
    with urllib.request.urlopen(address, timeout=30) as answer:
        answer.read()


async def watch(pid: int, *, until: float) -> list[tuple[float, float]]:
    """Minutes since the beginning and megabytes, and says each aloud."""
    began, found = time.monotonic(), []
    while (now := time.monotonic()) < until:
        found.append(((now - began) / 60, resident_mb(pid)))
        print(f"{found[-1][0]:8.1f} min {found[-1][1]:8.1f} MB", flush=True)
        await asyncio.sleep(EVERY_SECONDS)
    return found


async def live(phones: Sequence[Phone], *, port: int, pid: int, minutes: float) -> list[tuple[float, float]]:
    until = time.monotonic() + minutes * 60
    lives = [asyncio.create_task(phone.live(until=until)) for phone in phones]
    pages = asyncio.create_task(read_pages(port, until=until))
    found = await watch(pid, until=until)
    await asyncio.gather(pages, *lives)
    return found


def slope(found: Sequence[tuple[float, float]]) -> float:
    """Megabytes an hour, once warm."""
    warm = [point for point in found if point[0] >= found[-1][0] / 2]
    minutes, megabytes = zip(*warm, strict=True)
    return statistics.linear_regression(minutes, megabytes).slope * 60


def verdict(found: Sequence[tuple[float, float]]) -> str:
    if found[-1][0] < LEAST_MINUTES:
        return f"too short to tell whether memory grows: that takes more than {LEAST_MINUTES:.0f} minutes"
    grows = slope(found)
    return f"{grows:+.1f} MB an hour once warm: {'flat' if grows <= MOST_MB_AN_HOUR else 'it grows'}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--phones", type=int, default=20)
    parser.add_argument("--database", choices=["postgresql", "sqlite"], default="postgresql")
    chosen = parser.parse_args()
    with a_site(chosen.database) as (port, release, pid, _):
        lesson = Lesson(module="ra", release=release, item="ra1/q1", response=True)
        phones = [Phone(port=port, lesson=lesson) for _ in range(chosen.phones)]
        found = asyncio.run(live(phones, port=port, pid=pid, minutes=chosen.minutes))
    events = sum(len(phone.events) for phone in phones)
    odd = sum(len(phone.odd) for phone in phones)
    print(f"{events} events of {chosen.phones} phones; other answers than expected: {odd}; {verdict(found)}")
    if odd:
        raise SystemExit(f"{odd} answers are wrong")


if __name__ == "__main__":
    main()
