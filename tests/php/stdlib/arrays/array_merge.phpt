--TEST--
array_merge()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(array_merge([1, 2], [3], ['a' => 1, 5 => 2], ['a' => 9]), array_merge(), array_merge([5 => 'x', 6 => 'y']), array_merge([], [3 => 'a']), array_merge(['x' => 1], []), array_merge(['1' => 'a'], ['1' => 'b']));
attempt(fn () => array_merge([1], 2));
$x = [[1]]; $y = array_merge($x, [[2]]); $y[0][] = 5; show($x, $y);
$v = 1; $r = ['k' => &$v]; $m = array_merge($r, [2]); $v = 7; show($m);
--EXPECT--
{"0":1,"1":2,"2":3,"a":9,"3":2}
[]
["x","y"]
["a"]
{"x":1}
["a","b"]
TypeError: array_merge(): Argument #2 must be of type array, int given
[[1]]
[[1,5],[2]]
{"k":7,"0":2}
