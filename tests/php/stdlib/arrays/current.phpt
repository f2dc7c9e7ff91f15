--TEST--
current()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
$a = [1, 2]; show(current($a), next($a), current($a), pos($a), next($a), current($a), key($a)); show(current([]), current(['x' => 'first']));
--EXPECT--
1
2
2
2
false
false
null
false
"first"
