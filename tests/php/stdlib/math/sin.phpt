--TEST--
sin()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
foreach ([0, M_PI_2, INF] as $x) { var_dump(sin($x)); }
attempt(fn () => sin("abc"));
--EXPECT--
float(0)
float(1)
float(NAN)
TypeError: sin(): Argument #1 ($num) must be of type float, string given
