--TEST--
random_int()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
$x = random_int(1, 6); show($x >= 1 && $x <= 6, random_int(5, 5), is_int(random_int(PHP_INT_MIN, PHP_INT_MAX))); attempt(fn () => random_int(2, 1));
--EXPECT--
true
5
true
ValueError: random_int(): Argument #1 ($min) must be less than or equal to argument #2 ($max)
