--TEST--
array_slice()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
$a = ['a', 'b', 'c', 'd', 'e'];
show(array_slice($a, 2), array_slice($a, -2, 1), array_slice($a, 0, 3), array_slice($a, 2, -1), array_slice($a, 2, -1, true), array_slice($a, 9), array_slice($a, -9, 2), array_slice($a, 1, 0), array_slice($a, 1, null), array_slice(['x' => 1, 5 => 2, '6' => 3, 'y' => 4], 1, 2), array_slice(['x' => 1, 5 => 2, 6 => 3], 1, 2, true));
--EXPECT--
["c","d","e"]
["d"]
["a","b","c"]
["c","d"]
{"2":"c","3":"d"}
[]
["a","b"]
[]
["b","c","d","e"]
[2,3]
{"5":2,"6":3}
