--TEST--
rsort()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
$a = [3, 1, 2]; show(rsort($a), $a); $b = ['x' => 'b', 'y' => 'a', 'z' => 'C']; rsort($b); show($b); rsort($b, SORT_FLAG_CASE | SORT_STRING); show($b); $c = ['10', 9, '1e1', true]; rsort($c); show($c);
--EXPECT--
true
[3,2,1]
["b","a","C"]
["C","b","a"]
["10","1e1",9,true]
