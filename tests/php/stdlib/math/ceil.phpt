--TEST--
ceil()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
foreach ([1.2, -1.2, -0.5, 5, "3.1", 1e20] as $x) { var_dump(ceil($x)); }
attempt(fn () => ceil("abc"));
--EXPECT--
float(2)
float(-1)
float(-0)
float(5)
float(4)
float(1.0E+20)
TypeError: ceil(): Argument #1 ($num) must be of type int|float, string given
