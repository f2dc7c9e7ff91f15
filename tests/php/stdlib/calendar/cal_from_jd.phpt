--TEST--
cal_from_jd()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(cal_from_jd(2460000, CAL_GREGORIAN), cal_from_jd(2460000, CAL_JULIAN), cal_from_jd(2460000, CAL_JEWISH), cal_from_jd(2376000, CAL_FRENCH), cal_from_jd(5, CAL_JEWISH)); attempt(fn () => cal_from_jd(1, 7));
--EXPECT--
{"date":"2\/24\/2023","month":2,"day":24,"year":2023,"dow":5,"abbrevdayname":"Fri","dayname":"Friday","abbrevmonth":"Feb","monthname":"February"}
{"date":"2\/11\/2023","month":2,"day":11,"year":2023,"dow":5,"abbrevdayname":"Fri","dayname":"Friday","abbrevmonth":"Feb","monthname":"February"}
{"date":"7\/3\/5783","month":7,"day":3,"year":5783,"dow":5,"abbrevdayname":"Fri","dayname":"Friday","abbrevmonth":"Adar","monthname":"Adar"}
{"date":"6\/11\/1","month":6,"day":11,"year":1,"dow":5,"abbrevdayname":"Fri","dayname":"Friday","abbrevmonth":"Ventose","monthname":"Ventose"}
{"date":"0\/0\/0","month":0,"day":0,"year":0,"dow":null,"abbrevdayname":"","dayname":"","abbrevmonth":"","monthname":""}
ValueError: cal_from_jd(): Argument #2 ($calendar) must be a valid calendar ID
