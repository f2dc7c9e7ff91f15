--TEST--
array_fill_keys()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(array_fill_keys(['a', 5, '7', 1.5, true, null], 0), array_fill_keys([], 1));
$a = array_fill_keys(['x', 'y'], [1]); $a['x'][] = 2; show($a);
--EXPECT--
{"a":0,"5":0,"7":0,"1.5":0,"1":0,"":0}
[]
{"x":[1,2],"y":[1]}
