--TEST--
list and [] take arrays apart
--FILE--
<?php
[$a, $b] = [1, 2]; list($c, , $d) = [3, 4, 5]; echo $a, $b, $c, $d, "\n";
['x' => $x, 'y' => [$y0, $y1]] = ['y' => [6, 7], 'x' => 8]; echo $x, $y0, $y1, "\n";
[$a, $b] = [$b, $a]; echo $a, $b, "\n";
foreach ([[1, [2, 3]], [4, [5, 6]]] as [$p, [$q, $r]]) echo $p + $q + $r, ' '; echo "\n";
[$arr['k'], $arr[], $o] = ['into', 'elements', 'x']; print_r($arr);
list('k' => $k, 'missing' => $m) = ['k' => 1]; var_dump($k, $m);
[$n1, $n2] = [9]; var_dump($n2);
[$z] = null; var_dump($z); [$z] = 42; var_dump($z);
var_dump([$u, $v] = [10, 20, 30]);
$src = [1, [2]]; [$e, [&$ref]] = $src; $ref = 'changed'; echo json_encode($src), "\n";
[$i, $t[$i]] = [1, 'uses i']; print_r($t);
--EXPECTF--
1235
867
21
6 15 
Array
(
    [k] => into
    [0] => elements
)

Warning: Undefined array key "missing" in %s06_destructuring.php on line 7
int(1)
NULL

Warning: Undefined array key 1 in %s06_destructuring.php on line 8
NULL
NULL
NULL
array(3) {
  [0]=>
  int(10)
  [1]=>
  int(20)
  [2]=>
  int(30)
}
[1,["changed"]]
Array
(
    [1] => uses i
)
