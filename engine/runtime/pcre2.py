"""The system's libpcre2-8, through cffi: compiled patterns and what matching them needs.

The library is opened when this module is imported, because a confined executor may not open files. Where it is absent,
LIBRARY is None and PHP has no `preg_` functions.
"""

from __future__ import annotations

import sys
from collections import OrderedDict
from typing import Any, List, Optional, Tuple

from engine.foreign.compiled import ffi
from engine.foreign.library import open_library

CASELESS = 0x00000008
DOLLAR_ENDONLY = 0x00000010
DOTALL = 0x00000020
DUPLICATE_NAMES = 0x00000040
EXTENDED = 0x00000080
MULTILINE = 0x00000400
NO_AUTO_CAPTURE = 0x00002000
UNICODE_PROPERTIES = 0x00020000
UNGREEDY = 0x00040000
UTF = 0x00080000
NEVER_BACKSLASH_C = 0x00100000
ANCHORED = 0x80000000
NO_UTF_CHECK = 0x40000000
NOT_EMPTY_AT_START = 0x00000008
EXTRA_ALLOW_LOOKAROUND_BSK = 0x00000040
EXTRA_CASELESS_RESTRICT = 0x00000080

NO_MATCH = -1
BAD_OFFSET = -33
BAD_UTF_OFFSET = -36
INTERNAL = -44
JIT_STACK_LIMIT = -46
MATCH_LIMIT = -47
NO_MEMORY = -48
DEPTH_LIMIT = -53
UTF8_ERRORS = range(-23, -2)

_JIT_COMPLETE = 1
_INFO_CAPTURE_COUNT = 4
_INFO_JIT_SIZE = 10
_INFO_NAME_COUNT = 17
_INFO_NAME_ENTRY_SIZE = 18
_INFO_NAME_TABLE = 19
_INFO_SIZE = 22
_CONFIG_VERSION = 11
_CONFIG_JIT = 1

# The sizes PHP gives the stack of JIT compiled code.
_JIT_STACK_MIN_BYTES = 32 * 1024
_JIT_STACK_MAX_BYTES = 192 * 1024
# The interpreting matcher keeps its backtracking frames on the heap, where scripts could otherwise make it take 20 GB.
_HEAP_LIMIT_KIBIBYTES = 64 * 1024
# What all cached patterns may take: how many, and how many bytes of code and match data.
CACHED_PATTERNS = 4096
CACHED_PATTERN_BYTES = 32 * 1024 * 1024

# PyPy copies or pins bytes for each call of C: half of a short match. Such subjects are copied once.
_IS_COPIED_PER_CALL = sys.implementation.name == "pypy"
_SHORT_SUBJECT_BYTES = 4096


class PatternError(Exception):
    """The pattern does not compile. `offset` counts bytes."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset


class _SubjectMemory:
    """Where C reads the latest short subject."""

    __slots__ = ("_content", "_memory", "_subject")

    # cffi's objects have no types that mypy could check.
    _content: Any
    _memory: Any

    def __init__(self) -> None:
        self._memory = ffi.new("char[]", _SHORT_SUBJECT_BYTES)
        self._content = ffi.buffer(self._memory)
        self._subject = b""

    def holding(self, subject: bytes) -> Any:
        """What to give C for `subject`, until another one is matched."""
        if subject is not self._subject:
            size = len(subject)
            if not _IS_COPIED_PER_CALL or size > _SHORT_SUBJECT_BYTES:
                return subject
            self._content[0:size] = subject
            self._subject = subject
        return self._memory


_SUBJECT = _SubjectMemory()


class Pattern:
    """A compiled pattern with the match data of its latest match: `offsets[2 * group]`, `offsets[2 * group + 1]`.

    The match data is the pattern's alone and overwritten by its next match: read it before anything else can run.
    """

    __slots__ = (
        "_data",
        "_library",
        "_match_compiled",
        "_match_context",
        "_match_general",
        "code",
        "group_count",
        "has_jit",
        "is_utf",
        "may_mark",
        "names",
        "numbers",
        "offsets",
        "retries_unanchored",
        "size_bytes",
    )

    # cffi's objects have no types that mypy could check.
    _data: Any
    _library: Any
    _match_compiled: Any
    _match_context: Any
    _match_general: Any
    code: Any
    offsets: Any

    def __init__(self, library: Any, code: Any, match_context: Any, source: str, options: int) -> None:
        self._library = library
        self._match_context = match_context
        self._match_general = library.pcre2_match_8
        self._match_compiled = library.pcre2_jit_match_8
        self.code = code
        self._data = ffi.gc(
            library.pcre2_match_data_create_from_pattern_8(code, ffi.NULL), library.pcre2_match_data_free_8
        )
        self.offsets = library.pcre2_get_ovector_pointer_8(self._data)
        self.group_count = self._info(_INFO_CAPTURE_COUNT, "uint32_t") + 1
        self.has_jit = False
        self.is_utf = bool(options & UTF)
        # Only verbs, `(*…)`, leave marks.
        self.may_mark = "(*" in source
        # After an empty match PHP asks for a non-empty one at the same place and, failing that, moves on one character.
        # One unanchored search finds the same, unless the pattern can see where the search began.
        self.retries_unanchored = not (self.may_mark or options & ANCHORED or "\\G" in source or "\\K" in source)
        self.names = self._read_names()
        # As keys: texts made anew for each match have to be hashed anew.
        self.numbers = [str(group) for group in range(self.group_count)]
        self.size_bytes = self._info(_INFO_SIZE, "size_t") + 16 * self.group_count + 4 * len(source)

    def _info(self, what: int, kind: str) -> int:
        where = ffi.new(kind + " *")
        self._library.pcre2_pattern_info_8(self.code, what, where)
        number: int = where[0]
        return number

    def _read_names(self) -> Optional[List[Optional[str]]]:
        count = self._info(_INFO_NAME_COUNT, "uint32_t")
        if not count:
            return None
        entry_size = self._info(_INFO_NAME_ENTRY_SIZE, "uint32_t")
        table = ffi.new("unsigned char **")
        self._library.pcre2_pattern_info_8(self.code, _INFO_NAME_TABLE, table)
        names: List[Optional[str]] = [None] * self.group_count
        for index in range(count):
            entry = bytes(ffi.buffer(table[0] + index * entry_size, entry_size))
            names[entry[0] << 8 | entry[1]] = entry[2:].split(b"\0", 1)[0].decode("latin-1")
        return names

    def compile_to_machine_code(self) -> int:
        """Try to; some patterns stay interpreted. PCRE2's error code, or 0."""
        result: int = self._library.pcre2_jit_compile_8(self.code, _JIT_COMPLETE)
        size = self._info(_INFO_JIT_SIZE, "size_t") if result == 0 else 0
        self.has_jit = size > 0
        self.size_bytes += size
        return result

    def match(self, subject: bytes, start: int, options: int) -> int:
        """Search `subject` from `start`: the number of groups up to the last one set, or a negative error."""
        if options == NO_UTF_CHECK and self.has_jit:
            count: int = self._match_compiled(
                self.code, _SUBJECT.holding(subject), len(subject), start, NO_UTF_CHECK, self._data, self._match_context
            )
        else:
            count = self._match_general(
                self.code, _SUBJECT.holding(subject), len(subject), start, options, self._data, self._match_context
            )
        return count

    def match_next(self, subject: bytes, start: int, *, after_empty: bool) -> int:
        """Search on from `start`, where the previous match ended, as Perl's `/g` does."""
        if not after_empty:
            return self.match(subject, start, NO_UTF_CHECK)
        if self.retries_unanchored:
            return self._match_after_empty(subject, start)
        count = self._match_not_empty_at(subject, start)
        if count != NO_MATCH or start >= len(subject):
            return count
        start += 1
        if self.is_utf:
            while start < len(subject) and subject[start] & 0xC0 == 0x80:
                start += 1
        return self.match(subject, start, NO_UTF_CHECK)

    def _match_after_empty(self, subject: bytes, start: int) -> int:
        options = NO_UTF_CHECK | NOT_EMPTY_AT_START
        if self.has_jit:
            count: int = self._match_compiled(
                self.code, _SUBJECT.holding(subject), len(subject), start, options, self._data, self._match_context
            )
        else:
            count = self._match_general(
                self.code, _SUBJECT.holding(subject), len(subject), start, options, self._data, self._match_context
            )
        return count

    def _match_not_empty_at(self, subject: bytes, start: int) -> int:
        count: int = self._match_general(
            self.code,
            _SUBJECT.holding(subject),
            len(subject),
            start,
            NO_UTF_CHECK | NOT_EMPTY_AT_START | ANCHORED,
            self._data,
            self._match_context,
        )
        return count

    def mark(self) -> Optional[str]:
        """The name that the latest match passed in a `(*MARK:name)`."""
        mark = self._library.pcre2_get_mark_8(self._data)
        return ffi.string(mark).decode("latin-1") if mark else None


class Library:
    """libpcre2-8, its contexts, and the cache of compiled patterns, all of one process."""

    def __init__(self, library: Any) -> None:
        self._library = library
        self._compile_context = library.pcre2_compile_context_create_8(ffi.NULL)
        self._match_context = library.pcre2_match_context_create_8(ffi.NULL)
        library.pcre2_set_heap_limit_8(self._match_context, _HEAP_LIMIT_KIBIBYTES)
        self.limits = (-1, -1)
        self.has_jit = self._config_number(_CONFIG_JIT) != 0
        self._jit_stack: Any = None
        self._error = ffi.new("int *")
        self._error_offset = ffi.new("size_t *")
        self._patterns: OrderedDict[Tuple[str, bool], Pattern] = OrderedDict()
        self._patterns_bytes = 0
        self.version = self._config_text(_CONFIG_VERSION)

    def _config_number(self, what: int) -> int:
        number = ffi.new("uint32_t *")
        self._library.pcre2_config_8(what, number)
        result: int = number[0]
        return result

    def _config_text(self, what: int) -> str:
        text = ffi.new("char[128]")
        self._library.pcre2_config_8(what, text)
        return str(ffi.string(text).decode("latin-1"))

    def set_limits(self, match_limit: int, depth_limit: int) -> None:
        """Bound the backtracking of every later match."""
        if self.limits != (match_limit, depth_limit):
            self.limits = (match_limit, depth_limit)
            self._library.pcre2_set_match_limit_8(self._match_context, match_limit & 0xFFFFFFFF)
            self._library.pcre2_set_depth_limit_8(self._match_context, depth_limit & 0xFFFFFFFF)

    def cached(self, key: Tuple[str, bool]) -> Optional[Pattern]:
        """The pattern stored under `key`, now the most recently used."""
        pattern = self._patterns.get(key)
        if pattern is not None:
            self._patterns.move_to_end(key)
        return pattern

    def store(self, key: Tuple[str, bool], pattern: Pattern) -> None:
        """Keep `pattern` under `key`, forgetting the least recently used when there is too much."""
        self._patterns[key] = pattern
        self._patterns_bytes += pattern.size_bytes + len(key[0])
        while len(self._patterns) > CACHED_PATTERNS or (
            self._patterns_bytes > CACHED_PATTERN_BYTES and len(self._patterns) > 1
        ):
            old_key, old = self._patterns.popitem(last=False)
            self._patterns_bytes -= old.size_bytes + len(old_key[0])

    def compile(self, source: str, options: int, extra_options: int, *, use_jit: bool) -> Pattern:
        """Compile `source`, to machine code if that is wanted and possible. Raises PatternError."""
        library = self._library
        library.pcre2_set_compile_extra_options_8(self._compile_context, EXTRA_ALLOW_LOOKAROUND_BSK | extra_options)
        encoded = source.encode("latin-1")
        code = library.pcre2_compile_8(
            encoded, len(encoded), options, self._error, self._error_offset, self._compile_context
        )
        if not code:
            raise PatternError(self._error_message(self._error[0]), self._error_offset[0])
        code = ffi.gc(code, library.pcre2_code_free_8)
        pattern = Pattern(library, code, self._match_context, source, options)
        if use_jit and self.has_jit:
            self._create_jit_stack()
            # Without executable memory the interpreter does; asking again for each pattern would be in vain.
            self.has_jit = pattern.compile_to_machine_code() != NO_MEMORY
        return pattern

    def _create_jit_stack(self) -> None:
        if self._jit_stack is None:
            self._jit_stack = self._library.pcre2_jit_stack_create_8(
                _JIT_STACK_MIN_BYTES, _JIT_STACK_MAX_BYTES, ffi.NULL
            )
            if self._jit_stack:
                self._library.pcre2_jit_stack_assign_8(self._match_context, ffi.NULL, self._jit_stack)

    def _error_message(self, error: int) -> str:
        text = ffi.new("char[128]")
        self._library.pcre2_get_error_message_8(error, text, 128)
        return str(ffi.string(text).decode("latin-1"))


def _open() -> Optional[Library]:
    library = open_library(("libpcre2-8.so.0", "libpcre2-8.so", "libpcre2-8.0.dylib"))
    return None if library is None else Library(library)


LIBRARY = _open()
