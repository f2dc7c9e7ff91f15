--TEST--
floor()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
foreach ([1.9, -1.2, -0.5, 5, "3.9", 1e20] as $x) { var_dump(floor($x)); }
attempt(fn () => floor("abc"));
--EXPECT--
float(1)
float(-2)
float(-1)
float(5)
float(3)
float(1.0E+20)
TypeError: floor(): Argument #1 ($num) must be of type int|float, string given
