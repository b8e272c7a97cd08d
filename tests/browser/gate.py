"""The way from a phone to the site, in the test's hand: shut, every call is refused, as where nobody listens."""

import socket
import threading
from contextlib import suppress
from dataclasses import dataclass, field

_PIECE = 1 << 16


@dataclass
class Gate:
    """Passes on what arrives at `port` to the port `to` of this machine, while it is open."""

    port: int
    to: int
    _listener: socket.socket | None = None
    _ways: set[socket.socket] = field(default_factory=set)

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
            for one, other in ((phone, server), (server, phone)):
                threading.Thread(target=self._pass_on, args=[one, other], daemon=True).start()

    def _pass_on(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while piece := one.recv(_PIECE):
                other.sendall(piece)
        for way in (one, other):
            _end(way)
            self._ways.discard(way)


def _end(way: socket.socket) -> None:
    """Wake whoever waits for it, too."""
    with suppress(OSError):
        way.shutdown(socket.SHUT_RDWR)
    way.close()
