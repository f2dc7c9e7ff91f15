"""PHP's patterns, `/…/flags`: read, compiled and kept; and the state the `preg_` functions share in one execution."""

from __future__ import annotations

from typing import Dict, Optional, Tuple

from engine.runtime import pcre2
from engine.runtime.context import ctx
from engine.runtime.pcre2 import LIBRARY, Pattern, PatternError

NO_ERROR = 0
INTERNAL_ERROR = 1
BACKTRACK_LIMIT_ERROR = 2
RECURSION_LIMIT_ERROR = 3
BAD_UTF8_ERROR = 4
BAD_UTF8_OFFSET_ERROR = 5
JIT_STACK_LIMIT_ERROR = 6

# Longer subjects are encoded once for several matches in a row: a lexer matches at each offset of one text.
_KEPT_SUBJECT_LENGTH = 256
_WHITESPACE = " \t\n\r\v\f"
_ALPHANUMERIC = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_CLOSING_DELIMITERS = {"(": ")", "[": "]", "{": "}", "<": ">"}
_MODIFIERS = {
    "i": pcre2.CASELESS,
    "m": pcre2.MULTILINE,
    "n": pcre2.NO_AUTO_CAPTURE,
    "s": pcre2.DOTALL,
    "x": pcre2.EXTENDED,
    "A": pcre2.ANCHORED,
    "D": pcre2.DOLLAR_ENDONLY,
    "S": 0,
    "X": 0,
    "U": pcre2.UNGREEDY,
    # `\C` would stop within a character, and what follows relies on valid UTF-8.
    "u": pcre2.UTF | pcre2.UNICODE_PROPERTIES | pcre2.NEVER_BACKSLASH_C,
    "J": pcre2.DUPLICATE_NAMES,
    " ": 0,
    "\n": 0,
    "\r": 0,
}
_MESSAGES = {"using \\C is disabled by the application": "using \\C is incompatible with the 'u' modifier"}
# The first release that knows the modifier `r`.
_CASELESS_RESTRICT_SINCE = (10, 43)


class RegularExpressions:
    """What one execution remembers of its matches. `error_code` is `preg_last_error()`."""

    __slots__ = (
        "_directives",
        "_encoded",
        "_is_valid_utf8",
        "_patterns",
        "_subject",
        "error_code",
    )

    def __init__(self) -> None:
        self.error_code = NO_ERROR
        self._patterns: Dict[str, Pattern] = {}
        self._subject = ""
        self._encoded = b""
        self._is_valid_utf8 = False
        self._directives: Optional[Dict[str, str]] = None

    def compile(self, text: str) -> Optional[Pattern]:
        """The pattern that PHP's `text` stands for; None, after PHP's warning, if it stands for none."""
        self._apply_limits()
        pattern = self._patterns.get(text)
        if pattern is None:
            pattern = _compile(text)
            if pattern is None:
                self.error_code = INTERNAL_ERROR
                return None
            if len(self._patterns) >= pcre2.CACHED_PATTERNS:
                self._patterns.clear()
            self._patterns[text] = pattern
        return pattern

    def encode(self, subject: str) -> bytes:
        """The bytes of `subject`."""
        if len(subject) < _KEPT_SUBJECT_LENGTH:
            return subject.encode("latin-1")
        if self._subject is not subject:
            self._encoded = subject.encode("latin-1")
            self._subject = subject
            self._is_valid_utf8 = subject.isascii()
        return self._encoded

    def first_match(self, pattern: Pattern, subject: str, encoded: bytes, start: int) -> int:
        """Begin a series of matches: checks that `subject` is UTF-8 where the pattern asks for that."""
        self.error_code = NO_ERROR
        if not pattern.is_utf or subject.isascii():
            return pattern.match(encoded, start, pcre2.NO_UTF_CHECK)
        is_kept = self._subject is subject
        if is_kept and self._is_valid_utf8 and (start == len(encoded) or encoded[start] & 0xC0 != 0x80):
            return pattern.match(encoded, start, pcre2.NO_UTF_CHECK)
        count = pattern.match(encoded, start, 0)
        if is_kept and start == 0 and count >= pcre2.NO_MATCH:
            self._is_valid_utf8 = True
        return count

    def record_error(self, code: int) -> None:
        """Make `preg_last_error()` tell of PCRE2's error `code`."""
        if code in pcre2.UTF8_ERRORS:
            self.error_code = BAD_UTF8_ERROR
        else:
            self.error_code = _ERROR_CODES.get(code, INTERNAL_ERROR)

    def _apply_limits(self) -> None:
        ini = ctx.ini
        if ini.values is not self._directives:
            self._directives = ini.values
            if LIBRARY is not None:
                LIBRARY.set_limits(ini.get_int("pcre.backtrack_limit"), ini.get_int("pcre.recursion_limit"))


_ERROR_CODES = {
    pcre2.MATCH_LIMIT: BACKTRACK_LIMIT_ERROR,
    pcre2.DEPTH_LIMIT: RECURSION_LIMIT_ERROR,
    pcre2.BAD_UTF_OFFSET: BAD_UTF8_OFFSET_ERROR,
    pcre2.JIT_STACK_LIMIT: JIT_STACK_LIMIT_ERROR,
}


def regular_expressions() -> RegularExpressions:
    """The state of this execution."""
    state: RegularExpressions = ctx.state("pcre", RegularExpressions)
    return state


def _compile(text: str) -> Optional[Pattern]:
    if LIBRARY is None:
        return None
    use_jit = ctx.ini.get_bool("pcre.jit")
    pattern = LIBRARY.cached((text, use_jit))
    if pattern is not None:
        return pattern
    parts = _split(text)
    options = None if parts is None else _read_modifiers(parts[1], LIBRARY.version)
    if parts is None or options is None:
        return None
    try:
        pattern = LIBRARY.compile(parts[0], options[0], options[1], use_jit=use_jit)
    except PatternError as error:
        message = _MESSAGES.get(error.message, error.message)
        ctx.function_warning(f"Compilation failed: {message} at offset {error.offset}")
        return None
    LIBRARY.store((text, use_jit), pattern)
    return pattern


def _split(text: str) -> Optional[Tuple[str, str]]:
    """The pattern between the delimiters, and the modifiers."""
    start = 0
    while start < len(text) and text[start] in _WHITESPACE:
        start += 1
    if start == len(text):
        ctx.function_warning("Empty regular expression")
        return None
    opening = text[start]
    if opening in _ALPHANUMERIC or opening in "\\\0":
        ctx.function_warning("Delimiter must not be alphanumeric, backslash, or NUL byte")
        return None
    closing = _CLOSING_DELIMITERS.get(opening, opening)
    end = _find_closing(text, start + 1, opening, closing)
    if end < 0:
        kind = "ending" if opening == closing else "ending matching"
        ctx.function_warning(f"No {kind} delimiter '{closing}' found")
        return None
    return text[start + 1 : end], text[end + 1 :]


def _find_closing(text: str, position: int, opening: str, closing: str) -> int:
    depth = 1
    size = len(text)
    while position < size:
        character = text[position]
        if character == "\\":
            position += 1
        elif character == closing:
            depth -= 1
            if depth == 0:
                return position
        elif character == opening:
            depth += 1
        position += 1
    return -1


def _read_modifiers(modifiers: str, version: str) -> Optional[Tuple[int, int]]:
    options = extra_options = 0
    for modifier in modifiers:
        option = _MODIFIERS.get(modifier)
        if option is not None:
            options |= option
        elif modifier == "r" and _release(version) >= _CASELESS_RESTRICT_SINCE:
            extra_options |= pcre2.EXTRA_CASELESS_RESTRICT
        else:
            ctx.function_warning(
                "NUL byte is not a valid modifier" if modifier == "\0" else f"Unknown modifier '{modifier}'"
            )
            return None
    return options, extra_options


def _release(version: str) -> Tuple[int, int]:
    major, _, rest = version.partition(".")
    return int(major), int(rest[:2])
