--TEST--
rad2deg()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
foreach ([M_PI, 1] as $x) { var_dump(rad2deg($x)); }
attempt(fn () => rad2deg("abc"));
--EXPECT--
float(180)
float(57.29577951308232)
TypeError: rad2deg(): Argument #1 ($num) must be of type float, string given
