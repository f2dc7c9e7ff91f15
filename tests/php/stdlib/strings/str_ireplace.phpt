--TEST--
str_ireplace()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(str_ireplace('A', 'b', 'aAa', $n), $n, str_ireplace(['HELLO', 'w'], ['bye', 'W'], 'Hello World', $n), $n, str_ireplace("\xc9", 'x', "\xe9"), str_ireplace('l', '', ['Hello', 'k' => 'LL']));
attempt(fn () => str_ireplace('a', ['b'], 'c'));
--EXPECT--
"bbb"
3
"bye World"
2
"\351"
{"0":"Heo","k":""}
TypeError: str_ireplace(): Argument #2 ($replace) must be of type string when argument #1 ($search) is a string
