--TEST--
jdtojewish()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(jdtojewish(2460000), jdtojewish(1)); foreach ([0, 2, 4, 8, 14] as $flags) { echo bin2hex(jdtojewish(2452887, true, $flags)), "\n"; } attempt(fn () => jdtojewish(1, true));
--EXPECT--
"7\/3\/5783"
"0\/0\/0"
e620e0ece5ec20e4faf9f1e2
e620e0ece5ec20e427faf9f1e2
e620e0ece5ec20e420e0ecf4e9ed20faf9f1e2
e62720e0ece5ec20e4faf9f122e2
e62720e0ece5ec20e42720e0ecf4e9ed20faf9f122e2
ValueError: Year out of range (0-9999)
