--TEST--
array_intersect_assoc()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(array_intersect_assoc(['a' => 'green', 'b' => 'brown', 'blue', 'red'], ['a' => 'green', 'b' => 'yellow', 'blue', 'red']), array_intersect_assoc(['1' => '1'], [1 => 1]));
--EXPECT--
{"a":"green","0":"blue","1":"red"}
{"1":"1"}
