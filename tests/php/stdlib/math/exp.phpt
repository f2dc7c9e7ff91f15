--TEST--
exp()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
foreach ([0, 1, 1000, -1000, "2"] as $x) { var_dump(exp($x)); }
attempt(fn () => exp("abc"));
--EXPECT--
float(1)
float(2.718281828459045)
float(INF)
float(0)
float(7.38905609893065)
TypeError: exp(): Argument #1 ($num) must be of type float, string given
