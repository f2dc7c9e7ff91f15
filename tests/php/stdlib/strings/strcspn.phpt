--TEST--
strcspn()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(strcspn('hello', 'l'), strcspn('hello', 'world'), strcspn('abcd', 'banana', 1), strcspn('hello', 'l', -3, 2), strcspn('hello', ''), strcspn('hello', 'l', 1, -3), strcspn('abc', 'x', 9));
--EXPECT--
2
2
0
0
5
1
0
