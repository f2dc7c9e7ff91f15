--TEST--
md5_file()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
show(md5_file('data:text/plain,abc') === md5('abc'), md5_file('data:text/plain,abc', true) === md5('abc', true), md5_file('no-such-file'));
attempt(fn () => md5_file(''));
attempt(fn () => md5_file("a\0"));
--EXPECT--
[md5_file(no-such-file): Failed to open stream: No such file or directory]
true
true
false
ValueError: Path must not be empty
ValueError: md5_file(): Argument #1 ($filename) must not contain any null bytes
