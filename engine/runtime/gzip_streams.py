"""Files in the format of gzip as streams: gzopen() and compress.zlib://. One is read whole when it is opened."""

from __future__ import annotations

import zlib
from typing import List

from engine.runtime.context import ctx
from engine.runtime.streams import OpenError, Stream, memory_node, open_stream

_MAGIC = "\x1f\x8b"
_GZIP = 31
_PIECE = 1 << 20
_STRATEGIES = {"f": zlib.Z_FILTERED, "h": zlib.Z_HUFFMAN_ONLY}


class GzipReader(Stream):
    """What a file holds once it is uncompressed; as it is where it is not in the format."""

    def __init__(self, text: str, mode: str, uri: str) -> None:
        super().__init__(memory_node(text), "r", uri, ("ZLIB", "ZLIB"))
        self.mode = mode
        self.is_writable = False


class GzipWriter(Stream):
    """Compresses what is written into another stream; the last of it when it is closed."""

    is_seekable = False

    def __init__(self, target: Stream, mode: str, uri: str) -> None:
        super().__init__(None, "w", uri, ("ZLIB", "ZLIB"))
        self.mode = mode
        self._target = target
        level = next((int(letter) for letter in mode if letter.isdecimal()), -1)
        strategy = next((_STRATEGIES[letter] for letter in mode if letter in _STRATEGIES), zlib.Z_DEFAULT_STRATEGY)
        self._work = zlib.compressobj(level, zlib.DEFLATED, _GZIP, 8, strategy)

    def _data(self) -> bytearray:
        return bytearray()

    def write(self, text: str) -> int:
        """Compress."""
        self._target.write(self._work.compress(text.encode("latin-1")).decode("latin-1"))
        self.position += len(text)
        return len(text)

    def read(self, size: int) -> str:
        """Nothing."""
        return ""

    def seek(self, offset: int, whence: int) -> bool:
        """Never."""
        return False

    def truncate(self, size: int) -> bool:
        """Never."""
        return False

    def close(self) -> None:
        """Write the end and close both streams."""
        self._target.write(self._work.flush().decode("latin-1"))
        self._target.close()
        super().close()


def open_gzip(name: str, mode: str, *, use_include_path: bool = False) -> Stream:
    """Open a file in the format of gzip; raises OpenError."""
    name = name[len("compress.zlib://") :] if name.lower().startswith("compress.zlib://") else name
    if "+" in mode:
        ctx.function_warning("Cannot open a zlib stream for reading and writing at the same time!")
        raise OpenError(None)
    plain = "".join(letter for letter in mode if not letter.isdecimal() and letter not in _STRATEGIES)
    target = open_stream(name, plain, use_include_path=use_include_path)
    if plain[:1] != "r":
        return GzipWriter(target, mode, name)
    text = target.read(target.available())
    target.close()
    return GzipReader(_uncompressed(text) if text.startswith(_MAGIC) else text, mode, name)


def _uncompressed(text: str) -> str:
    """The contents of all of a file's members, one after the other, up to where it is broken."""
    made: List[bytes] = []
    size = 0
    content = text.encode("latin-1")
    while content:
        work = zlib.decompressobj(_GZIP)
        try:
            while content and not work.eof:
                made.append(work.decompress(content, _PIECE))
                size += len(made[-1])
                ctx.charge(size)
                content = work.unconsumed_tail
        except zlib.error:
            break
        content = work.unused_data
    return b"".join(made).decode("latin-1")
