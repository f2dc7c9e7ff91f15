--TEST--
Static variables keep their value between calls
--FILE--
<?php
function counter() { static $n = 0, $list = []; $list[] = ++$n; return implode(',', $list); }
counter(); counter(); echo counter(), "\n";
function lazy($x) { static $v = strlen('abcd') + 1; $v += $x; return $v; }
echo lazy(1), lazy(1), "\n";
class A {
    function m() { static $n = 10; return ++$n; }
    static function s() { static $n; return $n = ($n ?? 0) + 1; }
}
class B extends A {}
$a = new A; $b = new A; $c = new B; echo $a->m(), $b->m(), $c->m(), ' ', A::s(), B::s(), A::s(), "\n";
$f = function() { static $k = 0; return ++$k; }; $g = clone $f; echo $f(), $f(), $g(), "\n";
function rec($n) { static $depth = 0; $depth++; if ($n) rec($n - 1); return $depth; } echo rec(3), "\n";
--EXPECT--
1,2,3
67
111213 123
121
4
