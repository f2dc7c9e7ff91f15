--TEST--
cosh()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
foreach ([1, 1000] as $x) { var_dump(cosh($x)); }
attempt(fn () => cosh("abc"));
--EXPECT--
float(1.5430806348152437)
float(INF)
TypeError: cosh(): Argument #1 ($num) must be of type float, string given
