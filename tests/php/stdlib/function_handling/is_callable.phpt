--TEST--
is_callable()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function attempt($f) { try { var_dump($f()); } catch (\Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
class A { function m() {} private function p() {} static function s() {} function in() { return is_callable([$this, 'p']); } }
foreach (['strlen', 'nope', 'A::s', 'A::nope', ['A', 's'], [new A, 'm'], [new A, 'p'], [1, 2], fn() => 1, new A, 5] as $c) { var_dump(is_callable($c), is_callable($c, true, $name), $name); } var_dump((new A)->in());
--EXPECT--
bool(true)
bool(true)
string(6) "strlen"
bool(false)
bool(true)
string(4) "nope"
bool(true)
bool(true)
string(4) "A::s"
bool(false)
bool(true)
string(7) "A::nope"
bool(true)
bool(true)
string(4) "A::s"
bool(true)
bool(true)
string(4) "A::m"
bool(false)
bool(true)
string(4) "A::p"
bool(false)
bool(false)
string(5) "Array"
bool(true)
bool(true)
string(17) "Closure::__invoke"
bool(false)
bool(false)
string(11) "A::__invoke"
bool(false)
bool(false)
string(1) "5"
bool(true)
