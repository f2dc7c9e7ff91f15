"""What PHP reads as a date: the patterns, in the order in which equals are preferred. See `longest_match.py`."""

from __future__ import annotations

from typing import Dict, Tuple

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_MONTHS_SHORT = "jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec"
_DAYS = "sunday|monday|tuesday|wednesday|thursday|friday|saturday"

DEFINITIONS: Dict[str, str] = {
    "space": r"([ \t]+|(\xc2\xa0)+|(\xe2\x80\xaf)+)".encode("latin-1").decode("unicode_escape"),
    "frac": r"\.[0-9]+",
    "hour24": "([01]?[0-9]|2[0-4])",
    "hour24lz": "([01][0-9]|2[0-4])",
    "hour12": "(0?[1-9]|1[0-2])",
    "minute": "[0-5]?[0-9]",
    "minutelz": "[0-5][0-9]",
    "second": "({minute}|60)",
    "secondlz": "({minutelz}|60)",
    "meridian": r"[AaPp]\.?[Mm]\.?[\0\t ]",
    "tz": r"(\(?[A-Za-z]{1,6}\)?|[A-Z][a-z]+([_/-][A-Za-z]+)+)",
    "tzcorrection": (
        r"(GMT)?[+-]({hour24}(:?{minute})?|{hour24lz}{minutelz}{secondlz}|{hour24lz}:{minutelz}:{secondlz})"
    ),
    "daysuf": "(st|nd|rd|th)",
    "month": "(0?[0-9]|1[0-2])",
    "day": "([0-2]?[0-9]|3[01]){daysuf}?",
    "year": "[0-9]{1,4}",
    "year2": "[0-9]{2}",
    "year4": "[0-9]{4}",
    "monthlz": "(0[0-9]|1[0-2])",
    "daylz": "(0[0-9]|[1-2][0-9]|3[01])",
    "dayofyear": "(00[1-9]|0[1-9][0-9]|[1-2][0-9][0-9]|3[0-5][0-9]|36[0-6])",
    "weekofyear": "(0[1-9]|[1-4][0-9]|5[0-3])",
    "dayname": f"~({_DAYS}|sun|mon|tue|wed|thu|fri|sat|{_DAYS.replace('|', 's|')}s)",
    "daytext": "({dayname}|~(weekday|weekdays))",
    "monthname": f"~({_MONTHS}|{_MONTHS_SHORT})",
    "monthabbr": f"~({_MONTHS_SHORT})",
    "monthtext": "({monthname}|I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII)",
    "timeshort12": r"{hour12}[:.]{minutelz}{space}?{meridian}",
    "timelong12": r"{hour12}[:.]{minute}[:.]{secondlz}{space}?{meridian}",
    "timeshort24": r"~t?{hour24}[:.]{minute}",
    "timelong24": r"~t?{hour24}[:.]{minute}[:.]{second}",
    "isotime": r"~t?{hour24}[:.]{minute}[:.]{secondlz}{space}?({tzcorrection}|{tz})",
    "datenoyear": r"{monthtext}[ .\t\-]*{day}([,.stndrh\t ]+|\0)",
    "ordinal": "~(first|second|third|fourth|fifth|sixth|seventh|eight|eighth|ninth|tenth|eleventh|twelfth)",
    "reltext": "~(next|last|previous|this)",
    "relunit": (
        "(~ms|\xc2\xb5~s|((~(msec|millisecond|microsecond|usec|sec|second|min|minute|hour|day|fortnight|forthnight"
        "|month|year)|\xc2\xb5~(sec))~s?)|~weeks|{daytext})"
    ),
}

# (the name of what reads a match, its patterns)
RULES: Tuple[Tuple[str, Tuple[str, ...]], ...] = (
    ("yesterday", ("~(yesterday)",)),
    ("now", ("~(now)",)),
    ("noon", ("~(noon)",)),
    ("midnight", ("~(midnight|today)",)),
    ("tomorrow", ("~(tomorrow)",)),
    ("timestamp", ("@-?[0-9]+",)),
    ("timestamp_with_fraction", (r"@-?[0-9]+\.[0-9]{0,6}",)),
    ("first_or_last_day_of", ("~(first day of|last day of)",)),
    ("back_or_front_of", ("~(back of |front of ){hour24}({space}?{meridian})?",)),
    ("weekday_of", ("({ordinal}|{reltext}){space}{dayname}{space}~(of)",)),
    ("time_12_hours", ("{hour12}{space}?{meridian}", "{timeshort12}", "{timelong12}")),
    ("time_mssql", (r"{hour12}:{minutelz}:{secondlz}[:.][0-9]+{meridian}",)),
    ("time_24_hours", ("~t{hour24}", "{timeshort24}", "{timelong24}", "{timelong24}{frac}")),
    ("time_gnu", ("~t?{hour24lz}{minutelz}",)),
    ("time_without_colons", ("~t?{hour24lz}{minutelz}{secondlz}",)),
    ("date_american", ("{month}/{day}", "{month}/{day}/{year}")),
    ("date_iso", ("[+-]?{year4}-{monthlz}-{daylz}", "{year4}/{monthlz}/{daylz}/?", "{year4}/{month}/{day}")),
    ("date_short_year", ("{year2}-{monthlz}-{daylz}",)),
    ("date_long_year", ("[+-][0-9]{5,19}-{monthlz}-{daylz}",)),
    ("date_without_day", ("{year4}-{month}",)),
    ("date_short_year", ("{year}-{month}-{day}",)),
    ("date_full", (r"{day}[ \t.\-]*{monthtext}[ \t.\-]*{year}",)),
    ("date_pointed", (r"{day}[.\t\-]{month}[.\-]{year4}",)),
    ("date_pointed_short", (r"{day}[.\t]{month}\.{year2}",)),
    ("month_and_year", (r"{monthtext}[ .\t\-]*{year4}",)),
    ("year_and_month", (r"{year4}[ .\t\-]*{monthtext}",)),
    ("date_textual", (r"{monthtext}[ .\t\-]*{day}[,.stndrh\t ]+{year}", "{datenoyear}")),
    ("day_and_month", (r"{day}[ .\t\-]*{monthtext}",)),
    ("date_without_colons", ("{year4}{monthlz}{daylz}",)),
    (
        "date_and_time",
        (
            "{year4}{monthlz}{daylz}T{hour24}:{minutelz}:{secondlz}",
            "{year4}{monthlz}{daylz}~t{hour24}{minutelz}{secondlz}",
            "{year4}-{monthlz}-{daylz}T{hour24lz}:{minutelz}:{secondlz}{frac}{tzcorrection}?",
            "{year4}-{month}-{day}T{hour24}:{minute}:{second}",
            "{year4}:{monthlz}:{daylz} {hour24lz}:{minutelz}:{secondlz}",
        ),
    ),
    ("day_of_year", (r"{year4}[.\-]?{dayofyear}",)),
    ("iso_weekday", ("{year4}-?W{weekofyear}-?[0-7]",)),
    ("iso_week", ("{year4}-?W{weekofyear}",)),
    ("date_textual", ("{monthabbr}-{daylz}-{year}",)),
    ("date_textual_reverse", ("{year}-{monthabbr}-{daylz}",)),
    (
        "log_format",
        ("{day}/{monthabbr}/{year4}:{hour24lz}:{minutelz}:{secondlz}{space}{tzcorrection}",),
    ),
    ("year", ("{year4}",)),
    ("ago", ("~(ago)",)),
    ("weekday", ("{daytext}",)),
    ("relative_week", ("{reltext}{space}~(week)",)),
    ("relative_text", ("({ordinal}|{reltext}){space}{relunit}",)),
    ("month", ("{monthname}",)),
    ("zone", ("{tzcorrection}", "{tz}")),
    ("date_and_time_12_hours", ("{datenoyear}{timeshort12}", "{datenoyear}{timelong12}")),
    ("date_and_time_24_hours", ("{datenoyear}{timeshort24}", "{datenoyear}{timelong24}", "{datenoyear}{isotime}")),
    ("relative", (r"[+-]*[ \t]*[0-9]{1,13}{space}?({relunit}|~(week))",)),
    ("ignored", ("[.,]", "{space}", r"[\0\n]")),
)

UNITS: Dict[str, Tuple[str, int]] = {
    **dict.fromkeys(("ms", "msec", "msecs", "millisecond", "milliseconds"), ("microsecond", 1000)),
    **dict.fromkeys(
        ("\xc2\xb5s", "usec", "usecs", "\xc2\xb5sec", "\xc2\xb5secs", "microsecond", "microseconds"),
        ("microsecond", 1),
    ),
    **dict.fromkeys(("sec", "secs", "second", "seconds"), ("second", 1)),
    **dict.fromkeys(("min", "mins", "minute", "minutes"), ("minute", 1)),
    **dict.fromkeys(("hour", "hours"), ("hour", 1)),
    **dict.fromkeys(("day", "days"), ("day", 1)),
    **dict.fromkeys(("week", "weeks"), ("day", 7)),
    **dict.fromkeys(("fortnight", "fortnights", "forthnight", "forthnights"), ("day", 14)),
    **dict.fromkeys(("month", "months"), ("month", 1)),
    **dict.fromkeys(("year", "years"), ("year", 1)),
    **{
        name: ("weekday", number)
        for number, full in enumerate(_DAYS.split("|"))
        for name in (full, full + "s", full[:3])
    },
    **dict.fromkeys(("weekday", "weekdays"), ("special", 1)),
}

RELATIVE_TEXTS: Dict[str, Tuple[int, int]] = {
    # the number, and whether the day itself counts
    **{
        name: (number, 0)
        for number, names in enumerate(
            "first next|second|third|fourth|fifth|sixth|seventh|eight eighth|ninth|tenth|eleventh|twelfth".split("|"), 1
        )
        for name in names.split(" ")
    },
    "last": (-1, 0),
    "previous": (-1, 0),
    "this": (0, 1),
}

MONTHS: Dict[str, int] = {
    name: number
    for number, names in enumerate(zip(_MONTHS.split("|"), "i ii iii iv v vi vii viii ix x xi xii".split(" ")), 1)
    for name in (*names, names[0][:3])
}
MONTHS["sept"] = 9
