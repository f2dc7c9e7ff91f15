--TEST--
array_keys()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(array_keys(['a' => 1, 5 => 2]), array_keys([1, '1', true, 'a', 1.0], 1), array_keys([1, '1', true], '1', true), array_keys(['a' => null, 'b' => 0, 'c' => ''], null), array_keys([]), array_keys([1, 2], 3));
--EXPECT--
["a",5]
[0,1,2,4]
[1]
["a","b","c"]
[]
[]
