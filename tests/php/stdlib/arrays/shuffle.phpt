--TEST--
shuffle()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
mt_srand(3); $a = range(1, 10); show(shuffle($a), $a); $b = ['x' => 1, 'y' => 2, 'z' => 3]; shuffle($b); show($b); $e = []; show(shuffle($e), $e);
--EXPECT--
true
[4,8,3,9,1,10,5,2,6,7]
[3,1,2]
true
[]
