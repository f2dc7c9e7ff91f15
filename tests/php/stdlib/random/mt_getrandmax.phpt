--TEST--
mt_getrandmax()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(mt_getrandmax(), getrandmax());
--EXPECT--
2147483647
2147483647
