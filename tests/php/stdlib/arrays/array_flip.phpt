--TEST--
array_flip()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(array_flip(['a', 'b', 'a', 1, '2']), array_flip([1.5, null, true, 'x']), array_flip([]));
--EXPECT--
[array_flip(): Can only flip string and integer values, entry skipped]
[array_flip(): Can only flip string and integer values, entry skipped]
[array_flip(): Can only flip string and integer values, entry skipped]
{"a":2,"b":1,"1":3,"2":4}
{"x":3}
[]
