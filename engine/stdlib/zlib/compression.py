"""Zlib: strings compressed and uncompressed in the formats of deflate, zlib and gzip."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any, Literal, Optional

from engine.builtin.declare import BadArgumentError, PhpConst, contextual
from engine.runtime.context import ctx

if TYPE_CHECKING:
    from engine.runtime.values import PhpString

EXTENSION = "zlib"

FORCE_GZIP: PhpConst[int] = 31
FORCE_DEFLATE: PhpConst[int] = 15
ZLIB_ENCODING_RAW: PhpConst[int] = -15
ZLIB_ENCODING_GZIP: PhpConst[int] = 31
ZLIB_ENCODING_DEFLATE: PhpConst[int] = 15
ZLIB_NO_FLUSH: PhpConst[int] = 0
ZLIB_PARTIAL_FLUSH: PhpConst[int] = 1
ZLIB_SYNC_FLUSH: PhpConst[int] = 2
ZLIB_FULL_FLUSH: PhpConst[int] = 3
ZLIB_BLOCK: PhpConst[int] = 5
ZLIB_FINISH: PhpConst[int] = 4
ZLIB_FILTERED: PhpConst[int] = 1
ZLIB_HUFFMAN_ONLY: PhpConst[int] = 2
ZLIB_RLE: PhpConst[int] = 3
ZLIB_FIXED: PhpConst[int] = 4
ZLIB_DEFAULT_STRATEGY: PhpConst[int] = 0
ZLIB_VERSION: PhpConst[str] = zlib.ZLIB_RUNTIME_VERSION
ZLIB_VERNUM: PhpConst[int] = int("".join(zlib.ZLIB_RUNTIME_VERSION.split(".")[:3]).ljust(4, "0"), 16)
ZLIB_OK: PhpConst[int] = 0
ZLIB_STREAM_END: PhpConst[int] = 1
ZLIB_NEED_DICT: PhpConst[int] = 2
ZLIB_ERRNO: PhpConst[int] = -1
ZLIB_STREAM_ERROR: PhpConst[int] = -2
ZLIB_DATA_ERROR: PhpConst[int] = -3
ZLIB_MEM_ERROR: PhpConst[int] = -4
ZLIB_BUF_ERROR: PhpConst[int] = -5
ZLIB_VERSION_ERROR: PhpConst[int] = -6

_MEMORY_LEVEL = 9
_ANY_FORMAT = 47
_ROUNDS_MAX = 100
_DATA_ERROR = "data error"
_MEMORY_ERROR = "insufficient memory"


@contextual
def zlib_encode(data: PhpString, encoding: int, level: int = -1) -> PhpString | Literal[False]:
    """Compress data with the specified encoding."""
    return _encoded(data, encoding, level)


@contextual
def zlib_decode(data: PhpString, max_length: int = 0) -> PhpString | Literal[False]:
    """Uncompress any raw/gzip/zlib encoded data."""
    return _decoded(data, _ANY_FORMAT, max_length)


@contextual
def gzdeflate(data: PhpString, level: int = -1, encoding: int = ZLIB_ENCODING_RAW) -> PhpString | Literal[False]:
    """Deflate a string."""
    return _encoded(data, encoding, level)


@contextual
def gzencode(data: PhpString, level: int = -1, encoding: int = ZLIB_ENCODING_GZIP) -> PhpString | Literal[False]:
    """Create a gzip compressed string."""
    return _encoded(data, encoding, level)


@contextual
def gzcompress(data: PhpString, level: int = -1, encoding: int = ZLIB_ENCODING_DEFLATE) -> PhpString | Literal[False]:
    """Compress a string."""
    return _encoded(data, encoding, level)


@contextual
def gzinflate(data: PhpString, max_length: int = 0) -> PhpString | Literal[False]:
    """Inflate a deflated string."""
    return _decoded(data, ZLIB_ENCODING_RAW, max_length)


@contextual
def gzdecode(data: PhpString, max_length: int = 0) -> PhpString | Literal[False]:
    """Decodes a gzip compressed string."""
    return _decoded(data, ZLIB_ENCODING_GZIP, max_length)


@contextual
def gzuncompress(data: PhpString, max_length: int = 0) -> PhpString | Literal[False]:
    """Uncompress a compressed string."""
    return _decoded(data, ZLIB_ENCODING_DEFLATE, max_length)


def _encoded(data: str, encoding: int, level: int) -> str:
    if not -1 <= level <= 9:
        raise BadArgumentError("level", "must be between -1 and 9")
    if encoding not in (ZLIB_ENCODING_RAW, ZLIB_ENCODING_GZIP, ZLIB_ENCODING_DEFLATE):
        message = "must be one of ZLIB_ENCODING_RAW, ZLIB_ENCODING_GZIP, or ZLIB_ENCODING_DEFLATE"
        raise BadArgumentError("encoding", message)
    ctx.charge(len(data))
    compressor = zlib.compressobj(level, zlib.DEFLATED, encoding, _MEMORY_LEVEL)
    return (compressor.compress(data.encode("latin-1")) + compressor.flush()).decode("latin-1")


def _decoded(data: str, encoding: int, max_length: int) -> str | Literal[False]:
    if max_length < 0:
        raise BadArgumentError("max_length", "must be greater than or equal to 0")
    problem = _DATA_ERROR
    if data:
        # PHP lets zlib see the NUL that ends its strings, too.
        source = data.encode("latin-1") + b"\0"
        result, problem = _inflated(source, encoding, max_length)
        if result is None and encoding == _ANY_FORMAT and problem == _DATA_ERROR:
            result, problem = _inflated(source, ZLIB_ENCODING_RAW, max_length)
        if result is not None:
            text: str = result.decode("latin-1")
            return text
    ctx.function_warning(problem)
    return False


def _inflated(source: bytes, encoding: int, max_length: int) -> Any:
    """The data and "", or None and zlib's words for what is wrong."""
    inflater = zlib.decompressobj(encoding)
    pieces = []
    pending = source
    # The room for the result grows as PHP's does; what fits when the limit is passed comes along.
    used, room = 0, min(max_length, len(source)) if max_length else len(source)
    try:
        for _round in range(_ROUNDS_MAX):
            if max_length and max_length <= used:
                return None, _MEMORY_ERROR
            ctx.charge(room)
            piece = inflater.decompress(pending, room - used)
            used += len(piece)
            pieces.append(piece)
            if inflater.eof:
                return b"".join(pieces), ""
            pending = inflater.unconsumed_tail
            if not pending and used < room:
                break
            room += (room >> 3) + 1
    except zlib.error as error:
        return None, _words(error) or _DATA_ERROR
    return None, _DATA_ERROR


def _words(error: zlib.error) -> Optional[str]:
    return "need dictionary" if "Error 2 " in str(error) else None
