--TEST--
arrays among the elements stay as they were read
--FILE--
<?php
function rows(array $rows) { $kept = []; foreach ($rows as $i => $row) { if ($row['n'] > 1) { $kept[] = $row; } $last = $row; } $kept[0]['n'] = 100; $last['n'] = 7; return [$kept, $rows]; }
$r = [['n'=>1],['n'=>2],['n'=>3]]; echo json_encode(rows($r)), json_encode($r), "\n";
function pick(array $rows) { foreach ($rows as $row) { if ($row[0] == 2) { return $row; } } return null; }
$m = [[1,'a'],[2,'b']]; $p = pick($m); $p[] = 'more'; $m[1][] = 'x'; echo json_encode([$p, $m]), "\n";
class Box { public $items = [[1],[2]]; public $p = [1]; 
  function each() { $mine = $this->items; foreach ($mine as $x) { $this->items[0][] = 9; $this->grow(); echo json_encode($x); } return $mine; }
  function grow() { $this->items[1][] = 8; }
  function own($that) { foreach ($that as $k => $v) { $this->p[] = 2; $this->items[0][] = 3; echo $k, is_array($v) ? json_encode($v) : $v; } } }
$b = new Box; echo json_encode($b->each()), json_encode($b->items), "\n"; $b->own($b); echo "\n";
function refs(array $a) { foreach ($a as $v) { $GLOBALS['z'][] = 5; echo json_encode($v); } }
$z = [1]; $w = [&$z, [4]]; refs($w); echo "\n";
function gen() { $a = [1]; yield $a; $a[] = 2; yield $a; }
function walk($g) { $all = []; foreach ($g as $v) { $all[] = $v; echo json_encode($v); } return $all; }
echo json_encode(walk(gen())), json_encode(walk(new ArrayIterator([[1],[2]]))), "\n";
function deep(array $t) { $sum = 0; foreach ($t as $k => $inner) { foreach ($inner as $j => $v) { $sum += $v; $copy = $inner; $copy[$j] = 0; } $t = []; } return $sum . json_encode($copy); }
echo deep(['a' => [1, 2], 'b' => ['x' => 3]]), "\n";
$a = [3 => 'x', 'k' => null, 'n' => ['m' => 1], 7 => [1, 2]]; $k = '3'; $f = 3.7; $t = true;
for ($i = 0; $i < 2; $i++) { echo $a[3], $a['3'], $a[$k], var_export($a['k'], true), $a['n']['m'], $a[7][1], $a[7][$i], $a['7'][$t], @$a[$f], @$a['none'], @$a[9], "abc"[1], "abc"[$i], "abc"['1'], @$a[null], "\n"; }
for ($i = 0; $i < 1; $i++) { echo $a[9], $a['zz'], $a[7][5], $a[7][-1], $a['n'][0]; $n = null; echo $n[1], $n['q']; $o = new ArrayObject(['q' => 1, 5 => 6]); echo $o['q'], $o[5]; $l = [1, 2]; $j = 0; echo $l[$j++] + $l[$j], $l[$j = 0], "\n"; }
foreach ([[1, 2], [2, 1], [1.5, 2], ['a', 'b'], [null, 1], [2, 2]] as [$x, $y]) { echo $x <=> $y, ($x <=> $y) ?: 'eq', ' ', strlen((string) $x) ? 'y' : 'n', count([$x]) ?: 0; } echo "\n";
function ty(string $s): int { return $s; } try { for ($i=0;$i<1;$i++) { echo ty([1]); } } catch (TypeError $e) { echo $e->getMessage(), "\n"; } echo ty("12") . "x", "\n";
--EXPECTF--
[[{"n":100},{"n":3}],[{"n":1},{"n":2},{"n":3}]][{"n":1},{"n":2},{"n":3}]
[[2,"b","more"],[[1,"a"],[2,"b","x"]]]
[1][2][[1],[2]][[1,9,9],[2,8,8]]
items[[1,9,9],[2,8,8]]p[1,2]
[1][4]
[1][1,2][[1],[1,2]][1][2][[1],[2]]
6{"x":0}
xxxNULL1212xbab
xxxNULL1222xbbb

Warning: Undefined array key 9 in %s22_foreach_over_nested_arrays.php on line 20

Warning: Undefined array key "zz" in %s22_foreach_over_nested_arrays.php on line 20

Warning: Undefined array key 5 in %s22_foreach_over_nested_arrays.php on line 20

Warning: Undefined array key -1 in %s22_foreach_over_nested_arrays.php on line 20

Warning: Undefined array key 0 in %s22_foreach_over_nested_arrays.php on line 20

Warning: Trying to access array offset on null in %s22_foreach_over_nested_arrays.php on line 20

Warning: Trying to access array offset on null in %s22_foreach_over_nested_arrays.php on line 20
1631
-1-1 y111 y1-1-1 y1-1-1 y1-1-1 n10eq y1
ty(): Argument #1 ($s) must be of type string, array given, called in %s22_foreach_over_nested_arrays.php on line 22
12x
