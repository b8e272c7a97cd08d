"""A whole site in processes of its own, as `up` runs it, but with each service in the test's hand."""

import http.client
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Error, Page

from tests import made_once
from tests.browser.gate import Gate
from tests.servers import free_port, valkey
from tests.small_library import small_library
from trainingsite import services
from trainingsite.bootstrap import ROOT
from trainingsite.supervisor import Service

_PATIENCE_SECONDS = 120.0


def until(question: Callable[[], bool], *, what: str) -> None:
    """Ask again and again until the answer is yes; gives up only when something must be broken."""
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while not question():
        assert time.monotonic() < deadline, f"waited in vain: {what}"
        time.sleep(0.1)


def says(page: Page, question: str) -> bool:
    """The page's yes or no; no while it is being loaded again.

    To wait for a yes: `until`. Playwright's `wait_for_function` asks a second time by `eval`, which the app's policy
    forbids, so that it passes or fails by chance.
    """
    try:
        return bool(page.evaluate(question))
    except Error:
        return False


def _prepared(environment: Mapping[str, str]) -> str:
    """Prepare a site as `up` does; returns its operator's one-time password."""
    made = subprocess.run(
        [sys.executable, "-m", "trainingsite.prepare"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    found = re.search(r"password 密码: (\S+)", made.stdout)
    assert found, made.stdout
    return found[1]


def _make_site(folder: Path, *, library: Path) -> None:
    """A site on SQLite that was never started, and beside it its operator's password."""
    data = folder / "data"
    data.mkdir()
    shutil.copyfile(made_once.tables_on_sqlite(), data / made_once.TABLES)
    password = _prepared(made_once.on_sqlite(data) | {"XIANGKE_CONTENT": str(library)})
    made_once.write_back(data / made_once.TABLES)
    (folder / "password").write_text(password)


@dataclass
class Site:
    """The web server and the worker can be started, stopped and killed one by one; the database stays.

    Phones come through a gate. Where a test only needs that nobody can be reached, it shuts the gate: a server that
    was killed takes seconds to come back.
    """

    data: Path
    environment: dict[str, str]
    gate: Gate
    operator_password: str = ""
    running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    @property
    def address(self) -> str:
        return f"http://localhost:{self.gate.port}"

    def prepare(self) -> None:
        """Tables, the first operator, the library: made anew on a database server, else copied from those made once."""
        if "DATABASE_URL" in self.environment:
            self.operator_password = _prepared(self.environment)
            return
        library = Path(self.environment["XIANGKE_CONTENT"])
        name = "site" if library == small_library() else "site-with-all-lessons"
        made = made_once.made_once(name, make=partial(_make_site, library=library))
        self.operator_password = (made / "password").read_text()
        shutil.copytree(made / "data", self.data, dirs_exist_ok=True)

    def manage(self, *arguments: str) -> str:
        """Run a management command; returns what it printed."""
        command = [sys.executable, "-m", "django", *arguments]
        return subprocess.run(
            command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=True
        ).stdout

    def database_rows(self, question: str, *values: str) -> list[tuple[Any, ...]]:
        """What a question in SQL finds, on SQLite; a second quicker than `manage`."""
        with closing(sqlite3.connect(self.data / made_once.TABLES)) as database:
            return database.execute(question, values).fetchall()

    def database_says(self, question: str, *values: str) -> bool:
        return bool(self.database_rows(question, *values))

    def start_web(self) -> None:
        self._start(services.web(port=self.gate.to, cert=None, key=None, processes=1))
        self.gate.open()
        server = self.running["web"]
        until(lambda: self.answers() or server.poll() is not None, what="the web server")
        assert server.poll() is None, (self.data / "web.log").read_text()

    def serve(self) -> None:
        """Phones reach the site, whatever was stopped or shut before."""
        if "web" not in self.running:
            self.start_web()
        self.gate.open()

    def start_worker(self) -> None:
        self._start(services.worker())

    def kill(self, name: str) -> None:
        """`kill -9` of a service and all its processes: the worst way to stop."""
        if name == "web":
            self.gate.shut()
        process = self.running.pop(name)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def stop_all(self) -> None:
        for name in list(self.running):
            self.kill(name)

    def answers(self) -> bool:
        connection = http.client.HTTPConnection("localhost", self.gate.port, timeout=5)
        try:
            connection.request("GET", "/healthz")
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def _start(self, service: Service) -> None:
        log = (self.data / f"{service.name}.log").open("ab")
        self.running[service.name] = subprocess.Popen(
            service.command, cwd=ROOT, env=self.environment, stdout=log, stderr=log, start_new_session=True
        )
        log.close()


_HER_OWN_PASSWORD = "three-plain-words"


def signed_in_as_operator(site: Site, browser: Browser) -> Page:
    """A page at the office. The first time she has a one-time password, and chooses one of her own."""
    page = browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 800}).new_page()
    page.goto(f"{site.address}/office/")
    page.fill("[name=username]", "operator")
    page.fill("[name=password]", site.operator_password)
    page.locator("button[type=submit]").click()
    if site.operator_password != _HER_OWN_PASSWORD:
        page.wait_for_url(f"{site.address}/office/own-password/")
        for entry in page.locator("input[type=password]").all():
            entry.fill(_HER_OWN_PASSWORD)
        page.locator("main button[type=submit], form button").last.click()
        site.operator_password = _HER_OWN_PASSWORD
    page.wait_for_url(f"{site.address}/office/")
    return page


@contextmanager
def a_site(data: Path, *, database_url: str | None = None, library: Path | None = None) -> Iterator[Site]:
    """A prepared site with nothing running yet, on SQLite or on the database of that address. `library`: its lessons,
    else two."""
    with valkey(durable=True) as broker:
        environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        environment |= {
            "DJANGO_SETTINGS_MODULE": "trainingsite.settings",
            "PYTHONPATH": str(ROOT),
            "XIANGKE_DATA": str(data),
            "XIANGKE_CONTENT": str(library or small_library()),
            "REDIS_URL": broker,
        }
        if database_url:
            environment["DATABASE_URL"] = database_url
        site = Site(data=data, environment=environment, gate=Gate(port=free_port(), to=free_port()))
        site.prepare()
        try:
            yield site
        finally:
            site.stop_all()
