"""Streams: what fopen() opens. Everything is held in memory; a position and two flags tell where a stream stands."""

from __future__ import annotations

import base64
import binascii
import posixpath
from typing import Any, Dict, List, Optional, Tuple
from urllib.parse import unquote, unquote_to_bytes

from engine.runtime.context import E_NOTICE, ctx
from engine.runtime.resources import PhpResource
from engine.runtime.stream_contexts import StreamContext, context_or_default
from engine.runtime.stream_filters import filtered
from engine.runtime.virtual_files import (
    DENIED,
    ERROR_NUMBERS,
    EXISTS,
    IS_FOLDER,
    NOT_FOUND,
    FileError,
    Node,
    virtual_files,
)  # fmt: skip

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
_BAD_DESCRIPTOR = "errno=9 Bad file descriptor"


class Stream(PhpResource):
    """An open file or in-memory stream over `node`."""

    is_seekable = True
    is_local = True

    def __init__(self, node: Optional[Node], mode: str, uri: str, kind: Tuple[str, str]) -> None:
        super().__init__("stream")
        self.node = node
        self.mode = mode
        self.uri = uri
        self.wrapper_type, self.stream_type = kind
        self.position = 0
        self.is_at_end = False
        plus = "+" in mode
        self.is_readable = mode[:1] == "r" or plus
        self.is_writable = mode[:1] != "r" or plus
        self.is_appending = mode[:1] == "a"
        self.is_charged = kind[1] == "STDIO"
        self.parameters: Dict[str, Any] = {}
        self.is_blocking = True
        self.chunk_size = 8192
        self.context: Optional[StreamContext] = None

    # ------------------------------------------------------------ content

    def _data(self) -> bytearray:
        assert self.node is not None
        return self.node.data if self.node.data is not None else bytearray()

    def available(self) -> int:
        """How many bytes are left to read."""
        return max(0, len(self._data()) - self.position)

    def at_end(self) -> bool:
        """Whether a read has come to the end, and nothing was added since."""
        return self.is_at_end and not self.available()

    def flush(self) -> bool:
        """Write out what is held back: nothing is."""
        return True

    def can_read(self, function_size: int = 8192) -> bool:
        """Whether the stream may be read, with PHP's notice if not."""
        if not self.is_readable:
            ctx.function_warning(f"Read of {function_size} bytes failed with {_BAD_DESCRIPTOR}", E_NOTICE)
            return False
        return True

    def read(self, size: int) -> str:
        """Up to `size` bytes from the position on."""
        data = self._data()
        start = self.position
        text = bytes(data[start : start + size])
        if len(text) < size:
            self.is_at_end = True
        self.position = start + len(text)
        return text.decode("latin-1")

    def read_line(self, size: Optional[int] = None, ending: bytes = b"\n") -> Optional[str]:
        """The next line with its end, of at most `size` bytes; None at the end."""
        data = self._data()
        start = self.position
        if start >= len(data):
            self.is_at_end = True
            return None
        limit = len(data) if size is None else min(len(data), start + size)
        found = data.find(ending, start, limit)
        end = limit if found < 0 else found + len(ending)
        # A temporary stream is read in chunks, and one that is not full tells of the end.
        if (found < 0 and (size is None or limit - start < size)) or (end == len(data) and self.stream_type == "TEMP"):
            self.is_at_end = True
        self.position = end
        return bytes(data[start:end]).decode("latin-1")

    def write(self, text: str) -> int:
        """Write at the position, or at the end of a stream that appends; raises FileError."""
        data = self._data()
        start = len(data) if self.is_appending else self.position
        growth = start + len(text) - len(data)
        self._reserve(growth)
        if start > len(data):
            data.extend(b"\0" * (start - len(data)))
        data[start : start + len(text)] = text.encode("latin-1")
        self.position += len(text)
        self.touch()
        return len(text)

    def _reserve(self, growth: int) -> None:
        if self.is_charged:
            virtual_files().reserve(growth)
        elif growth > 0:
            ctx.charge(len(self._data()) + growth)

    def touch(self) -> None:
        """Note that the content changed."""
        import time

        if self.node is not None:
            self.node.modified = int(time.time())

    def seek(self, offset: int, whence: int) -> bool:
        """Move the position; False where that cannot be."""
        base = {SEEK_SET: 0, SEEK_CUR: self.position, SEEK_END: len(self._data())}.get(whence)
        if base is None or base + offset < 0:
            return False
        self.position = base + offset
        self.is_at_end = False
        return True

    def truncate(self, size: int) -> bool:
        """Cut the content, or fill it up with zeros; raises FileError."""
        data = self._data()
        self._reserve(size - len(data))
        if size < len(data):
            del data[size:]
        else:
            data.extend(b"\0" * (size - len(data)))
        self.touch()
        return True

    def size(self) -> int:
        """The length of the content."""
        return len(self._data())

    def close(self) -> None:
        """Close the stream."""
        self.close_resource()


def write_error_output(text: str) -> None:
    """Write to the standard error stream."""
    if ctx.error_output is not None:
        ctx.error_output.append(text)


class OutputStream(Stream):
    """php://output, php://stdout and php://stderr: to the client, and of the last to whoever asked for it."""

    is_seekable = False

    def __init__(self, target: str, mode: str, uri: str) -> None:
        super().__init__(None, mode, uri, ("PHP", "Output" if target == "output" else "STDIO"))
        self.target = target
        self.is_readable = False
        self.is_writable = True
        self.written = 0

    def _data(self) -> bytearray:
        return bytearray()

    def read(self, size: int) -> str:
        """Nothing."""
        self.is_at_end = True
        return ""

    def write(self, text: str) -> int:
        """Print."""
        if self.target == "output":
            ctx.echo(text)
        elif self.target == "stdout":
            output = ctx.output
            buffers, output.buffers = output.buffers, []
            try:
                output.write(text)
            finally:
                output.buffers = buffers
        else:
            write_error_output(text)
        self.position += len(text)
        return len(text)

    def seek(self, offset: int, whence: int) -> bool:
        """Never."""
        return False

    def truncate(self, size: int) -> bool:
        """Never."""
        return False


class FolderStream(PhpResource):
    """What opendir() opens."""

    def __init__(self, names: List[str]) -> None:
        super().__init__("stream")
        self.names = names
        self.index = 0

    def close(self) -> None:
        """Close the folder."""
        self.close_resource()


class OpenError(Exception):
    """Why a stream could not be opened; `reason` follows "Failed to open stream: ", None where PHP said it before."""

    def __init__(self, reason: Optional[str]) -> None:
        super().__init__(reason)
        self.reason = reason


def is_valid_mode(mode: str) -> bool:
    """Whether fopen() takes the mode."""
    return mode[:1] in ("r", "w", "a", "x", "c")


def memory_node(text: str = "") -> Node:
    """A file without a name."""
    return Node(bytearray(text.encode("latin-1")), 0o100666, 0, is_writable=True)


def open_stream(
    name: str, mode: str, *, use_include_path: bool = False, context: Optional[PhpResource] = None
) -> Stream:
    """Open a file or one of PHP's own streams; raises OpenError."""
    if "streams.wrappers" in ctx.states:
        from engine.runtime.user_streams import open_user_stream

        stream = open_user_stream(name, mode, use_include_path=use_include_path, context=context_or_default(context))
        if stream is not None:
            return stream
    lowered = name.lower()
    scheme, separator, rest = name.partition("://")
    if lowered.startswith("data:"):
        return _open_data(name, mode)
    if separator and len(scheme) > 1 and all(letter.isalnum() or letter in "+-." for letter in scheme):
        kind = scheme.lower()
        if kind == "php":
            return _open_php(name, rest, mode)
        if kind == "compress.zlib":
            from engine.runtime.gzip_streams import open_gzip

            return open_gzip(name, mode, use_include_path=use_include_path)
        if kind == "file":
            name = rest
        else:
            _refuse_wrapper(scheme)
    return _open_file(name, mode, use_include_path=use_include_path)


def _refuse_wrapper(scheme: str) -> None:
    if scheme.lower() in ("http", "https", "ftp", "ftps"):
        ctx.function_warning(
            f"{scheme.lower()}:// wrapper is disabled in the server configuration by allow_url_fopen=0"
        )
        raise OpenError("no suitable wrapper could be found")
    ctx.function_warning(
        f'Unable to find the wrapper "{scheme}" - did you forget to enable it when you configured PHP?'
    )


def _open_file(name: str, mode: str, *, use_include_path: bool) -> Stream:
    files = virtual_files()
    letter = mode[:1]
    if not is_valid_mode(mode):
        raise OpenError(f"`{mode}' is not a valid mode for fopen")
    path = files.resolve(name)
    node = files.find(name)
    if node is None and use_include_path and letter == "r":
        path, node = _on_include_path(name)
    if node is None:
        if letter == "r":
            raise OpenError(NOT_FOUND)
        try:
            node = files.create(path)
        except FileError as error:
            raise OpenError(error.reason) from None
    elif letter == "x":
        raise OpenError(EXISTS)
    elif node.is_folder and (letter != "r" or "+" in mode):
        raise OpenError(IS_FOLDER)
    elif (letter != "r" or "+" in mode) and not node.is_writable:
        raise OpenError(DENIED)
    stream = Stream(node, mode, name, ("plainfile", "STDIO"))
    if letter == "w":
        stream.truncate(0)
    return stream


def _on_include_path(name: str) -> Tuple[str, Optional[Node]]:
    files = virtual_files()
    for folder in (ctx.ini.get("include_path") or "").split(":"):
        path = posixpath.join(folder, name)
        node = files.find(path)
        if node is not None:
            return path, node
    return name, None


def _open_php(name: str, rest: str, mode: str) -> Stream:
    target = rest.lower()
    if target in ("output", "stdout", "stderr"):
        shown = "wb" if target == "output" else mode
        return OutputStream(target, shown, name)
    if target == "stdin":
        return Stream(_stdin_node(), "r", name, ("PHP", "STDIO"))
    if target == "input":
        from engine.runtime.request_body import input_text

        return Stream(memory_node(input_text()), "rb", name, ("PHP", "Input"))
    if target in ("memory", "temp") or target.startswith("temp/"):
        plus = "+" in mode or mode[:1] in ("w", "a", "x", "c")
        shown = ("w+b" if mode[:1] != "a" else "a+b") if plus else "rb"
        return Stream(memory_node(), shown, name, ("PHP", "MEMORY" if target == "memory" else "TEMP"))
    if target.startswith("filter/"):
        return _open_filtered(rest[len("filter/") :], mode)
    ctx.function_warning("Invalid php:// URL specified")
    raise OpenError("operation failed")


def _open_filtered(rest: str, mode: str) -> Stream:
    """`php://filter/read=string.toupper|string.rot13/resource=data:,hello`."""
    described, found, resource = rest.partition("resource=")
    if not found:
        raise OpenError("operation failed")
    stream = open_stream(resource, mode)
    from engine.runtime.builtin_filters import find_filter

    for part in described.strip("/").split("/"):
        kinds, equals, names = part.partition("=")
        if not equals:
            kinds, names = "both", part
        for filter_name in filter(None, names.split("|")):
            for kind in ("read", "write"):
                if kinds.lower() not in (kind, "both") or not (
                    stream.is_readable if kind == "read" else stream.is_writable
                ):
                    continue
                made = find_filter(unquote(filter_name))
                if made is None:
                    ctx.function_warning(f"Unable to create filter ({filter_name})")
                    continue
                io = filtered(stream)
                (io.read_chain if kind == "read" else io.write_chain).append(made)
    return stream


def _stdin_node() -> Node:
    return ctx.state("streams.stdin", lambda: memory_node(ctx.request.stdin))


def _open_data(name: str, mode: str) -> Stream:
    """`data:text/plain;base64,SGVsbG8=`."""
    rest = name[5:]
    rest = rest.removeprefix("//")
    head, comma, body = rest.partition(",")
    if not comma:
        raise OpenError("rfc2397: no comma in URL")
    parameters: Dict[str, Any] = {}
    is_base64 = False
    if head:
        pieces = head.split(";")
        if len(pieces) > 1 and pieces[-1] == "base64":
            is_base64 = True
            pieces.pop()
        if "/" in pieces[0]:
            parameters["mediatype"] = pieces[0]
        elif head != ";base64":
            raise OpenError("rfc2397: illegal media type")
        for piece in pieces[1:]:
            key, equals, value = piece.partition("=")
            if not equals or not key:
                raise OpenError("rfc2397: illegal parameter")
            parameters[key] = value
    raw = unquote_to_bytes(body.encode("latin-1"))
    if is_base64:
        try:
            raw = base64.b64decode(raw + b"=" * (-len(raw) % 4), validate=True)
        except (binascii.Error, ValueError):
            raise OpenError("rfc2397: unable to decode") from None
    parameters["base64"] = is_base64
    stream = Stream(memory_node(raw.decode("latin-1")), "r", name, ("RFC2397", "RFC2397"))
    stream.mode = mode
    stream.is_writable = False
    stream.parameters = parameters
    return stream


def error_number(reason: str) -> int:
    """The number of a system error."""
    return ERROR_NUMBERS.get(reason, 0)


def standard_stream(name: str) -> Any:
    """STDIN, STDOUT or STDERR of this execution."""
    return standard_streams()[name]


def standard_streams() -> Dict[str, Any]:
    """STDIN, STDOUT and STDERR: the first resources of an execution."""
    return ctx.state("streams.standard", _make_standard_streams)


def _make_standard_streams() -> Dict[str, Any]:
    made: Dict[str, Any] = {}
    made["stdin"] = Stream(_stdin_node(), "r", "php://stdin", ("PHP", "STDIO"))
    made["stdin"].mode = "rb"
    made["stdout"] = OutputStream("stdout", "wb", "php://stdout")
    made["stderr"] = OutputStream("stderr", "wb", "php://stderr")
    return made
