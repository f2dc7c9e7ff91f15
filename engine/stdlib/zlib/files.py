"""Zlib: files in the format of gzip. They are streams: most functions are those on streams under other names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Optional

from engine.builtin.declare import Path, Resource, Untyped, contextual
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.exceptions import throw_error
from engine.runtime.frames import current_builtin_name
from engine.runtime.gzip_streams import open_gzip
from engine.runtime.streams import SEEK_END, SEEK_SET, OpenError, Stream
from engine.stdlib.filesystem import streams

if TYPE_CHECKING:
    from engine.runtime.values import PhpString

EXTENSION = "zlib"


@contextual
def ob_gzhandler(data: PhpString, flags: int) -> PhpString | Literal[False]:
    """ob_start callback function to gzip output buffer: whoever serves the response decides about its encoding."""
    return False


@contextual
def zlib_get_coding_type() -> PhpString | Literal[False]:
    """Returns the coding type used for output compression: none."""
    return False


@contextual
def gzfile(filename: Path, use_include_path: int = 0) -> PhpArray | Literal[False]:
    """Read entire gz-file into an array."""
    stream = _opened(filename, "rb", use_include_path)
    if stream is None:
        return False
    lines = []
    while True:
        line = stream.read_line()
        if line is None:
            break
        lines.append(line)
    stream.close()
    return PhpArray(lines)


@contextual
def gzopen(filename: Path, mode: PhpString, use_include_path: int = 0) -> Untyped:
    """Open gz-file."""
    stream = _opened(filename, mode, use_include_path)
    return False if stream is None else stream


@contextual
def readgzfile(filename: Path, use_include_path: int = 0) -> int | Literal[False]:
    """Output a gz-file."""
    stream = _opened(filename, "rb", use_include_path)
    if stream is None:
        return False
    text = stream.read(stream.available())
    stream.close()
    ctx.echo(text)
    return len(text)


@contextual(aliases=("gzputs",))
def gzwrite(stream: Resource, data: PhpString, length: int | None = None) -> int | Literal[False]:
    """Binary-safe gz-file write."""
    if isinstance(stream, Stream) and stream.wrapper_type == "ZLIB" and not stream.is_writable:
        return 0
    return streams.fwrite(stream, data, length)


@contextual
def gzrewind(stream: Resource) -> bool:
    """Rewind the position of a gz-file pointer."""
    return streams.rewind(stream)


@contextual
def gzclose(stream: Resource) -> bool:
    """Close an open gz-file pointer."""
    return streams.fclose(stream)


@contextual
def gzeof(stream: Resource) -> bool:
    """Test for EOF on a gz-file pointer."""
    if isinstance(stream, Stream) and stream.wrapper_type == "ZLIB" and not stream.available():
        return True
    return streams.feof(stream)


@contextual
def gzgetc(stream: Resource) -> PhpString | Literal[False]:
    """Get character from gz-file pointer."""
    return streams.fgetc(stream)


@contextual
def gzpassthru(stream: Resource) -> int:
    """Output all remaining data on a gz-file pointer."""
    return streams.fpassthru(stream)


@contextual
def gzseek(stream: Resource, offset: int, whence: int = SEEK_SET) -> int:
    """Seek on a gz-file pointer."""
    if whence == SEEK_END:
        ctx.function_warning("SEEK_END is not supported")
        return -1
    return streams.fseek(stream, offset, whence)


@contextual
def gztell(stream: Resource) -> int | Literal[False]:
    """Tell gz-file pointer read/write position."""
    return streams.ftell(stream)


@contextual
def gzread(stream: Resource, length: int) -> PhpString | Literal[False]:
    """Binary-safe gz-file read."""
    return streams.fread(stream, length)


@contextual
def gzgets(stream: Resource, length: int | None = None) -> PhpString | Literal[False]:
    """Get line from file pointer."""
    return streams.fgets(stream, length)


def _opened(name: str, mode: str, use_include_path: int) -> Optional[Stream]:
    """The stream; None where it cannot be opened, which is said."""
    if not name:
        raise throw_error("ValueError", "Path must not be empty")
    try:
        return open_gzip(name, mode, use_include_path=bool(use_include_path))
    except OpenError as error:
        if error.reason is not None:
            ctx.warning(f"{current_builtin_name()}({name}): Failed to open stream: {error.reason}")
        return None
