"""What is lost when parts of the site are killed while phones sync: nothing may be, and nothing may count twice.

    python -m bench.faults [--seconds 120] [--phones 50] [--only web,database]

`manage.py up` with a real PostgreSQL beside it. Fifty phones learn and sync; meanwhile web server, worker, timetable
(beat), broker and database are killed (`kill -9`) in turn. The supervisor starts the first four again, this bench the
database. Then the phones hand over what is left, and every event is looked for in the record and among the grades.
"""

import argparse
import asyncio
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import uuid
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psycopg

from bench.living import Phone, lesson_on_offer
from tests import servers
from trainingsite.bootstrap import ROOT

SERVICES = ("web", "worker", "beat", "broker")
EVERY = (*SERVICES, "database")
WARM_UP_SECONDS = 5.0
AFTERWARDS_SECONDS = 180.0


class Database:
    """A PostgreSQL of our own that can be killed and comes back with what it had."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.folder = Path(url.partition("host=")[2])
        self._again: subprocess.Popen[bytes] | None = None

    def pid(self) -> int:
        return int((self.folder / "data" / "postmaster.pid").read_text().split()[0])

    def kill(self) -> float:
        """When it was killed. Its other processes end by themselves when they notice; only then it can begin again."""
        pid = self.pid()
        command = Path(f"/proc/{pid}/cmdline").read_bytes().decode().split("\0")[:-1]
        owner = (self.folder / "data").stat().st_uid
        os.kill(pid, signal.SIGKILL)
        at = time.monotonic()
        with suppress(ChildProcessError):
            os.waitpid(pid, 0)  # a zombie's id would still count as a server at work
        for _ in range(60):
            self._again = self._start(command, owner=owner)
            if self._is_up():
                return at
            time.sleep(0.2)
        raise SystemExit(f"the database did not come back:\n{(self.folder / 'again.log').read_text()[-2000:]}")

    def _start(self, command: Sequence[str], *, owner: int) -> "subprocess.Popen[bytes]":
        user = owner if os.geteuid() == 0 else None
        with (self.folder / "again.log").open("ab") as log:
            return subprocess.Popen(command, cwd=self.folder, user=user, stdout=log, stderr=log, start_new_session=True)

    def _is_up(self) -> bool:
        assert self._again is not None
        for _ in range(100):
            if self._again.poll() is not None:
                return False
            with suppress(psycopg.OperationalError), psycopg.connect(self.url, connect_timeout=2):
                return True
            time.sleep(0.1)
        return False

    def stop(self) -> None:
        if self._again and self._again.poll() is None:
            self._again.send_signal(signal.SIGINT)
            self._again.wait(timeout=20)


class Site:
    """`manage.py up` in a process of its own."""

    def __init__(self, data: Path, *, database: Database) -> None:
        self.data, self.database = data, database
        self.output = data.with_suffix(".out")
        environment = {name: value for name, value in os.environ.items() if name != "REDIS_URL"}
        environment["DATABASE_URL"] = database.url
        command = [sys.executable, "manage.py", "up", "--data", str(data), "--port", "0"]
        with self.output.open("wb") as output:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=environment, stdout=output, stderr=output, start_new_session=True
            )

    def note(self) -> dict[str, int]:
        with suppress(OSError, ValueError):
            known = json.loads((self.data / "running.json").read_text())
            return {**known["services"], "port": known["port"]}
        return {}

    def wait_until_ready(self) -> int:
        """The port."""
        for _ in range(1800):
            if self.process.poll() is not None:
                break
            port = self.note().get("port", 0)
            with suppress(OSError, urllib.error.URLError):
                if port and urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5).status == 200:
                    return port
            time.sleep(0.1)
        raise SystemExit(f"the site did not start:\n{self.output.read_text()}")

    def kill(self, name: str) -> float:
        """All processes of that part at once; when it was (monotonic)."""
        if name == "database":
            return self.database.kill()
        while not (pid := self.note().get(name)):
            time.sleep(0.05)
        os.killpg(pid, signal.SIGKILL)
        return time.monotonic()

    def end(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        self.process.wait(timeout=120)


@contextmanager
def a_site() -> Iterator[Site]:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="xk-", dir="/tmp")))
        database = Database(stack.enter_context(servers.postgres(durable=True)))
        stack.callback(database.stop)
        site = Site(folder / "d", database=database)
        stack.callback(site.end)
        yield site


@dataclass(frozen=True, kw_only=True)
class Fault:
    """What was killed, and when (monotonic)."""

    name: str
    at: float


def _first_accepted(phones: Sequence[Phone], *, after: float) -> float | None:
    """When the first sync was accepted that began after that moment."""
    return min((ended for phone in phones for began, ended in phone.accepted if began >= after), default=None)


async def _break_in_turn(site: Site, names: Sequence[str], *, seconds: float) -> list[Fault]:
    apart = (seconds - WARM_UP_SECONDS) / len(names)
    await asyncio.sleep(WARM_UP_SECONDS)
    faults = []
    for name in names:
        began = time.monotonic()
        faults.append(Fault(name=name, at=await asyncio.to_thread(site.kill, name)))
        await asyncio.sleep(max(0.0, apart - (time.monotonic() - began)))
    return faults


async def live(site: Site, phones: Sequence[Phone], *, names: Sequence[str], seconds: float) -> list[Fault]:
    """Phones learn while things break; then they have time to hand over the rest."""
    until = time.monotonic() + seconds
    lives = [asyncio.create_task(phone.live(until=until)) for phone in phones]
    faults = await _break_in_turn(site, names, seconds=seconds)
    await asyncio.gather(*lives)
    last = time.monotonic() + AFTERWARDS_SECONDS
    while time.monotonic() < last:
        agreed = [await phone.sync() for phone in phones]
        if all(agreed):
            return faults
        await asyncio.sleep(1.0)
    raise SystemExit("phones and server did not agree in time")


@dataclass(frozen=True, kw_only=True)
class Found:
    """What stands in the database: how often each event is in the record, and how often it is graded."""

    recorded: Counter[uuid.UUID]
    graded: Counter[uuid.UUID]
    gaps: int


def look(url: str, *, events: int) -> Found:
    """Once the worker has folded everything, or has had time enough."""
    with psycopg.connect(url, autocommit=True) as connection:
        for _ in range(int(AFTERWARDS_SECONDS)):
            row = connection.execute("SELECT count(*) FROM courses_answer").fetchone()
            if row and row[0] >= events:
                break
            time.sleep(1.0)
        recorded = Counter(row[0] for row in connection.execute("SELECT id FROM courses_event"))
        graded = Counter(row[0] for row in connection.execute("SELECT event_id FROM courses_answer"))
        gaps = connection.execute(
            "SELECT count(*) FROM courses_learner l WHERE record_seq < "
            "(SELECT max(record_seq) FROM courses_event e WHERE e.learner = l.id)"
        ).fetchone()
    return Found(recorded=recorded, graded=graded, gaps=gaps[0] if gaps else 0)


def report(phones: Sequence[Phone], faults: Sequence[Fault], found: Found, *, began: float) -> int:
    """The table; how much is wrong in all."""
    wrong = 0
    print(f"{'killed':<10}{'at s':>7}{'events':>8}{'sent again':>12}{'lost':>6}{'doubled':>9}{'next sync after s':>19}")
    ends = [*(fault.at for fault in faults[1:]), float("inf")]
    windows = [(Fault(name="-", at=began), faults[0].at), *zip(faults, ends, strict=True)]
    for fault, end in windows:
        ids = [id for phone in phones for id, (at, _) in phone.events.items() if fault.at <= at < end]
        again = sum(fault.at <= at < end for phone in phones for times in phone.sent.values() for at in times[1:])
        lost = sum(found.recorded[id] == 0 or found.graded[id] == 0 for id in ids)
        doubled = sum(found.recorded[id] > 1 or found.graded[id] > 1 for id in ids)
        wrong += lost + doubled
        accepted = _first_accepted(phones, after=fault.at)
        after = f"{accepted - fault.at:.1f}" if accepted and fault.name != "-" else ""
        print(f"{fault.name:<10}{fault.at - began:>7.0f}{len(ids):>8}{again:>12}{lost:>6}{doubled:>9}{after:>19}")
    odd = sum(len(phone.odd) for phone in phones)
    total = sum(len(phone.events) for phone in phones)
    print(f"{total} events of {len(phones)} phones; {len(found.recorded)} in the record, {len(found.graded)} graded; "
          f"learners with a place above their last: {found.gaps}; other answers than expected: {odd}")  # fmt: skip
    return wrong + found.gaps + odd + abs(total - len(found.recorded))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--phones", type=int, default=50)
    parser.add_argument("--only", default=",".join(EVERY), help="what to kill, in this order")
    chosen = parser.parse_args()
    names = chosen.only.split(",")
    with a_site() as site:
        port = site.wait_until_ready()
        lesson = lesson_on_offer(f"http://127.0.0.1:{port}")
        phones = [Phone(port=port, lesson=lesson) for _ in range(chosen.phones)]
        began = time.monotonic()
        faults = asyncio.run(live(site, phones, names=names, seconds=chosen.seconds))
        found = look(site.database.url, events=sum(len(phone.events) for phone in phones))
        wrong = report(phones, faults, found, began=began)
    if wrong:
        raise SystemExit(f"{wrong} things are wrong")


if __name__ == "__main__":
    main()
