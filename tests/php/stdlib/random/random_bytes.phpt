--TEST--
random_bytes()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(strlen(random_bytes(10)), random_bytes(16) !== random_bytes(16)); attempt(fn () => random_bytes(0));
--EXPECT--
10
true
ValueError: random_bytes(): Argument #1 ($length) must be greater than 0
