--TEST--
array_fill()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo json_encode($value, JSON_PRESERVE_ZERO_FRACTION), "\n"; } }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(array_fill(5, 3, 'x'), array_fill(-2, 3, 0), array_fill(0, 0, 1), array_fill(0, 2, [1]));
attempt(fn () => array_fill(0, -1, 1));
attempt(fn () => array_fill(PHP_INT_MAX, 2, 1));
$a = array_fill(-5, 2, 'a'); $a[] = 'next'; show($a);
--EXPECT--
{"5":"x","6":"x","7":"x"}
{"-2":0,"-1":0,"0":0}
[]
[[1],[1]]
ValueError: array_fill(): Argument #2 ($count) must be greater than or equal to 0
Error: Cannot add element to the array as the next element is already occupied
{"-5":"a","-4":"a","-3":"next"}
