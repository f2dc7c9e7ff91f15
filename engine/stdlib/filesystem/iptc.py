"""IPTC: the captions and keywords that a JPEG file carries in a segment of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, List, Literal

from engine.builtin.declare import Path, contextual
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.streams import OpenError, open_stream

if TYPE_CHECKING:
    from engine.runtime.values import PhpString

EXTENSION = "standard"

_TAG = "\x1c"
_RECORD_STARTS = ("\x1c\x01", "\x1c\x02")
_LONG = 0x80
_HEAD_BYTES = 4
# Photoshop's segment and the one resource in it, up to the length of the data.
_SEGMENT_NAME = "Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00"
_SEGMENT_BYTES = 28
_START, _END, _SCAN, _CAPTIONS = 0xD8, 0xD9, 0xDA, 0xED
_APPLICATION_DATA = (0xE0, 0xE1)


@contextual
def iptcparse(iptc_block: PhpString) -> PhpArray | Literal[False]:
    """Parse a binary IPTC block into single tags."""
    starts = [place for place in (iptc_block.find(mark) for mark in _RECORD_STARTS) if place >= 0]
    at = min(starts, default=len(iptc_block))
    result = PhpArray()
    while iptc_block[at : at + 1] == _TAG and at + 1 + _HEAD_BYTES < len(iptc_block):
        record, dataset = ord(iptc_block[at + 1]), ord(iptc_block[at + 2])
        # A long length stands behind the length of the length.
        is_long = bool(ord(iptc_block[at + 3]) & _LONG)
        length_at, start = (at + 5, at + 9) if is_long else (at + 3, at + 5)
        size = int.from_bytes(iptc_block[length_at:start].encode("latin-1"), "big")
        if (is_long and start >= len(iptc_block)) or start + size > len(iptc_block):
            break
        key = f"{record}#{dataset:03d}"
        held = result.get(key)
        texts = PhpArray() if held is None else held.share()
        texts.append(iptc_block[start : start + size])
        result.set(key, texts)
        at = start + size
    return result if len(result) else False


@contextual
def iptcembed(iptc_data: PhpString, filename: Path, spool: int = 0) -> PhpString | bool:
    """Embeds binary IPTC data into a JPEG image; with a `spool` it is printed, with 2 only that."""
    try:
        if not filename:
            raise OpenError("")
        stream = open_stream(filename, "rb")
    except OpenError:
        ctx.function_warning(f"Unable to open {filename}")
        return False
    ctx.charge(2 * stream.available())
    image = stream.read(stream.available())
    stream.close()
    if image[:2] != "\xff\xd8":
        return False
    made = _with_captions(image, iptc_data)
    if spool > 0:
        ctx.echo(made)
    return made if spool < 2 else True


def _segment(captions: str) -> str:
    padded = captions + "\0" * (len(captions) % 2)
    return f"\xff\xed{_two_bytes(len(padded) + _SEGMENT_BYTES)}{_SEGMENT_NAME}{_two_bytes(len(padded))}{padded}"


def _two_bytes(number: int) -> str:
    return chr(number >> 8 & 0xFF) + chr(number & 0xFF)


def _with_captions(image: str, captions: str) -> str:
    """The image with the captions after its first segment of application data, in place of those it had."""
    parts: List[str] = [image[:2]]
    at = 2
    is_written = False
    while True:
        mark = image.find("\xff", at)
        if mark < 0:
            return "".join([*parts, image[at:]])
        end = mark + 1
        while image[end : end + 1] == "\xff":
            end += 1
        if end >= len(image):
            return "".join([*parts, image[at:]])
        kind = ord(image[end])
        if kind == _END:
            return "".join([*parts, image[at:end]])
        length = int.from_bytes(image[end + 1 : end + 3].encode("latin-1"), "big")
        following = end + 1 + length if length > 1 else len(image)
        if kind == _CAPTIONS:
            return "".join([*parts, image[at:end], image[following + 1 :]])
        if kind == _SCAN:
            return "".join([*parts, image[at:]])
        if kind in _APPLICATION_DATA and is_written:
            # PHP looks for the next mark inside of a second one.
            following = end + 1
        parts.append(image[at:following])
        if kind in _APPLICATION_DATA and not is_written:
            is_written = True
            parts.append(_segment(captions))
        at = following
