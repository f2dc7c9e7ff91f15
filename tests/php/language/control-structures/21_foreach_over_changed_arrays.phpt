--TEST--
foreach walks the array as it was, whatever the loop does to it
--FILE--
<?php
function f(array $a) { $o=''; foreach ($a as $k => $v) { $a[$k+10] = $v; $o .= "$k$v,"; } return $o.count($a); }
echo f([1,2,3]), "\n";
$x = ['a'=>1, 5=>2, 'c'=>3]; foreach ($x as $k => $v) { echo $k, $v; unset($x[$k]); } echo count($x), "\n";
$y=[1,2,3]; foreach ($y as $v) { $z = $y; $z[] = 9; $y[] = 4; echo $v, count($z), count($y), ' '; }
foreach ($y as $k=>$v) { array_pop($y); echo $k; }
foreach ($y as $k=>$v) { echo $k; $y = [7,8]; } echo count($y);
echo "\n";
function g() { $a = [1, 2, 3]; foreach ($a as $k => $v) { yield $k => $v; $a[$k] = 'changed'; } return implode(',', $a); }
$g = g(); foreach ($g as $k => $v) { echo "$k=$v "; } echo $g->getReturn(), "\n";
function h($list) { $out = []; foreach ($list as $item) { $list = [$item, ...$list]; $out[] = $item; } return count($out) . '/' . count($list); }
echo h([1, 2, 3]), h(['a' => 1, 'b' => 2]), h([5 => 1, 2 => 2]), "\n";
$i = [1, 2]; $ref = &$i[0]; foreach ($i as $k => $v) { $ref++; echo "$k:$v "; } echo "\n";
$nested = ['x' => ['y' => 1], 'z' => [1 => 2]]; foreach ($nested as $k => $inner) { foreach ($inner as $j => $v) { $nested[$k][$j] = $v + 1; } } echo json_encode($nested), "\n";
foreach ([3 => 'c', 1 => 'a'] as $k => $v) { echo $k, $v; } echo "\n";
--EXPECT--
01,12,23,6
a152c30
144 255 366 0123450
0=1 1=2 2=3 changed,changed,changed
3/62/42/4
0:1 1:2 
{"x":{"y":2},"z":{"1":3}}
3c1a
