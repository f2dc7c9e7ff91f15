--TEST--
array_replace()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(array_replace(['a', 'b', 'c'], [0 => 'x', 3 => 'y'], [3 => 'z']), array_replace(['k' => 1, 'l' => 2], ['l' => null]), array_replace([1]));
$v = 1; $r = ['k' => &$v]; $m = array_replace($r, ['k' => 2]); show($m, $v);
--EXPECT--
["x","b","c","z"]
{"k":1,"l":null}
[1]
{"k":2}
1
