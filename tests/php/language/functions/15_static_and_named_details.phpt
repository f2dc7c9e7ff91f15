--TEST--
Statics, named arguments and references to results
--FILE--
<?php
function count_up($to) { static $n = 0; static $first = $to; return [++$n, $first]; }
echo json_encode([count_up(3), count_up(9)]), "\n";
function args($a, $b = 'b', ...$rest) { return json_encode([func_num_args(), func_get_args(), $rest]); }
echo args('A', 'B', 'C'), args(b: 'x', a: 'y'), args('A', k: 1), "\n";
class M { function __call($n, $a) { return json_encode($a); } static function __callStatic($n, $a) { return json_encode($a); } }
echo (new M)->x(1, two: 2), M::y(three: 3), "\n";
function &slot(array &$a, $k) { return $a[$k]; }
$data = []; $r = &slot($data, 'x'); $r = 5; $name = 'slot'; $q = &$name($data, 'y'); $q = 6; echo json_encode($data), "\n";
try { args(...new ArrayIterator(['a' => 1, 'b' => 2]), ...5); } catch (Error $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; }
function by_ref(&$x) { } try { by_ref($y = 1); } catch (Error $e) { echo $e->getMessage(), "\n"; }
function typed(?int $x = 1): never { } try { typed(); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
$o = null; echo json_encode([$o?->a->b()->c[1], isset($o?->a->b), $o?->m(print('never'))->n ?? 'dflt']), "\n";
--EXPECT--
[[1,3],[2,3]]
[3,["A","B","C"],["C"]][2,["y","x"],[]][1,["A"],{"k":1}]
{"0":1,"two":2}{"three":3}
{"x":5,"y":6}
TypeError: Only arrays and Traversables can be unpacked, int given
by_ref(): Argument #1 ($x) could not be passed by reference
typed(): never-returning function must not implicitly return
[null,false,"dflt"]
