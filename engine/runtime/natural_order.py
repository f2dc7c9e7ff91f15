"""Natural order: how `strnatcmp` and SORT_NATURAL compare strings, with runs of digits read as numbers."""

from __future__ import annotations

_DIGITS = "0123456789"
_SPACES = " \t\n\r\v\f"


def compare_naturally(first: str, second: str, *, fold_case: bool) -> int:
    """Below, at or above zero as `first` comes before, with or after `second`."""
    if not first or not second:
        return 0 if first == second else (1 if first else -1)
    first_size = len(first)
    second_size = len(second)
    i = _skip_zeros(first, 0)
    j = _skip_zeros(second, 0)
    while True:
        while i < first_size and first[i] in _SPACES:
            i += 1
        while j < second_size and second[j] in _SPACES:
            j += 1
        if i < first_size and j < second_size and first[i] in _DIGITS and second[j] in _DIGITS:
            first_end = _digits_end(first, i)
            second_end = _digits_end(second, j)
            if first[i] == "0" or second[j] == "0":
                result = _compare_fraction(first, i, first_end, second, j, second_end)
            else:
                result = _compare_number(first, i, first_end, second, j, second_end)
            if result:
                return result
            i = first_end
            j = second_end
            if i >= first_size and j >= second_size:
                return 0
            if i >= first_size:
                return -1
            if j >= second_size:
                return 1
        a = first[i] if i < first_size else "\0"
        b = second[j] if j < second_size else "\0"
        if fold_case:
            a = _upper(a)
            b = _upper(b)
        if a != b:
            return -1 if a < b else 1
        i += 1
        j += 1
        if i >= first_size and j >= second_size:
            return 0
        if i >= first_size:
            return -1
        if j >= second_size:
            return 1


def _upper(character: str) -> str:
    return character.upper() if "a" <= character <= "z" else character


def _digits_end(text: str, index: int) -> int:
    size = len(text)
    while index < size and text[index] in _DIGITS:
        index += 1
    return index


def _skip_zeros(text: str, index: int) -> int:
    """Past the zeros that a number may start with."""
    while index + 1 < len(text) and text[index] == "0" and text[index + 1] in _DIGITS:
        index += 1
    return index


def _compare_number(first: str, i: int, first_end: int, second: str, j: int, second_end: int) -> int:
    """The longer run is the larger number; of equal lengths the first difference decides."""
    if first_end - i != second_end - j:
        return 1 if first_end - i > second_end - j else -1
    return (first[i:first_end] > second[j:second_end]) - (first[i:first_end] < second[j:second_end])


def _compare_fraction(first: str, i: int, first_end: int, second: str, j: int, second_end: int) -> int:
    """Left-aligned, as decimals after a point."""
    return (first[i:first_end] > second[j:second_end]) - (first[i:first_end] < second[j:second_end])
