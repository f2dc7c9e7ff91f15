--TEST--
Yielding by reference, abandoned generators, generators in methods
--FILE--
<?php
function &refs(array &$a) { foreach ($a as $k => &$v) yield $k => $v; } $a = [1, 2, 3];
foreach (refs($a) as &$v) $v *= 10; unset($v); echo implode(',', $a), "\n";
function fin() { try { yield 1; yield 2; } finally { echo '[cleanup]'; } }
foreach (fin() as $v) { echo $v; break; } echo " after\n";
class C implements IteratorAggregate {
    private $d = ['x' => 1, 'y' => 2];
    function getIterator(): Generator { foreach ($this->d as $k => $v) yield $k => $v * 10; }
    static function st() { yield static::class; }
    function pairs() { yield from $this; }
}
foreach (new C as $k => $v) echo "$k$v "; foreach (C::st() as $v) echo $v;
echo json_encode(iterator_to_array((new C)->pairs())), "\n";
function fib() { [$a, $b] = [0, 1]; while (true) { yield $a; [$a, $b] = [$b, $a + $b]; } }
foreach (fib() as $i => $f) { if ($i >= 10) break; echo $f, ' '; } echo "\n";
function take($it, $n) { foreach ($it as $k => $v) { if ($n-- <= 0) return; yield $k => $v; } }
function map($it, $f) { foreach ($it as $k => $v) yield $k => $f($v); }
echo implode(',', iterator_to_array(take(map(fib(), fn($x) => $x ** 2), 6))), "\n"; $g = fib(); try {
    clone $g;
} catch (Error $e) { echo $e->getMessage(), "\n"; } try { serialize($g); } catch (Exception $e) {
    echo $e->getMessage(), "\n";
}
function typed(): Generator|int { yield 1; } echo typed()->current(), "\n";
$g = (function () { try { yield 1; } catch (Exception $e) { echo 'never'; } })();
try { $g->throw(new Exception('before start')); } catch (Exception $e) { echo $e->getMessage(), "\n"; }
--EXPECT--
10,20,30
1[cleanup] after
x10 y20 C{"x":10,"y":20}
0 1 1 2 3 5 8 13 21 34 
0,1,1,4,9,25
Trying to clone an uncloneable object of class Generator
Serialization of 'Generator' is not allowed
1
never
