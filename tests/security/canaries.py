"""What an attack must not touch: a file, a variable, listeners. They say afterwards whether anything did."""

from __future__ import annotations

import os
import re
import socket
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SECRET = "canary-4be1c07d"  # noqa: S105 - a bait
VARIABLE = "HOWDAH_TEST_CANARY"
# What no output may hold: secrets, files of the host, and anything of the Python beneath.
LEAKS = re.compile(
    rb"canary-4be1c07d|root:[^:]*:0:0:|Seccomp:\t|Traceback \(most recent|<class '|<function |<bound method|"
    rb"<built-in|object at 0x|<module '|NoneType|engine/(?:runtime|stdlib|compiler|executor)|"
    rb"engine\.(?:runtime|stdlib)|\.py\", line|AttributeError|KeyError|IndexError|uid=\d+\(|LC_ALL=C"
)


@dataclass
class Canaries:
    """All of them. `values` are what attacks call them by."""

    folder: Path
    touched: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.file = self.folder / "secret"
        self.file.write_text(SECRET)
        self.file.chmod(0o666)
        self.folder.chmod(0o777)
        self._before = self._state()
        self._sockets = list(self._listen())
        for listener in self._sockets:
            threading.Thread(target=self._watch, args=(listener,), daemon=True).start()

    @property
    def values(self) -> dict[str, str]:
        return {
            "CANARY_FILE": str(self.file),
            "CANARY_PORT": str(self._sockets[0].getsockname()[1]),
            "CANARY_SOCKET": str(self.folder / "socket"),
        }

    def verdict(self) -> list[str]:
        """What was touched, after having closed the listeners."""
        for listener in self._sockets:
            listener.close()
        found = list(self.touched)
        if self._state() != self._before:
            found.append(f"the folder of {self.file} has changed")
        return found

    def _state(self) -> tuple[object, ...]:
        return (sorted(os.listdir(self.folder)), self.file.read_text(), self.file.stat().st_mtime_ns)  # noqa: PTH208 - names

    def _listen(self) -> Iterator[socket.socket]:
        stream = socket.socket()
        stream.bind(("127.0.0.1", 0))
        datagram = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        datagram.bind(stream.getsockname())
        local = socket.socket(socket.AF_UNIX)
        local.bind(str(self.folder / "socket"))
        for listener in (stream, local):
            listener.listen()
        self._before = self._state()
        return iter((stream, datagram, local))

    def _watch(self, listener: socket.socket) -> None:
        try:
            if listener.type == socket.SOCK_DGRAM:
                self.touched.append(f"a datagram came: {listener.recvfrom(100)!r}")
            else:
                connection, address = listener.accept()
                connection.close()
                self.touched.append(f"a connection came from {address!r}")
        except OSError:
            return
