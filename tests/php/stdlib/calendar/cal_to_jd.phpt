--TEST--
cal_to_jd()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(cal_to_jd(CAL_GREGORIAN, 11, 23, 2026), cal_to_jd(CAL_JULIAN, 11, 23, 2026), cal_to_jd(CAL_JEWISH, 1, 1, 5787), cal_to_jd(CAL_FRENCH, 1, 1, 1)); attempt(fn () => cal_to_jd(0, 0, 1, 1));
--EXPECT--
2461368
2461381
2461296
2375840
ValueError: cal_to_jd(): Argument #2 ($month) must be between 1 and 2147483646
