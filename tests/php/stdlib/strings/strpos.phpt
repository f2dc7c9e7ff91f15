--TEST--
strpos()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(strpos('abcabc', 'c'), strpos('abcabc', 'c', 3), strpos('abcabc', 'c', -1), strpos('abc', 'd'), strpos('abc', ''), strpos('abc', '', 3), strpos('abc', '', -1), strpos("a\0b", "\0"));
attempt(fn () => strpos('abc', 'a', 4));
attempt(fn () => strpos('abc', 'a', -4));
--EXPECT--
2
5
5
false
0
3
2
1
ValueError: strpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)
ValueError: strpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)
