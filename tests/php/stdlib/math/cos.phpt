--TEST--
cos()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
foreach ([0, M_PI, INF] as $x) { var_dump(cos($x)); }
attempt(fn () => cos("abc"));
--EXPECT--
float(1)
float(-1)
float(NAN)
TypeError: cos(): Argument #1 ($num) must be of type float, string given
