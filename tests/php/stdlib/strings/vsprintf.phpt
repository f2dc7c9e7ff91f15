--TEST--
vsprintf()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(vsprintf('%04d-%02d-%02d', [2024, 1, 5]), vsprintf('%2$s-%1$s', ['a', 'b']), vsprintf('x', []));
attempt(fn () => vsprintf('%s %s', ['a']));
attempt(fn () => vsprintf('%z', ['a']));
--EXPECT--
"2024-01-05"
"b-a"
"x"
ValueError: The arguments array must contain 2 items, 1 given
ValueError: Unknown format specifier "z"
