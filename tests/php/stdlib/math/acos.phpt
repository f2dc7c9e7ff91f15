--TEST--
acos()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
foreach ([0.5, 1, 2] as $x) { var_dump(acos($x)); }
attempt(fn () => acos("abc"));
--EXPECT--
float(1.0471975511965979)
float(0)
float(NAN)
TypeError: acos(): Argument #1 ($num) must be of type float, string given
