"""Strings: nl_langinfo() and what it may be asked; the answers are those of the only locale there is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, Literal

from engine.builtin.declare import PhpConst, contextual
from engine.runtime.context import ctx

if TYPE_CHECKING:
    from engine.runtime.values import PhpString

EXTENSION = "standard"

CODESET: PhpConst[int] = 14
DECIMAL_POINT: PhpConst[int] = 65536
RADIXCHAR: PhpConst[int] = 65536
THOUSANDS_SEP: PhpConst[int] = 65537
THOUSEP: PhpConst[int] = 65537
GROUPING: PhpConst[int] = 65538
ABDAY_1: PhpConst[int] = 131072
ABDAY_2: PhpConst[int] = 131073
ABDAY_3: PhpConst[int] = 131074
ABDAY_4: PhpConst[int] = 131075
ABDAY_5: PhpConst[int] = 131076
ABDAY_6: PhpConst[int] = 131077
ABDAY_7: PhpConst[int] = 131078
DAY_1: PhpConst[int] = 131079
DAY_2: PhpConst[int] = 131080
DAY_3: PhpConst[int] = 131081
DAY_4: PhpConst[int] = 131082
DAY_5: PhpConst[int] = 131083
DAY_6: PhpConst[int] = 131084
DAY_7: PhpConst[int] = 131085
ABMON_1: PhpConst[int] = 131086
ABMON_2: PhpConst[int] = 131087
ABMON_3: PhpConst[int] = 131088
ABMON_4: PhpConst[int] = 131089
ABMON_5: PhpConst[int] = 131090
ABMON_6: PhpConst[int] = 131091
ABMON_7: PhpConst[int] = 131092
ABMON_8: PhpConst[int] = 131093
ABMON_9: PhpConst[int] = 131094
ABMON_10: PhpConst[int] = 131095
ABMON_11: PhpConst[int] = 131096
ABMON_12: PhpConst[int] = 131097
MON_1: PhpConst[int] = 131098
MON_2: PhpConst[int] = 131099
MON_3: PhpConst[int] = 131100
MON_4: PhpConst[int] = 131101
MON_5: PhpConst[int] = 131102
MON_6: PhpConst[int] = 131103
MON_7: PhpConst[int] = 131104
MON_8: PhpConst[int] = 131105
MON_9: PhpConst[int] = 131106
MON_10: PhpConst[int] = 131107
MON_11: PhpConst[int] = 131108
MON_12: PhpConst[int] = 131109
AM_STR: PhpConst[int] = 131110
PM_STR: PhpConst[int] = 131111
D_T_FMT: PhpConst[int] = 131112
D_FMT: PhpConst[int] = 131113
T_FMT: PhpConst[int] = 131114
T_FMT_AMPM: PhpConst[int] = 131115
ERA: PhpConst[int] = 131116
ERA_YEAR: PhpConst[int] = 131117
ERA_D_FMT: PhpConst[int] = 131118
ALT_DIGITS: PhpConst[int] = 131119
ERA_D_T_FMT: PhpConst[int] = 131120
ERA_T_FMT: PhpConst[int] = 131121
INT_CURR_SYMBOL: PhpConst[int] = 262144
CURRENCY_SYMBOL: PhpConst[int] = 262145
MON_DECIMAL_POINT: PhpConst[int] = 262146
MON_THOUSANDS_SEP: PhpConst[int] = 262147
MON_GROUPING: PhpConst[int] = 262148
POSITIVE_SIGN: PhpConst[int] = 262149
NEGATIVE_SIGN: PhpConst[int] = 262150
INT_FRAC_DIGITS: PhpConst[int] = 262151
FRAC_DIGITS: PhpConst[int] = 262152
P_CS_PRECEDES: PhpConst[int] = 262153
P_SEP_BY_SPACE: PhpConst[int] = 262154
N_CS_PRECEDES: PhpConst[int] = 262155
N_SEP_BY_SPACE: PhpConst[int] = 262156
P_SIGN_POSN: PhpConst[int] = 262157
N_SIGN_POSN: PhpConst[int] = 262158
CRNCYSTR: PhpConst[int] = 262159
YESEXPR: PhpConst[int] = 327680
NOEXPR: PhpConst[int] = 327681
YESSTR: PhpConst[int] = 327682
NOSTR: PhpConst[int] = 327683

_ANSWERS: Dict[int, str] = {
    CODESET: "UTF-8",
    DECIMAL_POINT: ".",
    ABDAY_1: "Sun",
    ABDAY_2: "Mon",
    ABDAY_3: "Tue",
    ABDAY_4: "Wed",
    ABDAY_5: "Thu",
    ABDAY_6: "Fri",
    ABDAY_7: "Sat",
    DAY_1: "Sunday",
    DAY_2: "Monday",
    DAY_3: "Tuesday",
    DAY_4: "Wednesday",
    DAY_5: "Thursday",
    DAY_6: "Friday",
    DAY_7: "Saturday",
    ABMON_1: "Jan",
    ABMON_2: "Feb",
    ABMON_3: "Mar",
    ABMON_4: "Apr",
    ABMON_5: "May",
    ABMON_6: "Jun",
    ABMON_7: "Jul",
    ABMON_8: "Aug",
    ABMON_9: "Sep",
    ABMON_10: "Oct",
    ABMON_11: "Nov",
    ABMON_12: "Dec",
    MON_1: "January",
    MON_2: "February",
    MON_3: "March",
    MON_4: "April",
    MON_5: "May",
    MON_6: "June",
    MON_7: "July",
    MON_8: "August",
    MON_9: "September",
    MON_10: "October",
    MON_11: "November",
    MON_12: "December",
    AM_STR: "AM",
    PM_STR: "PM",
    D_T_FMT: "%a %b %e %H:%M:%S %Y",
    D_FMT: "%m/%d/%y",
    T_FMT: "%H:%M:%S",
    T_FMT_AMPM: "%I:%M:%S %p",
    INT_FRAC_DIGITS: "\xff",
    FRAC_DIGITS: "\xff",
    P_CS_PRECEDES: "\xff",
    P_SEP_BY_SPACE: "\xff",
    N_CS_PRECEDES: "\xff",
    N_SEP_BY_SPACE: "\xff",
    P_SIGN_POSN: "\xff",
    N_SIGN_POSN: "\xff",
    CRNCYSTR: "-",
    YESEXPR: "^[yY]",
    NOEXPR: "^[nN]",
}
# What may be asked for, and has an empty answer.
_EMPTY = frozenset(
    (
        THOUSANDS_SEP, GROUPING, ERA, ERA_YEAR, ERA_D_FMT,
        ALT_DIGITS, ERA_D_T_FMT, ERA_T_FMT, INT_CURR_SYMBOL,
        CURRENCY_SYMBOL, MON_DECIMAL_POINT, MON_THOUSANDS_SEP, MON_GROUPING,
        POSITIVE_SIGN, NEGATIVE_SIGN, YESSTR, NOSTR,
    )
)  # fmt: skip


@contextual
def nl_langinfo(item: int) -> PhpString | Literal[False]:
    """Query language and locale information."""
    answer = _ANSWERS.get(item)
    if answer is not None:
        return answer
    if item in _EMPTY:
        return ""
    ctx.function_warning(f"Item '{item}' is not valid")
    return False
