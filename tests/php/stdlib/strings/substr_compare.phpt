--TEST--
substr_compare()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(substr_compare('abcde', 'bc', 1, 2), substr_compare('abcde', 'BC', 1, 2, true), substr_compare('abcde', 'de', -2), substr_compare('abcde', 'cd', 1, 2) < 0, substr_compare('abc', 'x', 0, 0), substr_compare('abc', '', 3), substr_compare('abc', 'abc', -9));
attempt(fn () => substr_compare('abcde', 'abc', 6));
attempt(fn () => substr_compare('abcde', 'abc', 0, -1));
--EXPECT--
0
0
0
true
0
0
0
ValueError: substr_compare(): Argument #3 ($offset) must be contained in argument #1 ($haystack)
ValueError: substr_compare(): Argument #4 ($length) must be greater than or equal to 0
