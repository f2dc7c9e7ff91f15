--TEST--
Variadic parameters and argument unpacking
--FILE--
<?php
function v($first, ...$rest) { return "$first:" . json_encode($rest); }
echo v(1), v(1, 2, 3), v(...[4, 5]), v(1, ...[2], ...[3, 4]), "\n";
function typed(int ...$n) { return array_sum($n); } echo typed(1, '2', 3), typed(), "\n";
try { typed(1, 'x'); } catch (TypeError $e) { echo preg_replace('/, called.*/', '', $e->getMessage()), "\n"; }
function refs(&...$r) { foreach ($r as &$x) $x *= 2; } $a = 1; $b = 2; refs($a, $b); echo $a, $b, "\n";
function named(...$args) { return json_encode($args); } echo named(1, k: 2, j: 3), named(...['x' => 1]), "\n";
echo v(...(function () { yield 1; yield 2; })()), v(...new ArrayIterator([7, 8])), max(...[3, 9, 4]), "\n";
try { v(...5); } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { named(...['a' => 1, 0 => 2]); } catch (Error $e) { echo $e->getMessage(), "\n"; }
$args = [[1, 2, 3]]; echo count(...$args), "\n";
--EXPECT--
1:[]1:[2,3]4:[5]1:[2,3,4]
60
typed(): Argument #2 must be of type int, string given
24
{"0":1,"k":2,"j":3}{"x":1}
1:[2]7:[8]9
Only arrays and Traversables can be unpacked, int given
Cannot use positional argument after named argument during unpacking
3
