--TEST--
reset()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
$a = ['x' => 5, 'y' => 6]; next($a); show(reset($a), key($a)); $e = []; show(reset($e)); end($a); next($a); reset($a); show(current($a));
--EXPECT--
5
"x"
false
5
