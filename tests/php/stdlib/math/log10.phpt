--TEST--
log10()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
foreach ([1000, 0, -1] as $x) { var_dump(log10($x)); }
attempt(fn () => log10("abc"));
--EXPECT--
float(3)
float(-INF)
float(NAN)
TypeError: log10(): Argument #1 ($num) must be of type float, string given
