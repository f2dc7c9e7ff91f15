--TEST--
arsort()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
$a = ['a' => 3, 'b' => 1, 'c' => 3, 'd' => 2]; show(arsort($a), $a); $b = ['x10', 'x9', 'X1']; arsort($b, SORT_NATURAL | SORT_FLAG_CASE); show($b);
--EXPECT--
true
{"a":3,"c":3,"d":2,"b":1}
["x10","x9","X1"]
