--TEST--
prev()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
$a = [1, 2, 3]; end($a); show(prev($a), prev($a), prev($a), current($a), prev($a)); reset($a); show(current($a)); $b = ['x' => 1, 'y' => 2, 'z' => 3]; end($b); unset($b['y']); show(prev($b));
--EXPECT--
2
1
false
false
false
1
1
