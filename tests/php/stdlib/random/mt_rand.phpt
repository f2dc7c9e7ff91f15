--TEST--
mt_rand()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
mt_srand(42); show(mt_rand(), mt_rand(), mt_rand(1, 6), mt_rand(1, 100), mt_rand(-100, 100), mt_rand(0, PHP_INT_MAX), mt_rand(5, 5), mt_rand(0, 0xFFFFFFFF)); attempt(fn () => mt_rand(1)); attempt(fn () => mt_rand(2, 1)); mt_srand(42); for ($i = 0, $h = 0; $i < 1500; $i++) { $h = ($h * 31 + mt_rand()) % 1000003; } show($h);
--EXPECT--
804318771
1710563033
5
15
83
1819927850260223047
5
670094950
ArgumentCountError: mt_rand() expects exactly 2 arguments, 1 given
ValueError: mt_rand(): Argument #2 ($max) must be greater than or equal to argument #1 ($min)
279691
