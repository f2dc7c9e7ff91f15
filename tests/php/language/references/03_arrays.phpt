--TEST--
References in arrays survive copies; unset breaks them
--FILE--
<?php
$a = [1, 2, 3]; $r = &$a[1]; $b = $a; $b[1] = 'x'; $b[0] = 'y'; echo json_encode([$a, $b]), "\n"; unset($r);
$c = $a; $c[1] = 'z'; echo json_encode([$a, $c]), "\n"; $m = [[1], [2]]; foreach ($m as &$row) $row[] = 0;
unset($row); echo json_encode($m), "\n"; $self = [1]; $self['me'] = &$self;
echo count($self), isset($self['me']['me']['me']) ? ' cyclic' : '', "\n"; var_dump($self); $x = 1;
$refs = [&$x, &$x]; $refs[0]++; echo $x, $refs[1], "\n"; $o1 = ['v' => 1]; $o2 = ['alias' => &$o1['v']];
$o2['alias'] = 2; echo $o1['v'], "\n"; var_dump($o2);
array_walk($m, function (&$v, $k, $add) { $v = count($v) + $k + $add; }, 10); echo json_encode($m), "\n";
$arr = ['a' => 1]; $k = &$arr['b']; var_dump($arr); unset($arr['b']); $k = 'free'; var_dump($arr);
$args = [1, 2]; (function (&$p, $q) { $p = 'changed'; })(...$args); echo json_encode($args), "\n";
--EXPECT--
[[1,"x",3],["y","x",3]]
[[1,"z",3],[1,"z",3]]
[[1,0],[2,0]]
2 cyclic
array(2) {
  [0]=>
  int(1)
  ["me"]=>
  *RECURSION*
}
22
2
array(1) {
  ["alias"]=>
  &int(2)
}
[12,13]
array(2) {
  ["a"]=>
  int(1)
  ["b"]=>
  &NULL
}
array(1) {
  ["a"]=>
  int(1)
}
["changed",2]
