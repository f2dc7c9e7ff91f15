--TEST--
The order in which destructuring assigns
--FILE--
<?php
function k($n) { echo "k$n "; return $n; }
$a = []; [k(0) => $a[k(10)], k(1) => $a[k(11)]] = ['x', 'y']; echo json_encode($a), "\n";
$i = 0; $b = []; [$b[$i++], $b[$i++], $b[$i++]] = ['a', 'b', 'c']; echo json_encode($b), "\n";
$x = [1, 2]; [$x, $y] = $x; var_dump($x, $y);
$a = [1, 2, 3]; list($a[2], $a[1], $a[0]) = $a; echo json_encode($a), "\n";
--EXPECT--
k0 k10 k1 k11 {"10":"x","11":"y"}
["a","b","c"]
int(1)
int(2)
[3,2,1]
