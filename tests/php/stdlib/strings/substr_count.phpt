--TEST--
substr_count()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(substr_count('aaaa', 'aa'), substr_count('hello hello', 'll', 3), substr_count('abcabc', 'abc', -3), substr_count('abcabc', 'b', 1, 2), substr_count('abcabc', 'c', 0, -1), substr_count('', 'a'));
attempt(fn () => substr_count('abc', ''));
attempt(fn () => substr_count('abc', 'a', 5));
attempt(fn () => substr_count('abc', 'a', 1, 9));
attempt(fn () => substr_count('abc', 'a', 1, -9));
--EXPECT--
2
1
1
1
1
0
ValueError: substr_count(): Argument #2 ($needle) must not be empty
ValueError: substr_count(): Argument #3 ($offset) must be contained in argument #1 ($haystack)
ValueError: substr_count(): Argument #4 ($length) must be contained in argument #1 ($haystack)
ValueError: substr_count(): Argument #4 ($length) must be contained in argument #1 ($haystack)
