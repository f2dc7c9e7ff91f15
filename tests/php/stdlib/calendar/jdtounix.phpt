--TEST--
jdtounix()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(jdtounix(2440588), jdtounix(2460000)); attempt(fn () => jdtounix(5));
--EXPECT--
0
1677196800
ValueError: jday must be between 2440588 and 106751993607888
