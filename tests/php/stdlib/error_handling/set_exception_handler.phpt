--TEST--
set_exception_handler()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
var_dump(set_exception_handler(null), set_exception_handler('printf')); var_dump(set_exception_handler(function ($e) { echo 'handled ', get_class($e), ' ', $e->getMessage(), "\n"; })); restore_exception_handler(); set_exception_handler(fn($e) => print('last ' . $e->getMessage() . "\n")); throw new RuntimeException('boom');
--EXPECT--
NULL
NULL
string(6) "printf"
last boom
