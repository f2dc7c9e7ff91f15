"""Streams: the functions on what fopen() opened. The streams themselves are in engine.runtime.streams."""

from __future__ import annotations

from typing import Any, List, Literal

from engine.builtin.declare import BadArgumentError, Path, PhpConst, Resource, Untyped, contextual
from engine.runtime.arrays import PhpArray
from engine.runtime.context import E_NOTICE, ctx
from engine.runtime.conversions import is_resource, to_string, wrap_int32
from engine.runtime.exceptions import printed, throw_error
from engine.runtime.frames import current_builtin_name
from engine.runtime.references import Ref
from engine.runtime.resources import next_resource_id
from engine.runtime.streams import Stream, standard_stream, standard_streams
from engine.runtime.user_streams import UserStream, wrappers
from engine.runtime.values import MISSING, PhpString, Value
from engine.runtime.virtual_files import FileError, virtual_files
from engine.stdlib.core.class_names import named_class
from engine.stdlib.filesystem.files import StatedNode, memory_stat, open_or_warn, stat_array, write_all
from engine.stdlib.strings.csv import csv_escape, parse_csv_record
from engine.stdlib.strings.formatting import format_text
from engine.stdlib.strings.scanning import scan_text

EXTENSION = "standard"
OTHER_EXTENSIONS = dict.fromkeys("""get_resource_id get_resource_type STDIN STDOUT STDERR""".split(), "Core")

SEEK_SET: PhpConst[int] = 0
SEEK_CUR: PhpConst[int] = 1
SEEK_END: PhpConst[int] = 2
LOCK_SH: PhpConst[int] = 1
LOCK_EX: PhpConst[int] = 2
LOCK_UN: PhpConst[int] = 3
LOCK_NB: PhpConst[int] = 4
STREAM_FILTER_READ: PhpConst[int] = 1
STREAM_FILTER_WRITE: PhpConst[int] = 2
STREAM_FILTER_ALL: PhpConst[int] = 3
STREAM_USE_PATH: PhpConst[int] = 1
STREAM_IGNORE_URL: PhpConst[int] = 2
STREAM_REPORT_ERRORS: PhpConst[int] = 8
STREAM_MUST_SEEK: PhpConst[int] = 16
STREAM_URL_STAT_LINK: PhpConst[int] = 1
STREAM_URL_STAT_QUIET: PhpConst[int] = 2
STREAM_MKDIR_RECURSIVE: PhpConst[int] = 1
STREAM_IS_URL: PhpConst[int] = 1
STREAM_OPTION_BLOCKING: PhpConst[int] = 1
STREAM_OPTION_READ_TIMEOUT: PhpConst[int] = 4
STREAM_OPTION_READ_BUFFER: PhpConst[int] = 2
STREAM_OPTION_WRITE_BUFFER: PhpConst[int] = 3
STREAM_BUFFER_NONE: PhpConst[int] = 0
STREAM_BUFFER_LINE: PhpConst[int] = 1
STREAM_BUFFER_FULL: PhpConst[int] = 2


def _stdin() -> Any:
    return standard_stream("stdin")


def _stdout() -> Any:
    return standard_stream("stdout")


def _stderr() -> Any:
    return standard_stream("stderr")


# The library calls these for the value that the running execution has.
STDIN: PhpConst[Any] = _stdin
STDOUT: PhpConst[Any] = _stdout
STDERR: PhpConst[Any] = _stderr

_CSV_QUOTED = "\n\r\t "
# The builtin wrappers.
_REMOTE = ("http", "https", "ftp", "ftps")
_INT32_MAX = (1 << 31) - 1
# The longest line that fgetcsv() may be asked for.
_LINE_MAX = (1 << 63) - 2
_WRAPPERS = ("compress.zlib", "php", "file", "glob", "data")


# ---------------------------------------------------------------- opening and closing


@contextual
def fopen(filename: Path, mode: PhpString, use_include_path: bool = False, context: Resource | None = None) -> Untyped:
    """Opens file or URL."""
    stream = open_or_warn(filename, mode, use_include_path=use_include_path, context=context)
    return False if stream is None else stream


@contextual
def fclose(stream: Resource) -> bool:
    """Closes an open file pointer."""
    _open(stream).close()
    return True


@contextual
def feof(stream: Resource) -> bool:
    """Tests for end-of-file on a file pointer."""
    return _open(stream).at_end()


@contextual
def fflush(stream: Resource) -> bool:
    """Flushes the output to a file."""
    return _open(stream).flush()


@contextual
def fsync(stream: Resource) -> bool:
    """Synchronizes changes to the file (including meta-data)."""
    return _synchronize(stream)


@contextual
def fdatasync(stream: Resource) -> bool:
    """Synchronizes data (but not meta-data) to the file."""
    return _synchronize(stream)


@contextual
def flock(stream: Resource, operation: int, would_block: Ref | None = None) -> bool:
    """Portable advisory file locking."""
    held = _open(stream)
    if not 1 <= operation & 3 <= 3:
        raise BadArgumentError("operation", "must be one of LOCK_SH, LOCK_EX, or LOCK_UN")
    if isinstance(would_block, Ref):
        would_block.set(0)
    return held.stream_type not in ("MEMORY", "TEMP", "RFC2397")


# ---------------------------------------------------------------- reading


@contextual
def fread(stream: Resource, length: int) -> PhpString | Literal[False]:
    """Binary-safe file read."""
    held = _open(stream)
    if length < 1:
        raise BadArgumentError("length", "must be greater than 0")
    if not held.can_read():
        return False
    # PHP makes room for all that is asked for before it reads.
    ctx.charge(length)
    return held.read(length)


@contextual
def fgets(stream: Resource, length: int | None = None) -> PhpString | Literal[False]:
    """Gets line from file pointer."""
    held = _open(stream)
    if length is not None and length < 1:
        raise BadArgumentError("length", "must be greater than 0")
    if not held.can_read():
        return False
    if length == 1:
        return False
    line = held.read_line(None if length is None else length - 1)
    return False if line is None else line


@contextual
def fgetc(stream: Resource) -> PhpString | Literal[False]:
    """Gets character from file pointer."""
    held = _open(stream)
    if not held.can_read():
        return False
    return held.read(1) or False


@contextual
def fpassthru(stream: Resource) -> int:
    """Output all remaining data on a file pointer."""
    held = _open(stream)
    text = held.read(held.available() + 1)
    ctx.echo(text)
    return len(text)


@contextual(shown={"escape": "\\"})
def fgetcsv(
    stream: Resource,
    length: int | None = None,
    separator: PhpString = ",",
    enclosure: PhpString = '"',
    escape: PhpString = MISSING,
) -> PhpArray | Literal[False]:
    """Gets line from file pointer and parse for CSV fields."""
    _check_csv(separator, enclosure)
    escape = csv_escape(escape)
    held = _open(stream)
    if length is not None and not 0 <= length <= _LINE_MAX:
        raise BadArgumentError("length", f"must be between 0 and {_LINE_MAX}")
    if not held.can_read():
        return False
    line = held.read_line(length or None)
    if line is None:
        return False
    fields = parse_csv_record(line, separator, enclosure, escape, held.read_line)
    values: List[Any] = [None] if fields is None else list(fields)
    return PhpArray(values)


@contextual
def fscanf(stream: Resource, format_: PhpString, *vars_: Ref[Value]) -> PhpArray | int | Literal[False] | None:
    """Parses input from a file according to a format."""
    line = _open(stream, "File-Handle").read_line()
    return False if line is None else scan_text(line, format_, vars_)


@contextual
def stream_get_contents(stream: Resource, length: int | None = None, offset: int = -1) -> PhpString | Literal[False]:
    """Reads remainder of a stream into a string."""
    held = _open(stream)
    if length is not None and length < 0 and length != -1:
        raise BadArgumentError("length", "must be greater than or equal to -1")
    if offset >= 0 and not held.seek(offset, 0):
        ctx.function_warning(f"Failed to seek to position {offset} in the stream")
        return False
    if not held.can_read():
        return ""
    available = held.available()
    ctx.charge(available)
    return held.read(available + 1 if length is None or length < 0 else length)


@contextual
def stream_get_line(stream: Resource, length: int, ending: PhpString = "") -> PhpString | Literal[False]:
    """Gets line from stream resource up to a given delimiter."""
    held = _open(stream)
    if length < 0:
        raise BadArgumentError("length", "must be greater than or equal to 0")
    if not ending:
        return held.read(length or held.available() + 1) or False
    line = held.read_line(length or None, ending.encode("latin-1"))
    if line is None:
        return False
    return line.removesuffix(ending)


# ---------------------------------------------------------------- writing


@contextual(aliases=("fputs",))
def fwrite(stream: Resource, data: PhpString, length: int | None = None) -> int | Literal[False]:
    """Binary-safe file write."""
    held = _open(stream)
    if length is not None:
        data = data[: max(length, 0)]
    if not data:
        return 0
    return _write(held, data)  # type: ignore[no-any-return]


@contextual(shown={"escape": "\\"}, shown_types={"eol": "string"})
def fputcsv(
    stream: Resource,
    fields: PhpArray,
    separator: PhpString = ",",
    enclosure: PhpString = '"',
    escape: PhpString = MISSING,
    eol: PhpString | None = "\n",
) -> int | Literal[False]:
    """Format line as CSV and write to file pointer."""
    _check_csv(separator, enclosure)
    escape = csv_escape(escape)
    held = _open(stream)
    cells = [_csv_cell(to_string(value), separator, enclosure, escape) for value in fields.values()]
    return _write(held, separator.join(cells) + ("\n" if eol is None else eol))  # type: ignore[no-any-return]


@contextual
def fprintf(stream: Resource, format_: PhpString, *values: Value) -> int:
    """Write a formatted string to a stream."""
    held = _open(stream)
    text = format_text(format_, values, missing_offset=2)
    _write(held, text)
    return len(text)


@contextual
def vfprintf(stream: Resource, format_: PhpString, values: PhpArray) -> int:
    """Write a formatted string to a stream."""
    held = _open(stream)
    text = format_text(format_, values.values(), missing_offset=None)
    _write(held, text)
    return len(text)


@contextual
def ftruncate(stream: Resource, size: int) -> bool:
    """Truncates a file to a given length."""
    held = _open(stream)
    if size < 0:
        raise BadArgumentError("size", "must be greater than or equal to 0")
    if not held.is_writable and held.stream_type != "RFC2397":
        return False
    try:
        return held.truncate(size)
    except FileError:
        return False


@contextual
def stream_copy_to_stream(
    from_: Resource, to: Resource, length: int | None = None, offset: int = 0
) -> int | Literal[False]:
    """Copies data from one stream to another."""
    source, target = _open(from_), _open(to)
    if offset > 0 and not source.seek(offset, 0):
        ctx.function_warning(f"Failed to seek to position {offset} in the stream")
        return False
    text = source.read(source.available() + 1 if length is None else length)
    return _write(target, text) if text else 0


# ---------------------------------------------------------------- the position


@contextual
def fseek(stream: Resource, offset: int, whence: int = SEEK_SET) -> int:
    """Seeks on a file pointer."""
    held = _open(stream)
    if not held.is_seekable:
        ctx.function_warning("Stream does not support seeking")
        return -1
    return 0 if held.seek(offset, wrap_int32(whence)) else -1


@contextual
def ftell(stream: Resource) -> int | Literal[False]:
    """Returns the current position of the file read/write pointer."""
    return _open(stream).position


@contextual
def rewind(stream: Resource) -> bool:
    """Rewind the position of a file pointer."""
    held = _open(stream)
    if not held.is_seekable:
        ctx.function_warning("Stream does not support seeking")
        return False
    return held.seek(0, SEEK_SET)


@contextual
def fstat(stream: Resource) -> PhpArray | Literal[False]:
    """Gets information about a file using an open file pointer."""
    held = _open(stream)
    if isinstance(held, UserStream):
        answer = held.status()
        return stat_array(StatedNode(answer)) if type(answer) is PhpArray else False
    if held.node is None:
        return False
    if held.stream_type in ("MEMORY", "TEMP"):
        return memory_stat(held.node, is_writable=held.is_writable)
    return stat_array(held.node)


# ---------------------------------------------------------------- about streams


@contextual(aliases=("socket_get_status",))
def stream_get_meta_data(stream: Resource) -> PhpArray:
    """Retrieves header/meta data from streams/file pointers."""
    held = _open(stream)
    is_brief = held.stream_type in ("TEMP", "RFC2397")
    row: Any = {} if is_brief else {"timed_out": False, "blocked": held.is_blocking, "eof": held.is_at_end}
    row.update({name: value for name, value in held.parameters.items() if name != "base64"})
    if held.parameters:
        row["base64"] = held.parameters["base64"]
    row.update(
        wrapper_type=held.wrapper_type, stream_type=held.stream_type, mode=held.mode, unread_bytes=0,
        seekable=held.is_seekable, uri=held.uri,
    )  # fmt: skip
    return PhpArray.from_strings(row)


@contextual
def get_resource_type(resource: Resource) -> PhpString:
    """Returns the resource type."""
    return resource.resource_type or "Unknown"  # type: ignore[attr-defined]


@contextual
def get_resource_id(resource: Resource) -> int:
    """Returns an integer identifier for the given resource."""
    return resource.id  # type: ignore[attr-defined, no-any-return]


@contextual
def stream_is_local(stream: Untyped) -> bool:
    """Checks if a stream is a local stream."""
    if is_resource(stream):
        return _open(stream).stream_type != "RFC2397"
    name = to_string(stream).lower()
    return not name.startswith("data:") and name.partition("://")[0] not in _REMOTE


@contextual
def stream_isatty(stream: Resource) -> bool:
    """Check if a stream is a TTY."""
    _open(stream)
    return False


@contextual
def stream_supports_lock(stream: Resource) -> bool:
    """Tells whether the stream supports locking."""
    return _open(stream).wrapper_type == "plainfile"


@contextual(aliases=("socket_set_blocking",))
def stream_set_blocking(stream: Resource, enable: bool) -> bool:
    """Set blocking/non-blocking mode on a stream."""
    _open(stream).is_blocking = enable
    return True


@contextual(aliases=("socket_set_timeout",))
def stream_set_timeout(stream: Resource, seconds: int, microseconds: int = 0) -> bool:
    """Set timeout period on a stream."""
    _open(stream)
    return False


@contextual(aliases=("set_file_buffer",))
def stream_set_write_buffer(stream: Resource, size: int) -> int:
    """Sets write file buffering on the given stream."""
    _open(stream)
    return -1


@contextual
def stream_set_read_buffer(stream: Resource, size: int) -> int:
    """Set read file buffering on the given stream."""
    _open(stream)
    return 0


@contextual
def stream_set_chunk_size(stream: Resource, size: int) -> int:
    """Set the stream chunk size."""
    if size <= 0:
        raise BadArgumentError("size", "must be greater than 0")
    if size > _INT32_MAX:
        raise BadArgumentError("size", "is too large")
    held = _open(stream)
    before, held.chunk_size = held.chunk_size, size
    return before


@contextual
def stream_get_wrappers() -> PhpArray:
    """Retrieve list of registered streams."""
    held = wrappers()
    names: List[Any] = [name for name in _WRAPPERS if name not in held.removed and name not in held.classes]
    return PhpArray(names + list(held.classes))


@contextual(aliases=("stream_register_wrapper",), shown_types={"class": "string"})
def stream_wrapper_register(protocol: PhpString, class_: Untyped, flags: int = 0) -> bool:
    """Register a URL wrapper implemented as a PHP class."""
    owner = named_class("class", class_)
    held = wrappers()
    lowered = protocol.lower()
    if not all((letter.isalnum() and letter.isascii()) or letter in "+-." for letter in protocol):
        ctx.function_warning(
            f"Invalid protocol scheme specified. Unable to register wrapper class {owner.name} to {printed(protocol)}://"
        )
        return False
    if lowered in held.classes or (lowered in _WRAPPERS and lowered not in held.removed):
        ctx.function_warning(f"Protocol {printed(protocol)}:// is already defined.")
        return False
    held.classes[lowered] = owner
    # PHP keeps what is registered as a resource that no script sees but for its number.
    standard_streams()
    next_resource_id()
    return True


@contextual
def stream_wrapper_unregister(protocol: PhpString) -> bool:
    """Unregister a URL wrapper."""
    held = wrappers()
    lowered = protocol.lower()
    if held.classes.pop(lowered, None) is not None:
        return True
    if lowered not in _WRAPPERS or lowered in held.removed:
        ctx.function_warning(f"Unable to unregister protocol {printed(protocol)}://")
        return False
    held.removed.add(lowered)
    return True


@contextual
def stream_wrapper_restore(protocol: PhpString) -> bool:
    """Restores a previously unregistered built-in wrapper."""
    held = wrappers()
    lowered = protocol.lower()
    if lowered not in _WRAPPERS:
        ctx.function_warning(f"{printed(protocol)}:// never existed, nothing to restore")
        return False
    if lowered not in held.removed and lowered not in held.classes:
        ctx.function_warning(f"{protocol}:// was never changed, nothing to restore", E_NOTICE)
        return True
    held.removed.discard(lowered)
    held.classes.pop(lowered, None)
    return True


@contextual
def stream_get_transports() -> PhpArray:
    """Retrieve list of registered socket transports."""
    return PhpArray()


@contextual
def stream_resolve_include_path(filename: Path) -> PhpString | Literal[False]:
    """Resolve filename against the include path."""
    from engine.runtime.includes import find_file

    if not filename:
        return virtual_files().current_folder
    return find_file(filename, also_here=False) or False


# ---------------------------------------------------------------- helpers


def _open(resource: Any, kind: str = "stream") -> Stream:
    """The open stream that an argument is; throws PHP's TypeError otherwise."""
    if isinstance(resource, Stream) and resource.resource_type:
        return resource
    raise throw_error("TypeError", f"{current_builtin_name()}(): supplied resource is not a valid {kind} resource")


def _synchronize(stream: Any) -> bool:
    if _open(stream).stream_type == "STDIO":
        return True
    ctx.function_warning("Can't fsync this stream!")
    return False


def _write(stream: Stream, text: str) -> Any:
    if not stream.is_writable:
        if stream.stream_type == "RFC2397":
            ctx.function_warning("Stream is not writable", E_NOTICE)
        elif stream.stream_type not in ("MEMORY", "TEMP"):
            problem = f"Write of {len(text)} bytes failed with errno=9 Bad file descriptor"
            ctx.function_warning(problem, E_NOTICE)
        return False
    return write_all(stream, text)


def _check_csv(separator: str, enclosure: str) -> None:
    if len(separator) != 1:
        raise BadArgumentError("separator", "must be a single character")
    if len(enclosure) != 1:
        raise BadArgumentError("enclosure", "must be a single character")


def _csv_cell(text: str, separator: str, enclosure: str, escape: str) -> str:
    """A field as fputcsv() writes it."""
    if not any(letter in text for letter in (separator, enclosure, *_CSV_QUOTED)) and not (escape and escape in text):
        return text
    if not escape or escape == enclosure or escape not in text:
        return enclosure + text.replace(enclosure, enclosure * 2) + enclosure
    pieces = [enclosure]
    is_escaped = False
    for letter in text:
        if letter == escape:
            is_escaped = True
        elif not is_escaped and letter == enclosure:
            pieces.append(enclosure)
        else:
            is_escaped = False
        pieces.append(letter)
    return "".join(pieces) + enclosure
