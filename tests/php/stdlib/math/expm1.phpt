--TEST--
expm1()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
foreach ([0, 1e-10, 1000] as $x) { var_dump(expm1($x)); }
attempt(fn () => expm1("abc"));
--EXPECT--
float(0)
float(1.00000000005E-10)
float(INF)
TypeError: expm1(): Argument #1 ($num) must be of type float, string given
