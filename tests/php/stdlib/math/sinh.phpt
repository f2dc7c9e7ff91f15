--TEST--
sinh()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
foreach ([1, -1000] as $x) { var_dump(sinh($x)); }
attempt(fn () => sinh("abc"));
--EXPECT--
float(1.1752011936438014)
float(-INF)
TypeError: sinh(): Argument #1 ($num) must be of type float, string given
