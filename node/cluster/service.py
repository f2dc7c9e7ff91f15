"""One part of a cluster: how it is started, and when it may be started again after it ended by itself."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

import structlog

from node.servers.processes import Server, ServerError

FIRST_PAUSE_SECONDS = 0.1
LONGEST_PAUSE_SECONDS = 10.0
STABLE_SECONDS = 10.0

log = structlog.get_logger(__name__)


@dataclass(slots=True)
class Service:
    """A server that is kept running."""

    name: str
    address: str
    begin: Callable[[], Server]
    server: Server | None = None
    starts: int = 0
    _began: float = 0.0
    _pause: float = FIRST_PAUSE_SECONDS
    _due: float | None = field(default=None)

    def start(self) -> None:
        """Start it; ServerError when it does not."""
        self._began = time.monotonic()
        self._due = None
        self.server = self.begin()
        self.starts += 1

    def tend(self) -> bool:
        """Start it again if it ended; whether anything changed."""
        now = time.monotonic()
        if self.server is not None and self.server.is_running:
            return False
        if self._due is None:
            if now - self._began > STABLE_SECONDS:
                self._pause = FIRST_PAUSE_SECONDS
            status = None if self.server is None else self.server.process.returncode
            log.error("service_lost", service=self.name, status=status, retry_seconds=self._pause)
            self._due, self._pause = now + self._pause, min(LONGEST_PAUSE_SECONDS, self._pause * 2)
        if now < self._due:
            return False
        try:
            self.start()
        except ServerError as error:
            log.error("service_cannot_start", service=self.name, reason=str(error))  # noqa: TRY400 - its own words are the reason
            self.server = None
        return True

    def stop(self) -> None:
        """Stop it, if it runs."""
        if self.server is not None:
            self.server.stop()
