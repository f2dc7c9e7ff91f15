--TEST--
trigger_error()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
trigger_error('n'); trigger_error('w', E_USER_WARNING); user_error('d', E_USER_DEPRECATED); attempt(fn() => trigger_error('x', 1)); trigger_error('e', E_USER_ERROR); echo "on\n";
--EXPECT--
[n]
[w]
[d]
ValueError: trigger_error(): Argument #2 ($error_level) must be one of E_USER_ERROR, E_USER_WARNING, E_USER_NOTICE, or E_USER_DEPRECATED
[Passing E_USER_ERROR to trigger_error() is deprecated since 8.4, throw an exception or call exit with a string message instead]
[e]
on
