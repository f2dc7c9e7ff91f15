--TEST--
decbin()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
var_dump(decbin(10), decbin(0), decbin(-1), decbin(PHP_INT_MAX)); attempt(fn () => decbin("x"));
--EXPECT--
string(4) "1010"
string(1) "0"
string(64) "1111111111111111111111111111111111111111111111111111111111111111"
string(63) "111111111111111111111111111111111111111111111111111111111111111"
TypeError: decbin(): Argument #1 ($num) must be of type int, string given
