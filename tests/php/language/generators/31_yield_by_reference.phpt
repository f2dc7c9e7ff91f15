--TEST--
What may be yielded by reference
--FILE--
<?php
function &gr() { $v = 5; yield $v; yield 7; yield f(); yield $v; } function f() { return 1; } foreach (gr() as &$x) { $x++; echo $x; } function &g2(array &$d) { foreach ($d as $k => &$v) yield $k => $v; } $d = [1, 2]; foreach (g2($d) as &$q) $q *= 2; unset($q); echo json_encode($d); function g4() { yield 1; } try { foreach (g4() as &$z); } catch (Exception $e) { echo $e->getMessage(); }
--EXPECTF--
6
Notice: Only variable references should be yielded by reference in %s31_yield_by_reference.php on line 2
8
Notice: Only variable references should be yielded by reference in %s31_yield_by_reference.php on line 2
27[2,4]You can only iterate a generator by-reference if it declared that it yields by-reference
