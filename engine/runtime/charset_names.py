"""Character sets under glibc's names, on Python's codecs; what else Python calls a codec is out of reach."""

from __future__ import annotations

import codecs
import re
from typing import Dict

# glibc's names where Python has others, or none.
NAMES: Dict[str, str] = {
    "UTF-16": "utf-16", "UTF16": "utf-16", "UTF-32": "utf-32", "UTF32": "utf-32", "UNICODE": "utf-16",
    "UCS-2": "ucs-2-le", "UCS2": "ucs-2-le", "ISO-10646-UCS-2": "ucs-2-le", "UCS-2LE": "ucs-2-le",
    "UCS-2BE": "ucs-2-be", "UNICODELITTLE": "ucs-2-le", "UNICODEBIG": "ucs-2-be", "UCS-4": "utf-32-be",
    "UCS4": "utf-32-be", "ISO-10646": "utf-32-be", "10646-1:1993/UCS4": "utf-32-be", "ISO-10646/UCS4": "utf-32-be",
    "CSUCS4": "utf-32-be", "UCS-4BE": "utf-32-be", "UCS-4LE": "utf-32-le", "WCHAR_T": "utf-32-le",
    "INTERNAL": "utf-32-le", "ARMSCII-8": "armscii-8", "EUC-TW": "euc-tw", "EUCTW": "euc-tw", "EUC-CN": "gb2312",
    "EUCCN": "gb2312", "CP936": "gbk", "MS936": "gbk", "WINDOWS-936": "gbk", "SJIS-WIN": "cp932",
    "WINDOWS-31J": "cp932", "EUC-JP-MS": "euc_jp", "EUCJP-WIN": "euc_jp", "UHC": "cp949", "MACINTOSH": "mac_roman",
    "MAC": "mac_roman", "BIG-FIVE": "big5", "CN-BIG5": "big5", "ANSI_X3.4-1968": "ascii", "ANSI_X3.4-1986": "ascii",
    "CP367": "ascii", "L1": "latin-1", "LATIN1": "latin-1", "NEXTSTEP": "", "TCVN": "", "HZ": "",
}  # fmt: skip
_KNOWN = re.compile(
    r"(ascii|us-ascii|iso646-us|us|utf-?(7|8|16|32)(-?(le|be))?"
    r"|iso[-_]?(ir-)?8859[-_]?\d+(:\d+)?|latin-?\d+|l\d+"
    r"|(cp|ibm|windows|ms)[-_]?\d+|koi8[-_]?[rut]|mac[-_]?\w+|tis[-_]?620"
    r"|ptcp154|hp-?roman8|sjis|shift[-_]?jis\w*|ms[-_]kanji|euc[-_]?(jp|kr)\w*|euc-jisx0213|shift_jisx0213"
    r"|iso-?2022-?(jp|kr)(-\w+)?|gb2312|gbk|gb18030|big5(-?hkscs)?|johab|greek|hebrew|arabic|cyrillic|cs\w+|viscii)",
    re.IGNORECASE,
)


def codec_of(name: str) -> str:
    """The codec of the set that glibc knows by that name, in capital letters; empty if there is none."""
    codec = NAMES.get(name)
    if codec is None:
        # An empty name is the locale's set, which is ASCII.
        codec = _python_codec(name) if name else "ascii"
    return codec


def _python_codec(name: str) -> str:
    if _KNOWN.fullmatch(name) is None:
        return ""
    for spelling in (name, re.sub(r"^IBM-?", "cp", name), name.replace("WINDOWS-", "cp"), re.sub(r"^MS-?", "cp", name)):
        try:
            return codecs.lookup(spelling).name
        except LookupError:
            continue
    return ""
