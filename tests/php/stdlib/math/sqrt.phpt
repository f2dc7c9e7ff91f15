--TEST--
sqrt()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
foreach ([16, 2, 0, -1] as $x) { var_dump(sqrt($x)); }
attempt(fn () => sqrt("abc"));
--EXPECT--
float(4)
float(1.4142135623730951)
float(0)
float(NAN)
TypeError: sqrt(): Argument #1 ($num) must be of type float, string given
