--TEST--
cal_days_in_month()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(cal_days_in_month(CAL_GREGORIAN, 2, 2024), cal_days_in_month(CAL_JULIAN, 2, 1900), cal_days_in_month(CAL_JEWISH, 3, 5783), cal_days_in_month(CAL_FRENCH, 13, 3), cal_days_in_month(CAL_GREGORIAN, 12, -1)); attempt(fn () => cal_days_in_month(9, 1, 1)); attempt(fn () => cal_days_in_month(0, 20, 2000));
--EXPECT--
29
29
30
6
31
ValueError: cal_days_in_month(): Argument #1 ($calendar) must be a valid calendar ID
ValueError: Invalid date
