--TEST--
array_filter()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(array_filter([1, 0, 2, null, '', 'a', false, '0', [], [0]]), array_filter([1, 2, 3, 4], fn ($x) => $x % 2), array_filter(['a' => 1, 'b' => 2, 3], fn ($k) => $k !== 'b', ARRAY_FILTER_USE_KEY), array_filter(['a' => 1, 'b' => 2], fn ($v, $k) => $v == 2 || $k == 'a', ARRAY_FILTER_USE_BOTH), array_filter([], fn () => true));
show(array_filter(['x', 'yy', ''], 'strlen'));
$a = [1, 2]; $r = &$a[0]; $b = array_filter($a, fn () => true); $r = 9; show($b);
--EXPECT--
{"0":1,"2":2,"5":"a","9":[0]}
{"0":1,"2":3}
{"a":1,"0":3}
{"a":1,"b":2}
[]
["x","yy"]
[9,2]
