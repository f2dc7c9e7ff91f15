"""Zlib: data compressed and uncompressed step by step."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Annotated, Any, List, Literal, Optional, Tuple

from engine.builtin.classes import php_class
from engine.builtin.declare import BadArgumentError, contextual
from engine.runtime.arrays import PhpArray
from engine.runtime.classes import instantiate, require_class
from engine.runtime.context import ctx
from engine.runtime.conversions import object_properties, to_int, to_string, type_for_error
from engine.runtime.exceptions import throw_error
from engine.runtime.objects import PhpObject
from engine.runtime.references import Ref
from engine.stdlib.zlib.compression import (
    ZLIB_BLOCK,
    ZLIB_BUF_ERROR,
    ZLIB_DATA_ERROR,
    ZLIB_ENCODING_DEFLATE,
    ZLIB_ENCODING_GZIP,
    ZLIB_ENCODING_RAW,
    ZLIB_FINISH,
    ZLIB_FIXED,
    ZLIB_NEED_DICT,
    ZLIB_NO_FLUSH,
    ZLIB_OK,
    ZLIB_STREAM_END,
    ZLIB_SYNC_FLUSH,
)

if TYPE_CHECKING:
    from engine.runtime.values import PhpString

EXTENSION = "zlib"

_EMPTY = PhpArray()
_ENCODINGS = (ZLIB_ENCODING_RAW, ZLIB_ENCODING_GZIP, ZLIB_ENCODING_DEFLATE)
_WINDOW = 15
_PIECE_BYTES = 1 << 16
_BAD_FLUSH = (
    "must be one of ZLIB_NO_FLUSH, ZLIB_PARTIAL_FLUSH, ZLIB_SYNC_FLUSH, ZLIB_FULL_FLUSH, ZLIB_BLOCK, or ZLIB_FINISH"
)
_NEEDS_DICTIONARY = (
    "Inflating this data requires a preset dictionary, please specify it in the options array of inflate_init()"
)
_WRONG_DICTIONARY = "Dictionary does not match expected dictionary (incorrect adler32 hash)"


class _Context(PhpObject):
    """What both contexts do not let a script do."""

    def clone_native(self, made: Any) -> None:
        """Refuse to be cloned."""
        raise throw_error("Error", f"Trying to clone an uncloneable object of class {self.php_class.name}")


@php_class("DeflateContext", final=True, dynamic_properties=False)
class DeflateContext(_Context):
    """Data on its way to be compressed."""

    _settings: Tuple[int, int, int, int] = (-1, _WINDOW, 8, 0)
    _compressor: Any = None

    refuse_new = "Cannot directly construct DeflateContext, use deflate_init() instead"

    def begin(self, settings: Tuple[int, int, int, int], dictionary: bytes) -> None:
        """Start a stream."""
        level, window, memory, strategy = self._settings = settings
        if dictionary:
            self._compressor = zlib.compressobj(level, zlib.DEFLATED, window, memory, strategy, dictionary)
        else:
            self._compressor = zlib.compressobj(level, zlib.DEFLATED, window, memory, strategy)

    def add(self, data: bytes, flush: int) -> bytes:
        """What comes out for what goes in; a finished stream begins anew."""
        made: bytes = self._compressor.compress(data)
        if flush != ZLIB_NO_FLUSH:
            made += self._compressor.flush(flush)
        if flush == ZLIB_FINISH:
            self.begin(self._settings, b"")
        return made


@php_class("InflateContext", final=True, dynamic_properties=False)
class InflateContext(_Context):
    """Data on its way to be uncompressed."""

    _window = _WINDOW
    _dictionary = b""
    _inflater: Any = None
    status = ZLIB_OK
    read_length = 0

    refuse_new = "Cannot directly construct InflateContext, use inflate_init() instead"

    def begin(self, window: int, dictionary: bytes) -> None:
        """Start a stream."""
        self._window = window
        self._dictionary = dictionary
        self._inflater = zlib.decompressobj(window, zdict=dictionary) if dictionary else zlib.decompressobj(window)

    def add(self, data: bytes) -> Any:
        """What comes out for what goes in, or PHP's words for what is wrong with that."""
        if self.status == ZLIB_STREAM_END:
            self.begin(self._window, b"")
            self.read_length = 0
        self.status = ZLIB_OK
        pieces: List[bytes] = []
        pending = data
        size = 0
        try:
            while pending or not pieces:
                pieces.append(self._inflater.decompress(pending, _PIECE_BYTES))
                size += len(pieces[-1])
                ctx.charge(size)
                pending = self._inflater.unconsumed_tail
                if self._inflater.eof:
                    break
        except zlib.error as error:
            return self._problem(str(error))
        self.read_length += len(data) - len(self._inflater.unused_data)
        if self._inflater.eof:
            self.status = ZLIB_STREAM_END
        elif not data and not size:
            self.status = ZLIB_BUF_ERROR
        return b"".join(pieces)

    def _problem(self, text: str) -> str:
        if "Error 2 " in text:
            self.status = ZLIB_NEED_DICT
            return _NEEDS_DICTIONARY
        self.status = ZLIB_DATA_ERROR
        return _WRONG_DICTIONARY if "ictionary" in text else "data error"


CLASSES = (DeflateContext, InflateContext)


@contextual
def deflate_init(
    encoding: int, options: PhpArray | PhpObject = _EMPTY
) -> Annotated[PhpObject, "DeflateContext"] | Literal[False]:
    """Initialize an incremental deflate context."""
    given = _options(options)
    level = _option(given, "level", -1, -1, 9)
    memory = _option(given, "memory", 8, 1, 9)
    window = _option(given, "window", _WINDOW, 8, _WINDOW)
    strategy = to_int(_value(given, "strategy")) if given.has("strategy") else 0
    if not 0 <= strategy <= ZLIB_FIXED:
        names = "ZLIB_FILTERED, ZLIB_HUFFMAN_ONLY, ZLIB_RLE, ZLIB_FIXED, or ZLIB_DEFAULT_STRATEGY"
        raise throw_error("ValueError", f'deflate_init(): "strategy" option must be one of {names}')
    if encoding not in _ENCODINGS:
        message = "must be one of ZLIB_ENCODING_RAW, ZLIB_ENCODING_GZIP, or ZLIB_ENCODING_DEFLATE"
        raise BadArgumentError("encoding", message)
    dictionary = _dictionary(given)
    context = instantiate(require_class("DeflateContext"))
    try:
        context.begin((level, _bits(encoding, window), memory, strategy), dictionary)
    except (ValueError, zlib.error):
        ctx.function_warning("Failed allocating zlib.deflate context")
        return False
    return context


@contextual
def deflate_add(
    context: Annotated[DeflateContext, "DeflateContext"], data: PhpString, flush_mode: int = ZLIB_SYNC_FLUSH
) -> PhpString | Literal[False]:
    """Incrementally deflate data."""
    _check_flush(flush_mode)
    if not data and flush_mode != ZLIB_FINISH:
        return ""
    ctx.charge(len(data))
    return context.add(data.encode("latin-1"), flush_mode).decode("latin-1")


@contextual
def inflate_init(
    encoding: int, options: PhpArray | PhpObject = _EMPTY
) -> Annotated[PhpObject, "InflateContext"] | Literal[False]:
    """Initialize an incremental inflate context."""
    given = _options(options)
    window = to_int(_value(given, "window")) if given.has("window") else _WINDOW
    if not 8 <= window <= _WINDOW:
        raise throw_error("ValueError", f"zlib window size (logarithm) ({window}) must be within 8..15")
    if encoding not in _ENCODINGS:
        message = "Encoding mode must be ZLIB_ENCODING_RAW, ZLIB_ENCODING_GZIP or ZLIB_ENCODING_DEFLATE"
        raise throw_error("ValueError", message)
    dictionary = _dictionary(given)
    context = instantiate(require_class("InflateContext"))
    context.begin(_bits(encoding, window), dictionary)
    return context


@contextual
def inflate_add(
    context: Annotated[InflateContext, "InflateContext"], data: PhpString, flush_mode: int = ZLIB_SYNC_FLUSH
) -> PhpString | Literal[False]:
    """Incrementally inflate encoded data."""
    _check_flush(flush_mode)
    if not data and flush_mode != ZLIB_FINISH:
        return ""
    result = context.add(data.encode("latin-1"))
    if isinstance(result, str):
        ctx.function_warning(result)
        return False
    text: str = result.decode("latin-1")
    return text


@contextual
def inflate_get_status(context: Annotated[InflateContext, "InflateContext"]) -> int:
    """Get decompression status."""
    return context.status


@contextual
def inflate_get_read_len(context: Annotated[InflateContext, "InflateContext"]) -> int:
    """Get number of bytes read so far."""
    return context.read_length


def _check_flush(flush: int) -> None:
    if not ZLIB_NO_FLUSH <= flush <= ZLIB_BLOCK:
        raise BadArgumentError("flush_mode", _BAD_FLUSH)


def _bits(encoding: int, window: int) -> int:
    """The window's size, as zlib is told it along with the format."""
    return -window if encoding == ZLIB_ENCODING_RAW else encoding - (_WINDOW - window)


def _options(options: PhpArray | PhpObject) -> PhpArray:
    return options if isinstance(options, PhpArray) else object_properties(options)


def _value(options: PhpArray, name: str) -> Any:
    value: Any = options.get(name)
    return value.get() if type(value) is Ref else value


def _option(options: PhpArray, name: str, default: int, least: int, most: int) -> int:
    value = to_int(_value(options, name)) if options.has(name) else default
    if not least <= value <= most:
        raise throw_error("ValueError", f'deflate_init(): "{name}" option must be between {least} and {most}')
    return value


def _dictionary(options: PhpArray) -> bytes:
    value = _value(options, "dictionary") if options.has("dictionary") else ""
    if type(value) is str:
        return value.encode("latin-1")
    if type(value) is not PhpArray:
        message = f"must be of type zero-terminated string or array, {type_for_error(value)} given"
        raise BadArgumentError("options", message, "TypeError")
    made = []
    for item in value.values():
        text = to_string(item)
        problem: Optional[str] = None if text else "must not contain empty strings"
        if "\0" in text:
            problem = "must not contain strings with null bytes"
        if problem is not None:
            raise BadArgumentError("options", problem)
        made.append(text.encode("latin-1") + b"\0")
    return b"".join(made)
