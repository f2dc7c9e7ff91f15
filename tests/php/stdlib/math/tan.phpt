--TEST--
tan()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
foreach ([0, M_PI_4, INF] as $x) { var_dump(tan($x)); }
attempt(fn () => tan("abc"));
--EXPECT--
float(0)
float(0.9999999999999999)
float(NAN)
TypeError: tan(): Argument #1 ($num) must be of type float, string given
