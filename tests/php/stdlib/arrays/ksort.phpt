--TEST--
ksort()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
$a = ['b' => 1, 'a' => 2, 10 => 3, 9 => 4, '1.5' => 5]; show(ksort($a), $a); $b = [3 => 'x', 1 => 'y', 2 => 'z']; ksort($b); show($b); $c = ['img12' => 1, 'img2' => 2, 'IMG1' => 3]; ksort($c, SORT_NATURAL); show($c); ksort($c, SORT_STRING | SORT_FLAG_CASE); show($c); $d = ['10' => 1, '9' => 2]; ksort($d, SORT_STRING); show($d);
--EXPECT--
true
{"1.5":5,"9":4,"10":3,"a":2,"b":1}
{"1":"y","2":"z","3":"x"}
{"IMG1":3,"img2":2,"img12":1}
{"IMG1":3,"img12":1,"img2":2}
{"10":1,"9":2}
