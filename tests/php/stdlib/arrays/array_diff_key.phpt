--TEST--
array_diff_key()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(array_diff_key(['blue' => 1, 'red' => 2, 5 => 3, '6' => 4], ['blue' => 9, 6 => 0]), array_diff_key([1, 2, 3], [1 => 0], [2 => 0]), array_diff_key([]));
--EXPECT--
{"red":2,"5":3}
[1]
[]
