"""How many events a second `/api/v1/sync` takes, next to what the bare database could take.

    python -m bench.sync [--seconds 20] [--rounds 3] [--clients 8] [--database postgresql --database sqlite]

The server is granian as `up` runs it (no worker beside it), the clients a process of their own over loopback, each
one phone in steady state. The ceiling is the same table, indexes and fsync with one bare insert a batch. Rounds of
both are interleaved, so that a noisy machine disturbs both. CPU is that of the web server's processes alone.
"""

import argparse
import asyncio
import json
import os
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import psycopg
import uuid_utils

from tests import servers
from trainingsite.services import web

ROOT = Path(__file__).resolve().parent.parent
TICKS = os.sysconf("SC_CLK_TCK")
SIZES = (20, 100)
RELEASE = re.compile(rb"release ([0-9a-f]{64})")


@dataclass(frozen=True, kw_only=True)
class Run:
    """One run: events taken, seconds, and each batch's latency in ms; CPU seconds of the web server's processes."""

    events: int
    seconds: float
    latencies: list[float]
    cpu_seconds: float = 0.0

    @property
    def rate(self) -> float:
        return self.events / self.seconds

    def percentile(self, share: float) -> float:
        return sorted(self.latencies)[int(share * (len(self.latencies) - 1))]


# -- the clients, in their own process --------------------------------------------------------------------------------

_EVENT = (
    '{"id":"%s","v":1,"device":"%s","seq":%d,"learner":"%s","kind":"answered","at":"2026-11-21T10:00:00.000Z",'
    '"session":"%s","mono":%d,"module":"ra","release":"%s","item":"ra1/q1","body":{"sitting":"%s","try":1,'
    '"response":true,"credit":1}}'
)
_CURSOR = re.compile(rb'"record_seq":(\d+)')
_EPOCH = re.compile(rb'"epoch":"([^"]+)"')
_CATALOGUE = re.compile(rb'"catalogue":\{"hash":"([0-9a-f]+)"')


class Client:
    """One phone on one connection that is kept open."""

    def __init__(self, *, port: int, release: str, size: int) -> None:
        self.port, self.release, self.size = port, release, size
        self.device, self.learner, self.session = (str(uuid_utils.uuid7()) for _ in range(3))
        self.token, self.read = uuid.uuid4().hex, uuid.uuid4().hex
        self.seq = self.n = self.x = 0
        self.cursor, self.catalogue = "null", "null"
        self.latencies: list[float] = []

    def body(self) -> bytes:
        ids = [uuid_utils.uuid7() for _ in range(self.size)]
        events = []
        for id in ids:
            self.seq += 1
            values = (id, self.device, self.seq, self.learner, self.session, self.seq, self.release, self.session)
            events.append(_EVENT % values)
        text = (
            f'{{"device":"{self.device}","app":"bench","now":"2026-11-21T10:00:00.000Z","session":"{self.session}",'
            f'"mono":{self.seq},"waiting":0,"digest":{{"n":{self.n},"x":"{self.x:032x}"}},"events":[{",".join(events)}],'
            f'"learners":[{{"id":"{self.learner}","read":"{self.read}","cursor":{self.cursor}}}],'
            f'"catalogue":{self.catalogue},"language":"zh-hans"}}'
        )
        self.n += self.size
        for id in ids:
            self.x ^= id.int
        return text.encode()

    async def talk(self, *, until: float) -> int:
        """Batches taken until then. Any verdict but `stored`, or a digest that differs, ends the bench."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        taken = 0
        while time.monotonic() < until:
            body = self.body()
            head = (
                f"POST /api/v1/sync HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {self.token}\r\n"
                f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
            )
            began = time.perf_counter()
            writer.write(head.encode() + body)
            reply = await _reply(reader)
            self.latencies.append((time.perf_counter() - began) * 1000)
            self._check(reply)
            taken += 1
        writer.close()
        return taken

    def _check(self, reply: bytes) -> None:
        if reply.count(b'"stored",null') != self.size or b'"digest":"same"' not in reply:
            raise SystemExit(f"not what was expected: {reply[:600]!r}")
        place, epoch = _CURSOR.search(reply), _EPOCH.search(reply)
        if place and epoch:
            self.cursor = f'{{"epoch":"{epoch[1].decode()}","record_seq":{place[1].decode()}}}'
        if offered := _CATALOGUE.search(reply):
            self.catalogue = f'"{offered[1].decode()}"'


async def _reply(reader: asyncio.StreamReader) -> bytes:
    head = await reader.readuntil(b"\r\n\r\n")
    length = re.search(rb"(?i)content-length: (\d+)", head)
    if not head.startswith(b"HTTP/1.1 200") or length is None:
        raise SystemExit(f"refused: {head!r} {await reader.read(2000)!r}")
    return await reader.readexactly(int(length[1]))


async def _all_clients(*, port: int, release: str, size: int, clients: int, seconds: float, pid: int) -> Run:
    phones = [Client(port=port, release=release, size=size) for _ in range(clients)]
    await asyncio.gather(*(phone.talk(until=time.monotonic() + 1.5) for phone in phones))  # named, imported, prepared
    for phone in phones:
        phone.latencies.clear()
    began, cpu = time.monotonic(), cpu_seconds(pid)
    batches = await asyncio.gather(*(phone.talk(until=began + seconds) for phone in phones))
    latencies = [each for phone in phones for each in phone.latencies]
    return Run(
        events=sum(batches) * size,
        seconds=time.monotonic() - began,
        latencies=latencies,
        cpu_seconds=cpu_seconds(pid) - cpu,
    )


def run_clients(arguments: list[str]) -> None:
    """The process of the clients: prints its run as JSON."""
    port, release, size, clients, seconds, pid = arguments
    run = asyncio.run(
        _all_clients(
            port=int(port), release=release, size=int(size), clients=int(clients), seconds=float(seconds), pid=int(pid)
        )
    )
    print(json.dumps(asdict(run)))


# -- the server -------------------------------------------------------------------------------------------------------

_PREPARE = """
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from tests.learned import a_module
print("release", a_module())
"""


@contextmanager
def a_site(database: str) -> Iterator[tuple[int, str, int, str]]:
    """A site of its own: its port, a release it knows, the web server's pid, and where its database is."""
    with ExitStack() as stack:
        data = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="xiangke-bench-")))
        (data / "static").mkdir()
        environment = {**os.environ, "XIANGKE_DATA": str(data), "DJANGO_SETTINGS_MODULE": "trainingsite.settings"}
        environment["REDIS_URL"] = stack.enter_context(servers.valkey(durable=True))
        address = str(data / "xiangke.sqlite3")
        environment.pop("DATABASE_URL", None)
        if database == "postgresql":
            address = environment["DATABASE_URL"] = stack.enter_context(servers.postgres(durable=True))
        prepared = subprocess.run(
            [sys.executable, "-c", _PREPARE], env=environment, cwd=ROOT, check=True, capture_output=True
        )
        found = RELEASE.search(prepared.stdout)
        assert found is not None
        port = servers.free_port()
        command = list(web(port=port, cert=None, key=None).command)
        with (data / "web.log").open("wb") as log:
            server = subprocess.Popen(command, env=environment, cwd=ROOT, stdout=log, stderr=log)
        stack.callback(_stop, server)
        _wait_for(f"http://127.0.0.1:{port}/healthz", log=data / "web.log")
        yield port, found[1].decode(), server.pid, address


def _wait_for(address: str, *, log: Path) -> None:
    for _ in range(300):
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except OSError:
            time.sleep(0.2)
    raise SystemExit(f"the server did not start:\n{log.read_text()}")


def _stop(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(timeout=15)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def cpu_seconds(pid: int) -> float:
    """User and system time of a process and of all its living descendants."""
    parents: dict[int, list[int]] = {}
    times: dict[int, float] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        child = int(path.parent.name)
        parents.setdefault(int(fields[1]), []).append(child)
        times[child] = (int(fields[11]) + int(fields[12])) / TICKS
    total, waiting = 0.0, [pid]
    while waiting:
        each = waiting.pop()
        total += times.get(each, 0.0)
        waiting += parents.get(each, [])
    return total


def measure(*, port: int, release: str, pid: int, size: int, clients: int, seconds: float) -> Run:
    command = [sys.executable, "-m", "bench.sync", "--clients-only"]
    command += [str(port), release, str(size), str(clients), str(seconds), str(pid)]
    said = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE)
    return Run(**json.loads(said.stdout))


# -- the ceiling ------------------------------------------------------------------------------------------------------

_COLUMNS = (
    "id, v, device, seq, learner, record_seq, kind, at, corrected_at, sureness, received_at, session, mono, module, "
    "release, item, body, fingerprint"
)
_TYPES = [
    *("uuid", "smallint", "uuid", "bigint", "uuid", "bigint", "text", "timestamptz", "timestamptz", "smallint"),
    *("timestamptz", "uuid", "bigint", "text", "text", "text", "jsonb", "bigint"),
]
_UNNEST = (
    f"INSERT INTO courses_event ({_COLUMNS}) SELECT * FROM unnest({', '.join(f'%s::{each}[]' for each in _TYPES)}) "
    "ON CONFLICT (id) DO NOTHING"
)
_MOMENT = "2026-11-21 10:00:00+00"
_BODY = '{"sitting": "019a0000-0000-7000-8000-000000000000", "try": 1, "response": true, "credit": 1}'


def _row(*, device: str, learner: str, seq: int) -> tuple[str | int, ...]:
    id = uuid_utils.uuid7().hex
    return (id, 1, device, seq, learner, seq, "answered", _MOMENT, _MOMENT, 1, _MOMENT, device, seq, "ra", "f" * 64,
            "ra1/q1", _BODY, seq)  # fmt: skip


def _rows(*, size: int) -> Iterator[list[tuple[str | int, ...]]]:
    device, learner, seq = uuid_utils.uuid7().hex, uuid_utils.uuid7().hex, 0
    while True:
        yield [_row(device=device, learner=learner, seq=seq + n + 1) for n in range(size)]
        seq += size


def _into_postgresql(address: str, *, size: int, until: float, latencies: list[float]) -> None:
    with psycopg.connect(address, autocommit=True) as connection:
        for rows in _rows(size=size):
            columns = list(zip(*rows, strict=True))
            columns[16] = tuple('"' + _BODY.replace('"', '\\"') + '"' for _ in rows)
            arrays = ["{" + ",".join(map(_quoted, column)) + "}" for column in columns]
            began = time.perf_counter()
            connection.execute(_UNNEST, arrays, prepare=True)
            latencies.append((time.perf_counter() - began) * 1000)
            if time.monotonic() >= until:
                return


def _quoted(value: str | int) -> str:
    return f'"{value}"' if value == _MOMENT else str(value)


def _into_sqlite(address: str, *, size: int, until: float, latencies: list[float]) -> None:
    connection = sqlite3.connect(address, timeout=20, isolation_level=None)
    connection.execute("PRAGMA synchronous=NORMAL")
    marks = ", ".join("?" * len(_TYPES))
    for rows in _rows(size=size):
        began = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(
            f"INSERT INTO courses_event ({_COLUMNS}) VALUES ({marks}) ON CONFLICT (id) DO NOTHING", rows
        )
        connection.execute("COMMIT")
        latencies.append((time.perf_counter() - began) * 1000)
        if time.monotonic() >= until:
            connection.close()
            return


def ceiling(database: str, address: str, *, size: int, clients: int, seconds: float) -> Run:
    insert: Callable[..., None] = _into_postgresql if database == "postgresql" else _into_sqlite
    latencies: list[list[float]] = [[] for _ in range(clients)]
    began = time.monotonic()
    threads = [
        threading.Thread(
            target=insert,
            args=(address,),
            kwargs={"size": size, "until": began + seconds, "latencies": latencies[number]},
        )
        for number in range(clients)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    every = [each for those in latencies for each in those]
    return Run(events=len(every) * size, seconds=time.monotonic() - began, latencies=every)


# -- the report -------------------------------------------------------------------------------------------------------


def bench(database: str, *, rounds: int, clients: int, seconds: float) -> None:
    runs: dict[int, list[tuple[Run, Run]]] = {size: [] for size in SIZES}
    with a_site(database) as (port, release, pid, address):
        for _ in range(rounds):
            for size in SIZES:
                ours = measure(port=port, release=release, pid=pid, size=size, clients=clients, seconds=seconds)
                bare = ceiling(database, address, size=size, clients=clients, seconds=seconds)
                runs[size].append((ours, bare))
    for size, pairs in runs.items():
        took, could = [each for each, _ in pairs], [each for _, each in pairs]
        ratios = [mine.rate / top.rate for mine, top in pairs]
        cpu = statistics.median(run.cpu_seconds / run.events * 1e6 for run in took)
        print(
            f"{database:10} batch {size:3}: {statistics.median(run.rate for run in took):7.0f} events/s, "
            f"ceiling {statistics.median(run.rate for run in could):7.0f}, "
            f"ratio {statistics.median(ratios):.2f} ({', '.join(f'{each:.2f}' for each in ratios)}), "
            f"{cpu:5.1f} µs CPU an event, p50 {statistics.median(run.percentile(0.5) for run in took):5.1f} ms, "
            f"p95 {statistics.median(run.percentile(0.95) for run in took):5.1f} ms",
            flush=True,
        )


def main() -> None:
    if sys.argv[1:2] == ["--clients-only"]:
        run_clients(sys.argv[2:])
        return
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--database", action="append", choices=["postgresql", "sqlite"])
    chosen = parser.parse_args()
    for database in chosen.database or ["postgresql", "sqlite"]:
        bench(database, rounds=chosen.rounds, clients=chosen.clients, seconds=chosen.seconds)


if __name__ == "__main__":
    main()
