--TEST--
round()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
var_dump(round(3.5), round(-3.5), round(2.5), round(1.955, 2), round(5.055, 2), round(5.045, 2), round(1234567, -3), round(1241757, -3), round(0.285, 2), round(1.45, 1), round(-0.4), round(5), round("3.7"), round(1e20), round(9.5, 0, PHP_ROUND_HALF_EVEN), round(8.5, 0, PHP_ROUND_HALF_EVEN), round(9.5, 0, PHP_ROUND_HALF_ODD), round(1.55, 1, PHP_ROUND_HALF_DOWN), round(PHP_INT_MAX, -2), round(INF), round(NAN), round(0.1 + 0.7, 15) * 10, round(15, -1), round(25, -1, PHP_ROUND_HALF_EVEN));
foreach (RoundingMode::cases() as $mode) { echo $mode->name, ':'; foreach ([1.5, -1.5, 2.5, 1.1, -1.9, 0.5] as $x) { echo ' ', var_export(round($x, 0, $mode), true); } echo "\n"; }
attempt(fn () => round(1.5, 0, 99)); attempt(fn () => round('x'));
--EXPECT--
float(4)
float(-4)
float(3)
float(1.96)
float(5.06)
float(5.05)
float(1235000)
float(1242000)
float(0.29)
float(1.5)
float(-0)
float(5)
float(4)
float(1.0E+20)
float(10)
float(8)
float(9)
float(1.5)
float(9.223372036854776E+18)
float(INF)
float(NAN)
float(8)
float(20)
float(20)
HalfAwayFromZero: 2.0 -2.0 3.0 1.0 -2.0 1.0
HalfTowardsZero: 1.0 -1.0 2.0 1.0 -2.0 0.0
HalfEven: 2.0 -2.0 2.0 1.0 -2.0 0.0
HalfOdd: 1.0 -1.0 3.0 1.0 -2.0 1.0
TowardsZero: 1.0 -1.0 2.0 1.0 -1.0 0.0
AwayFromZero: 2.0 -2.0 3.0 2.0 -2.0 1.0
NegativeInfinity: 1.0 -2.0 2.0 1.0 -2.0 0.0
PositiveInfinity: 2.0 -1.0 3.0 2.0 -1.0 1.0
ValueError: round(): Argument #3 ($mode) must be a valid rounding mode (RoundingMode::*)
TypeError: round(): Argument #1 ($num) must be of type int|float, string given
