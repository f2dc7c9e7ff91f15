--TEST--
log()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
var_dump(log(M_E), log(8, 2), log(100, 10), log(0), log(-1), log(5, 1), log(27, 3), log(2, M_E)); attempt(fn () => log(1, 0)); attempt(fn () => log(1, -2));
--EXPECT--
float(1)
float(3)
float(2)
float(-INF)
float(NAN)
float(NAN)
float(3)
float(0.6931471805599453)
ValueError: log(): Argument #2 ($base) must be greater than 0
ValueError: log(): Argument #2 ($base) must be greater than 0
