--TEST--
strripos()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(strripos('aBcAbC', 'B'), strripos('aBcAbC', 'bc', 2), strripos('aBcAbC', 'BC', -3), strripos('abc', 'X'), strripos("\xe9", "\xe9"), strripos("a\xe9", "a\xe9"), strripos('ab', ''));
attempt(fn () => strripos('abc', 'a', -4));
attempt(fn () => strripos('abc', 'ab', 4));
--EXPECT--
4
4
1
false
false
0
2
ValueError: strripos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)
ValueError: strripos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)
