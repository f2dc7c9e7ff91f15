"""Regular expressions (Perl-compatible): matching and splitting. Replacing is in `pcre/replacement.py`.

Offsets count bytes, so the groups of a match are slices of the subject itself.
"""

from __future__ import annotations

import re
from typing import Any, List, Literal, Optional

from engine.builtin.declare import BadArgumentError, PhpConst, contextual, pure
from engine.runtime.arrays import PhpArray, share_value
from engine.runtime.context import ctx
from engine.runtime.conversions import to_string
from engine.runtime.pcre2 import BAD_OFFSET, LIBRARY, NO_MATCH, Pattern
from engine.runtime.references import Ref
from engine.runtime.regular_expressions import RegularExpressions, regular_expressions
from engine.runtime.values import INT_MIN, PhpString, Value

EXTENSION = "pcre"

PREG_PATTERN_ORDER: PhpConst[int] = 1
PREG_SET_ORDER: PhpConst[int] = 2
PREG_OFFSET_CAPTURE: PhpConst[int] = 256
PREG_UNMATCHED_AS_NULL: PhpConst[int] = 512
PREG_SPLIT_NO_EMPTY: PhpConst[int] = 1
PREG_SPLIT_DELIM_CAPTURE: PhpConst[int] = 2
PREG_SPLIT_OFFSET_CAPTURE: PhpConst[int] = 4
PREG_GREP_INVERT: PhpConst[int] = 1
PREG_NO_ERROR: PhpConst[int] = 0
PREG_INTERNAL_ERROR: PhpConst[int] = 1
PREG_BACKTRACK_LIMIT_ERROR: PhpConst[int] = 2
PREG_RECURSION_LIMIT_ERROR: PhpConst[int] = 3
PREG_BAD_UTF8_ERROR: PhpConst[int] = 4
PREG_BAD_UTF8_OFFSET_ERROR: PhpConst[int] = 5
PREG_JIT_STACKLIMIT_ERROR: PhpConst[int] = 6
PCRE_VERSION: PhpConst[str] = LIBRARY.version if LIBRARY else ""
PCRE_VERSION_MAJOR: PhpConst[int] = int(PCRE_VERSION.partition(".")[0] or 0)
PCRE_VERSION_MINOR: PhpConst[int] = int(PCRE_VERSION.partition(".")[2][:2] or 0)
PCRE_JIT_SUPPORT: PhpConst[bool] = LIBRARY is not None and LIBRARY.has_jit

_ERROR_MESSAGES = {
    PREG_NO_ERROR: "No error",
    PREG_INTERNAL_ERROR: "Internal error",
    PREG_BACKTRACK_LIMIT_ERROR: "Backtrack limit exhausted",
    PREG_RECURSION_LIMIT_ERROR: "Recursion limit exhausted",
    PREG_BAD_UTF8_ERROR: "Malformed UTF-8 characters, possibly incorrectly encoded",
    PREG_BAD_UTF8_OFFSET_ERROR: "The offset did not correspond to the beginning of a valid UTF-8 code point",
    PREG_JIT_STACKLIMIT_ERROR: "JIT stack limit exhausted",
}
_ORDER_MASK = 0xFF
# What a group in a result costs at least, for the memory limit.
_GROUP_BYTES = 64
_CHARGED_GROUPS = 4096
_QUOTED = re.compile(r"[.\\+*?\[^\]$(){}=!><|:\-#\0]")


@contextual
def preg_match(
    pattern: PhpString,
    subject: PhpString,
    matches: Ref[Value] | None = None,
    flags: int = 0,
    offset: int = 0,
) -> int | Literal[False]:
    """Perform a regular expression match."""
    state = regular_expressions()
    compiled = state.compile(pattern)
    if compiled is None:
        return False
    if flags or offset:
        start = _start(state, subject, matches, flags & _ORDER_MASK == 0, offset)
        if start < 0:
            return False
    else:
        start = 0
    encoded = state.encode(subject)
    count = state.first_match(compiled, subject, encoded, start)
    if count >= 0:
        if matches is not None:
            if _is_reversed(compiled, matches):
                return False
            matches.set(groups(compiled, subject, count, flags))
        return 1
    if matches is not None:
        matches.set(PhpArray())
    if count != NO_MATCH:
        state.record_error(count)
        return False
    return 0


@contextual
def preg_match_all(
    pattern: PhpString,
    subject: PhpString,
    matches: Ref[Value] | None = None,
    flags: int = 0,
    offset: int = 0,
) -> int | Literal[False]:
    """Perform a global regular expression match."""
    state = regular_expressions()
    compiled = state.compile(pattern)
    if compiled is None:
        return False
    order = flags & _ORDER_MASK or PREG_PATTERN_ORDER
    start = _start(state, subject, matches, order <= PREG_SET_ORDER, offset)
    if start < 0:
        return False
    encoded = state.encode(subject)
    count = state.first_match(compiled, subject, encoded, start)
    if matches is None:
        found = _count(state, compiled, encoded, count)
    elif order == PREG_SET_ORDER:
        found = _collect_sets(compiled, subject, encoded, count, matches, flags)
    else:
        found = _collect_groups(compiled, subject, encoded, count, matches, flags)
    return False if found < 0 or state.error_code else found


@contextual
def preg_split(pattern: PhpString, subject: PhpString, limit: int = -1, flags: int = 0) -> PhpArray | Literal[False]:
    """Split string by a regular expression."""
    state = regular_expressions()
    compiled = state.compile(pattern)
    if compiled is None:
        return False
    without_empty = flags & PREG_SPLIT_NO_EMPTY
    with_offsets = flags & PREG_SPLIT_OFFSET_CAPTURE
    if limit == 0:
        limit = -1
    elif limit < -1:
        limit = 1
    pieces: List[Any] = []
    last = 0
    if limit != 1:
        encoded = state.encode(subject)
        offsets = compiled.offsets
        count = state.first_match(compiled, subject, encoded, 0)
        while count > 0:
            begin = offsets[0]
            end = offsets[1]
            if end < begin:
                state.error_code = PREG_INTERNAL_ERROR
                return False
            if not without_empty or begin != last:
                pieces.append(_piece(subject, last, begin, with_offsets))
                limit -= limit > 0
            if flags & PREG_SPLIT_DELIM_CAPTURE:
                pieces += [
                    _piece(subject, offsets[2 * group], offsets[2 * group + 1], with_offsets)
                    for group in range(1, count)
                    if not without_empty or offsets[2 * group] != offsets[2 * group + 1]
                ]
            _charge(len(pieces))
            last = end
            if limit == 1:
                count = NO_MATCH
            else:
                count = compiled.match_next(encoded, end, after_empty=begin == end)
        if count != NO_MATCH:
            state.record_error(count)
            return False
    else:
        state.error_code = PREG_NO_ERROR
    if not without_empty or last < len(subject):
        pieces.append(_piece(subject, last, len(subject), with_offsets))
    return PhpArray(pieces)


@pure
def preg_quote(str_: PhpString, delimiter: PhpString | None = None) -> PhpString:
    """Quote regular expression characters."""
    if _QUOTED.search(str_):
        str_ = _QUOTED.sub(lambda match: "\\" + ("000" if match.group() == "\0" else match.group()), str_)
    if delimiter and not _QUOTED.match(delimiter):
        str_ = str_.replace(delimiter[0], "\\" + delimiter[0])
    return str_


@contextual
def preg_grep(pattern: PhpString, array: PhpArray, flags: int = 0) -> PhpArray | Literal[False]:
    """Return array entries that match the pattern."""
    state = regular_expressions()
    compiled = state.compile(pattern)
    if compiled is None:
        return False
    result = PhpArray()
    is_inverted = bool(flags & PREG_GREP_INVERT)
    error = NO_MATCH
    for key, item in array.raw_items():
        value = item.get() if type(item) is Ref else item
        subject = value if type(value) is str else to_string(value)
        count = state.first_match(compiled, subject, state.encode(subject), 0)
        if count < NO_MATCH:
            error = count
            break
        if (count == NO_MATCH) is not is_inverted:
            continue
        if type(item) is Ref and item.holders > 1:
            item.holders += 1
            result.bind(key, item)
        else:
            result.set(key, share_value(value))
    state.error_code = PREG_NO_ERROR
    if error != NO_MATCH:
        state.record_error(error)
    return result


@contextual
def preg_last_error() -> int:
    """Return the error code of the last PCRE regex execution."""
    return regular_expressions().error_code


@contextual
def preg_last_error_msg() -> PhpString:
    """Return the error message of the last PCRE regex execution."""
    return _ERROR_MESSAGES.get(regular_expressions().error_code, "Unknown error")


def groups(pattern: Pattern, subject: str, count: int, flags: int) -> PhpArray:
    """The latest match as PHP's array: `count` groups, with the others as null if the flags ask for them."""
    offsets = pattern.offsets
    values: List[Any]
    if flags:
        wanted = pattern.group_count if flags & PREG_UNMATCHED_AS_NULL else count
        values = [_group(subject, offsets, group, count, flags) for group in range(wanted)]
    else:
        values = []
        for group in range(count):
            begin = offsets[2 * group]
            values.append(subject[begin : offsets[2 * group + 1]] if begin >= 0 else "")
    result = PhpArray(values) if pattern.names is None else _named(pattern, values, count)
    if pattern.may_mark:
        mark = pattern.mark()
        if mark is not None:
            result.set("MARK", mark)
    return result


def _group(subject: str, offsets: Any, group: int, count: int, flags: int) -> Any:
    begin = offsets[2 * group] if group < count else -1
    value: Optional[str]
    if begin >= 0:
        value = subject[begin : offsets[2 * group + 1]]
    else:
        value = None if flags & PREG_UNMATCHED_AS_NULL else ""
    return PhpArray([value, begin]) if flags & PREG_OFFSET_CAPTURE else value


def _named(pattern: Pattern, values: List[Any], count: int) -> PhpArray:
    """An array of `values` under their numbers, each after the name of its group."""
    names = pattern.names
    numbers = pattern.numbers
    offsets = pattern.offsets
    items = {}
    for group, value in enumerate(values):
        name = names[group]  # type: ignore[index]
        if name is not None and (name not in items or (group < count and offsets[2 * group] >= 0)):
            # Of several groups with one name the one that took part wins.
            items[name] = share_value(value)
        items[numbers[group]] = value
    result = PhpArray()
    result.l = None
    result.h = items
    result.has_int_keys = True
    result.n = len(values)
    return result


def _start(state: RegularExpressions, subject: str, matches: Optional[Ref], is_order_valid: bool, offset: int) -> int:
    """The offset to begin at; -1, with the error recorded, if it is behind the end."""
    if offset == INT_MIN:
        raise BadArgumentError("offset", f"must be greater than {INT_MIN}")
    if matches is not None:
        matches.set(PhpArray())
    if not is_order_valid:
        raise BadArgumentError("flags", "must be a PREG_* constant")
    if offset < 0:
        return max(0, len(subject) + offset)
    if offset > len(subject):
        state.record_error(BAD_OFFSET)
        return -1
    return offset


def _is_reversed(pattern: Pattern, matches: Ref) -> bool:
    r"""Whether `\K` in an assertion made the match end before it begins, which PHP refuses."""
    if pattern.offsets[1] >= pattern.offsets[0]:
        return False
    matches.set(PhpArray())
    ctx.function_warning("Get subpatterns list failed")
    return True


def _count(state: RegularExpressions, pattern: Pattern, encoded: bytes, count: int) -> int:
    offsets = pattern.offsets
    found = 0
    while count >= 0:
        begin = offsets[0]
        end = offsets[1]
        if end < begin:
            # PHP goes back to `end` and finds the same match for ever.
            state.error_code = PREG_INTERNAL_ERROR
            break
        found += 1
        count = pattern.match_next(encoded, end, after_empty=begin == end)
    if count < NO_MATCH:
        state.record_error(count)
    return found


def _collect_sets(pattern: Pattern, subject: str, encoded: bytes, count: int, matches: Ref, flags: int) -> int:
    offsets = pattern.offsets
    result: List[Any] = []
    flags &= ~_ORDER_MASK
    while count >= 0:
        if _is_reversed(pattern, matches):
            return -1
        result.append(groups(pattern, subject, count, flags))
        _charge(len(result) * pattern.group_count)
        end = offsets[1]
        count = pattern.match_next(encoded, end, after_empty=end == offsets[0])
    if count != NO_MATCH:
        regular_expressions().record_error(count)
    matches.set(PhpArray(result))
    return len(result)


def _collect_groups(pattern: Pattern, subject: str, encoded: bytes, count: int, matches: Ref, flags: int) -> int:
    offsets = pattern.offsets
    columns: List[List[Any]] = [[] for _ in range(pattern.group_count)]
    marks: Optional[PhpArray] = None
    flags &= ~_ORDER_MASK
    found = 0
    while count >= 0:
        if _is_reversed(pattern, matches):
            return -1
        begin = offsets[0]
        end = offsets[1]
        if flags:
            for group, column in enumerate(columns):
                column.append(_group(subject, offsets, group, count, flags))
        else:
            columns[0].append(subject[begin:end])
            for group in range(1, pattern.group_count):
                first = offsets[2 * group] if group < count else -1
                columns[group].append(subject[first : offsets[2 * group + 1]] if first >= 0 else "")
        if pattern.may_mark:
            mark = pattern.mark()
            if mark is not None:
                marks = PhpArray() if marks is None else marks
                marks.set(found, mark)
        found += 1
        _charge(found * pattern.group_count)
        count = pattern.match_next(encoded, end, after_empty=begin == end)
    if count != NO_MATCH:
        regular_expressions().record_error(count)
    matches.set(_columns(pattern, columns, marks))
    return found


def _columns(pattern: Pattern, columns: List[List[Any]], marks: Optional[PhpArray]) -> PhpArray:
    result = PhpArray()
    for group, column in enumerate(columns):
        values = PhpArray(column)
        if pattern.names is not None:
            name = pattern.names[group]
            if name is not None:
                result.set(name, values.share())
        result.set(group, values)
    if marks is not None:
        result.set("MARK", marks)
    return result


def _piece(subject: str, begin: int, end: int, with_offsets: int) -> Any:
    text = subject[begin:end] if begin >= 0 else ""
    return PhpArray([text, begin]) if with_offsets else text


def _charge(group_count: int) -> None:
    if group_count > _CHARGED_GROUPS and group_count % _CHARGED_GROUPS == 0:
        ctx.charge(group_count * _GROUP_BYTES)
