--TEST--
array_sum()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(array_sum([1, 2.5, '3']), array_sum([]), array_sum(['a' => true, 'b' => null]), array_sum(['abc', 1]), array_sum(['5 apples', 1]), array_sum([[1], 2]), array_sum([new stdClass, 1]), array_sum([PHP_INT_MAX, 1]), array_sum(['1e2', ' 7 ']), array_sum([0.1, 0.2]));
--EXPECT--
[array_sum(): Addition is not supported on type string]
[A non-numeric value encountered]
[array_sum(): Addition is not supported on type array]
[array_sum(): Addition is not supported on type stdClass]
6.5
0
1
1
6
2
1
9.223372036854776e+18
107.0
0.30000000000000004
