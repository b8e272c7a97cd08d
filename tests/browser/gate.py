"""The way from a phone to the site, in the test's hand: shut, every call is refused, as where nobody listens; silent,
every call is taken and nothing comes back, as where the signal is gone. What reaches phones is counted."""

import re
import socket
import threading
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Literal

_PIECE = 1 << 16
_PAGE = b"<!doctype html><title>Sign in to this network</title>"
_SIGN_IN_FIRST = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nCache-Control: public, max-age=31536000\r\n"
    b"Content-Length: %d\r\n\r\n%s" % (len(_PAGE), _PAGE)
)
_ASKS = re.compile(rb"[A-Z]+ (\S+) HTTP/1\.1\r\n")


@dataclass(frozen=True, kw_only=True)
class Break:
    """Of the next answer `after` bytes come through; then this way is cut, or stalls until the gate speaks again."""

    after: int
    then: Literal["cut", "stall"]


@dataclass
class _Way:
    """One connection: what was asked for on it last, and how much of the answer has come."""

    path: str = ""
    came: int = 0


@dataclass
class Gate:
    """Passes on what arrives at `port` to the port `to` of this machine, while it is open.

    `asked`: how often each path was asked for; `carried`: how many bytes of answers reached phones, by path.
    `breaks`: by path, once each. `forged`: by path, what comes in place of the next answers of the site: of so many
    pages as a network shows that wants to be signed in to.
    """

    port: int
    to: int
    asked: Counter[str] = field(default_factory=Counter)
    carried: Counter[str] = field(default_factory=Counter)
    breaks: dict[str, Break] = field(default_factory=dict)
    forged: Counter[str] = field(default_factory=Counter)
    _listener: socket.socket | None = None
    _ways: set[socket.socket] = field(default_factory=set)
    _signal: threading.Event = field(default_factory=threading.Event)
    _stalled: list[threading.Event] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._signal.set()

    @property
    def is_stalled(self) -> bool:
        return bool(self._stalled)

    def count_anew(self) -> None:
        self.asked.clear()
        self.carried.clear()

    def hush(self) -> None:
        """Nothing moves any more, and nobody is told."""
        self._signal.clear()

    def speak(self) -> None:
        """What was held up goes on, to whoever still waits for it."""
        self._signal.set()
        while self._stalled:
            self._stalled.pop().set()

    def open(self) -> None:
        if self._listener is None:
            self._listener = socket.create_server(("0.0.0.0", self.port))
            threading.Thread(target=self._admit, args=[self._listener], daemon=True).start()

    def shut(self) -> None:
        """Nobody comes in, and who is inside is cut off."""
        listener, self._listener = self._listener, None
        if listener is not None:
            _end(listener)
        for way in list(self._ways):
            _end(way)

    def _admit(self, listener: socket.socket) -> None:
        while True:
            try:
                phone, _ = listener.accept()
            except OSError:
                return
            try:
                server = socket.create_connection(("127.0.0.1", self.to))
            except OSError:
                _end(phone)  # nobody listens yet
                continue
            self._ways |= {phone, server}
            if listener is not self._listener:  # shut just now
                self.shut()
            way = _Way()
            threading.Thread(target=self._carry_questions, args=[phone, server, way], daemon=True).start()
            threading.Thread(target=self._carry_answers, args=[server, phone, way], daemon=True).start()

    def _carry_questions(self, phone: socket.socket, server: socket.socket, way: _Way) -> None:
        with suppress(OSError):
            while piece := phone.recv(_PIECE):
                if found := _ASKS.match(piece):
                    way.path, way.came = found[1].decode(), 0
                    self.asked[way.path] += 1
                self._signal.wait()
                if found and self.forged[way.path] > 0:
                    self.forged[way.path] -= 1
                    self._hand_over(_SIGN_IN_FIRST, phone, way)
                    continue
                server.sendall(piece)
        self._close(phone, server)

    def _carry_answers(self, server: socket.socket, phone: socket.socket, way: _Way) -> None:
        with suppress(OSError):
            while piece := server.recv(_PIECE):
                self._signal.wait()
                at_break = self.breaks.get(way.path)
                if at_break and way.came + len(piece) > at_break.after:
                    most = at_break.after - way.came
                    self._hand_over(piece[:most], phone, way)
                    piece = piece[most:]
                    del self.breaks[way.path]
                    if at_break.then == "cut":
                        break
                    self._stall()
                self._hand_over(piece, phone, way)
        self._close(server, phone)

    def _stall(self) -> None:
        stalled = threading.Event()
        self._stalled.append(stalled)
        stalled.wait()

    def _hand_over(self, piece: bytes, phone: socket.socket, way: _Way) -> None:
        # Counted before it is sent: with the end of one answer in hand the phone asks for the next on this way.
        way.came += len(piece)
        self.carried[way.path] += len(piece)
        phone.sendall(piece)

    def _close(self, *ways: socket.socket) -> None:
        for way in ways:
            _end(way)
            self._ways.discard(way)


def _end(way: socket.socket) -> None:
    """Wake whoever waits for it, too."""
    with suppress(OSError):
        way.shutdown(socket.SHUT_RDWR)
    way.close()
