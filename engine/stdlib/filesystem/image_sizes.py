"""Image sizes, read from the headers of files: GIF, PNG, JPEG, BMP, WebP, PSD and icons. The others are not known."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Callable, Dict, Literal, NamedTuple, Optional, Tuple

from engine.builtin.declare import Path, contextual
from engine.runtime.arrays import PhpArray
from engine.runtime.context import E_NOTICE, ctx
from engine.stdlib.filesystem.files import open_or_warn
from engine.stdlib.filesystem.image_types import image_type_to_mime_type

if TYPE_CHECKING:
    from engine.runtime.references import Ref
    from engine.runtime.values import PhpString

EXTENSION = "standard"

_PNG_MARK = b"\x89PNG\r\n\x1a\n"
_MARK_BYTES = 3
# What is no longer than this can be no image of a kind that the first bytes do not tell.
_LONGEST_MARK_BYTES = 12
# The markers of JPEG that tell of the size; those that end the headers; those that applications use.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_START_OF_SCAN, _END_OF_IMAGE = 0xDA, 0xD9
_APPLICATIONS = range(0xE0, 0xF0)


class _Size(NamedTuple):
    width: int
    height: int
    bits: int = 0
    channels: int = 0


@contextual
def getimagesize(filename: Path, image_info: Ref | None = None) -> PhpArray | Literal[False]:
    """Get the size of an image."""
    if image_info is not None:
        image_info.set(PhpArray())
    stream = open_or_warn(filename, "rb")
    if stream is None:
        return False
    ctx.charge(stream.available())
    content = stream.read(stream.available())
    stream.close()
    return _told(content, filename, image_info)


@contextual
def getimagesizefromstring(string: PhpString, image_info: Ref | None = None) -> PhpArray | Literal[False]:
    """Get the size of an image from a string."""
    return _told(string, string.partition("\0")[0], image_info)


def _told(text: str, name: str, image_info: Optional[Ref]) -> PhpArray | Literal[False]:
    data = text.encode("latin-1")
    segments: Dict[str, str] = {}
    found = None
    if len(data) < _MARK_BYTES:
        ctx.function_warning(f"Error reading from {name}!", E_NOTICE)
    else:
        found = _size_of(data, name, segments)
    if image_info is not None:
        image_info.set(PhpArray.from_strings(segments))
    if found is None:
        return False
    kind, size = found
    result = PhpArray([size.width, size.height, kind, f'width="{size.width}" height="{size.height}"'])
    if size.bits:
        result.set("bits", size.bits)
    if size.channels:
        result.set("channels", size.channels)
    result.set("mime", image_type_to_mime_type(kind))
    return result


def _size_of(data: bytes, name: str, segments: Dict[str, str]) -> Optional[Tuple[int, _Size]]:
    """The kind of an image and its size; None where that cannot be told."""
    if data[:3] == b"\x89PN" and data[:8] != _PNG_MARK:
        if len(data) >= len(_PNG_MARK):
            ctx.function_warning("PNG file corrupted by ASCII conversion")
        else:
            ctx.function_warning(f"Error reading from {name}!", E_NOTICE)
        return None
    if data[:3] == b"\xff\xd8\xff":
        size = _jpeg(data, segments)
        return None if size is None else (2, size)
    for mark, kind, read in _KINDS:
        if data.startswith(mark) and (mark != b"RIFF" or len(data) >= _LONGEST_MARK_BYTES):
            try:
                size = read(data)
            except (struct.error, IndexError):
                return None
            return None if size is None else (kind, size)
    if len(data) < _LONGEST_MARK_BYTES:
        ctx.function_warning(f"Error reading from {name}!", E_NOTICE)
    return None


def _gif(data: bytes) -> _Size:
    width, height, flags = struct.unpack_from("<HHB", data, 6)
    return _Size(width, height, (flags & 7) + 1 if flags & 0x80 else 0, 3)


def _png(data: bytes) -> _Size:
    width, height, bits = struct.unpack_from(">IIB", data, 16)
    return _Size(width, height, bits)


def _bmp(data: bytes) -> Optional[_Size]:
    (header,) = struct.unpack_from("<I", data, 14)
    if header == 12:
        # PHP takes the upper byte alone, which is zero.
        width, height, _planes, _bits, bits = struct.unpack_from("<HHHBB", data, 18)
        return _Size(width, height, bits)
    if header > 12 and (header <= 64 or header in (108, 124)):
        width, height, _planes, bits = struct.unpack_from("<iiHH", data, 18)
        return _Size(width, abs(height), bits)
    return None


def _webp(data: bytes) -> Optional[_Size]:
    head = data[12:30]
    if data[8:12] != b"WEBP" or len(head) < 18 or head[:3] != b"VP8":
        return None
    if head[3:4] == b" ":
        width, height = struct.unpack_from("<HH", head, 14)
        return _Size(width & 0x3FFF, height & 0x3FFF, 8)
    if head[3:4] == b"L":
        (packed,) = struct.unpack_from("<I", head, 9)
        return _Size((packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1, 8)
    if head[3:4] == b"X":
        return _Size(int.from_bytes(head[12:15], "little") + 1, int.from_bytes(head[15:18], "little") + 1, 8)
    return None


def _psd(data: bytes) -> _Size:
    height, width = struct.unpack_from(">II", data, 14)
    return _Size(width, height)


def _ico(data: bytes) -> Optional[_Size]:
    (count,) = struct.unpack_from("<H", data, 4)
    best: Optional[_Size] = None
    if not 1 <= count <= 255:
        return None
    for number in range(count):
        width, height, _colours, _reserved, _planes, bits = struct.unpack_from("<BBBBHH", data, 6 + 16 * number)
        if best is None or bits >= best.bits:
            best = _Size(width, height, bits)
    assert best is not None
    return _Size(best.width or 256, best.height or 256, best.bits)


def _jpeg(data: bytes, segments: Dict[str, str]) -> Optional[_Size]:
    """The first frame's size; what applications keep in the file goes into `segments`."""
    place = 2
    size: Optional[_Size] = None
    while place + 4 <= len(data):
        if data[place] != 0xFF:
            place += 1
            continue
        marker = data[place + 1]
        if marker == 0xFF:
            place += 1
            continue
        if marker in (_START_OF_SCAN, _END_OF_IMAGE):
            break
        (length,) = struct.unpack_from(">H", data, place + 2)
        body = data[place + 4 : place + 2 + length]
        if marker in _FRAMES and size is None and len(body) >= 6:
            bits, height, width, channels = struct.unpack_from(">BHHB", body)
            size = _Size(width, height, bits, channels)
        elif marker in _APPLICATIONS and len(body) == length - 2:
            segments.setdefault(f"APP{marker - 0xE0}", body.decode("latin-1"))
        place += 2 + length
    return size


_KINDS: Tuple[Tuple[bytes, int, Callable[[bytes], Optional[_Size]]], ...] = (
    (b"GIF", 1, _gif), (_PNG_MARK, 3, _png), (b"8BP", 5, _psd), (b"BM", 6, _bmp), (b"\0\0\1\0", 17, _ico),
    (b"RIFF", 18, _webp),
)  # fmt: skip
