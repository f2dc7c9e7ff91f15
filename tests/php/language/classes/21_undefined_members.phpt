--TEST--
Messages for what a class does not have
--FILE--
<?php
class A { const C = 1; public $p; static function s() {} function m() {} } $a = new A; echo $a->nope, "|\n";
foreach ([fn() => $a->none(), fn() => A::none(), fn() => A::NONE, fn() => A::$none, fn() => (null)->m(), fn() => null->p ?? 'ok', fn() => 'str'->m(), fn() => (5)->p, fn() => A::m(), fn() => $a::s(), fn() => [$a, 'x'](), fn() => $a()] as $f) try {
    var_dump($f());
} catch (Error $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } $n = null; try { $n->p = 1; } catch (Error $e) {
    echo $e->getMessage(), "\n";
}
try { $n->p->q[] = 1; } catch (Error $e) { echo $e->getMessage(), "\n"; } echo $n->p, $n?->p, "\n";
abstract class Ab { abstract static function f(); } try { Ab::f(); } catch (Error $e) {
    echo $e->getMessage(), "\n";
}
--EXPECTF--

Warning: Undefined property: A::$nope in %s21_undefined_members.php on line 2
|
Error: Call to undefined method A::none()
Error: Call to undefined method A::none()
Error: Undefined constant A::NONE
Error: Access to undeclared static property A::$none
Error: Call to a member function m() on null
string(2) "ok"
Error: Call to a member function m() on string

Warning: Attempt to read property "p" on int in %s21_undefined_members.php on line 3
NULL
Error: Non-static method A::m() cannot be called statically
NULL
Error: Call to undefined method A::x()
Error: Object of type A is not callable
Attempt to assign property "p" on null
Attempt to modify property "p" on null

Warning: Attempt to read property "p" on null in %s21_undefined_members.php on line 8

Cannot call abstract method Ab::f()
