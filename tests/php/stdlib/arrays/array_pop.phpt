--TEST--
array_pop()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
$a = [1, 2, 3]; show(array_pop($a), $a); $a[] = 9; show($a);
$b = ['x' => 1, 'y' => 2]; show(array_pop($b), $b); $e = []; show(array_pop($e), $e);
$c = [5 => 'a', 9 => 'b']; array_pop($c); $c[] = 'n'; show($c);
$k = [1, 2]; end($k); array_pop($k); show(current($k));
$n = [[1], [2]]; $copy = $n; $last = array_pop($n); $last[] = 3; show($n, $copy, $last);
--EXPECT--
3
[1,2]
[1,2,9]
2
{"x":1}
null
[]
{"5":"a","9":"n"}
1
[[1]]
[[1],[2]]
[2,3]
