--TEST--
array_values()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(array_values(['a' => 1, 5 => 2]), array_values([]), array_values([1, 2]));
$a = [1, 2, 3]; unset($a[1]); show($a, array_values($a));
--EXPECT--
[1,2]
[]
[1,2]
{"0":1,"2":3}
[1,3]
