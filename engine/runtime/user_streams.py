"""Streams whose class a script declares: stream_wrapper_register()."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, Optional

from engine.runtime.classes import instantiate, update_constants
from engine.runtime.context import ctx
from engine.runtime.conversions import to_bool, to_int, to_string
from engine.runtime.properties import write_property_from
from engine.runtime.references import Ref
from engine.runtime.streams import OpenError, Stream

if TYPE_CHECKING:
    from engine.runtime.classes import PhpClass

CHUNK = 8192


class Wrappers:
    """The wrappers of one execution: classes by scheme, and the builtin ones it did without."""

    def __init__(self) -> None:
        self.classes: Dict[str, PhpClass] = {}
        self.removed: set[str] = set()


def wrappers() -> Wrappers:
    """This execution's wrappers."""
    return ctx.state("streams.wrappers", Wrappers)


def wrapper_object(name: str, context: Any = None) -> Any:
    """A new object of the class that a script registered for the scheme of `name`, or None.

    It is told of the stream context before its constructor runs.
    """
    if "streams.wrappers" not in ctx.states:
        return None
    scheme, separator, _rest = name.partition("://")
    # One letter before the colon is a drive, not a scheme.
    owner = wrappers().classes.get(scheme.lower()) if separator and len(scheme) > 1 else None
    if owner is None:
        return None
    update_constants(owner)
    made = instantiate(owner)
    write_property_from(made, "context", context, owner)
    if owner.constructor is not None:
        owner.constructor.function(made)
    return made


def call_wrapper(target: Any, name: str, *arguments: Any) -> Any:
    """Call one of the wrapper's methods; NotImplemented where it has none."""
    method = target.php_class.methods.get(name)
    return NotImplemented if method is None else method.function(target, *arguments)


class UserStream(Stream):
    """A stream that asks an object of a script for everything."""

    def __init__(self, target: Any, mode: str, uri: str) -> None:
        super().__init__(None, mode, uri, ("user-space", "user-space"))
        self.target = target
        self.pending = ""
        self.is_readable = self.is_writable = True

    def _name(self) -> str:
        return self.target.php_class.name  # type: ignore[no-any-return]

    def _fill(self) -> bool:
        """Read a chunk more; False at the end."""
        if self.is_at_end:
            return False
        got = call_wrapper(self.target, "stream_read", CHUNK)
        if got is NotImplemented:
            ctx.function_warning(f"{self._name()}::stream_read is not implemented!")
            self.is_at_end = True
            return False
        text = "" if got is False else to_string(got)
        if len(text) > CHUNK:
            ctx.function_warning(
                f"{self._name()}::stream_read - read {len(text) - CHUNK} bytes more data than requested ({len(text)} "
                "read,"
                f" {CHUNK} max) - excess data will be lost"
            )
            text = text[:CHUNK]
        ctx.charge(len(self.pending) + len(text))
        self.pending += text
        ended = call_wrapper(self.target, "stream_eof")
        if ended is NotImplemented:
            ctx.function_warning(f"{self._name()}::stream_eof is not implemented! Assuming EOF")
            ended = True
        self.is_at_end = to_bool(ended)
        return bool(text)

    def available(self) -> int:
        """All that is left: it is read now."""
        while self._fill():
            pass
        return len(self.pending)

    def at_end(self) -> bool:
        """Whether nothing is left."""
        if self.pending:
            return False
        if not self.is_at_end:
            ended = call_wrapper(self.target, "stream_eof")
            if ended is NotImplemented:
                ctx.function_warning(f"{self._name()}::stream_eof is not implemented! Assuming EOF")
                ended = True
            self.is_at_end = to_bool(ended)
        return self.is_at_end

    def _take(self, size: int) -> str:
        text, self.pending = self.pending[:size], self.pending[size:]
        self.position += len(text)
        return text

    def read(self, size: int) -> str:
        """Up to `size` bytes: what is there, or one chunk."""
        if not self.pending:
            self._fill()
        return self._take(size)

    def read_line(self, size: Optional[int] = None, ending: bytes = b"\n") -> Optional[str]:
        """The next line with its end."""
        mark = ending.decode("latin-1")
        while True:
            found = self.pending.find(mark)
            if found >= 0:
                end = found + len(mark)
                return self._take(end if size is None else min(end, size))
            if size is not None and len(self.pending) >= size:
                return self._take(size)
            if not self._fill():
                return self._take(len(self.pending)) if self.pending else None

    def write(self, text: str) -> int:
        """Have the object write."""
        written = call_wrapper(self.target, "stream_write", text)
        if written is NotImplemented:
            ctx.function_warning(f"{self._name()}::stream_write is not implemented!")
            return False
        count = to_int(written)
        if count > len(text):
            ctx.function_warning(
                f"{self._name()}::stream_write wrote {count - len(text)} bytes more data than requested"
                f" ({count} written, {len(text)} max)"
            )
            count = len(text)
        self.position += count
        return count

    def seek(self, offset: int, whence: int) -> bool:
        """Have the object move its position."""
        if whence == 1:
            offset, whence = self.position + offset, 0
        moved = call_wrapper(self.target, "stream_seek", offset, whence)
        if moved is NotImplemented or not to_bool(moved):
            return False
        self.pending = ""
        self.is_at_end = False
        position = call_wrapper(self.target, "stream_tell")
        if position is NotImplemented:
            ctx.function_warning(f"{self._name()}::stream_tell is not implemented!")
            position = offset
        self.position = to_int(position)
        return True

    def truncate(self, size: int) -> bool:
        """Have the object cut its content."""
        done = call_wrapper(self.target, "stream_truncate", size)
        return done is not NotImplemented and to_bool(done)

    def size(self) -> int:
        """Unknown: what is left."""
        return self.position + self.available()

    def flush(self) -> bool:
        """Have the object write out what it holds."""
        done = call_wrapper(self.target, "stream_flush")
        return done is not NotImplemented and to_bool(done)

    def status(self) -> Any:
        """What stream_stat() answers."""
        return call_wrapper(self.target, "stream_stat")

    def close(self) -> None:
        """Close the stream, and tell the object."""
        if self.resource_type:
            call_wrapper(self.target, "stream_flush")
            call_wrapper(self.target, "stream_close")
        super().close()


def open_user_stream(name: str, mode: str, *, use_include_path: bool, context: Any = None) -> Optional[UserStream]:
    """Open `name` by a wrapper of the script's, or None where there is none for it; raises OpenError."""
    target = wrapper_object(name, context)
    if target is None:
        return None
    opened = Ref(None)
    options = 1 if use_include_path else 0
    owner = target.php_class.name
    method = target.php_class.methods.get("stream_open")
    if method is None:
        raise OpenError(f'"{owner}::stream_open" is not implemented!')
    if not to_bool(method.function(target, name, mode, options, opened)):
        raise OpenError(f'"{owner}::stream_open" call failed')
    return UserStream(target, mode, name)
