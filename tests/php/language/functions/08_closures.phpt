--TEST--
Anonymous functions and what they capture
--FILE--
<?php
$x = 1; $f = function ($y) use ($x) { return $x + $y; }; $x = 100; echo $f(5), "\n";
$n = 0; $inc = function () use (&$n) { return ++$n; }; $inc(); $inc(); echo $n, "\n";
$fact = function ($n) use (&$fact) { return $n < 2 ? 1 : $n * $fact($n - 1); }; echo $fact(5), "\n";
class C {
    private $v = 'priv';
    function get() { return function () { return $this->v; }; }
    static function st() { return static fn() => isset($this); }
}
echo (new C)->get()(), ' '; var_dump((C::st())());
$u = function () use ($undefined_one) { return $undefined_one ?? 'null'; }; echo $u(), "\n";
echo (function () { return implode(',', func_get_args()); })(1, 2), ' ', (fn(...$a) => count($a))(1, 2, 3), "\n";
$compose = fn(callable ...$f) => fn($x) => array_reduce($f, fn($acc, $fn) => $fn($acc), $x);
echo $compose('trim', 'strrev', fn($s) => "$s!")(' abc '), "\n";
$add = fn($a) => fn($b) => $a + $b; echo $add(2)(3), "\n"; $z = 1; $g = fn() => $z++; $g(); echo $z, "\n";
$v = 5; $h = function ($v) use (&$w) { $w = $v; }; $h(9); echo $w, "\n";
var_dump($f instanceof Closure, is_callable($f), is_object($f));
--EXPECTF--
6
2
120
priv bool(false)

Warning: Undefined variable $undefined_one in %s08_closures.php on line 11
null
1,2 3
cba!
5
1
9
bool(true)
bool(true)
bool(true)
