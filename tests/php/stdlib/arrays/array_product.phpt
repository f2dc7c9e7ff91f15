--TEST--
array_product()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(array_product([2, 3]), array_product([]), array_product(['2', 1.5]), array_product([true, null]), array_product(['abc']), array_product(['3 apples', 2]), array_product([[1], 5]), array_product([PHP_INT_MAX, 2]));
--EXPECT--
[array_product(): Multiplication is not supported on type string]
[A non-numeric value encountered]
[array_product(): Multiplication is not supported on type array]
6
1
3.0
0
0
6
5
1.8446744073709552e+19
