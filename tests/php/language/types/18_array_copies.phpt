--TEST--
Arrays are values
--FILE--
<?php
$a = [1, [2, 3]]; $b = $a; $b[1][0] = 'x'; $b[] = 4;
echo json_encode([$a, $b]), "\n";
function change(array $x) { $x[0] = 'changed'; return $x; }
$c = change($a); echo json_encode([$a, $c]), "\n";
$o = new stdClass; $o->list = $a; $o->list[] = 5; echo json_encode([$a, $o]), "\n";
$d = [&$a[0]]; $e = $d; $e[0] = 'shared'; echo json_encode([$a, $d, $e]), "\n";
foreach ($b as $k => $v) { $b[$k] = 0; $b[] = 9; } echo json_encode($b), "\n";
--EXPECT--
[[1,[2,3]],[1,["x",3],4]]
[[1,[2,3]],["changed",[2,3]]]
[[1,[2,3]],{"list":[1,[2,3],5]}]
[["shared",[2,3]],["shared"],["shared"]]
[0,0,0,9,9,9]
