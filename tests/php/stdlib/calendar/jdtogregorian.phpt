--TEST--
jdtogregorian()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
show(jdtogregorian(2440588), jdtogregorian(1), jdtogregorian(0), jdtogregorian(PHP_INT_MAX));
--EXPECT--
"1\/1\/1970"
"11\/25\/-4714"
"0\/0\/0"
"0\/0\/0"
