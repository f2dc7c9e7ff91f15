--TEST--
asinh()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
foreach ([1, -2.5] as $x) { var_dump(asinh($x)); }
attempt(fn () => asinh("abc"));
--EXPECT--
float(0.881373587019543)
float(-1.6472311463710958)
TypeError: asinh(): Argument #1 ($num) must be of type float, string given
