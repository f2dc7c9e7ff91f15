--TEST--
array_rand()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
mt_srand(3); show(array_rand([1, 2, 3, 4, 5]), array_rand(['a' => 1, 'b' => 2, 'c' => 3], 2), array_rand(range(0, 9), 3), array_rand(range(0, 9), 8), array_rand([5 => 1], 1), array_rand([1, 2], 2)); attempt(fn () => array_rand([])); attempt(fn () => array_rand([1], 2)); attempt(fn () => array_rand([1, 2], 0));
--EXPECT--
1
["a","b"]
[0,5,7]
[0,2,3,4,5,6,7,8]
5
[0,1]
ValueError: array_rand(): Argument #1 ($array) must not be empty
ValueError: array_rand(): Argument #2 ($num) must be between 1 and the number of elements in argument #1 ($array)
ValueError: array_rand(): Argument #2 ($num) must be between 1 and the number of elements in argument #1 ($array)
