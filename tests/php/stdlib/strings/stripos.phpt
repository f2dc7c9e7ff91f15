--TEST--
stripos()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(stripos('aBcABC', 'C'), stripos('aBcABC', 'c', 3), stripos('abc', 'D'), stripos("\xc9", "\xe9"), stripos('ABC', '', 1));
attempt(fn () => stripos('abc', 'a', 4));
--EXPECT--
2
5
false
false
1
ValueError: stripos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)
