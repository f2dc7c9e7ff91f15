--TEST--
iterator_to_array()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
function g() { yield 'a' => 1; yield 'a' => 2; yield 3; } show(iterator_to_array(g()), iterator_to_array(g(), false), iterator_to_array(['x' => 1], false), iterator_to_array(['x' => 1])); attempt(function () { return iterator_to_array((function () { yield [] => 1; })()); });
--EXPECT--
{"a":2,"0":3}
[1,2,3]
[1]
{"x":1}
TypeError: Cannot access offset of type array on array
