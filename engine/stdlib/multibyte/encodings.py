"""Multibyte strings: converting between encodings, checking and guessing them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, FrozenSet, List, Literal, Optional, Tuple

from engine.builtin.declare import BadArgumentError, contextual
from engine.runtime.arrays import PhpArray, share_value
from engine.runtime.context import ctx
from engine.runtime.conversions import is_resource
from engine.runtime.input_variables import register_variable, too_many_variables
from engine.runtime.objects import PhpObject
from engine.runtime.properties import write_property
from engine.runtime.references import Ref
from engine.runtime.values import MISSING, PhpString, Value
from engine.stdlib.multibyte import unicode
from engine.stdlib.multibyte.case import read_runs
from engine.stdlib.multibyte.charsets import BAD
from engine.stdlib.multibyte.registry import Encoding, convert
from engine.stdlib.multibyte.state import (
    detect_order,
    encoding_of,
    input_encodings,
    internal_encoding,
    parse_encodings,
    state,
    substitution,
)
from engine.stdlib.network.urls import urldecode
from engine.stdlib.variables.dumping import storage_of

EXTENSION = "mbstring"

_E_DEPRECATED = 8192
# What a guess is charged with: a sequence that is wrong, text that breaks its encoding's rules, characters.
_BAD_DEMERITS = 1000
_INVALID_DEMERITS = 500
_ASTRAL_DEMERITS = 40
_RARE_DEMERITS = 30
_PUNCTUATION_DEMERITS = 6
_MAX_DEPTH = 500
_MARKS = {"UTF-8": "\xef\xbb\xbf", "UTF-16BE": "\xfe\xff", "UTF-16LE": "\xff\xfe"}
# These check more than their characters.
_CHECKED = ("UTF-7", "UTF7-IMAP", "JIS", "ISO-2022-JP")
_NO_ENCODING = "must specify at least one encoding"


@contextual
def mb_convert_encoding(
    string: PhpArray | PhpString, to_encoding: PhpString, from_encoding: PhpArray | PhpString | None = None
) -> PhpArray | PhpString | Literal[False]:
    """Convert a string from one character encoding to another."""
    target = encoding_of(to_encoding, "to_encoding")
    if from_encoding is None:
        sources = [internal_encoding()]
    else:
        sources = parse_encodings(from_encoding, "from_encoding")
        if len(sources) > 1:
            sources = _without_transfers(sources)
    if not sources:
        raise BadArgumentError("from_encoding", _NO_ENCODING)
    if isinstance(string, str):
        converted = _convert_from(string, target, sources)
        return False if converted is None else converted
    return _convert_array(string, target, sources, [])


@contextual(shown={"strict": False})
def mb_detect_encoding(
    string: PhpString, encodings: PhpArray | PhpString | None = None, strict: bool = MISSING
) -> PhpString | Literal[False]:
    """Detect character encoding."""
    is_ordered = True
    if encodings is None:
        candidates = detect_order()
    else:
        is_ordered = not _is_whole_list(encodings)
        candidates = parse_encodings(encodings, "encodings")
    if not candidates:
        raise BadArgumentError("encodings", _NO_ENCODING)
    candidates = _without_transfers(candidates)
    if not candidates:
        return False
    is_strict = ctx.ini.get_bool("mbstring.strict_detection") if strict is MISSING else strict
    found = guess([string], candidates, is_strict=is_strict, is_ordered=is_ordered)
    return False if found is None else found.name


@contextual
def mb_check_encoding(value: PhpArray | PhpString | None = None, encoding: PhpString | None = None) -> bool:
    """Check if strings are valid for the specified encoding."""
    chosen = encoding_of(encoding)
    if value is None:
        ctx.function_warning("Calling mb_check_encoding() without argument is deprecated", _E_DEPRECATED)
        return state().illegal_characters == 0
    if isinstance(value, str):
        return is_valid(value, chosen)
    return _check_array(value, chosen, [])


@contextual
def mb_convert_variables(
    to_encoding: PhpString, from_encoding: PhpArray | PhpString, var: Ref[Value], *vars_: Ref[Value]
) -> PhpString | Literal[False]:
    """Convert character code in variable(s)."""
    target = encoding_of(to_encoding, "to_encoding")
    is_ordered = not _is_whole_list(from_encoding)
    sources = parse_encodings(from_encoding, "from_encoding")
    if not sources:
        raise BadArgumentError("from_encoding", _NO_ENCODING)
    references = (var, *vars_)
    source: Optional[Encoding] = sources[0]
    if len(sources) > 1:
        strings: List[str] = []
        for reference in references:
            if not _collect_strings(reference.get(), strings, []):
                ctx.function_warning("Cannot handle recursive references")
                return False
        is_strict = ctx.ini.get_bool("mbstring.strict_detection")
        source = guess(strings, sources, is_strict=is_strict, is_ordered=is_ordered)
    if source is None:
        ctx.function_warning("Unable to detect encoding")
        return False
    for reference in references:
        value = reference.get()
        if isinstance(value, str):
            reference.set(convert_counted(value, target, source))
        elif not _convert_inside(value, target, source, []):
            ctx.function_warning("Cannot handle recursive references")
            return False
    return source.name


@contextual
def mb_parse_str(string: PhpString, result: Ref) -> bool:
    """Parse GET/POST/COOKIE data and set global variable."""
    variables = PhpArray()
    pairs: List[Tuple[str, str]] = []
    query = string.partition("\0")[0]
    separators = ctx.ini.get("arg_separator.input") or "&"
    for separator in separators[1:]:
        query = query.replace(separator, separators[0])
    for pair in query.split(separators[0]):
        if pair:
            name, _, value = pair.partition("=")
            pairs.append((urldecode(name), urldecode(value)))
    limit = ctx.ini.get_int("max_input_vars", 1000)
    if len(pairs) > limit:
        ctx.function_warning(too_many_variables(limit))
        pairs = []
        source = None
    else:
        source = _input_encoding(pairs)
    for name, value in pairs:
        if source is not None:
            name = convert_counted(name, internal_encoding(), source)
            value = convert_counted(value, internal_encoding(), source)
        register_variable(variables, name, value)
    result.set(variables)
    state().http_input = source
    return source is not None


def _input_encoding(pairs: List[Tuple[str, str]]) -> Optional[Encoding]:
    sources = input_encodings()
    if not pairs or not sources:
        return None
    if len(sources) == 1:
        return sources[0]
    strings = [text for pair in pairs for text in pair]
    is_strict = ctx.ini.get_bool("mbstring.strict_detection")
    found = guess(strings, sources, is_strict=is_strict, is_ordered=False)
    if found is None:
        ctx.function_warning("Unable to detect encoding")
    return found


# ---------------------------------------------------------------- converting


def convert_counted(data: str, target: Encoding, source: Encoding) -> str:
    """Convert, and count what could not be."""
    markers = substitution()
    before = markers.count
    converted = convert(data, target, source, markers)
    state().illegal_characters += markers.count - before
    return converted


def _without_transfers(encodings: List[Encoding]) -> List[Encoding]:
    """Those that are of text."""
    return [encoding for encoding in encodings if not encoding.is_transfer and encoding.name not in ("7bit", "8bit")]


def _is_whole_list(encodings: Value) -> bool:
    """Whether the array is the very one mb_list_encodings gave: its order then means nothing."""
    listed = state().listed
    return isinstance(encodings, PhpArray) and listed is not None and encodings.values() == listed.values()


def _convert_from(data: str, target: Encoding, sources: List[Encoding]) -> Optional[str]:
    source: Optional[Encoding] = sources[0]
    if len(sources) > 1:
        is_strict = ctx.ini.get_bool("mbstring.strict_detection")
        source = guess([data], sources, is_strict=is_strict, is_ordered=True)
        if source is None:
            ctx.function_warning("Unable to detect character encoding")
            return None
    assert source is not None
    return convert_counted(data, target, source)


def _enter(value: Any, above: List[Any]) -> bool:
    """Note an array or object as one that is walked; False where it is walked already, or nested too deeply."""
    storage = storage_of(value) if isinstance(value, PhpArray) else value
    if len(above) > _MAX_DEPTH or any(storage is other for other in above):
        return False
    above.append(storage)
    return True


def _convert_array(array: PhpArray, target: Encoding, sources: List[Encoding], above: List[Any]) -> PhpArray:
    if not _enter(array, above):
        ctx.function_warning("Cannot convert recursively referenced values")
        return PhpArray()
    result = PhpArray()
    for key, value in array.items():
        if isinstance(key, str):
            converted_key = _convert_from(key, target, sources)
            if converted_key is None:
                continue
            key = converted_key
        converted: Value = value
        if isinstance(value, str):
            converted = _convert_from(value, target, sources)
            if converted is None:
                continue
        elif isinstance(value, PhpArray):
            converted = _convert_array(value, target, sources, above)
        elif isinstance(value, PhpObject):
            ctx.function_warning("Object is not supported")
            continue
        if not result.has(key):
            result.set(key, share_value(converted))
    above.pop()
    return result


def _collect_strings(value: Any, strings: List[str], above: List[Any]) -> bool:
    """Gather the strings in a value; False if it contains itself."""
    if isinstance(value, str):
        strings.append(value)
        return True
    if not isinstance(value, (PhpArray, PhpObject)):
        return True
    if not _enter(value, above):
        return False
    for inner in _inner_values(value):
        if not _collect_strings(inner, strings, above):
            return False
    above.pop()
    return True


def _inner_values(value: Any) -> List[Any]:
    if isinstance(value, PhpArray):
        return value.values()
    return [item.get() if isinstance(item, Ref) else item for _, _, _, item in value.property_items()]


def _convert_inside(value: Any, target: Encoding, source: Encoding, above: List[Any]) -> bool:
    """Convert the strings in an array or object in place; False if it contains itself."""
    if not isinstance(value, (PhpArray, PhpObject)):
        return True
    if not _enter(value, above):
        return False
    if isinstance(value, PhpObject):
        for name, _, _, item in value.property_items():
            inner = item.get() if isinstance(item, Ref) else item
            if isinstance(inner, str):
                write_property(value, name, convert_counted(inner, target, source))
            elif not _convert_inside(inner, target, source, above):
                return False
    else:
        for key, item in value.raw_items():
            inner = item.get() if isinstance(item, Ref) else item
            if isinstance(inner, PhpArray) and inner is item:
                # The element becomes an array of its own before it changes.
                inner = inner.share()
                value.put(key, inner)
            elif isinstance(inner, str):
                # In the place of a reference, too; arrays are changed through theirs.
                value.put(key, convert_counted(inner, target, source))
                continue
            if not _convert_inside(inner, target, source, above):
                return False
    above.pop()
    return True


# ---------------------------------------------------------------- checking and guessing


def is_valid(data: str, encoding: Encoding) -> bool:
    """Whether `data` is in that encoding."""
    name = encoding.name
    if encoding.is_utf8 and data.isascii():
        return True
    if name.startswith(("UCS-2", "UCS-4")):
        return len(data) % encoding.unit == 0
    if name in _CHECKED:
        return _obeys_rules(data, name) and BAD not in encoding.decode(data)
    return BAD not in encoding.decode(data)


def _obeys_rules(data: str, name: str) -> bool:
    """The rules beyond characters: UTF-7 writes few of them plainly, JIS ends in ASCII."""
    if name == "UTF-7":
        return _UTF7.fullmatch(data) is not None
    if name == "UTF7-IMAP":
        return True
    if name == "ISO-2022-JP":
        return _ISO_2022_JP.fullmatch(data) is not None
    return _JIS.fullmatch(data) is not None


# What UTF-7 may write plainly, and sections of Base64 that end where they may.
_UTF7 = re.compile(
    r"(?:[A-Za-z0-9/\-\t\n\r '(),.:?\0!\"#$%&*;<=>@\[\]^_`{|}]|\+-"
    r"|\+\Z|\+[A-Za-z0-9+/]+(?:-|\Z|(?=[\t\n\r '(),.:?\0!\"#$%&*;<=>@\[\]^_`{|}])))*"
)
# Both end in ASCII; a shift to kana goes back before anything else.
_ISO_2022_JP = re.compile(r"(?:[^\x0e\x0f\x1b\x80-\xff]|\x1b(?:\$[@B]|\(J)[^\x0e\x0f\x1b\x80-\xff]*(?=\x1b)|\x1b\(B)*")
_JIS = re.compile(
    r"(?:[^\x0e\x0f\x1b]|\x0e[^\x0e\x0f\x1b]*\x0f|\x1b(?:\$\(?[@BD]|\([JI])[^\x0e\x0f\x1b]*(?=\x1b)|\x1b\([BH])*"
)


def _check_array(array: PhpArray, encoding: Encoding, above: List[Any]) -> bool:
    if not _enter(array, above):
        ctx.function_warning("Cannot not handle circular references")
        return False
    # PHP goes on after an invalid value, and so finds what holds itself behind it; a key ends the search.
    found = True
    for key, value in array.items():
        if isinstance(key, str) and not is_valid(key, encoding):
            found = False
            break
        if isinstance(value, str):
            found &= is_valid(value, encoding)
        elif isinstance(value, PhpArray):
            found &= _check_array(value, encoding, above)
        elif isinstance(value, PhpObject) or is_resource(value):
            found = False
    above.pop()
    return found


def guess(strings: List[str], candidates: List[Encoding], *, is_strict: bool, is_ordered: bool) -> Optional[Encoding]:
    """The likeliest encoding of all the strings; None if strict and none is valid."""
    if not candidates:
        return None
    if len(candidates) == 1:
        valid = not is_strict or all(is_valid(data, candidates[0]) for data in strings)
        return candidates[0] if valid else None
    if len(strings) == 1 and not strings[0]:
        return candidates[0]
    best: Optional[Encoding] = None
    best_demerits = 0
    for index, encoding in enumerate(candidates):
        demerits = _demerits(strings, encoding, is_strict=is_strict)
        if demerits is None:
            continue
        if is_ordered:
            demerits = int(demerits * (1.0 + 0.3 * index / len(candidates)))
        if best is None or demerits < best_demerits:
            best, best_demerits = encoding, demerits
    return best


def _demerits(strings: List[str], encoding: Encoding, *, is_strict: bool) -> Optional[int]:
    """What speaks against the encoding; None if it is impossible."""
    total = 0
    common = _common_characters()
    for data in strings:
        if encoding.name in _CHECKED and not is_valid(data, encoding):
            if is_strict:
                return None
            total += _INVALID_DEMERITS
        mark = _MARKS.get(encoding.name)
        text = encoding.decode(data[len(mark) :] if mark is not None and data.startswith(mark) else data)
        if is_strict and BAD in text:
            return None
        for character in text:
            if character == BAD:
                total += _BAD_DEMERITS
            elif character > "\uffff":
                total += _ASTRAL_DEMERITS
            elif "!" <= character <= "/":
                total += _PUNCTUATION_DEMERITS
            else:
                total += 1 if character in common else _RARE_DEMERITS
    return total


@lru_cache(maxsize=1)
def _common_characters() -> FrozenSet[str]:
    return frozenset([chr(point) for first, last in read_runs(unicode.COMMON) for point in range(first, last + 1)])
