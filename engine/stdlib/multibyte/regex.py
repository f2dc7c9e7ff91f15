"""Multibyte strings: regular expressions in Ruby's syntax, carried out by PCRE2.

Patterns and subjects become UTF-8 for the match; what is found goes back to the encoding it came in. The dialects
of Oniguruma other than Ruby's and POSIX basic, its nested character classes and its limits have no counterpart.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Dict, List, Literal, NamedTuple, Optional, Tuple

from engine.builtin.declare import BadArgumentError, Callback, PhpConst, contextual
from engine.errors import PhpThrown
from engine.runtime import pcre2
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.conversions import to_string
from engine.runtime.exceptions import throw_error
from engine.runtime.pcre2 import LIBRARY, Pattern, PatternError
from engine.stdlib.multibyte import ruby_patterns
from engine.stdlib.multibyte.charsets import BAD
from engine.stdlib.multibyte.formats import decode_utf8, encode_loosely
from engine.stdlib.multibyte.registry import Encoding, Substitution, encode, find_encoding, utf8
from engine.stdlib.multibyte.state import c_string

if TYPE_CHECKING:
    from engine.runtime.references import Ref
    from engine.runtime.values import PhpString, Value

EXTENSION = "mbstring"

MB_ONIGURUMA_VERSION: PhpConst[str] = "6.9.9"

# The regex engine's own names for encodings, the first of each line being the one it shows.
_ENCODING_NAMES = """
EUC-JP EUCJP X-EUC-JP UJIS EUCJP-WIN
UTF-8 UTF8
UTF-16 UTF-16BE
UTF-16LE
UCS-4 UTF-32 UTF-32BE
UCS-4LE UTF-32LE
SJIS CP932 MS932 SHIFT_JIS SJIS-WIN WINDOWS-31J
BIG5 BIG-5 BIGFIVE CN-BIG5 BIG-FIVE
EUC-CN EUCCN EUC_CN GB-2312 GB2312
EUC-TW EUCTW EUC_TW
EUC-KR EUCKR EUC_KR
KOI8R KOI8-R KOI-8R
ISO-8859-1 ISO8859-1
ISO-8859-2 ISO8859-2
ISO-8859-3 ISO8859-3
ISO-8859-4 ISO8859-4
ISO-8859-5 ISO8859-5
ISO-8859-6 ISO8859-6
ISO-8859-7 ISO8859-7
ISO-8859-8 ISO8859-8
ISO-8859-9 ISO8859-9
ISO-8859-10 ISO8859-10
ISO-8859-13 ISO8859-13
ISO-8859-14 ISO8859-14
ISO-8859-15 ISO8859-15
ISO-8859-16 ISO8859-16
ASCII US-ASCII US_ASCII ISO646
"""
_SYNTAXES = "jugcrzbd"
_DIGITS = "0123456789"
_CACHED_PATTERNS = 256


class Options(NamedTuple):
    """Letters that are set, and the letter of the syntax."""

    flags: str
    syntax: str

    def shown(self) -> str:
        """As mb_regex_set_options gives them."""
        flags = self.flags
        lines = "p" if "m" in flags and "s" in flags else "m" if "m" in flags else "s" if "s" in flags else ""
        return (
            "".join([flag for flag in "ix" if flag in flags])
            + lines
            + ("".join([flag for flag in "ln" if flag in flags]) + self.syntax)
        )


class Match(NamedTuple):
    """One match: where its groups are, in the subject's own bytes (-1 where unset), and the names of some."""

    spans: List[Tuple[int, int]]
    names: List[Optional[str]]


class MultibyteRegex:
    """What one execution remembers."""

    def __init__(self) -> None:
        self.name = "UTF-8"
        self.encoding: Encoding = utf8()
        self.options = Options("ms", "r")
        self.patterns: Dict[str, Tuple[str, Options, Pattern]] = {}
        self.search_pattern: Optional[Pattern] = None
        self.search_string: Optional[str] = None
        self.search_position = 0
        self.search_match: Optional[Match] = None


def _state() -> MultibyteRegex:
    return ctx.state("mbstring.regex", MultibyteRegex)


@contextual
def mb_regex_encoding(encoding: PhpString | None = None) -> PhpString | bool:
    """Set/Get character encoding for multibyte regex."""
    state = _state()
    if encoding is None:
        return state.name
    wanted = encoding.upper()
    for line in _ENCODING_NAMES.strip().split("\n"):
        names = line.split()
        found = find_encoding(names[0])
        if wanted in names and found is not None:
            state.name = names[0]
            state.encoding = found
            return True
    raise BadArgumentError("encoding", f'must be a valid encoding, "{c_string(encoding)}" given')


@contextual
def mb_ereg(pattern: PhpString, string: PhpString, matches: Ref[Value] | None = None) -> bool:
    """Regular expression match with multibyte support."""
    return _ereg(pattern, string, matches, "")


@contextual
def mb_eregi(pattern: PhpString, string: PhpString, matches: Ref[Value] | None = None) -> bool:
    """Regular expression match ignoring case with multibyte support."""
    return _ereg(pattern, string, matches, "i")


@contextual
def mb_ereg_replace(
    pattern: PhpString, replacement: PhpString, string: PhpString, options: PhpString | None = None
) -> PhpString | Literal[False] | None:
    """Replace regular expression with multibyte support."""
    return _replace(pattern, replacement, string, options, "")


@contextual
def mb_eregi_replace(
    pattern: PhpString, replacement: PhpString, string: PhpString, options: PhpString | None = None
) -> PhpString | Literal[False] | None:
    """Replace regular expression with multibyte support ignoring case."""
    return _replace(pattern, replacement, string, options, "i")


@contextual
def mb_ereg_replace_callback(
    pattern: PhpString, callback: Callback, string: PhpString, options: PhpString | None = None
) -> PhpString | Literal[False] | None:
    """Perform a regular expression search and replace with multibyte support using a callback."""
    return _replace(pattern, callback, string, options, "")


@contextual
def mb_split(pattern: PhpString, string: PhpString, limit: int = -1) -> PhpArray | Literal[False]:
    """Split multibyte string using regular expression."""
    state = _state()
    if BAD in state.encoding.decode(string):
        return False
    compiled = _compile(pattern, state.options)
    if compiled is None:
        return False
    if limit > 0:
        limit -= 1
    subject = _Subject(string, state.encoding)
    found: List[str] = []
    start = position = 0
    while limit != 0 and position < len(string):
        match = subject.search(compiled, position, inside="mbsplit")
        if match is None:
            if subject.has_failed:
                return False
            break
        begin, end = match.spans[0]
        if position < end:
            if not start <= begin < len(string):
                ctx.function_warning("mbregex search failure in mbsplit(): no support in this configuration")
                return False
            found.append(string[start:begin])
            limit -= 1
            start = position = end
        else:
            position += 1
    found.append(string[start:])
    return PhpArray(found)


@contextual
def mb_ereg_match(pattern: PhpString, string: PhpString, options: PhpString | None = None) -> bool:
    """Regular expression match for multibyte string."""
    state = _state()
    chosen = state.options if options is None else _read_options(options)
    if BAD in state.encoding.decode(string):
        return False
    compiled = _compile(pattern, chosen)
    return compiled is not None and _Subject(string, state.encoding).search(compiled, 0, anchored=True) is not None


@contextual
def mb_ereg_search(pattern: PhpString | None = None, options: PhpString | None = None) -> bool:
    """Multibyte regular expression match for predefined multibyte string."""
    return _search(pattern, options) is not None


@contextual
def mb_ereg_search_pos(pattern: PhpString | None = None, options: PhpString | None = None) -> PhpArray | Literal[False]:
    """Returns position and length of a matched part of the multibyte regular expression for a predefined string."""
    match = _search(pattern, options)
    if match is None:
        return False
    begin, end = match.spans[0]
    return PhpArray([begin, end - begin])


@contextual
def mb_ereg_search_regs(
    pattern: PhpString | None = None, options: PhpString | None = None
) -> PhpArray | Literal[False]:
    """Returns the matched part of a multibyte regular expression."""
    match = _search(pattern, options)
    string = _state().search_string
    return False if match is None or string is None else _groups(match, string, keeps_empty=True)


@contextual
def mb_ereg_search_init(string: PhpString, pattern: PhpString | None = None, options: PhpString | None = None) -> bool:
    """Setup string and regular expression for a multibyte regular expression match."""
    if pattern == "":
        raise BadArgumentError("pattern", "must not be empty")
    state = _state()
    chosen = state.options if options is None else _read_options(options)
    if pattern is not None:
        state.search_pattern = _compile(pattern, chosen)
        if state.search_pattern is None:
            return False
    state.search_string = string
    state.search_match = None
    is_valid = BAD not in state.encoding.decode(string)
    state.search_position = 0 if is_valid else len(string)
    return is_valid


@contextual
def mb_ereg_search_getregs() -> PhpArray | Literal[False]:
    """Retrieve the result from the last multibyte regular expression match."""
    state = _state()
    if state.search_match is None or state.search_string is None:
        return False
    return _groups(state.search_match, state.search_string, keeps_empty=True)


@contextual
def mb_ereg_search_getpos() -> int:
    """Returns start point for next regular expression match."""
    return _state().search_position


@contextual
def mb_ereg_search_setpos(offset: int) -> bool:
    """Set start point of next regular expression match."""
    state = _state()
    if state.search_string is not None:
        size = len(state.search_string)
        if offset < 0:
            offset += size
        if offset > size:
            raise BadArgumentError("offset", "is out of range")
    if offset < 0:
        raise BadArgumentError("offset", "is out of range")
    state.search_position = offset
    return True


@contextual
def mb_regex_set_options(options: PhpString | None = None) -> PhpString:
    """Set/Get the default options for mbregex functions."""
    state = _state()
    before = state.options
    if options is not None:
        state.options = _read_options(options)
    return before.shown()


def _read_options(text: str) -> Options:
    flags = ""
    syntax = "r"
    for letter in text:
        if letter in _SYNTAXES:
            syntax = letter
        elif letter == "p":
            flags += "ms"
        elif letter in "ixmsln":
            flags += letter
        else:
            raise throw_error("ValueError", f'Option "{letter}" is not supported')
    return Options("".join(sorted(set(flags))), syntax)


# ---------------------------------------------------------------- matching


class _Subject:
    """A string and its UTF-8, with offsets in either."""

    def __init__(self, string: str, encoding: Encoding) -> None:
        self._encoding = encoding
        self._is_same = encoding.is_utf8 or string.isascii()
        self._text = string if self._is_same else encode_loosely(encoding.decode(string))
        self._raw = self._text.encode("latin-1")
        self._string = string
        self.has_failed = False
        # PCRE2 is told not to check, and the string of mb_ereg_search may be broken.
        self._is_valid = self._text.isascii() or BAD not in decode_utf8(self._text)

    def search(self, pattern: Pattern, position: int, *, anchored: bool = False, inside: str = "") -> Optional[Match]:
        """The first match from `position`, which counts the string's own bytes.

        Where the search is given up, `has_failed`, with a warning if `inside` names the function PHP is in.
        """
        if not self._is_valid:
            return None
        start = position if self._is_same else len(encode_loosely(self._encoding.decode(self._string[:position])))
        # A position within a character is not one to match at.
        wanted = start
        while 0 < start < len(self._raw) and self._raw[start] & 0xC0 == 0x80:
            start += 1
        count = _match_within_retries(pattern, self._raw, start, pcre2.ANCHORED if anchored else 0)
        if count < 0:
            self.has_failed = count != pcre2.NO_MATCH
            if self.has_failed and inside:
                ctx.function_warning(f"mbregex search failure in {inside}(): retry-limit-in-match over")
            return None
        spans: List[Tuple[int, int]] = []
        for group in range(pattern.group_count):
            if group >= count:
                spans.append((-1, -1))
                continue
            begin, end = int(pattern.offsets[2 * group]), int(pattern.offsets[2 * group + 1])
            is_set = 0 <= begin <= len(self._raw)
            if begin == end == start:
                # Oniguruma finds nothing right there all the same.
                begin = end = wanted
            spans.append((self._own_offset(begin), self._own_offset(end)) if is_set else (-1, -1))
        return Match(spans, pattern.names or [])

    def _own_offset(self, offset: int) -> int:
        if self._is_same:
            return offset
        return len(encode(self._encoding, decode_utf8(self._text[:offset]), Substitution()))


def _match_within_retries(pattern: Pattern, subject: bytes, start: int, options: int) -> int:
    """Match under mbstring's own limit; what PCRE2 counts grows about twice as fast as Oniguruma's retries."""
    assert LIBRARY is not None
    before = LIBRARY.limits
    LIBRARY.set_limits(2 * ctx.ini.get_int("mbstring.regex_retry_limit"), ctx.ini.get_int("pcre.recursion_limit"))
    count = pattern.match(subject, start, pcre2.NO_UTF_CHECK | options)
    LIBRARY.set_limits(*before)
    return count


def _compile(pattern: str, options: Options) -> Optional[Pattern]:
    state = _state()
    text = state.encoding.decode(pattern)
    if BAD in text:
        ctx.function_warning(f"Pattern is not valid under {state.name} encoding")
        return None
    known = state.patterns.get(pattern)
    if known is not None and known[:2] == (state.name, options):
        return known[2]
    if LIBRARY is None:
        return None
    flags = pcre2.UTF | pcre2.UNICODE_PROPERTIES | pcre2.DUPLICATE_NAMES | pcre2.NEVER_BACKSLASH_C
    flags |= pcre2.CASELESS if "i" in options.flags else 0
    flags |= pcre2.EXTENDED if "x" in options.flags else 0
    flags |= pcre2.DOTALL if "m" in options.flags else 0
    flags |= 0 if "s" in options.flags else pcre2.MULTILINE
    try:
        source = encode_loosely(ruby_patterns.translate(ruby_patterns.written_in(options.syntax, text)))
        flags |= pcre2.NO_AUTO_CAPTURE if ruby_patterns.names_groups(source) else 0
        compiled = LIBRARY.compile(source, flags, 0, use_jit=ctx.ini.get_bool("pcre.jit"))
    except PatternError as error:
        ctx.function_warning(f"mbregex compile err: {ruby_patterns.message_of(error, text)}")
        return None
    if len(state.patterns) >= _CACHED_PATTERNS:
        state.patterns.clear()
    if known is not None and known[2] is state.search_pattern:
        # The pattern of the running search goes when its text is compiled another way.
        state.search_pattern = None
    state.patterns[pattern] = (state.name, options, compiled)
    return compiled


def _ereg(pattern: str, string: str, matches: Optional[Ref[Value]], flags: str) -> bool:
    if not pattern:
        raise BadArgumentError("pattern", "must not be empty")
    if matches is not None:
        matches.set(PhpArray())
    state = _state()
    if BAD in state.encoding.decode(string):
        return False
    options = Options("".join(sorted(set(state.options.flags + flags))), state.options.syntax)
    compiled = _compile(pattern, options)
    match = None if compiled is None else _Subject(string, state.encoding).search(compiled, 0)
    if match is None:
        return False
    if matches is not None:
        matches.set(_groups(match, string, keeps_empty=False))
    return True


def _groups(match: Match, string: str, *, keeps_empty: bool) -> PhpArray:
    """The groups' texts by number, then by name; false where there is none."""
    result = PhpArray()
    for begin, end in match.spans:
        result.append(string[begin:end] if begin >= 0 and (begin < end or (keeps_empty and begin == end)) else False)
    for name, text in _named_groups(match, string).items():
        result.set(name, text)
    return result


def _named_groups(match: Match, string: str) -> Dict[str, str | Literal[False]]:
    found: Dict[str, str | Literal[False]] = {}
    for group, name in enumerate(match.names):
        if name is None or group >= len(match.spans):
            continue
        begin, end = match.spans[group]
        # Of several groups with one name the last one that matched counts.
        if 0 <= begin < end:
            found[name] = string[begin:end]
        else:
            found.setdefault(name, False)
    return found


def _search(pattern: Optional[str], options: Optional[str]) -> Optional[Match]:
    state = _state()
    state.search_match = None
    try:
        chosen = state.options if options is None else _read_options(options)
    except PhpThrown:
        # PHP goes on, and what it throws next takes the place of this.
        if state.search_string is not None:
            raise
        chosen = state.options
    if pattern is not None:
        state.search_pattern = _compile(pattern, chosen)
        if state.search_pattern is None:
            return None
    if state.search_pattern is None:
        raise throw_error("Error", "No pattern was provided")
    if state.search_string is None:
        raise throw_error("Error", "No string was provided")
    position = state.search_position
    subject = _Subject(state.search_string, state.encoding)
    match = subject.search(state.search_pattern, position, inside="mbregex_search")
    if match is None:
        state.search_position = len(state.search_string)
        return None
    state.search_match = match
    end = match.spans[0][1]
    state.search_position = end if position <= end else position + 1
    return match


# ---------------------------------------------------------------- replacing


def _replace(
    pattern: str, replacement: str | Callback, string: str, options: Optional[str], flags: str
) -> PhpString | Literal[False] | None:
    state = _state()
    if BAD in state.encoding.decode(string):
        return None
    chosen = state.options if options is None else _read_options(options)
    compiled = _compile(pattern, Options("".join(sorted(set(chosen.flags + flags))), chosen.syntax))
    if compiled is None:
        return False
    subject = _Subject(string, state.encoding)
    found: List[str] = []
    position = 0
    while position <= len(string):
        match = subject.search(compiled, position, inside="php_mbereg_replace_exec")
        if match is None:
            if subject.has_failed:
                return False
            found.append(string[position:])
            break
        begin, end = match.spans[0]
        found.append(string[position:begin])
        if isinstance(replacement, str):
            found.append(_substitute(replacement, match, string, state.encoding))
        else:
            groups = PhpArray([string[first:last] if first >= 0 else "" for first, last in match.spans])
            for name, text in _named_groups(match, string).items():
                groups.set(name, text)
            found.append(to_string(replacement(groups)))
        if position < end:
            position = end
        else:
            found.append(string[position : position + 1])
            position += 1
    return "".join(found)


def _substitute(replacement: str, match: Match, string: str, encoding: Encoding) -> str:
    r"""The replacement with `\1`, `\k<1>` and `\k<name>` filled in."""
    found: List[str] = []
    lengths = encoding.lengths
    has_names = any(name is not None for name in match.names)
    index = 0
    end = len(replacement)
    while index < end:
        byte = replacement[index]
        width = lengths[ord(byte)] if lengths is not None else encoding.unit or 1
        if byte != "\\" or width != 1 or index + 1 >= end:
            found.append(replacement[index : index + width])
            index += width
            continue
        reference = _REFERENCE.match(replacement, index)
        if reference is None:
            found.append(byte)
            index += 1
            continue
        index = reference.end()
        found.append(_referred(reference, match, string, has_names=has_names))
    return "".join(found)


_REFERENCE = re.compile(r"\\(?:([0-9])|k(?:<([^>]+)>|'([^']+)'))")


def _referred(reference: re.Match[str], match: Match, string: str, *, has_names: bool) -> str:
    """What a reference means; itself if there is no such group."""
    name = reference.group(1) or reference.group(2) or reference.group(3)
    if all(digit in _DIGITS for digit in name):
        is_valid = name == "0" or not (has_names or name[0] == "0")
        # `\0` is the whole match even where groups have names, `\k<0>` is not.
        if has_names and reference.group(1) is None:
            is_valid = False
        group = int(name)
        if not is_valid or group >= len(match.spans):
            return reference.group()
        begin, end = match.spans[group]
        return string[begin:end] if 0 <= begin < end else ""
    named = _named_groups(match, string)
    if name not in named:
        return reference.group()
    return named[name] or ""
