--TEST--
cal_info()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(cal_info(CAL_JEWISH), count(cal_info())); attempt(fn () => cal_info(4));
--EXPECT--
{"months":{"1":"Tishri","2":"Heshvan","3":"Kislev","4":"Tevet","5":"Shevat","6":"Adar I","7":"Adar II","8":"Nisan","9":"Iyyar","10":"Sivan","11":"Tammuz","12":"Av","13":"Elul"},"abbrevmonths":{"1":"Tishri","2":"Heshvan","3":"Kislev","4":"Tevet","5":"Shevat","6":"Adar I","7":"Adar II","8":"Nisan","9":"Iyyar","10":"Sivan","11":"Tammuz","12":"Av","13":"Elul"},"maxdaysinmonth":30,"calname":"Jewish","calsymbol":"CAL_JEWISH"}
4
ValueError: cal_info(): Argument #1 ($calendar) must be a valid calendar ID
