--TEST--
atan()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
foreach ([1, INF] as $x) { var_dump(atan($x)); }
attempt(fn () => atan("abc"));
--EXPECT--
float(0.7853981633974483)
float(1.5707963267948966)
TypeError: atan(): Argument #1 ($num) must be of type float, string given
