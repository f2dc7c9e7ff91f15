--TEST--
get_called_class()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
class A { static function f() { return get_called_class(); } } class B extends A {} attempt(fn() => B::f()); attempt(fn() => A::f()); attempt(fn() => get_called_class());
--EXPECT--
string(1) "B"
string(1) "A"
Error: get_called_class() must be called from within a class
