--TEST--
register_shutdown_function()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
register_shutdown_function(function ($a) { echo "first $a\n"; register_shutdown_function(fn() => print("nested\n")); }, 1); register_shutdown_function('printf', "%s\n", 'second'); echo "main\n"; attempt(fn() => register_shutdown_function('nope'));
--EXPECT--
main
TypeError: register_shutdown_function(): Argument #1 ($callback) must be a valid callback, function "nope" not found or invalid function name
first 1
second
nested
