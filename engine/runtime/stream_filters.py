"""Filters on streams: what is read or written goes through a chain of them.

A stream that gets its first filter has its own reading and writing shadowed by a `FilteredIO`, which calls them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Dict, List, Optional

from engine.runtime.context import ctx
from engine.runtime.resources import PhpResource

if TYPE_CHECKING:
    from engine.runtime.streams import Stream

_CHUNK = 8192


class FilterError(Exception):
    """A filter cannot go on; what it was given is lost."""


class Filter:
    """One filter at work. `name` is how it was asked for."""

    def __init__(self, name: str) -> None:
        self.name = name

    def feed(self, text: str, stream: Stream, *, is_closing: bool) -> str:
        """What becomes of `text`, as far as that is certain yet; all of it when closing. Raises FilterError."""
        raise NotImplementedError

    def close(self) -> None:
        """The filter goes."""


class TextFilter(Filter):
    """A filter that is a function of each piece by itself."""

    def __init__(self, name: str, function: Callable[[str], str]) -> None:
        super().__init__(name)
        self._function = function

    def feed(self, text: str, stream: Stream, *, is_closing: bool) -> str:
        """See Filter."""
        return self._function(text)


class FilterResource(PhpResource):
    """What stream_filter_append() returns."""

    def __init__(self, held: Filter, stream: Stream, chain: List[Filter]) -> None:
        super().__init__("stream filter")
        self.held = held
        self.stream = stream
        self.chain = chain


class FilteredIO:
    """The chains of a stream, and what is left of what they gave."""

    def __init__(self, stream: Stream) -> None:
        self.stream = stream
        self.read_chain: List[Filter] = []
        self.write_chain: List[Filter] = []
        self.pending = ""
        self.has_ended = False
        self._read, self._write = stream.read, stream.write
        self._seek, self._close = stream.seek, stream.close
        self._size_left = stream.available
        shadowed: Any = stream
        shadowed.read, shadowed.read_line, shadowed.write = self.read, self.read_line, self.write
        shadowed.at_end, shadowed.seek, shadowed.close = self.at_end, self.seek, self.close
        shadowed.available = self.available
        _filtered_streams()[id(self)] = self

    # ------------------------------------------------------------ reading

    def _fill(self) -> bool:
        """Take a piece more from the stream; False where it has come to its end."""
        if not self.read_chain or self.has_ended:
            return False
        text = self._read(min(_CHUNK, max(self._size_left(), 1)))
        is_closing = not self._size_left()
        self.has_ended = is_closing
        try:
            made = run_chain(self.read_chain, text, self.stream, is_closing=is_closing)
        except FilterError:
            self.has_ended = True
            return False
        ctx.charge(len(self.pending) + len(made))
        self.pending += made
        return True

    def _taken(self, size: int) -> str:
        text, self.pending = self.pending[:size], self.pending[size:]
        return text

    def available(self) -> int:
        """How many bytes are left to read."""
        if not self.read_chain:
            return len(self.pending) + self._size_left()
        while self._fill():
            pass
        return len(self.pending)

    def read(self, size: int) -> str:
        """Up to `size` bytes."""
        if not self.read_chain and not self.pending:
            return self._read(size)
        while len(self.pending) < size and self._fill():
            pass
        return self._taken(size)

    def read_line(self, size: Optional[int] = None, ending: bytes = b"\n") -> Optional[str]:
        """The next line with its end, of at most `size` bytes; None at the end."""
        mark = ending.decode("latin-1")
        while mark not in self.pending and (size is None or len(self.pending) < size) and self._fill():
            pass
        if not self.pending:
            return None
        found = self.pending.find(mark)
        end = len(self.pending) if found < 0 else found + len(mark)
        return self._taken(end if size is None else min(end, size))

    def at_end(self) -> bool:
        """Whether a read has come to the end."""
        # The stream's own `at_end` would ask for what is available here.
        return not self.pending and (
            self.has_ended if self.read_chain else self.stream.is_at_end and not self._size_left()
        )

    def seek(self, offset: int, whence: int) -> bool:
        """Move the position of the stream below, and forget what was read ahead."""
        self.pending = ""
        self.has_ended = False
        return self._seek(offset, whence)

    # ------------------------------------------------------------ writing

    def write(self, text: str) -> int:
        """Write what the filters make of `text`."""
        if not self.write_chain:
            return self._write(text)
        try:
            made = run_chain(self.write_chain, text, self.stream, is_closing=False)
        except FilterError:
            return 0
        if made:
            self._write(made)
        return len(text)

    def close(self) -> None:
        """Write what filters held back, let them go, close the stream."""
        if self.write_chain:
            self._finish(self.write_chain)
        for held in [*self.read_chain, *self.write_chain]:
            held.close()
        self.read_chain, self.write_chain = [], []
        _filtered_streams().pop(id(self), None)
        self._close()

    def _finish(self, chain: List[Filter]) -> None:
        try:
            made = run_chain(chain, "", self.stream, is_closing=True)
        except FilterError:
            return
        if made:
            self._write(made)

    def remove(self, resource: FilterResource) -> None:
        """Take a filter out of its chain, once it has given what it holds back."""
        at = resource.chain.index(resource.held)
        rest = resource.chain[at:]
        if resource.chain is self.write_chain:
            self._finish(rest)
        resource.chain.pop(at)
        resource.held.close()
        resource.close_resource()


def run_chain(chain: List[Filter], text: str, stream: Stream, *, is_closing: bool) -> str:
    """What all the filters make of `text`, one after the other. Raises FilterError."""
    for held in list(chain):
        text = held.feed(text, stream, is_closing=is_closing)
    return text


def filtered(stream: Stream) -> FilteredIO:
    """The chains of a stream, made at the first call."""
    io: Any = getattr(stream, "filtered_io", None)
    if io is None:
        io = FilteredIO(stream)
        shadowed: Any = stream
        shadowed.filtered_io = io
    return io  # type: ignore[no-any-return]


def _filtered_streams() -> Dict[int, FilteredIO]:
    return ctx.state("streams.filtered", dict)


def close_filtered() -> None:
    """At the end of an execution: close the streams that have filters, as PHP does."""
    for io in list(ctx.states.get("streams.filtered", {}).values()):
        io.stream.close()
