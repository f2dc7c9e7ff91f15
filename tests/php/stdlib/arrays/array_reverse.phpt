--TEST--
array_reverse()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(array_reverse([1, 2, 3]), array_reverse(['a' => 1, 2, 3]), array_reverse(['a' => 1, 5 => 2, 3], true), array_reverse([1, 2], true), array_reverse([]));
--EXPECT--
[3,2,1]
{"0":3,"1":2,"a":1}
{"6":3,"5":2,"a":1}
{"1":2,"0":1}
[]
