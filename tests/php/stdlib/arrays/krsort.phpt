--TEST--
krsort()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
$a = ['b' => 1, 'a' => 2, 10 => 3, 9 => 4]; show(krsort($a), $a); $b = [1, 2, 3]; krsort($b); show($b); $c = ['10' => 1, '9' => 2, '1a' => 3]; krsort($c, SORT_STRING); show($c);
--EXPECT--
true
{"b":1,"a":2,"10":3,"9":4}
{"2":3,"1":2,"0":1}
{"9":2,"1a":3,"10":1}
