--TEST--
asort()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
$a = ['a' => 3, 'b' => 1, 'c' => 3, 'd' => 2]; show(asort($a), $a); $b = [10, 9, '8', 'a', 1.5, true]; asort($b); show($b); $c = ['b' => '10', 'a' => '9']; asort($c, SORT_STRING); show($c); asort($c); show($c);
$d = [2, 1, 0]; unset($d[2]); asort($d); $d[] = 'next'; show($d);
--EXPECT--
true
{"b":1,"d":2,"a":3,"c":3}
{"4":1.5,"2":"8","1":9,"0":10,"3":"a","5":true}
{"b":"10","a":"9"}
{"a":"9","b":"10"}
{"1":1,"0":2,"3":"next"}
