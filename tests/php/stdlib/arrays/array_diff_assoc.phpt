--TEST--
array_diff_assoc()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(array_diff_assoc(['a' => 'green', 'b' => 'brown', 'blue', 'red'], ['a' => 'green', 'yellow', 'red']), array_diff_assoc([0, 1, 2], ['00', '01', '2']), array_diff_assoc([1 => null], [1 => '']));
--EXPECT--
{"b":"brown","0":"blue"}
[0,1]
[]
