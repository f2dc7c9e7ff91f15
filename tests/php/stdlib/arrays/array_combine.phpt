--TEST--
array_combine()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(array_combine(['a', 'b', 1], [1, 2, 3]), array_combine(['x', 'x'], [1, 2]), array_combine([1.5, true, null], ['a', 'b', 'c']), array_combine([], []));
attempt(fn () => array_combine([1], []));
--EXPECT--
{"a":1,"b":2,"1":3}
{"x":2}
{"1.5":"a","1":"b","":"c"}
[]
ValueError: array_combine(): Argument #1 ($keys) and argument #2 ($values) must have the same number of elements
