--TEST--
acosh()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
foreach ([1, 2, 0.5] as $x) { var_dump(acosh($x)); }
attempt(fn () => acosh("abc"));
--EXPECT--
float(0)
float(1.3169578969248166)
float(NAN)
TypeError: acosh(): Argument #1 ($num) must be of type float, string given
