--TEST--
Assignment by reference
--FILE--
<?php
$a = 1; $b = &$a; $b++; echo $a, "\n"; unset($b); $b = 9; echo $a, "\n"; $c = &$undefined; var_dump($undefined);
$x = [1, 2]; $y = &$x[0]; $z = $x; $y = 'ref'; echo json_encode([$x, $z]), "\n"; $o = new stdClass; $o->p = 1;
$r = &$o->p; $r = 2; echo $o->p, "\n"; $a = 1; $b = &$a; $c = &$b; $b = 5; $d = 7; $b = &$d; $b = 8;
echo "$a $b $c $d\n"; function f() { static $s = 0; $s++; $l = &$s; $l += 10; return $s; } f(); echo f(), "\n";
$arr = []; $p = &$arr['deep']['er']; $p = 'x'; echo json_encode($arr), "\n"; $swap = [1, 2];
[$swap[1], $swap[0]] = $swap; echo json_encode($swap), "\n"; $list = ['a' => ['n' => 1]];
foreach ($list as $k => &$item) { $item['n']++; $item['self'] = &$item['n']; } unset($item);
$list['a']['self'] = 'both'; echo json_encode($list), "\n"; var_dump($x);
--EXPECT--
2
2
NULL
[["ref",2],["ref",2]]
2
5 8 5 8
22
{"deep":{"er":"x"}}
[2,1]
{"a":{"n":"both","self":"both"}}
array(2) {
  [0]=>
  &string(3) "ref"
  [1]=>
  int(2)
}
