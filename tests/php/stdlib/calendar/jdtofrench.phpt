--TEST--
jdtofrench()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(jdtofrench(2375840), jdtofrench(2380952), jdtofrench(1));
--EXPECT--
"1\/1\/1"
"13\/5\/14"
"0\/0\/0"
