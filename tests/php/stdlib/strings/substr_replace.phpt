--TEST--
substr_replace()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(substr_replace('Hello', 'J', 0, 1), substr_replace('Hello', 'XX', -2), substr_replace('Hello', '', 1, -1), substr_replace('abc', 'X', 9, 1), substr_replace('abc', 'X', -9, 0), substr_replace('abc', ['1', '2'], 1, 1), substr_replace(['abc', 'k' => 'def'], ['1', '2'], [0, 1], [1, 2]), substr_replace(['abc', 'def'], 'X', 1), substr_replace(['abc', 'def'], ['X'], 1, 1));
attempt(fn () => substr_replace('abc', 'x', [1]));
attempt(fn () => substr_replace('abc', 'x', 1, [1]));
--EXPECT--
"Jello"
"HelXX"
"Ho"
"abcX"
"Xabc"
"a1c"
{"0":"1bc","k":"d2"}
["aX","dX"]
["aXc","df"]
TypeError: substr_replace(): Argument #3 ($offset) cannot be an array when working on a single string
TypeError: substr_replace(): Argument #4 ($length) cannot be an array when working on a single string
