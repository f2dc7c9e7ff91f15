"""Strings: the locale. Only C, its other name POSIX, and C.UTF-8 exist, and all of them act alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, Literal

from engine.builtin.declare import PhpConst, Untyped, contextual, pure
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.conversions import to_string

if TYPE_CHECKING:
    from engine.runtime.values import PhpString

LC_CTYPE: PhpConst[int] = 0
LC_NUMERIC: PhpConst[int] = 1
LC_TIME: PhpConst[int] = 2
LC_COLLATE: PhpConst[int] = 3
LC_MONETARY: PhpConst[int] = 4
LC_MESSAGES: PhpConst[int] = 5
LC_ALL: PhpConst[int] = 6

_MAX_NAME_LENGTH = 255
# How the C library spells each locale there is.
_LOCALES = {"": "C", "C": "C", "POSIX": "C", "C.UTF-8": "C.UTF-8", "C.utf8": "C.utf8"}
_CATEGORIES = ("LC_CTYPE", "LC_NUMERIC", "LC_TIME", "LC_COLLATE", "LC_MONETARY", "LC_MESSAGES")
# Categories that LC_ALL covers and PHP has no name for.
_OTHER_CATEGORIES = ("LC_PAPER", "LC_NAME", "LC_ADDRESS", "LC_TELEPHONE", "LC_MEASUREMENT", "LC_IDENTIFICATION")
# What a numeric field of localeconv() holds when the locale says nothing.
_UNSPECIFIED = 127


@contextual
def setlocale(category: int, locales: Untyped, *rest: Untyped) -> PhpString | Literal[False]:
    """Set locale information."""
    for names in (locales, *rest):
        for name in names.values() if type(names) is PhpArray else (names,):
            result = _set(category, to_string(name))
            if result is not None:
                return result
    return False


@pure
def localeconv() -> PhpArray:
    """Get numeric formatting information."""
    result = PhpArray()
    for name in (
        "decimal_point",
        "thousands_sep",
        "int_curr_symbol",
        "currency_symbol",
        "mon_decimal_point",
        "mon_thousands_sep",
        "positive_sign",
        "negative_sign",
    ):
        result.set(name, "." if name == "decimal_point" else "")
    for name in (
        "int_frac_digits",
        "frac_digits",
        "p_cs_precedes",
        "p_sep_by_space",
        "n_cs_precedes",
        "n_sep_by_space",
        "p_sign_posn",
        "n_sign_posn",
    ):
        result.set(name, _UNSPECIFIED)
    result.set("grouping", PhpArray())
    result.set("mon_grouping", PhpArray())
    return result


def _initial() -> Dict[str, str]:
    # PHP itself chooses C.UTF-8 for character types.
    names = dict.fromkeys(_CATEGORIES + _OTHER_CATEGORIES, "C")
    names["LC_CTYPE"] = "C.UTF-8"
    return names


def _set(category: int, name: str) -> str | None:
    """The category's locale after choosing `name` ("0" chooses nothing); None if there is no such locale."""
    current = ctx.state("strings.locale", _initial)
    names = (*_CATEGORIES, "LC_ALL", *_OTHER_CATEGORIES)
    if len(name) >= _MAX_NAME_LENGTH:
        ctx.function_warning("Specified locale name is too long")
        return None
    if not 0 <= category < len(names):
        return None
    if name != "0":
        spelled = _LOCALES.get(name.partition("\0")[0])
        if spelled is None:
            return None
        for key in list(current) if category == LC_ALL else [names[category]]:
            current[key] = spelled
    if category != LC_ALL:
        return current[names[category]]
    if len(set(current.values())) == 1:
        return current["LC_CTYPE"]
    return ";".join([f"{key}={value}" for key, value in current.items()])
