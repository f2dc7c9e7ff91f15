--TEST--
is_finite()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
foreach ([1, INF, NAN] as $x) { var_dump(is_finite($x)); }
attempt(fn () => is_finite("abc"));
--EXPECT--
bool(true)
bool(false)
bool(false)
TypeError: is_finite(): Argument #1 ($num) must be of type float, string given
