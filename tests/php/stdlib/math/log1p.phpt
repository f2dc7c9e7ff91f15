--TEST--
log1p()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
foreach ([0, 1e-10, -1, -2] as $x) { var_dump(log1p($x)); }
attempt(fn () => log1p("abc"));
--EXPECT--
float(0)
float(9.999999999500001E-11)
float(-INF)
float(NAN)
TypeError: log1p(): Argument #1 ($num) must be of type float, string given
