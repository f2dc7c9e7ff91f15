--TEST--
pow()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
var_dump(pow(2, 3), pow(2, -1), pow(2, 63), pow(0, 0), pow('3', 2), pow(2, 0.5), pow(-2, 3), pow(1.5, 2), pow(-8, 1 / 3)); attempt(fn () => pow([], 1));
--EXPECT--
int(8)
float(0.5)
float(9.223372036854776E+18)
int(1)
int(9)
float(1.4142135623730951)
int(-8)
float(2.25)
float(NAN)
TypeError: Unsupported operand types: array ** int
