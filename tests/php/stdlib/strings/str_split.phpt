--TEST--
str_split()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(str_split('abcdef'), str_split('abcdefg', 3), str_split('abc', 9), str_split(''), str_split('', 2));
attempt(fn () => str_split('a', 0));
--EXPECT--
["a","b","c","d","e","f"]
["abc","def","g"]
["abc"]
[]
[]
ValueError: str_split(): Argument #2 ($length) must be greater than 0
