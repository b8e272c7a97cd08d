"""`manage.py up`: brings everything up on this machine and keeps it up until Ctrl-C."""

import argparse
import errno
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from trainingsite import (
    addresses,
    bootstrap,
    datafolder,
    fingerprint,
    frontend,
    ready,
    services,
    terminal,
    translations,
)
from trainingsite.backups import switching
from trainingsite.services import ALONE
from trainingsite.supervisor import Service, Supervisor
from trainingsite.terminal import CannotGoOn, explain, say, say_stop

ROOT = bootstrap.ROOT
_START_LIMIT_SECONDS = 90.0


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """What was asked for on the command line. `cert` and `key` are both there or both not."""

    port: int
    data: Path
    demo: bool
    cert: Path | None
    key: Path | None

    @property
    def scheme(self) -> str:
        return "https" if self.cert else "http"


def main(arguments: Sequence[str]) -> int:
    """Serve until somebody asks to end; returns the exit code."""
    try:
        return serve(parse(arguments))
    except CannotGoOn as stop:
        say_stop(stop)
        return 1
    except OSError as error:
        if error.errno not in {errno.ENOSPC, errno.EDQUOT, errno.EROFS}:
            raise
        say_stop(explain(error, place=str(error.filename or ROOT)))
        return 1


def parse(arguments: Sequence[str]) -> Wishes:
    parser = argparse.ArgumentParser(prog="manage.py up", description="Bring everything up on this machine.")
    parser.add_argument("--port", type=int, default=8000, help="0 takes any free one (default: 8000)")
    default = Path(os.environ.get("XIANGKE_DATA") or ROOT / "var")
    parser.add_argument("--data", type=Path, default=default, help="folder of all state (default: var/)")
    parser.add_argument("--demo", action="store_true", help="add a county with weeks of believable learning")
    parser.add_argument("--cert", type=Path, help="certificate chain for https, a PEM file")
    parser.add_argument("--key", type=Path, help="its private key, a PEM file (PKCS#8)")
    given = parser.parse_args(arguments)
    if bool(given.cert) != bool(given.key):
        parser.error("--cert and --key belong together")
    addresses.check_tls(given.cert, given.key)
    return Wishes(port=given.port, data=given.data.resolve(), demo=given.demo, cert=given.cert, key=given.key)


def serve(wishes: Wishes) -> int:
    say("Xiangke is starting. 乡课正在启动。")
    if not wishes.data.exists():
        addresses.free_port(wishes.port)  # a busy port is said before a new folder is made
    try:
        datafolder.make_usable(wishes.data)
    except OSError as error:
        raise explain(error, place=str(wishes.data)) from error
    with datafolder.held(wishes.data) as lock:
        switching.finish(wishes.data)
        port = addresses.free_port(wishes.port)
        with bootstrap.one_at_a_time():
            frontend.build_if_changed()
            translations.compile_changed([ROOT / "courses"])
        supervisor = Supervisor(logs=wishes.data / "logs", hold=[lock], tell=lambda line: say(f"· {line}"))
        try:
            return _run(supervisor, wishes, port=port)
        finally:
            say("\nStopping 正在停下 …")
            supervisor.stop()
            datafolder.forget_running(wishes.data)
            say("Stopped. 已停好。")


def _run(supervisor: Supervisor, wishes: Wishes, *, port: int) -> int:
    """Start the services in their order, then look after them. Returns the exit code."""
    environment = environment_of(wishes, port=port)
    os.environ.update(environment)
    if ALONE in environment:
        supervisor.start(services.broker(wishes.data))
        ready.wait_for_broker(supervisor, wishes.data / "valkey.sock")
    if (code := _prepare(supervisor, wishes)) != 0:
        return 0 if code is None else code
    say("· Starting the parts 正在启动各个部分 …")
    supervisor.start(services.worker())
    supervisor.start(services.beat(wishes.data))
    supervisor.start(services.web(port=port, cert=wishes.cert, key=wishes.key))
    noted = supervisor.pids()
    datafolder.note_running(wishes.data, port=port, scheme=wishes.scheme, pids=noted)
    outcome = ready.wait_until_ready(supervisor, scheme=wishes.scheme, port=port, seconds=_START_LIMIT_SECONDS)
    if outcome is ready.Outcome.ASKED_TO_END:
        return 0
    if outcome is ready.Outcome.READY:
        seconds = terminal.seconds_since_start()
        say(f"  Ready after {seconds:.0f} s 用了 {seconds:.0f} 秒，可以用了")
    addresses.show(scheme=wishes.scheme, port=port)
    if outcome is ready.Outcome.NOT_YET:
        say(f"Not everything is up yet; {wishes.data / 'logs'} says why. 还没有全起来，原因在日志里。")
    while not supervisor.wait(1.0):
        if supervisor.pids() != noted:
            noted = supervisor.pids()
            datafolder.note_running(wishes.data, port=port, scheme=wishes.scheme, pids=noted)
    return 0


def environment_of(wishes: Wishes, *, port: int) -> dict[str, str]:
    """What every service is told. `ALONE`: the broker is embedded, so no other machine's worker uses it."""
    chosen = {
        "DJANGO_SETTINGS_MODULE": "trainingsite.settings",
        "XIANGKE_DATA": str(wishes.data),
        "PYTHONPATH": str(ROOT),
        "PYTHONUNBUFFERED": "1",
    }
    if "XIANGKE_BASE_URL" not in os.environ:
        host = addresses.on_this_network() or "localhost"
        chosen["XIANGKE_BASE_URL"] = f"{wishes.scheme}://{host}:{port}"
    if not os.environ.get("REDIS_URL"):
        chosen[ALONE] = "1"
    return chosen


def _prepare(supervisor: Supervisor, wishes: Wishes) -> int | None:
    """Tables, first operator, library; skipped where nothing changed since it was done. 0 when all is there."""
    state = datafolder.Prepared(
        folder=wishes.data,
        sources=fingerprint.of_files([ROOT / "courses", ROOT / "content", ROOT / "trainingsite", bootstrap.APP_LOCK]),
    )
    if state.is_current(demo=wishes.demo):
        say("· Nothing changed since the last start: database and library are as they were. 和上次一样，不用再装。")
        say("  Passwords were shown at the first start. Lost? 密码第一次启动时显示过。忘了？")
        say("  python3 manage.py operator_password")
        return 0
    arguments = ["--demo"] if wishes.demo and not state.has_demo() else []
    command = [sys.executable, "-m", "trainingsite.prepare", *arguments]
    code = supervisor.run_once(Service(name="prepare", command=command))
    if code == 0:
        state.note(demo=wishes.demo)
    return code
