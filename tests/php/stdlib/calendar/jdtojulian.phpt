--TEST--
jdtojulian()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(jdtojulian(2440588), jdtojulian(1), jdtojulian(0));
--EXPECT--
"12\/19\/1969"
"1\/2\/-4713"
"0\/0\/0"
