--TEST--
foreach by reference
--FILE--
<?php
$a = [1, 2, 3]; foreach ($a as &$v) $v *= 2; unset($v); echo implode(',', $a), "\n";
foreach ($a as $k => &$v) { if ($k == 0) $a[] = 'added'; echo $v, ' '; } echo "\n";
$b = [1, 2, 3]; foreach ($b as &$r); foreach ($b as $r); echo implode(',', $b), "\n"; unset($r);
foreach ([1, 2] as &$lit) { $lit++; echo $lit; } unset($lit); echo "\n";
$m = [[1, 2], [3, 4]]; foreach ($m as &$row) foreach ($row as &$c) $c = -$c; unset($row, $c);
echo json_encode($m), "\n";
$c = $d = [1, 2]; foreach ($c as &$x) $x = 0; unset($x); echo json_encode([$c, $d]), "\n";
$e = ['k' => ['v' => 1]]; foreach ($e['k'] as &$y) $y = 'set'; unset($y); echo json_encode($e), "\n";
foreach ($undefined as &$z); var_dump($undefined ?? 'still undefined');
--EXPECTF--
2,4,6
2 4 6 added 
1,2,2
23
[[-1,-2],[-3,-4]]
[[0,0],[1,2]]
{"k":{"v":"set"}}

Warning: Undefined variable $undefined in %s05_foreach_reference.php on line 10

Warning: foreach() argument must be of type array|object, null given in %s05_foreach_reference.php on line 10
string(15) "still undefined"
