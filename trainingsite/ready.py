"""Waiting for parts to be up, while the supervisor goes on looking after them. Standard library only."""

import enum
import http.client
import socket
import ssl
import time
from pathlib import Path

from trainingsite.supervisor import Supervisor
from trainingsite.terminal import CannotGoOn

_BROKER_SECONDS = 30.0


class Outcome(enum.Enum):
    READY = "ready"
    NOT_YET = "not yet"
    ASKED_TO_END = "asked to end"


def broker_answers(path: Path) -> bool:
    """Whether the broker answers PING on its socket (it does not while it still reads its file)."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client:
        client.settimeout(1.0)
        try:
            client.connect(str(path))
            client.sendall(b"PING\r\n")
            return client.recv(16).startswith(b"+PONG")
        except OSError:
            return False


def wait_for_broker(supervisor: Supervisor, path: Path) -> None:
    deadline = time.monotonic() + _BROKER_SECONDS
    while not broker_answers(path):
        if supervisor.wait(0.05):
            raise KeyboardInterrupt
        if time.monotonic() > deadline:
            raise CannotGoOn(
                en="The embedded broker does not answer; logs/broker.log in the data folder says why.",
                zh="自带的消息队列没有回应，原因在数据文件夹的 logs/broker.log 里。",
            )


def is_ready(*, scheme: str, port: int) -> bool:
    """Whether `/readyz` answers 200. Asked on this machine, so the certificate's name is not checked."""
    site: http.client.HTTPConnection
    if scheme == "https":
        context = ssl.create_default_context()
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        site = http.client.HTTPSConnection("localhost", port, timeout=2, context=context)
    else:
        site = http.client.HTTPConnection("localhost", port, timeout=2)
    try:
        site.request("GET", "/readyz")
        return site.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        site.close()


def wait_until_ready(supervisor: Supervisor, *, scheme: str, port: int, seconds: float) -> Outcome:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if is_ready(scheme=scheme, port=port):
            return Outcome.READY
        if supervisor.wait(0.1):
            return Outcome.ASKED_TO_END
    return Outcome.NOT_YET
