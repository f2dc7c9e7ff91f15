--TEST--
strptime(): every conversion, what follows from what is known, what does not match
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });

foreach ([['2006-08-20','%Y-%m-%d'],['10:11:12 PM','%I:%M:%S %p'],['10:11:12 PM','%r'],['12:00 AM','%I:%M %p'],['Mon Jan  2 2012','%a %b %e %Y'],['Monday, january 2','%A, %B %d'],['366 2012','%j %Y'],['60','%j'],['99','%y'],['03','%y'],['20 03','%C %y'],['21','%C'],['1700000000','%s'],['23:59:61 rest','%T'],['x','%d'],['  5','%d'],['5','%n%d'],['50%','%d%%'],['2012 10 3','%Y %U %w'],['2012 10 3','%Y %W %u'],['+0100','%z'],['Z','%z'],['UTC','%Z'],['Mon','%a'],['32','%d'],['12/31/99','%D'],['2020-02-29T','%F'],['1','%q'],['7','%e'],['2','%m'],['12','%H%M'],['3 4','%H%M'],['2012 60','%Y %j'],["Fri Mar 1 10:00:00 2013","%c"]] as [$a,$b]) echo "$a|$b ", json_encode(strptime($a,$b)), "\n";
strptime('1','%d');
?>
--EXPECT--
2006-08-20|%Y-%m-%d [Function strptime() is deprecated since 8.2, use date_parse_from_format() (for locale-independent parsing), or IntlDateFormatter::parse() (for locale-dependent parsing) instead]
{"tm_sec":0,"tm_min":0,"tm_hour":0,"tm_mday":20,"tm_mon":7,"tm_year":106,"tm_wday":0,"tm_yday":231,"unparsed":""}
10:11:12 PM|%I:%M:%S %p [Function strptime() is deprecated since 8.2, use date_parse_from_format() (for locale-independent parsing), or IntlDateFormatter::parse() (for locale-dependent parsing) instead]
{"tm_sec":12,"tm_min":11,"tm_hour":22,"tm_mday":0,"tm_mon":0,"tm_year":0,"tm_wday":0,"tm_yday":0,"unparsed":""}
10:11:12 PM|%r [Function strptime() is deprecated since 8.2, use date_parse_from_format() (for locale-independent parsing), or IntlDateFormatter::parse() (for locale-dependent parsing) instead]
{"tm_sec":12,"tm_min":11,"tm_hour":22,"tm_mday":0,"tm_mon":0,"tm_year":0,"tm_wday":0,"tm_yday":0,"unparsed":""}
12:00 AM|%I:%M %p [Function strptime() is deprecated since 8.2, use date_parse_from_format() (for locale-independent parsing), or IntlDateFormatter::parse() (for locale-dependent parsing) instead]
{"tm_sec":0,"tm_min":0,"tm_hour":0,"tm_mday":0,"tm_mon":0,"tm_year":0,"tm_wday":0,"tm_yday":0,"unparsed":""}
Mon Jan  2 2012|%a %b %e %Y [Function strptime() is deprecated since 8.2, use date_parse_from_format() (for locale-independent parsing), or IntlDateFormatter::parse() (for locale-dependent parsing) instead]
{"tm_sec":0,"tm_min":0,"tm_hour":0,"tm_mday":2,"tm_mon":0,"tm_year":112,"tm_wday":1,"tm_yday":1,"unparsed":""}
Monday, january 2|%A, %B %d [Function strptime() is deprecated since 8.2, use date_parse_from_format() (for locale-independent parsing), or IntlDateFormatter::parse() (for locale-dependent parsing) instead]
{"tm_sec":0,"tm_min":0,"tm_hour":0,"tm_mday":2,"tm_mon":0,"tm_year":0,"tm_wday":1,"tm_yday":1,"unparsed":""}
366 2012|%j %Y [Function strptime() is deprecated since 8.2, use date_parse_from_format() (for locale-independent parsing), or IntlDateFormatter::parse() (for locale-dependent parsing) instead]
{"tm_sec":0,"tm_min":0,"tm_hour":0,"tm_mday":31,"tm_mon":11,"tm_year":112,"tm_wday":1,"tm_yday":365,"unparsed":""}
60|%j [Function strptime() is deprecated since 8.2, use date_parse_from_format() (for locale-independent parsing), or IntlDateFormatter::parse() (for locale-dependent parsing) instead]
{"tm_sec":0,"tm_min":0,"tm_hour":0,"tm_mday":0,"tm_mon":0,"tm_year":0,"tm_wday":0,"tm_yday":59,"unparsed":""}
99|%y [Function strptime() is deprecated since 8.2, use date_parse_from_format() (for locale-independent parsing), or IntlDateFormatter::parse() (for locale-dependent parsing) instead]
{"tm_sec":0,"tm_min":0,"tm_hour":0,"tm_mday":0,"tm_mon":0,"tm_year":99,"tm_wday":4,"tm_yday":-1,"unparsed":""}
03|%y [Function strptime() is deprecated since 8.2, use date_parse_from_format() (for locale-independent parsing), or IntlDateFormatter::parse() (for locale-dependent parsing) instead]
{"tm_sec":0,"tm_min":0,"tm_hour":0,"tm_mday":0,"tm_mon":0,"tm_year":103,"tm_wday":2,"tm_yday":-1,"unparsed":""}
20 03|%C %y [Function strptime() is deprecated since 8.2, use date_parse_from_format() (for locale-independent parsing), or IntlDateFormatter::parse() (for locale-dependent parsing) instead]
{"tm_sec":0,"tm_min":0,"tm_hour":0,"tm_mday":0,"tm_mon":0,"tm_year":103,"tm_wday":2,"tm_yday":-1,"unparsed":""}
21|%C [Function strptime() is deprecated since 8.2, use date_parse_from_format() (for locale-independent parsing), or IntlDateFormatter::parse() (for locale-dependent parsing) instead]
{"tm_sec":0,"tm_min":0,"tm_hour":0,"tm_mday":0,"tm_mon":0,"tm_year":200,"tm_wday":4,"tm_yday":-1,"unparsed":""}
1700000000|%s [Function strptime() is deprecated since 8.2, use date_parse_from_format() (for locale-independent parsing), or IntlDateFormatter::parse() (for locale-dependent parsing) instead]
{"tm_sec":20,"tm_min":13,"tm_hour":22,"tm_mday":14,"tm_mon":10,"tm_year":123,"tm_wday":2,"tm_yday":317,"unparsed":""}
23:59:61 rest|%T [Function strptime() is deprecated since 8.2, use date_parse_from_format() (for locale-independent parsing), or IntlDateFormatter::parse() (for locale-dependent parsing) instead]
{"tm_sec":61,"tm_min":59,"tm_hour":23,"tm_mday":0,"tm_mon":0,"tm_year":0,"tm_wday":0,"tm_yday":0,"unparsed":" rest"}
x|%d [Function strptime() is deprecated since 8.2, use date_parse_from_format() (for locale-independent parsing), or IntlDateFormatter::parse() (for locale-dependent parsing) instead]
false
  5|%d [Function strptime() is deprecated since 8.2, use date_parse_from_format() (for locale-independent parsing), or IntlDateFormatter::parse() (for locale-dependent parsing) instead]
{"tm_sec":0,"tm_min":0,"tm_hour":0,"tm_mday":5,"tm_mon":0,"tm_year":0,"tm_wday":5,"tm_yday":4,"unparsed":""}
5|%n%d [Function strptime() is deprecated since 8.2, use date_parse_from_format() (for locale-independent parsing), or IntlDateFormatter::parse() (for locale-dependent parsing) instead]
{"tm_sec":0,"tm_min":0,"tm_hour":0,"tm_mday":5,"tm_mon":0,"tm_year":0,"tm_wday":5,"tm_yday":4,"unparsed":""}
50%|%d%% [Function strptime() is deprecated since 8.2, use date_parse_from_format() (for locale-independent parsing), or IntlDateFormatter::parse() (for locale-dependent parsing) instead]
false
2012 10 3|%Y %U %w [Function strptime() is deprecated since 8.2, use date_parse_from_format() (for locale-independent parsing), or IntlDateFormatter::parse() (for locale-dependent parsing) instead]
{"tm_sec":0,"tm_min":0,"tm_hour":0,"tm_mday":7,"tm_mon":2,"tm_year":112,"tm_wday":3,"tm_yday":66,"unparsed":""}
2012 10 3|%Y %W %u [Function strptime() is deprecated since 8.2, use date_parse_from_format() (for locale-independent parsing), or IntlDateFormatter::parse() (for locale-dependent parsing) instead]
{"tm_sec":0,"tm_min":0,"tm_hour":0,"tm_mday":7,"tm_mon":2,"tm_year":112,"tm_wday":3,"tm_yday":66,"unparsed":""}
+0100|%z [Function strptime() is deprecated since 8.2, use date_parse_from_format() (for locale-independent parsing), or IntlDateFormatter::parse() (for locale-dependent parsing) instead]
{"tm_sec":0,"tm_min":0,"tm_hour":0,"tm_mday":0,"tm_mon":0,"tm_year":0,"tm_wday":0,"tm_yday":0,"unparsed":""}
Z|%z [Function strptime() is deprecated since 8.2, use date_parse_from_format() (for locale-independent parsing), or IntlDateFormatter::parse() (for locale-dependent parsing) instead]
{"tm_sec":0,"tm_min":0,"tm_hour":0,"tm_mday":0,"tm_mon":0,"tm_year":0,"tm_wday":0,"tm_yday":0,"unparsed":""}
UTC|%Z [Function strptime() is deprecated since 8.2, use date_parse_from_format() (for locale-independent parsing), or IntlDateFormatter::parse() (for locale-dependent parsing) instead]
{"tm_sec":0,"tm_min":0,"tm_hour":0,"tm_mday":0,"tm_mon":0,"tm_year":0,"tm_wday":0,"tm_yday":0,"unparsed":""}
Mon|%a [Function strptime() is deprecated since 8.2, use date_parse_from_format() (for locale-independent parsing), or IntlDateFormatter::parse() (for locale-dependent parsing) instead]
{"tm_sec":0,"tm_min":0,"tm_hour":0,"tm_mday":0,"tm_mon":0,"tm_year":0,"tm_wday":1,"tm_yday":0,"unparsed":""}
32|%d [Function strptime() is deprecated since 8.2, use date_parse_from_format() (for locale-independent parsing), or IntlDateFormatter::parse() (for locale-dependent parsing) instead]
false
12/31/99|%D [Function strptime() is deprecated since 8.2, use date_parse_from_format() (for locale-independent parsing), or IntlDateFormatter::parse() (for locale-dependent parsing) instead]
{"tm_sec":0,"tm_min":0,"tm_hour":0,"tm_mday":31,"tm_mon":11,"tm_year":99,"tm_wday":5,"tm_yday":364,"unparsed":""}
2020-02-29T|%F [Function strptime() is deprecated since 8.2, use date_parse_from_format() (for locale-independent parsing), or IntlDateFormatter::parse() (for locale-dependent parsing) instead]
{"tm_sec":0,"tm_min":0,"tm_hour":0,"tm_mday":29,"tm_mon":1,"tm_year":120,"tm_wday":6,"tm_yday":59,"unparsed":"T"}
1|%q [Function strptime() is deprecated since 8.2, use date_parse_from_format() (for locale-independent parsing), or IntlDateFormatter::parse() (for locale-dependent parsing) instead]
false
7|%e [Function strptime() is deprecated since 8.2, use date_parse_from_format() (for locale-independent parsing), or IntlDateFormatter::parse() (for locale-dependent parsing) instead]
{"tm_sec":0,"tm_min":0,"tm_hour":0,"tm_mday":7,"tm_mon":0,"tm_year":0,"tm_wday":0,"tm_yday":6,"unparsed":""}
2|%m [Function strptime() is deprecated since 8.2, use date_parse_from_format() (for locale-independent parsing), or IntlDateFormatter::parse() (for locale-dependent parsing) instead]
{"tm_sec":0,"tm_min":0,"tm_hour":0,"tm_mday":0,"tm_mon":1,"tm_year":0,"tm_wday":3,"tm_yday":30,"unparsed":""}
12|%H%M [Function strptime() is deprecated since 8.2, use date_parse_from_format() (for locale-independent parsing), or IntlDateFormatter::parse() (for locale-dependent parsing) instead]
false
3 4|%H%M [Function strptime() is deprecated since 8.2, use date_parse_from_format() (for locale-independent parsing), or IntlDateFormatter::parse() (for locale-dependent parsing) instead]
{"tm_sec":0,"tm_min":4,"tm_hour":3,"tm_mday":0,"tm_mon":0,"tm_year":0,"tm_wday":0,"tm_yday":0,"unparsed":""}
2012 60|%Y %j [Function strptime() is deprecated since 8.2, use date_parse_from_format() (for locale-independent parsing), or IntlDateFormatter::parse() (for locale-dependent parsing) instead]
{"tm_sec":0,"tm_min":0,"tm_hour":0,"tm_mday":29,"tm_mon":1,"tm_year":112,"tm_wday":3,"tm_yday":59,"unparsed":""}
Fri Mar 1 10:00:00 2013|%c [Function strptime() is deprecated since 8.2, use date_parse_from_format() (for locale-independent parsing), or IntlDateFormatter::parse() (for locale-dependent parsing) instead]
{"tm_sec":0,"tm_min":0,"tm_hour":10,"tm_mday":1,"tm_mon":2,"tm_year":113,"tm_wday":5,"tm_yday":59,"unparsed":""}
[Function strptime() is deprecated since 8.2, use date_parse_from_format() (for locale-independent parsing), or IntlDateFormatter::parse() (for locale-dependent parsing) instead]
