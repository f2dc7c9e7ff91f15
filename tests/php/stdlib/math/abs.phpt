--TEST--
abs()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
var_dump(abs(-5), abs(5.5), abs(-0.0), abs(PHP_INT_MIN), abs("-3"), abs("-3.5"), abs(true)); attempt(fn () => abs("x")); attempt(fn () => abs(null)); attempt(fn () => abs([]));
--EXPECT--
int(5)
float(5.5)
float(0)
float(9.223372036854776E+18)
int(3)
float(3.5)
int(1)
TypeError: abs(): Argument #1 ($num) must be of type int|float, string given
[abs(): Passing null to parameter #1 ($num) of type int|float is deprecated]
0
TypeError: abs(): Argument #1 ($num) must be of type int|float, array given
