"""Strings: comparing, and measuring likeness."""

from __future__ import annotations

from typing import TYPE_CHECKING, List, Tuple

from engine.builtin.declare import BadArgumentError, pure
from engine.runtime.conversions import wrap_int
from engine.runtime.natural_order import compare_naturally
from engine.stdlib.strings.characters import lower

if TYPE_CHECKING:
    from engine.runtime.references import Ref
    from engine.runtime.values import PhpString

OTHER_EXTENSIONS = dict.fromkeys("""strcmp strncmp strcasecmp strncasecmp""".split(), "Core")

# Costs up to this cannot add up to what does not fit.
_COST_MAX = 1 << 31


@pure
def strcmp(string1: PhpString, string2: PhpString) -> int:
    """Binary safe string comparison."""
    return _difference(string1, string2)


@pure
def strcasecmp(string1: PhpString, string2: PhpString) -> int:
    """Binary safe case-insensitive string comparison."""
    return _difference(lower(string1), lower(string2))


@pure
def strncmp(string1: PhpString, string2: PhpString, length: int) -> int:
    """Binary safe string comparison of the first n characters."""
    if length < 0:
        raise BadArgumentError("length", "must be greater than or equal to 0")
    return _difference(string1[:length], string2[:length])


@pure
def strncasecmp(string1: PhpString, string2: PhpString, length: int) -> int:
    """Binary safe case-insensitive string comparison of the first n characters."""
    if length < 0:
        raise BadArgumentError("length", "must be greater than or equal to 0")
    return _difference(lower(string1[:length]), lower(string2[:length]))


@pure
def strcoll(string1: PhpString, string2: PhpString) -> int:
    """Locale based string comparison."""
    # Only the C locale exists; C strings end at the first NUL.
    first = string1.partition("\0")[0] + "\0"
    second = string2.partition("\0")[0] + "\0"
    for left, right in zip(first, second):
        if left != right:
            return ord(left) - ord(right)
    return 0


@pure
def substr_compare(
    haystack: PhpString,
    needle: PhpString,
    offset: int,
    length: int | None = None,
    case_insensitive: bool = False,
) -> int:
    """Binary safe comparison of two strings from an offset, up to length characters."""
    if length is not None:
        if length == 0:
            return 0
        if length < 0:
            raise BadArgumentError("length", "must be greater than or equal to 0")
    if offset < 0:
        offset = max(0, offset + len(haystack))
    if offset > len(haystack):
        raise BadArgumentError("offset", "must be contained in argument #1 ($haystack)")
    end = None if length is None else offset + length
    first = haystack[offset:end]
    second = needle[:length]
    return _difference(lower(first), lower(second)) if case_insensitive else _difference(first, second)


@pure
def strnatcmp(string1: PhpString, string2: PhpString) -> int:
    """String comparisons using a "natural order" algorithm."""
    return compare_naturally(string1, string2, fold_case=False)


@pure
def strnatcasecmp(string1: PhpString, string2: PhpString) -> int:
    """Case-insensitive string comparisons using a "natural order" algorithm."""
    return compare_naturally(string1, string2, fold_case=True)


@pure
def similar_text(string1: PhpString, string2: PhpString, percent: Ref[float] | None = None) -> int:
    """Calculate the similarity between two strings."""
    total = len(string1) + len(string2)
    common = _common_length(string1, string2) if total else 0
    if percent is not None:
        percent.set(common * 200.0 / total if total else 0.0)
    return common


@pure
def levenshtein(
    string1: PhpString,
    string2: PhpString,
    insertion_cost: int = 1,
    replacement_cost: int = 1,
    deletion_cost: int = 1,
) -> int:
    """Calculate Levenshtein distance between two strings."""
    if not string1:
        return len(string2) * insertion_cost
    if not string2:
        return len(string1) * deletion_cost
    if max(map(abs, (insertion_cost, replacement_cost, deletion_cost))) > _COST_MAX:
        return _wrapped_distance(string1, string2, (insertion_cost, replacement_cost, deletion_cost))
    # One row, written over from left to right; numbers, as characters of a text are slow to compare on PyPy.
    row = [index * insertion_cost for index in range(len(string2) + 1)]
    others = string2.encode("latin-1")
    for byte in string1.encode("latin-1"):
        above_left = row[0]
        cost = row[0] = above_left + deletion_cost
        for index, other in enumerate(others, 1):
            best = above_left if byte == other else above_left + replacement_cost
            above_left = row[index]
            if above_left + deletion_cost < best:  # noqa: PLR1730 - min() is a call in the innermost loop.
                best = above_left + deletion_cost
            if cost + insertion_cost < best:  # noqa: PLR1730
                best = cost + insertion_cost
            cost = row[index] = best
    return row[-1]


def _wrapped_distance(first: str, second: str, costs: Tuple[int, int, int]) -> int:
    """The distance where sums of costs may not fit: they wrap around, as C's do."""
    insertion, replacement, deletion = costs
    row = [wrap_int(index * insertion) for index in range(len(second) + 1)]
    for letter in first:
        above_left = row[0]
        row[0] = wrap_int(above_left + deletion)
        for index, other in enumerate(second, 1):
            replaced = wrap_int(above_left + (0 if letter == other else replacement))
            above_left = row[index]
            row[index] = min(replaced, wrap_int(above_left + deletion), wrap_int(row[index - 1] + insertion))
    return row[-1]


def _difference(first: str, second: str) -> int:
    """What PHP's memcmp-based comparisons return: the difference of the first differing bytes, else of the lengths."""
    if first == second:
        return 0
    size = min(len(first), len(second))
    # A loop here would be a call of its own in every loop that sorts with it: 4x on PyPy.
    if size >= 4:
        if first[0] != second[0]:
            return ord(first[0]) - ord(second[0])
        if first[1] != second[1]:
            return ord(first[1]) - ord(second[1])
        if first[2] != second[2]:
            return ord(first[2]) - ord(second[2])
        if first[3] != second[3]:
            return ord(first[3]) - ord(second[3])
    return _difference_within(first, second, size)


def _difference_within(first: str, second: str, size: int) -> int:
    """As `_difference`, of two different strings of at least `size` characters each, one of exactly that."""
    index = 0
    while index < size:
        if first[index] != second[index]:
            return ord(first[index]) - ord(second[index])
        index += 1
    return 1 if len(first) > len(second) else -1


def _common_length(string1: str, string2: str) -> int:
    """The sum of the longest common parts: the longest of all, then those left and right of it, and so on."""
    total = 0
    pending: List[tuple[str, str]] = [(string1, string2)]
    while pending:
        first, second = pending.pop()
        left, right, size, found = _longest_common(first, second)
        if not size:
            continue
        total += size
        # Where the very first match was the longest, nothing can match left of it.
        if left and right and found > 1:
            pending.append((first[:left], second[:right]))
        if left + size < len(first) and right + size < len(second):
            pending.append((first[left + size :], second[right + size :]))
    return total


def _longest_common(first: str, second: str) -> tuple[int, int, int, int]:
    """Where the longest common part starts in both, its length, and how often a longer one than before was met."""
    best = best_left = best_right = found = 0
    first_size = len(first)
    second_size = len(second)
    left = 0
    while left + best < first_size:
        # Whatever is longer than the best so far also matches at its end.
        last = first[left + best]
        right = second.find(last, best) - best
        while right >= 0:
            size = 0
            limit = min(first_size - left, second_size - right)
            while size < limit and first[left + size] == second[right + size]:
                size += 1
            if size > best:
                best = size
                found += 1
                best_left = left
                best_right = right
                if left + best >= first_size:
                    break
                last = first[left + best]
            right = second.find(last, right + 1 + best) - best
        left += 1
    return best_left, best_right, best, found
