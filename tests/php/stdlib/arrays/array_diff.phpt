--TEST--
array_diff()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(array_diff(['a' => 'green', 'red', 'blue', 'red'], ['b' => 'green', 'yellow', 'red']), array_diff([1, '1', 1.0, true, null, ''], [1]), array_diff([1, 2]), array_diff([], [1]), array_diff([1, 2, 3], [2], [3]));
show(array_diff(['0', 0, 'a', null], [0]), array_diff([[1], 'Array'], ['Array']));
attempt(fn () => array_diff([1], 2));
attempt(fn () => array_diff());
--EXPECT--
{"1":"blue"}
{"4":null,"5":""}
[1,2]
[]
[1]
[Array to string conversion]
{"2":"a","3":null}
[]
TypeError: array_diff(): Argument #2 must be of type array, int given
ArgumentCountError: array_diff() expects at least 1 argument, 0 given
