--TEST--
nl_langinfo() answers for the locale C
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
foreach ([CODESET, RADIXCHAR, THOUSEP, ABDAY_1, DAY_7, ABMON_2, MON_12, AM_STR, PM_STR, D_T_FMT, D_FMT, T_FMT, T_FMT_AMPM, ERA, ALT_DIGITS, CRNCYSTR, YESEXPR, NOEXPR] as $item) {
    echo $item, ' ', json_encode(nl_langinfo($item)), "\n";
}
echo bin2hex(nl_langinfo(INT_FRAC_DIGITS)), "\n";
var_dump(nl_langinfo(5));
?>
--EXPECT--
14 "UTF-8"
65536 "."
65537 ""
131072 "Sun"
131085 "Saturday"
131087 "Feb"
131109 "December"
131110 "AM"
131111 "PM"
131112 "%a %b %e %H:%M:%S %Y"
131113 "%m\/%d\/%y"
131114 "%H:%M:%S"
131115 "%I:%M:%S %p"
131116 ""
131119 ""
262159 "-"
327680 "^[yY]"
327681 "^[nN]"
ff
[nl_langinfo(): Item '5' is not valid]
bool(false)
