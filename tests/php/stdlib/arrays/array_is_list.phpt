--TEST--
array_is_list()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(array_is_list([]), array_is_list([1, 2]), array_is_list([1 => 1]), array_is_list(['a' => 1]), array_is_list([1 => 'a', 0 => 'b']));
$a = [1, 2, 3]; unset($a[2]); show(array_is_list($a)); unset($a[0]); show(array_is_list($a));
--EXPECT--
true
true
false
false
false
true
false
