--TEST--
strrpos()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(strrpos('abcabc', 'b'), strrpos('abcabc', 'b', 2), strrpos('abcabc', 'b', 5), strrpos('abcabc', 'b', -3), strrpos('abcabc', 'bc', -1), strrpos('abcabc', 'bc', -2), strrpos('abc', ''), strrpos('abc', '', -2), strrpos('', 'a'));
attempt(fn () => strrpos('abc', 'a', 4));
attempt(fn () => strrpos('abc', 'a', -4));
attempt(fn () => strrpos('abc', 'a', PHP_INT_MIN));
--EXPECT--
4
4
false
1
4
4
3
1
false
ValueError: strrpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)
ValueError: strrpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)
ValueError: strrpos(): Argument #3 ($offset) must be contained in argument #1 ($haystack)
