--TEST--
array_shift()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
$a = [1, 2, 3]; show(array_shift($a), $a); $a[] = 9; show($a);
$b = ['x' => 1, 5 => 2, 'y' => 3, 9 => 4]; show(array_shift($b), $b, array_shift($b), $b); $e = []; show(array_shift($e));
$n = [[1], [2]]; $copy = $n; array_shift($n); $n[0][] = 5; show($n, $copy);
--EXPECT--
1
[2,3]
[2,3,9]
1
{"0":2,"y":3,"1":4}
2
{"y":3,"0":4}
null
[[2,5]]
[[1],[2]]
