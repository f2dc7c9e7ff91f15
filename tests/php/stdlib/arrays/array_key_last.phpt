--TEST--
array_key_last()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(array_key_last(['x' => 1, 'y' => 2]), array_key_last([5 => 1, 2 => 3]), array_key_last([]), array_key_last([1, 2]));
--EXPECT--
"y"
2
null
1
