"""`manage.py up` as a whole, on real ports and real processes: it serves, survives, and leaves nothing behind."""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import redis
from celery import Celery

from tests.boot.processes import eventually, is_alive, with_argument
from trainingsite import ready
from trainingsite.bootstrap import ROOT
from trainingsite.testrun import quick_folder


class Site:
    """A site that `up` serves from a folder of its own."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.output = data.with_suffix(".out")
        environment = {key: value for key, value in os.environ.items() if key not in {"DATABASE_URL", "REDIS_URL"}}
        with self.output.open("wb") as output:
            self.process = subprocess.Popen(
                [sys.executable, "manage.py", "up", "--data", str(data), "--port", "0"],
                cwd=ROOT,
                env=environment,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )

    def end(self) -> int:
        """As Ctrl-C does; what `up` ended with."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=180)

    def note(self) -> dict[str, int]:
        """The process ids of the services that are up at this moment, and the port."""
        try:
            known = json.loads((self.data / "running.json").read_text())
        except FileNotFoundError:
            return {}
        return {**known["services"], "port": known["port"]}

    def pid(self, service: str, *, other_than: int | None = None) -> int:
        """The process of a service; while it is down between two of them, it is waited for."""

        def found() -> list[int]:
            return [pid for name, pid in self.note().items() if name == service and pid != other_than]

        return eventually(found, what=f"{service} has a process")[0]

    def is_ready(self) -> bool:
        if self.process.poll() is not None:
            raise AssertionError(f"`up` has ended:\n{self.output.read_text()}")
        note = self.note()
        return "port" in note and ready.is_ready(scheme="http", port=note["port"])

    def wait_until_ready(self) -> None:
        eventually(self.is_ready, what="/readyz answers 200", seconds=180)

    def broker(self) -> redis.Redis:
        return redis.Redis(unix_socket_path=str(self.data / "valkey.sock"))

    def send_heartbeats(self, count: int) -> set[str]:
        """Queue so many tasks from outside; returns their ids."""
        with Celery(broker=f"redis+socket://{self.data}/valkey.sock", set_as_current=False) as sender:
            return {sender.send_task("web.heartbeat").id for _ in range(count)}

    def has_done(self, tasks: set[str]) -> bool:
        log = (self.data / "logs" / "worker.log").read_text()
        return all(f"[{task}] succeeded" in log for task in tasks)

    def pool(self) -> list[int]:
        """The processes in which the worker runs its tasks."""
        worker = self.pid("worker")
        return [int(pid) for pid in Path(f"/proc/{worker}/task/{worker}/children").read_text().split()]

    def hold_the_pool(self) -> None:
        for pid in self.pool():
            os.kill(pid, signal.SIGSTOP)


@pytest.fixture(scope="module")
def sites() -> Iterator[list[Site]]:
    """The sites of this file, one after the other in one folder: only the first start is a long one."""
    with tempfile.TemporaryDirectory(prefix="up-", dir=quick_folder()) as folder:
        sites = [Site(Path(folder) / "data")]
        yield sites
        sites[-1].end()


@pytest.fixture
def site(sites: list[Site]) -> Site:
    """The site that runs, ready; started again where the test before has ended it."""
    if sites[-1].process.poll() is not None:
        sites.append(Site(sites[-1].data))
    sites[-1].wait_until_ready()
    return sites[-1]


def test_a_killed_worker_loses_no_task(site: Site) -> None:
    worker = site.pid("worker")
    site.hold_the_pool()
    tasks = site.send_heartbeats(12)
    eventually(lambda: int(site.broker().zcard("unacked_index")) >= 2, what="the worker has tasks in hand")

    os.kill(worker, signal.SIGKILL)

    eventually(lambda: site.has_done(tasks), what="every task was done")
    assert site.pid("worker") != worker


def test_a_killed_broker_loses_no_task(site: Site) -> None:
    broker = site.pid("broker")
    site.hold_the_pool()
    held = site.pool()
    tasks = site.send_heartbeats(40)

    os.kill(broker, signal.SIGKILL)
    site.pid("broker", other_than=broker)
    for pid in held:
        os.kill(pid, signal.SIGCONT)

    eventually(lambda: site.has_done(tasks), what="every task was done", seconds=120)


def test_a_killed_web_server_comes_back(site: Site) -> None:
    web = site.pid("web")

    os.kill(web, signal.SIGKILL)

    site.pid("web", other_than=web)
    site.wait_until_ready()


def test_a_web_server_killed_before_the_site_is_ready_comes_back_and_is_noted(sites: list[Site], site: Site) -> None:
    site.end()
    sites.append(starting := Site(site.data))
    web = starting.pid("web")

    os.kill(web, signal.SIGKILL)

    starting.pid("web", other_than=web)
    starting.wait_until_ready()


def test_phones_that_lose_their_signal_while_they_send_hold_nobody_up(site: Site) -> None:
    head = (
        b"POST /api/v1/sync HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer 0123456789abcdef\r\n"
        b"Content-Length: 2000\r\nExpect: 100-continue\r\n\r\n"
    )
    with ExitStack() as phones:
        for _ in range(40):
            phone = phones.enter_context(socket.create_connection(("localhost", site.note()["port"]), timeout=60))
            phone.sendall(head)
            assert b"100 Continue" in phone.recv(100)  # the site waits for what this phone will not send
            phone.sendall(b" " * 1000)

        site.wait_until_ready()


def test_a_second_start_with_the_same_folder_is_told_so(site: Site) -> None:
    command = [sys.executable, "manage.py", "up", "--data", str(site.data), "--port", "0"]

    second = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert second.returncode == 1
    assert second.stderr.splitlines() == [
        f"Xiangke already runs with the folder {site.data}. Stop it first, or choose another folder.",
        f"乡课已经在用 {site.data} 这个文件夹了。先停掉它，或者换一个文件夹。",
    ]


def test_a_killed_supervisor_leaves_nothing_and_the_next_start_does_nothing_twice(
    sites: list[Site], site: Site
) -> None:
    mine = with_argument(str(site.data))
    assert len(mine) >= 6

    site.process.kill()
    site.process.wait()

    eventually(lambda: not with_argument(str(site.data)), what="no process is left")
    again = Site(site.data)
    sites.append(again)
    again.wait_until_ready()
    eventually(lambda: "localhost" in again.output.read_text(), what="the addresses are shown")
    said = again.output.read_text()
    assert "Nothing changed since the last start" in said
    assert said.index("Starting the parts 正在启动各个部分") < said.index("Ready after") < said.index("localhost")


def test_ctrl_c_ends_everything_with_zero(site: Site) -> None:
    pids = [pid for name, pid in site.note().items() if name != "port"]

    code = site.end()

    assert code == 0
    assert not any(map(is_alive, pids))
    assert not with_argument(str(site.data))
    assert not (site.data / "running.json").exists()
