--TEST--
Operands left to right, and the known surprises
--FILE--
<?php
function p($n) { echo $n; return $n; }
p(1) + p(2) * p(3); echo "\n"; p(1) . p(2) . p(3); echo "\n"; [p(1), p(2) => p(3)]; echo "\n";
$a = [1, 2, 3]; $i = 0; $a[$i] = $i++; echo json_encode($a), ' '; $i = 1; $a[$i++] = $i; echo json_encode($a), "\n";
$x = 1; echo $x + $x++ + ++$x, ' ', $x, "\n"; $x = 5; echo $x-- - --$x, "\n";
function args() { return implode(func_get_args()); } $k = 0; echo args($k++, $k++, $k), "\n";
$arr = ['a' => 1]; $f = fn() => p('rhs'); $arr[p('key')] = $f(); echo "\n";
p('cond') ? p('yes') : p('no'); echo "\n"; p(0) ?: p('elvis'); echo "\n"; null ?? p('coal'); echo "\n";
false && p('never'); true || p('never'); true && p('and'); echo "\n";
$o = new stdClass; $o->{p('prop')} = p('val'); echo "\n";
--EXPECT--
123
123
123
[1,0,3] [1,2,3]
6 3
2
012
keyrhs
condyes
0elvis
coal
and
propval
