--TEST--
f(...) in its forms
--FILE--
<?php
class A {
    public function m($x) { return "m$x"; }
    public static function s($x) { return "s$x"; }
    public function __invoke($x) { return "i$x"; }
}
$a = new A; $len = strlen(...); $m = $a->m(...); $s = A::s(...); $i = $a(...); $n = 's'; $cls = 'A';
echo $len('four'), $m(1), $s(2), $i(3), $cls::$n(...)(4), [$a, 'm'](...)(5), 'A::s'(...)(6), "\n";
echo implode(',', array_map(strtoupper(...), ['a', 'b'])), "\n";
var_dump(strlen(...) == strlen(...), $len::class, (new ReflectionFunction($len))->getName());
try { nope(...); } catch (Error $e) { echo $e->getMessage(), "\n"; }
--EXPECT--
4m1s2i3s4m5s6
A,B
bool(true)
string(7) "Closure"
string(6) "strlen"
Call to undefined function nope()
