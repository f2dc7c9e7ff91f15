"""Images: the kinds that PHP numbers, their media types and extensions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, Literal, Tuple

from engine.builtin.declare import PhpConst, pure

if TYPE_CHECKING:
    from engine.runtime.values import PhpString

EXTENSION = "standard"

IMAGETYPE_GIF: PhpConst[int] = 1
IMAGETYPE_JPEG: PhpConst[int] = 2
IMAGETYPE_PNG: PhpConst[int] = 3
IMAGETYPE_SWF: PhpConst[int] = 4
IMAGETYPE_PSD: PhpConst[int] = 5
IMAGETYPE_BMP: PhpConst[int] = 6
IMAGETYPE_TIFF_II: PhpConst[int] = 7
IMAGETYPE_TIFF_MM: PhpConst[int] = 8
IMAGETYPE_JPC: PhpConst[int] = 9
IMAGETYPE_JP2: PhpConst[int] = 10
IMAGETYPE_JPX: PhpConst[int] = 11
IMAGETYPE_JB2: PhpConst[int] = 12
IMAGETYPE_SWC: PhpConst[int] = 13
IMAGETYPE_IFF: PhpConst[int] = 14
IMAGETYPE_WBMP: PhpConst[int] = 15
IMAGETYPE_JPEG2000: PhpConst[int] = 9
IMAGETYPE_XBM: PhpConst[int] = 16
IMAGETYPE_ICO: PhpConst[int] = 17
IMAGETYPE_WEBP: PhpConst[int] = 18
IMAGETYPE_AVIF: PhpConst[int] = 19
IMAGETYPE_UNKNOWN: PhpConst[int] = 0
IMAGETYPE_COUNT: PhpConst[int] = 20

# The media type and the extension of each kind.
_TYPES: Dict[int, Tuple[str, str]] = {
    1: ("image/gif", ".gif"),
    2: ("image/jpeg", ".jpeg"),
    3: ("image/png", ".png"),
    4: ("application/x-shockwave-flash", ".swf"),
    5: ("image/psd", ".psd"),
    6: ("image/bmp", ".bmp"),
    7: ("image/tiff", ".tiff"),
    8: ("image/tiff", ".tiff"),
    9: ("application/octet-stream", ".jpc"),
    10: ("image/jp2", ".jp2"),
    11: ("application/octet-stream", ".jpx"),
    12: ("application/octet-stream", ".jb2"),
    13: ("application/x-shockwave-flash", ".swf"),
    14: ("image/iff", ".iff"),
    15: ("image/vnd.wap.wbmp", ".bmp"),
    16: ("image/xbm", ".xbm"),
    17: ("image/vnd.microsoft.icon", ".ico"),
    18: ("image/webp", ".webp"),
    19: ("image/avif", ".avif"),
}
_UNKNOWN_TYPE = "application/octet-stream"


@pure
def image_type_to_mime_type(image_type: int) -> PhpString:
    """Get Mime-Type for image-type returned by getimagesize, exif_read_data, exif_thumbnail, exif_imagetype."""
    return _TYPES[image_type][0] if image_type in _TYPES else _UNKNOWN_TYPE


@pure
def image_type_to_extension(image_type: int, include_dot: bool = True) -> PhpString | Literal[False]:
    """Get file extension for image type."""
    if image_type not in _TYPES:
        return False
    extension = _TYPES[image_type][1]
    return extension if include_dot else extension[1:]
