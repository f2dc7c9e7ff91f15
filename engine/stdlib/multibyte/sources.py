"""Scripts in other encodings, under the directive `zend.multibyte`: what the lexer reads, and what literals become.

PHP reads a script in the internal encoding. Where bytes of characters may look like ASCII there (a backslash in SJIS),
it reads UTF-8 instead, and literals are converted once they are known.
"""

from __future__ import annotations

import dataclasses
import re
from typing import Any, Callable, Optional, Tuple

from engine.runtime.context import ctx
from engine.stdlib.multibyte.charsets import BAD
from engine.stdlib.multibyte.registry import Encoding, encode, find_encoding, utf8
from engine.stdlib.multibyte.state import internal_encoding, substitution
from engine.syntax import nodes

_DECLARED = re.compile(r"""declare\s*\(\s*encoding\s*=\s*(["'])([^"']*)\1\s*\)""", re.IGNORECASE)
_BYTE_ORDER_MARK = "\xef\xbb\xbf"
# Families of encodings in which not every byte below 128 is the ASCII character.
_UNSAFE = ("SJIS", "CP932", "BIG-5", "CP950", "GB18030", "CP936", "HZ", "JIS", "ISO-2022", "CP5022", "UTF-16", "UTF-32",
           "UCS", "UTF-7", "BASE64")  # fmt: skip

Recode = Optional[Callable[[str], str]]


def lexed_source(source: str, *, is_internal: bool) -> Tuple[str, Recode]:
    """The text the lexer is to read for a script, and what to do with its literals, if anything.

    What `eval` gets is in the internal encoding: `is_internal`.
    """
    internal = internal_encoding()
    given = internal if is_internal else _script_encoding(source) or internal
    source = source.removeprefix(_BYTE_ORDER_MARK)
    is_unsafe = internal.name.startswith(_UNSAFE)
    read_as = utf8() if is_unsafe else internal
    if given is not read_as:
        source = _converted(source, given, read_as)
    return source, (lambda text: _converted(text, read_as, internal)) if is_unsafe else None


def recoded(node: Any, recode: Callable[[str], str]) -> Any:
    """A syntax tree, which nobody else has seen yet, with its literal texts converted in place."""
    if isinstance(node, (list, tuple)):
        for item in node:
            recoded(item, recode)
    elif isinstance(node, nodes.Literal):
        if isinstance(node.value, str):
            node.value = recode(node.value)
    elif isinstance(node, nodes.InlineHtml):
        node.text = recode(node.text)
    elif dataclasses.is_dataclass(node):
        for field in dataclasses.fields(node):
            recoded(getattr(node, field.name), recode)
    return node


def _script_encoding(source: str) -> Optional[Encoding]:
    """What a script says it is in, or is known by, or the directive says; None where nothing does."""
    declared = _DECLARED.findall(source)
    if declared:
        return find_encoding(declared[-1][1])
    if source.startswith(_BYTE_ORDER_MARK):
        return utf8()
    names = [name.strip() for name in (ctx.ini.get("zend.script_encoding") or "").split(",") if name.strip()]
    candidates = [found for found in map(find_encoding, names) if found is not None]
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    return next((found for found in candidates if BAD not in found.decode(source)), None)


def _converted(text: str, source: Encoding, target: Encoding) -> str:
    return encode(target, source.decode(text), substitution())
