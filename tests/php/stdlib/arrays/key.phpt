--TEST--
key()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
$a = ['x' => 1, 5 => 2]; show(key($a)); next($a); show(key($a)); next($a); show(key($a), key([]));
$b = ['a', 'b', 'c']; next($b); unset($b[1]); show(key($b), current($b)); end($b); next($b); $b[] = 'new'; show(current($b));
--EXPECT--
"x"
5
null
null
2
"c"
"new"
