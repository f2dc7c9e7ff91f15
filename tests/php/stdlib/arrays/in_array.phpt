--TEST--
in_array()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(in_array(2, [1, 2]), in_array('2', [1, 2]), in_array('2', [1, 2], true), in_array('abc', [0]), in_array(0, ['abc']), in_array(null, [0]), in_array('1e3', ['1000']), in_array('1e3', ['1000'], true), in_array([1], [[1]]), in_array(1, ['01']), in_array('a', []), in_array(1.0, [1], true), in_array(true, ['x']));
--EXPECT--
true
true
false
false
false
true
true
false
true
true
false
false
true
