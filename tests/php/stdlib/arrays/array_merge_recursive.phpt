--TEST--
array_merge_recursive()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(array_merge_recursive(['c' => ['f' => 'red'], 5], [10, 'c' => ['f' => 'green', 'blue']]), array_merge_recursive(['a' => 1], ['a' => 2], ['a' => [3]]), array_merge_recursive(['a' => null], ['a' => 1]), array_merge_recursive(['a' => []], ['a' => null]), array_merge_recursive(), array_merge_recursive([1], [2]));
$a = ['k' => ['x' => 1]]; array_merge_recursive($a, ['k' => ['x' => 2]]); show($a);
--EXPECT--
{"c":{"f":["red","green"],"0":"blue"},"0":5,"1":10}
{"a":[1,2,3]}
{"a":[null,1]}
{"a":[null]}
[]
[1,2]
{"k":{"x":1}}
