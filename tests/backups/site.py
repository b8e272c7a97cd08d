"""A real site on a folder of its own: its commands, its web server, and a line over which fake phones talk to it."""

import http.client
import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from django.test import Client

from tests.boot.processes import eventually
from tests.made_once import TABLES, on_sqlite, tables_on_sqlite
from tests.servers import free_port
from tests.syncing.phone import Phone
from trainingsite.bootstrap import ROOT


@dataclass(frozen=True, kw_only=True)
class Answer:
    status_code: int
    content: bytes

    def json(self) -> Any:
        return json.loads(self.content)


@dataclass(frozen=True, kw_only=True)
class Line:
    """As much of Django's test client as a fake phone uses, over a real connection."""

    port: int

    def post(self, path: str, data: bytes, *, content_type: str, headers: Mapping[str, str]) -> Answer:
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)) as site:
            site.request("POST", path, data, {"content-type": content_type, **headers})
            answer = site.getresponse()
            return Answer(status_code=answer.status, content=answer.read())

    def answers(self) -> bool:
        try:
            with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)) as site:
                site.request("GET", "/healthz")
                return site.getresponse().status == 200
        except OSError:
            return False


@dataclass(frozen=True, kw_only=True)
class Site:
    """`server` is its DATABASE_URL, or None on SQLite."""

    data: Path
    server: str | None = None
    port: int = field(default_factory=free_port)

    def command(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "manage.py", *arguments]
        return subprocess.run(command, cwd=ROOT, env=self._environment(), capture_output=True, text=True, check=False)

    @contextmanager
    def serves(self) -> Iterator[None]:
        options = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", str(self.port), "--workers", "1", "--no-ws"]
        command = [sys.executable, "-m", "trainingsite.web", *options, "trainingsite.wsgi:application"]
        with subprocess.Popen(command, cwd=ROOT, env=self._environment(), stderr=subprocess.DEVNULL) as web:
            try:
                eventually(self._line().answers, what="the site answers")
                yield
            finally:
                web.send_signal(signal.SIGTERM)

    def phone(self) -> Phone:
        return Phone(client=cast(Client, self._line()), release="f" * 64)

    def _line(self) -> Line:
        return Line(port=self.port)

    def _environment(self) -> dict[str, str]:
        environment = on_sqlite(self.data)
        return {**environment, "DATABASE_URL": self.server} if self.server else environment


def a_site(data: Path) -> Site:
    """On SQLite, with its tables, a picture and a key, and nobody there yet."""
    (data / "media").mkdir(parents=True)
    (data / "media" / "bottle.jpg").write_bytes(b"a picture")
    (data / "secret.key").write_text("the key of the first site")
    shutil.copyfile(tables_on_sqlite(), data / TABLES)
    return Site(data=data)
