--TEST--
array_walk_recursive()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
$a = ['a' => 1, 'n' => ['x' => 2, 'd' => [3]]]; array_walk_recursive($a, function (&$v, $k, $by) { $v *= $by; }, 10); show($a);
array_walk_recursive($a, function ($v, $k) { echo "$k=$v\n"; });
$copy = $a; array_walk_recursive($copy, function (&$v) { $v = 0; }); show($a, $copy);
--EXPECT--
{"a":10,"n":{"x":20,"d":[30]}}
a=10
x=20
0=30
{"a":10,"n":{"x":20,"d":[30]}}
{"a":0,"n":{"x":0,"d":[0]}}
