--TEST--
Deep recursion works
--FILE--
<?php
function depth($n) { return $n == 0 ? 0 : 1 + depth($n - 1); } echo depth(20000), "\n";
$f = fn($n) => $n ? $f($n - 1) : 'none'; try { $f(1); } catch (Error $e) { echo $e->getMessage(), "\n"; }
function even($n) { return $n == 0 ? true : odd($n - 1); }
function odd($n) { return $n == 0 ? false : even($n - 1); } var_dump(even(5000));
function sum(array $a) { return array_reduce($a, fn($c, $x) => $c + (is_array($x) ? sum($x) : $x), 0); }
echo sum([1, [2, [3, [4]], 5]]), "\n";
class T {
    public $kids = [];
    function __construct(public $v) {}
    function total() { return $this->v + array_sum(array_map(fn($k) => $k->total(), $this->kids)); }
}
$t = new T(1); $t->kids = [new T(2), new T(3)]; $t->kids[0]->kids[] = new T(4); echo $t->total(), "\n";
--EXPECTF--
20000

Warning: Undefined variable $f in %s11_recursion.php on line 3
Value of type null is not callable
bool(true)
15
10
