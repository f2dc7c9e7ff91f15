--TEST--
foreach over arrays by value
--FILE--
<?php
foreach ([1, 2, 3] as $v) echo $v; echo "\n";
foreach (['a' => 1, 'b' => 2] as $k => $v) echo "$k=$v "; echo "\n";
foreach ([] as $never) echo 'x'; var_dump(isset($never));
$a = [1, 2, 3]; foreach ($a as $k => $v) { if ($k == 0) { $a[] = 4; unset($a[1]); } echo $v; }
echo ' ', implode(',', $a), "\n";
foreach ($a as $k => $a) echo $k; var_dump($a);
foreach ([3, 4] as $o['k']) echo $o['k']; echo "\n";
foreach ([[1, ['x' => 2]], [3, ['x' => 4]]] as [$p, ['x' => $q]]): echo $p * $q, ' '; endforeach; echo $p, "\n";
foreach ([10, 20] as $$k) ; var_dump(${$k});
foreach (null as $v); foreach (5 as $v);
foreach (new stdClass as $v) echo 'none'; echo "end\n";
--EXPECTF--
123
a=1 b=2 
bool(false)
123 1,3,4
023int(4)
34
2 12 3
int(20)

Warning: foreach() argument must be of type array|object, null given in %s04_foreach.php on line 11

Warning: foreach() argument must be of type array|object, int given in %s04_foreach.php on line 11
end
