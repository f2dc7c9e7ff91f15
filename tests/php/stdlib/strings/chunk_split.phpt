--TEST--
chunk_split()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(chunk_split('abcdefg', 3, '-'), chunk_split('abc', 3, '|'), chunk_split('abc'), chunk_split(''), chunk_split('', 1, 'x'));
attempt(fn () => chunk_split('a', 0));
--EXPECT--
"abc-def-g-"
"abc|"
"abc\r\n"
"\r\n"
"x"
ValueError: chunk_split(): Argument #2 ($length) must be greater than 0
