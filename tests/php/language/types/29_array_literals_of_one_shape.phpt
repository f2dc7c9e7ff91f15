--TEST--
arrays of one literal keep their own order of keys
--FILE--
<?php
function mk($i) { return ['b'=>$i, 'a'=>$i*2, '__class__'=>'x', 'k y'=>1.5]; }
$r = mk(1); $s = mk(2); $t = $r; 
$r['z']=1; $r['y']=2; $s['y']=1; $s['z']=2; unset($s['a']); $s['a']=9;
foreach ([$r,$s,$t,mk(3)] as $x) echo json_encode($x), "\n";
for ($i=0;$i<4;$i++) { $u = ['q'=>$i,'w'=>"s$i"]; $u['w'] .= 'x'; $u['q']++; $u[]=5; $u['n']['m']=1; unset($u['q']); echo json_encode($u); array_pop($u); var_dump($u); ksort($u); print_r($u); }
$l=[]; for ($i=0;$i<3;$i++) { $l[] = ['id'=>$i,'v'=>[1,2]]; } foreach ($l as &$row) { $row['v'][]=$row['id']; $row['id']=&$i; } unset($row); echo json_encode($l), serialize($l); 
usort($l, fn($a,$b)=>$b['v'][2]<=>$a['v'][2]); echo json_encode($l), count($l[0]), key($l[0]), implode(",", next($l[0])); $c=$l[0]; sort($c); var_dump($c===$l[0], $l[1]==$l[2], array_keys($l[0]), array_merge($l[0], ['p'=>1], $l[1]), $l[0]+['o'=>3]);
--EXPECT--
{"b":1,"a":2,"__class__":"x","k y":1.5,"z":1,"y":2}
{"b":2,"__class__":"x","k y":1.5,"y":1,"z":2,"a":9}
{"b":1,"a":2,"__class__":"x","k y":1.5}
{"b":3,"a":6,"__class__":"x","k y":1.5}
{"w":"s0x","0":5,"n":{"m":1}}array(2) {
  ["w"]=>
  string(3) "s0x"
  [0]=>
  int(5)
}
Array
(
    [0] => 5
    [w] => s0x
)
{"w":"s1x","0":5,"n":{"m":1}}array(2) {
  ["w"]=>
  string(3) "s1x"
  [0]=>
  int(5)
}
Array
(
    [0] => 5
    [w] => s1x
)
{"w":"s2x","0":5,"n":{"m":1}}array(2) {
  ["w"]=>
  string(3) "s2x"
  [0]=>
  int(5)
}
Array
(
    [0] => 5
    [w] => s2x
)
{"w":"s3x","0":5,"n":{"m":1}}array(2) {
  ["w"]=>
  string(3) "s3x"
  [0]=>
  int(5)
}
Array
(
    [0] => 5
    [w] => s3x
)
[{"id":3,"v":[1,2,0]},{"id":3,"v":[1,2,1]},{"id":3,"v":[1,2,2]}]a:3:{i:0;a:2:{s:2:"id";i:3;s:1:"v";a:3:{i:0;i:1;i:1;i:2;i:2;i:0;}}i:1;a:2:{s:2:"id";R:3;s:1:"v";a:3:{i:0;i:1;i:1;i:2;i:2;i:1;}}i:2;a:2:{s:2:"id";R:3;s:1:"v";a:3:{i:0;i:1;i:1;i:2;i:2;i:2;}}}[{"id":3,"v":[1,2,2]},{"id":3,"v":[1,2,1]},{"id":3,"v":[1,2,0]}]2id1,2,2bool(false)
bool(false)
array(2) {
  [0]=>
  string(2) "id"
  [1]=>
  string(1) "v"
}
array(3) {
  ["id"]=>
  &int(3)
  ["v"]=>
  array(3) {
    [0]=>
    int(1)
    [1]=>
    int(2)
    [2]=>
    int(1)
  }
  ["p"]=>
  int(1)
}
array(3) {
  ["id"]=>
  &int(3)
  ["v"]=>
  array(3) {
    [0]=>
    int(1)
    [1]=>
    int(2)
    [2]=>
    int(2)
  }
  ["o"]=>
  int(3)
}
