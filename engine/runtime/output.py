"""What a script prints: output buffers with their handlers, the limit on it, and when the headers count as sent.

A buffer's handler is a callable of the script; without one the buffer passes its content on. An exception thrown by a
handler is kept until the operation it interrupted is complete, as PHP does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, List, Optional

from engine.errors import FatalError, LimitExceededError, Outcome, PhpThrown

if TYPE_CHECKING:
    from engine.runtime.context import Context

OB_WRITE = 0
OB_START = 1
OB_CLEAN = 2
OB_FLUSH = 4
OB_FINAL = 8
OB_CLEANABLE = 16
OB_FLUSHABLE = 32
OB_REMOVABLE = 64
OB_STARTED = 4096
OB_DISABLED = 8192
OB_PROCESSED = 16384
OB_USER = 1

DEFAULT_HANDLER_NAME = "default output handler"
_PAGE = 0x1000
_INITIAL_SIZE = 0x4000


def _buffer_size(size: int) -> int:
    """How much PHP allocates for `size` bytes, which ob_get_status() shows."""
    return (size + _PAGE - 1) // _PAGE * _PAGE if size > 1 else _INITIAL_SIZE


class Buffer:
    """One level of ob_start."""

    def __init__(self, callback: Any, chunk_size: int, flags: int, name: str, level: int) -> None:
        self.parts: List[str] = []
        self.size = 0
        self.callback = callback
        self.chunk_size = chunk_size
        self.flags = (flags & 0xF0) | (OB_USER if callback is not None else 0)
        self.name = name
        self.level = level
        self.allocated = _buffer_size(chunk_size)
        self.room = self._find_room()

    def _find_room(self) -> int:
        """The size below which text is simply added."""
        return min(self.allocated, self.chunk_size) if self.chunk_size else self.allocated

    def text(self) -> str:
        """What is buffered."""
        if len(self.parts) > 1:
            self.parts[:] = ["".join(self.parts)]
        return self.parts[0] if self.parts else ""

    def append(self, text: str) -> None:
        """Buffer more."""
        free = self.allocated - self.size
        if free <= len(text):
            self.allocated += max(_buffer_size(self.chunk_size), _buffer_size(len(text) - free))
            self.room = self._find_room()
        self.parts.append(text)
        self.size += len(text)

    def clear(self) -> None:
        """Forget what is buffered."""
        self.parts = []
        self.size = 0


class Output:
    """The buffers and, below them, what goes to the client: `parts`."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.parts: List[str] = []
        self.size = 0
        self.buffers: List[Buffer] = []
        self.limit = context.request.limits.output_kb << 10
        self.headers_sent = False
        # Where the first output came from, for header()'s warning.
        self.started_at: Optional[tuple[str, int]] = None
        self.running: Optional[Buffer] = None
        # Whether a fatal error has done away with all buffers, those too that are being written below.
        self.is_closed = False
        self.thrown: Optional[PhpThrown] = None
        self.implicit_flush = True

    def write(self, text: str) -> None:
        """Print `text` into the innermost buffer, or to the client."""
        if not self.buffers:
            if not self.headers_sent and text:
                self.send_headers()
                if self.buffers:
                    self.write(text)
                    return
            self.parts.append(text)
            self.size += len(text)
            if self.size > self.limit:
                self._exceed()
            return
        buffer = self.buffers[-1]
        size = buffer.size + len(text)
        if size < buffer.room and self.running is None and size <= self.limit:
            buffer.parts.append(text)
            buffer.size = size
        else:
            self._write_slowly(buffer, text)

    def _write_slowly(self, buffer: Buffer, text: str) -> None:
        """Write to a buffer that has to grow, to be passed on, or not to take anything."""
        if self.running is not None:
            # What a handler prints while it runs is lost.
            return
        if buffer.flags & OB_DISABLED:
            self._below(buffer, text)
            return
        buffer.append(text)
        if buffer.size > self.limit:
            self._exceed()
        if buffer.chunk_size and buffer.size >= buffer.chunk_size:
            passed = self._operate(buffer, OB_WRITE)
            if passed:
                self._below(buffer, passed)
            self._raise_thrown()

    def send_headers(self) -> None:
        """The first output is about to reach the client: from now on header() complains."""
        from engine.runtime.frames import current_position

        callback = self.context.states.pop("header_callback", None)
        if callback is not None:
            callback()
        self.headers_sent = True
        if not self.context.ending:
            self.started_at = current_position()

    def _below(self, buffer: Buffer, text: str) -> None:
        """Write `text` to the level below `buffer`."""
        index = self.buffers.index(buffer)
        above, self.buffers = self.buffers[index:], self.buffers[:index]
        try:
            self.write(text)
        finally:
            self.buffers = [] if self.is_closed else self.buffers + above

    def _exceed(self) -> None:
        """Stop the script: it printed more than it may. What fits stays."""
        text = "".join([*self.parts, *(part for buffer in self.buffers for part in buffer.parts)])[: self.limit]
        self.parts = [text]
        self.size = len(text)
        self.buffers = []
        self.running = None
        self.is_closed = True
        self.limit = 1 << 62
        raise LimitExceededError(Outcome.OUTPUT_LIMIT, f"Output limit of {len(text)} bytes exceeded")

    def _operate(self, buffer: Buffer, mode: int) -> str:
        """What the buffer's handler makes of its content for an operation; the buffer is empty afterwards."""
        if buffer.flags & OB_DISABLED:
            return ""
        text = buffer.text()
        if not buffer.flags & OB_STARTED:
            mode |= OB_START
        answer: Any = text
        if buffer.callback is not None:
            self.running = buffer
            try:
                answer = buffer.callback(text, mode)
                if answer is not False and answer is not True:
                    from engine.runtime.conversions import to_string

                    answer = to_string(answer)
            except PhpThrown as thrown:
                self.thrown = thrown
                answer = False
            finally:
                self.running = None
        buffer.flags |= OB_STARTED
        buffer.clear()
        if answer is False:
            buffer.flags |= OB_DISABLED
            buffer.allocated = buffer.room = 0
            return text
        buffer.flags |= OB_PROCESSED
        return "" if answer is True else answer

    def _raise_thrown(self) -> None:
        thrown, self.thrown = self.thrown, None
        if thrown is not None:
            raise thrown

    def check_lock(self, function: str) -> None:
        """End the script where a handler that is running starts or ends buffers itself."""
        if self.running is None or not self.buffers:
            return
        from engine.runtime.frames import current_position

        file, line = current_position()
        # After a fatal error no destructor runs, those of what the buffers held included.
        self.context.destructibles.clear()
        self.buffers = []
        self.running = None
        self.is_closed = True
        message = f"{function}(): Cannot use output buffering in output buffering display handlers"
        raise FatalError(message, line, file)

    # ------------------------------------------------------------ what ob_* functions do

    def start(self, callback: Any, chunk_size: int, flags: int, name: str) -> None:
        """Begin a buffer."""
        self.buffers.append(Buffer(callback, chunk_size, flags, name, len(self.buffers)))

    def flush(self, function: str) -> bool:
        """Pass the innermost buffer's content on; False when it may not be flushed."""
        buffer = self.buffers[-1]
        if not buffer.flags & OB_FLUSHABLE:
            return False
        self.check_lock(function)
        text = self._operate(buffer, OB_FLUSH)
        if text:
            self._below(buffer, text)
        self._raise_thrown()
        return True

    def clean(self, function: str) -> bool:
        """Drop the innermost buffer's content; False when it may not be cleaned."""
        buffer = self.buffers[-1]
        if not buffer.flags & OB_CLEANABLE:
            return False
        self.check_lock(function)
        self._operate(buffer, OB_CLEAN)
        self._raise_thrown()
        return True

    def pop(self, function: str, *, discard: bool = False, force: bool = False) -> bool:
        """End the innermost buffer, passing its content on unless `discard`; False when it may not be removed."""
        buffer = self.buffers[-1]
        if not force and not buffer.flags & OB_REMOVABLE:
            action = "discard" if discard else "send"
            self.context.notice(f"{function}(): Failed to {action} buffer of {buffer.name} ({buffer.level})")
            return False
        self.check_lock(function)
        text = ""
        if not buffer.flags & OB_DISABLED:
            text = self._operate(buffer, OB_FINAL | (OB_CLEAN if discard else 0))
        if self.buffers and self.buffers[-1] is buffer:
            self.buffers.pop()
        if text and not discard:
            self.write(text)
        self._raise_thrown()
        return True

    def end(self) -> None:
        """Flush and remove the innermost buffer."""
        self.pop("ob_end_flush", force=True)

    def flush_all(self) -> None:
        """End every buffer, as PHP does at the end of a script."""
        while self.buffers:
            self.end()

    def finish(self) -> None:
        """Send the headers of a script that printed nothing: header_register_callback() waits for it."""
        if not self.headers_sent:
            self.send_headers()

    def discard_all(self) -> None:
        """Forget every buffer and what it holds."""
        self.buffers = []
        self.running = None

    def result(self) -> str:
        """All that reached the client."""
        return "".join(self.parts)
