--TEST--
array_unshift()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
$a = [1, 2]; show(array_unshift($a, 0, [9]), $a);
$b = ['x' => 1, 5 => 2]; show(array_unshift($b, 'n'), $b, array_unshift($b), $b);
next($b); array_unshift($b, 'z'); show(key($b));
--EXPECT--
4
[0,[9],1,2]
3
{"0":"n","x":1,"1":2}
3
{"0":"n","x":1,"1":2}
0
