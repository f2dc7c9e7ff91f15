--TEST--
intdiv()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
var_dump(intdiv(7, 2), intdiv(-7, 2), intdiv(7, -2), intdiv(0, 5), intdiv(PHP_INT_MIN, 1), intdiv(-1, 2)); attempt(fn () => intdiv(1, 0)); attempt(fn () => intdiv(PHP_INT_MIN, -1)); attempt(fn () => intdiv(1.5, 1));
--EXPECT--
int(3)
int(-3)
int(-3)
int(0)
int(-9223372036854775808)
int(0)
DivisionByZeroError: Division by zero
ArithmeticError: Division of PHP_INT_MIN by -1 is not an integer
[Implicit conversion from float 1.5 to int loses precision]
1
