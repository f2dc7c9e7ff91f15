"""What a script prints: output buffers with their callbacks, the limit on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, List

from engine.errors import LimitExceededError, Outcome

if TYPE_CHECKING:
    from engine.runtime.context import Context

OB_START = 1
OB_WRITE = 0
OB_FLUSH = 4
OB_CLEAN = 2
OB_FINAL = 8
OB_CLEANABLE = 16
OB_FLUSHABLE = 32
OB_REMOVABLE = 64
OB_STARTED = 4096
OB_DISABLED = 8192


class Buffer:
    """One level of ob_start."""

    def __init__(self, callback: Any, chunk_size: int, flags: int, name: str) -> None:
        self.parts: List[str] = []
        self.size = 0
        self.callback = callback
        self.chunk_size = chunk_size
        self.flags = flags
        self.name = name
        self.started = False
        self.disabled = False
        self.running = False

    def text(self) -> str:
        """What is buffered."""
        if len(self.parts) > 1:
            self.parts[:] = ["".join(self.parts)]
        return self.parts[0] if self.parts else ""

    def clear(self) -> None:
        """Forget what is buffered."""
        self.parts = []
        self.size = 0


class Output:
    """The buffers and, below them, what goes to the client: `parts`."""

    def __init__(self, context: Context) -> None:
        self.parts: List[str] = []
        self.size = 0
        self.buffers: List[Buffer] = []
        self.limit = context.request.limits.output_kb << 10
        self.headers_sent = False

    def write(self, text: str) -> None:
        """Print `text` into the innermost buffer, or to the client."""
        if not self.buffers:
            self.parts.append(text)
            self.size += len(text)
            if self.size > self.limit:
                self._exceed()
            return
        buffer = self.buffers[-1]
        if buffer.running:
            return
        buffer.parts.append(text)
        buffer.size += len(text)
        if buffer.size > self.limit:
            self._exceed()
        if buffer.chunk_size and buffer.size >= buffer.chunk_size:
            self.emit(buffer, OB_WRITE)

    def _exceed(self) -> None:
        """Stop the script: it printed more than it may. What fits stays."""
        text = "".join(self.parts)[: self.limit]
        self.parts = [text]
        self.size = len(text)
        self.buffers = []
        self.limit = 1 << 62
        raise LimitExceededError(Outcome.OUTPUT_LIMIT, f"Output limit of {len(text)} bytes exceeded")

    def emit(self, buffer: Buffer, mode: int) -> None:
        """Pass what `buffer`, the innermost, holds through its callback to the level below, and empty it."""
        text = self.process(buffer, mode)
        buffer.clear()
        index = self.buffers.index(buffer)
        outer, self.buffers = self.buffers[index:], self.buffers[:index]
        try:
            if text:
                self.write(text)
        finally:
            self.buffers = self.buffers + outer if self.limit < 1 << 62 else []

    def process(self, buffer: Buffer, mode: int) -> str:
        """What the buffer's callback makes of its content."""
        text = buffer.text()
        if buffer.callback is None or buffer.disabled:
            return text
        if not buffer.started:
            mode |= OB_START
            buffer.started = True
        buffer.running = True
        try:
            answer = buffer.callback(text, mode)
        finally:
            buffer.running = False
        if answer is False:
            buffer.disabled = True
            return text
        from engine.runtime.conversions import to_string

        return to_string(answer)

    def flush_all(self) -> None:
        """End every buffer, as PHP does at the end of a script."""
        while self.buffers:
            self.end()

    def end(self) -> None:
        """Flush and remove the innermost buffer."""
        buffer = self.buffers[-1]
        try:
            text = self.process(buffer, OB_FINAL)
        finally:
            if self.buffers and self.buffers[-1] is buffer:
                self.buffers.pop()
        if text:
            self.write(text)

    def result(self) -> str:
        """All that reached the client."""
        return "".join(self.parts)
