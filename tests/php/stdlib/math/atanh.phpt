--TEST--
atanh()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
foreach ([0.5, 1, -1, 2] as $x) { var_dump(atanh($x)); }
attempt(fn () => atanh("abc"));
--EXPECT--
float(0.5493061443340548)
float(INF)
float(-INF)
float(NAN)
TypeError: atanh(): Argument #1 ($num) must be of type float, string given
