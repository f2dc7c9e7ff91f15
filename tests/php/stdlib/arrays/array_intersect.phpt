--TEST--
array_intersect()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(array_intersect(['a' => 'green', 'red', 'blue'], ['b' => 'green', 'yellow', 'red']), array_intersect([1, 2, 3, 4], [2, 4, 6], ['4', '2']), array_intersect([1, 1, 2], [1]), array_intersect([1, 2]), array_intersect([null, '', false, 0], ['']));
attempt(fn () => array_intersect([1], 'x'));
--EXPECT--
{"a":"green","0":"red"}
{"1":2,"3":4}
[1,1]
[1,2]
[null,"",false]
TypeError: array_intersect(): Argument #2 must be of type array, string given
