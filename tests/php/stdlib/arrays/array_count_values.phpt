--TEST--
array_count_values()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(array_count_values([1, '1', 'a', 'A', 'a', 1]), array_count_values(['x', 1.5, null, true, []]), array_count_values([]));
--EXPECT--
[array_count_values(): Can only count string and integer values, entry skipped]
[array_count_values(): Can only count string and integer values, entry skipped]
[array_count_values(): Can only count string and integer values, entry skipped]
[array_count_values(): Can only count string and integer values, entry skipped]
{"1":3,"a":2,"A":1}
{"x":1}
[]
