--TEST--
array_splice()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
$a = ['red', 'green', 'blue']; show(array_splice($a, 1), $a);
$a = ['red', 'green', 'blue']; show(array_splice($a, 1, -1), $a);
$a = ['red', 'green', 'blue']; show(array_splice($a, -1, 1, ['black', 'k' => 'maroon']), $a);
$a = ['x' => 1, 5 => 2, 'y' => 3, 9 => 4]; show(array_splice($a, 1, 2, 'new'), $a);
$a = [1, 2]; show(array_splice($a, 9, 1, [3]), $a, array_splice($a, 0, 0, [[8]]), $a); array_splice($a, 1, 1, null); show($a);
$a = [1, 2, 3]; array_splice($a, 0, null, []); show($a);
--EXPECT--
["green","blue"]
["red"]
["green"]
["red","blue"]
["blue"]
["red","green","black","maroon"]
{"0":2,"y":3}
{"x":1,"0":"new","1":4}
[]
[1,2,3]
[]
[[8],1,2,3]
[[8],2,3]
[]
