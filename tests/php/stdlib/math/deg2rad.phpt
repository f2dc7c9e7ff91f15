--TEST--
deg2rad()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
foreach ([180, 45] as $x) { var_dump(deg2rad($x)); }
attempt(fn () => deg2rad("abc"));
--EXPECT--
float(3.141592653589793)
float(0.7853981633974483)
TypeError: deg2rad(): Argument #1 ($num) must be of type float, string given
