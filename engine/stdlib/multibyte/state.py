"""What mbstring remembers during an execution, and finding the encoding an argument names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, List, Optional, Tuple

from engine.builtin.declare import BadArgumentError
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.conversions import to_string
from engine.stdlib.multibyte.registry import Encoding, Substitution, encodings, find_encoding, utf8

if TYPE_CHECKING:
    from engine.runtime.values import Value

_E_DEPRECATED = 8192

# Name, short name, aliases, the encodings of mail's text, headers and body, and the order to detect in.
LANGUAGES = (
    ("neutral", "neutral", "", "UTF-8", "BASE64", "BASE64", "ASCII,UTF-8"),
    ("uni", "uni", "universal", "UTF-8", "BASE64", "BASE64", "ASCII,UTF-8"),
    ("Japanese", "ja", "", "ISO-2022-JP", "BASE64", "7bit", "ASCII,JIS,UTF-8,EUC-JP,SJIS"),
    ("Korean", "ko", "", "ISO-2022-KR", "BASE64", "7bit", "ASCII,UTF-8,EUC-KR,UHC"),
    ("Simplified Chinese", "zh-cn", "", "HZ", "BASE64", "7bit", "ASCII,UTF-8,EUC-CN,CP936"),
    ("Traditional Chinese", "zh-tw", "", "BIG-5", "BASE64", "8bit", "ASCII,UTF-8,EUC-TW,BIG-5"),
    ("English", "en", "", "ISO-8859-1", "Quoted-Printable", "8bit", "ASCII,UTF-8"),
    ("German", "de", "Deutsch", "ISO-8859-15", "Quoted-Printable", "8bit", "ASCII,UTF-8"),
    ("Armenian", "hy", "", "ArmSCII-8", "Quoted-Printable", "8bit", "ASCII,UTF-8,ArmSCII-8"),
    ("Russian", "ru", "", "KOI8-R", "Quoted-Printable", "8bit", "ASCII,UTF-8,KOI8-R,Windows-1251,CP866"),
    ("Turkish", "tr", "", "ISO-8859-9", "Quoted-Printable", "8bit", "ASCII,UTF-8,Windows-1254,ISO-8859-9"),
    ("Ukrainian", "ua", "", "KOI8-U", "Quoted-Printable", "8bit", "ASCII,UTF-8,KOI8-U"),
)


class MultibyteState:
    """mbstring's settings that are not directives."""

    def __init__(self) -> None:
        self.internal: Optional[Encoding] = None
        self.http_output: Optional[Encoding] = None
        # "pass" is the encoding that is none.
        self.passes_output = False
        self.http_input: Optional[Encoding] = None
        self.detect_order: Optional[List[Encoding]] = None
        self.substitution = Substitution()
        self.substitution_text: Optional[str] = None
        self.default_name: Optional[str] = None
        self.default = utf8()
        self.last_name = ""
        self.listed: Optional[PhpArray] = None
        self.converts_output = False
        self.illegal_characters = 0


def state() -> MultibyteState:
    """This execution's."""
    return ctx.state("mbstring", MultibyteState)


def internal_encoding() -> Encoding:
    """The encoding of strings that say nothing else."""
    current = state()
    if current.internal is not None:
        return current.internal
    ini = ctx.ini
    name = ini.get("mbstring.internal_encoding") or ini.get("internal_encoding") or ini.get("default_charset")
    if name != current.default_name:
        current.default_name = name
        current.default = (name and find_encoding(name)) or utf8()
    return current.default


def output_encoding() -> Optional[Encoding]:
    """What mb_output_handler writes; None if it passes everything."""
    current = state()
    if current.passes_output:
        return None
    if current.http_output is not None:
        return current.http_output
    ini = ctx.ini
    name = ini.get("mbstring.http_output") or ini.get("output_encoding") or ini.get("default_charset") or ""
    # Any beginning of "pass" will do.
    return None if "pass".startswith(name) else find_encoding(name) or utf8()


def input_encodings() -> List[Encoding]:
    """What a request's data may be in."""
    ini = ctx.ini
    names = ini.get("mbstring.http_input") or ini.get("input_encoding") or ini.get("default_charset") or ""
    return [] if names == "pass" else _known(names)


def _known(names: str) -> List[Encoding]:
    found: List[Encoding] = []
    for name in names.strip('"').split(","):
        name = name.strip(" \t")
        if name.lower() == "auto":
            found.extend(default_order())
            continue
        encoding = find_encoding(name)
        if encoding is None:
            return []
        found.append(encoding)
    return found


def substitution() -> Substitution:
    """What takes the place of what cannot be converted."""
    current = state()
    text = ctx.ini.get("mbstring.substitute_character") or ""
    if text != current.substitution_text:
        if current.substitution_text is not None or text:
            _set_substitution(current.substitution, text)
        current.substitution_text = text
    return current.substitution


def _set_substitution(chosen: Substitution, text: str) -> None:
    lowered = text.lower()
    if lowered in ("none", "long", "entity"):
        chosen.mode = lowered
        return
    chosen.mode = "char"
    try:
        chosen.character = chr(int(text, 0))
    except (ValueError, OverflowError):
        chosen.character = chosen.character if text else "?"


def language() -> tuple[str, str, str, str, str, str, str]:
    """The row of LANGUAGES that applies."""
    return find_language(ctx.ini.get("mbstring.language") or "neutral") or LANGUAGES[0]


def find_language(name: str) -> Optional[tuple[str, str, str, str, str, str, str]]:
    """The language of that name, short name or alias."""
    lowered = name.lower()
    for column in (0, 1, 2):
        for row in LANGUAGES:
            if row[column] and row[column].lower() == lowered:
                return row
    return None


def default_order() -> List[Encoding]:
    """What "auto" means."""
    return [encoding for encoding in map(find_encoding, language()[6].split(",")) if encoding is not None]


def detect_order() -> List[Encoding]:
    """The encodings to choose from when none are given."""
    current = state()
    if current.detect_order is None:
        names = ctx.ini.initial.get("mbstring.detect_order") or ""
        current.detect_order = _known(names) or default_order()
    return current.detect_order


def encoding_of(name: Optional[str], parameter: str = "encoding") -> Encoding:
    """The encoding an argument names; the internal one if it is null."""
    if name is None:
        return internal_encoding()
    current = state()
    encoding = find_encoding(name)
    if encoding is None:
        raise BadArgumentError(parameter, f'must be a valid encoding, "{c_string(name)}" given')
    lowered = name.lower()
    if encoding.deprecation is not None and current.last_name != lowered:
        ctx.function_warning(encoding.deprecation, _E_DEPRECATED)
    current.last_name = lowered
    return encoding


def parse_encodings(names: Value, parameter: str) -> List[Encoding]:
    """The encodings in an array or a list parted by commas."""
    autos: Tuple[str, ...] = ("auto",)
    parts: Iterable[str]
    if isinstance(names, PhpArray):
        # The first wrong one is reported before the next is looked at.
        parts = map(to_string, names.values())
    else:
        text = to_string(names)
        if not text:
            return []
        if len(text) > 2 and text[0] == text[-1] == '"':
            text = text[1:-1]
        parts = [part.strip(" \t") for part in text.split(",")]
        # In a list a beginning of "auto" is enough, even an empty one.
        autos = ("auto", "aut", "au", "a", "")
    found: List[Encoding] = []
    has_auto = False
    for part in parts:
        if part.lower() in autos:
            if not has_auto:
                found.extend(default_order())
                has_auto = True
            continue
        encoding = find_encoding(part)
        if encoding is None:
            raise BadArgumentError(parameter, f'contains invalid encoding "{c_string(part)}"')
        found.append(encoding)
    return found


def c_string(text: str) -> str:
    """What PHP shows of a text in its messages: all before the first NUL."""
    return text.partition("\0")[0]


def encoding_names() -> PhpArray:
    """The array mb_list_encodings gives, one and the same throughout an execution."""
    current = state()
    if current.listed is None:
        current.listed = PhpArray([encoding.name for encoding in encodings()])
    return current.listed
