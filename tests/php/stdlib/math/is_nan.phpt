--TEST--
is_nan()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
foreach ([1, INF, NAN] as $x) { var_dump(is_nan($x)); }
attempt(fn () => is_nan("abc"));
--EXPECT--
bool(false)
bool(false)
bool(true)
TypeError: is_nan(): Argument #1 ($num) must be of type float, string given
