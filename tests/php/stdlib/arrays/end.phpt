--TEST--
end()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
$a = [1, 2, 3]; show(end($a), key($a), next($a), key($a)); $e = []; show(end($e)); $b = ['x' => 1, 'y' => [2]]; show(end($b), key($b));
--EXPECT--
3
2
false
null
false
[2]
"y"
