--TEST--
strcmp()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(strcmp('a', 'a'), strcmp('a', 'b') < 0, strcmp('b', 'a') > 0, strcmp('abc', 'ab'), strcmp('', 'a'), strcmp('A', 'a') < 0, strcmp("a\0b", "a\0c") < 0, strcmp("\xff", 'a') > 0);
--EXPECT--
0
true
true
1
-1
true
true
true
