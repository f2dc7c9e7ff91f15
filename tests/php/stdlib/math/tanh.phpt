--TEST--
tanh()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
foreach ([0.5, 100] as $x) { var_dump(tanh($x)); }
attempt(fn () => tanh("abc"));
--EXPECT--
float(0.46211715726000974)
float(1)
TypeError: tanh(): Argument #1 ($num) must be of type float, string given
