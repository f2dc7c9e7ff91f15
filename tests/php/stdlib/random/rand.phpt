--TEST--
rand()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
srand(5); show(rand(), rand(1, 10), rand(10, 1), rand(0, 1000000)); mt_srand(5); show(mt_rand(), mt_rand(1, 10)); attempt(fn () => rand(1));
--EXPECT--
476726705
5
8
522315
476726705
5
ArgumentCountError: rand() expects exactly 2 arguments, 1 given
