"""Paths as text: basename() and its kind, and file name patterns. No file is looked at."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, List, Optional

from engine.builtin.declare import BadArgumentError, Path, PhpConst, pure
from engine.runtime.arrays import PhpArray

if TYPE_CHECKING:
    from engine.runtime.values import PhpString

EXTENSION = "standard"

DIRECTORY_SEPARATOR: PhpConst[str] = "/"
PATH_SEPARATOR: PhpConst[str] = ":"
PATHINFO_DIRNAME: PhpConst[int] = 1
PATHINFO_BASENAME: PhpConst[int] = 2
PATHINFO_EXTENSION: PhpConst[int] = 4
PATHINFO_FILENAME: PhpConst[int] = 8
PATHINFO_ALL: PhpConst[int] = 15
FNM_NOESCAPE: PhpConst[int] = 2
FNM_PATHNAME: PhpConst[int] = 1
FNM_PERIOD: PhpConst[int] = 4
FNM_CASEFOLD: PhpConst[int] = 16

_PATTERN_MAX = 4096


@pure
def basename(path: PhpString, suffix: PhpString = "") -> PhpString:
    """Returns trailing name component of path."""
    name = path.rstrip("/").rpartition("/")[2]
    if suffix and name.endswith(suffix) and len(name) > len(suffix):
        return name[: -len(suffix)]
    return name


@pure
def dirname(path: PhpString, levels: int = 1) -> PhpString:
    """Returns a parent directory's path."""
    if levels < 1:
        raise BadArgumentError("levels", "must be greater than or equal to 1")
    result = path
    for _level in range(levels):
        before = result
        result = _parent(result)
        if result == before:
            break
    return result


@pure
def pathinfo(path: PhpString, flags: int = PATHINFO_ALL) -> PhpArray | PhpString:
    """Returns information about a file path."""
    parts: Any = {}
    folder = _parent(path)
    if flags & PATHINFO_DIRNAME and folder:
        parts["dirname"] = folder
    name = basename(path)
    if flags & PATHINFO_BASENAME:
        parts["basename"] = name
    stem, dot, extension = name.rpartition(".")
    if flags & PATHINFO_EXTENSION and dot:
        parts["extension"] = extension
    if flags & PATHINFO_FILENAME:
        parts["filename"] = stem if dot else name
    if flags == PATHINFO_ALL:
        return PhpArray.from_strings(parts)
    return next(iter(parts.values()), "")


@pure
def fnmatch(pattern: Path, filename: Path, flags: int = 0) -> bool:
    """Match filename against a pattern."""
    if len(pattern) > _PATTERN_MAX or len(filename) > _PATTERN_MAX:
        return False
    return matches_pattern(pattern, filename, flags)


# ---------------------------------------------------------------- helpers


def _parent(path: str) -> str:
    if not path:
        return ""
    stripped = path.rstrip("/")
    if not stripped:
        return "/"
    folder, slash, _name = stripped.rpartition("/")
    if not slash:
        return "."
    return folder.rstrip("/") or "/"


def matches_pattern(pattern: str, name: str, flags: int) -> bool:
    """Whether a shell wildcard pattern matches: the rules of fnmatch(3)."""
    if flags & FNM_CASEFOLD:
        pattern, name = pattern.lower(), name.lower()
    if flags & FNM_PATHNAME:
        parts, names = pattern.split("/"), name.split("/")
        if len(parts) != len(names):
            return False
        pairs = list(zip(parts, names))
    else:
        pairs = [(pattern, name)]
    for part, text in pairs:
        tokens = _tokens(part, bool(flags & FNM_NOESCAPE))
        if flags & FNM_PERIOD and text[:1] == "." and not (tokens and tokens[0] == "."):
            return False
        if not _matches(tokens, text):
            return False
    return True


@lru_cache(maxsize=64)
def _tokens(pattern: str, no_escape: bool) -> List[Any]:
    """A pattern as letters, "*" as None, "?" as True, and sets as (negated, [(first, last)])."""
    tokens: List[Any] = []
    index = 0
    while index < len(pattern):
        letter = pattern[index]
        index += 1
        if letter == "*":
            if not tokens or tokens[-1] is not None:
                tokens.append(None)
        elif letter == "?":
            tokens.append(True)
        elif letter == "[":
            found = _read_set(pattern, index, no_escape)
            if found is None:
                tokens.append("[")
            else:
                tokens.append(found[:2])
                index = found[2]
        elif letter == "\\" and not no_escape and index < len(pattern):
            tokens.append(pattern[index])
            index += 1
        else:
            tokens.append(letter)
    return tokens


_CLASSES = {
    "alpha": [("a", "z"), ("A", "Z")], "digit": [("0", "9")], "alnum": [("a", "z"), ("A", "Z"), ("0", "9")],
    "upper": [("A", "Z")], "lower": [("a", "z")], "space": [(" ", " "), ("\t", "\r")],
    "blank": [(" ", " "), ("\t", "\t")],
    "punct": [("!", "/"), (":", "@"), ("[", "`"), ("{", "~")], "xdigit": [("0", "9"), ("a", "f"), ("A", "F")],
    "print": [(" ", "~")], "graph": [("!", "~")], "cntrl": [("\0", "\x1f"), ("\x7f", "\x7f")],
}  # fmt: skip


def _read_set(pattern: str, index: int, no_escape: bool) -> Optional[tuple[bool, List[tuple[str, str]], int]]:
    """(negated, ranges, where it ends) of `[...]`; None where it is not closed."""
    negated = pattern[index : index + 1] in ("!", "^")
    if negated:
        index += 1
    ranges: List[tuple[str, str]] = []
    first = True
    while index < len(pattern):
        letter = pattern[index]
        if letter == "]" and not first:
            return negated, ranges, index + 1
        first = False
        if letter == "[" and pattern[index + 1 : index + 2] == ":":
            end = pattern.find(":]", index + 2)
            if end > 0 and pattern[index + 2 : end] in _CLASSES:
                ranges += _CLASSES[pattern[index + 2 : end]]
                index = end + 2
                continue
        if letter == "\\" and not no_escape and index + 1 < len(pattern):
            index += 1
            letter = pattern[index]
        index += 1
        last = letter
        if pattern[index : index + 1] == "-" and pattern[index + 1 : index + 2] not in ("", "]"):
            last = pattern[index + 1]
            index += 2
        ranges.append((letter, last))
    return None


def _matches(tokens: List[Any], text: str) -> bool:
    """Match by going back to the last star alone, which takes no more than the product of the lengths."""
    token = position = 0
    star = mark = -1
    while position < len(text):
        if token < len(tokens) and tokens[token] is None:
            star, mark = token, position
            token += 1
        elif token < len(tokens) and _fits(tokens[token], text[position]):
            token += 1
            position += 1
        elif star >= 0:
            mark += 1
            token, position = star + 1, mark
        else:
            return False
    while token < len(tokens) and tokens[token] is None:
        token += 1
    return token == len(tokens)


def _fits(token: Any, letter: str) -> bool:
    if token is True or token == letter:
        return True
    if type(token) is not tuple:
        return False
    negated, ranges = token
    return any(first <= letter <= last for first, last in ranges) is not negated
