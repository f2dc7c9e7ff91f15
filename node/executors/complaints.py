"""What a zygote and its executors write to stderr, as log lines: bounded, since a script may write for ever."""

from __future__ import annotations

import asyncio
import os
import subprocess

import structlog

READ_BYTES = 16 << 10
# More than this between two seconds is thrown away.
MAX_BYTES_PER_SECOND = 64 << 10

log = structlog.get_logger(__name__)


class Complaints:
    """Reads the stderr of one zygote."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        if process.stderr is None:
            raise ValueError("expected a process whose stderr is a pipe")
        self._stream = process.stderr
        self._descriptor = self._stream.fileno()
        os.set_blocking(self._descriptor, False)
        self._loop = asyncio.get_running_loop()
        self._second = 0
        self._left_bytes = MAX_BYTES_PER_SECOND
        self._loop.add_reader(self._descriptor, self._read)

    def close(self) -> None:
        """Read what is left, and no more."""
        if self._descriptor >= 0:
            self._read()
        self._close()

    def _close(self) -> None:
        if self._descriptor >= 0:
            self._loop.remove_reader(self._descriptor)
            self._descriptor = -1
            self._stream.close()

    def _read(self) -> None:
        try:
            text = os.read(self._descriptor, READ_BYTES)
        except BlockingIOError:
            return
        if not text:
            self._close()
            return
        second = int(self._loop.time())
        if second != self._second:
            self._second, self._left_bytes = second, MAX_BYTES_PER_SECOND
        kept = text[: max(0, self._left_bytes)]
        self._left_bytes -= len(text)
        if kept.strip():
            log.warning("engine_stderr", text=kept.decode("utf-8", "replace").rstrip())
