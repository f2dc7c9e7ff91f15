--TEST--
array_intersect_key()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(array_intersect_key(['blue' => 1, 'red' => 2, 5 => 3], ['blue' => 9, '5' => 0, 'x' => 1]), array_intersect_key([1, 2, 3], [1 => 0, 2 => 0], [2 => 0]));
--EXPECT--
{"blue":1,"5":3}
{"2":3}
