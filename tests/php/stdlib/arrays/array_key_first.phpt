--TEST--
array_key_first()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(array_key_first(['x' => 1, 'y' => 2]), array_key_first([5 => 1]), array_key_first([]), array_key_first([1, 2]));
--EXPECT--
"x"
5
null
0
